"""``python -m eval.copies [--originals N]``: copies found in a corpus of news and of copies of it made by rule.

Each article of PolNeAR train is an original; each gets one copy of every kind (``eval.disguise``). Texts that look like
copies and are none stand among them: for every original a mosaic of 25 sentences from 25 articles, and new text.
Found is an original with its copy, under any kind. Some originals are copies of each other (one wire text in two papers):
where these are called edited or trimmed they count as wrong here.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from daylight.stories import COPIES, Article, Edge, find_copies
from eval.data import NoData, need
from eval.disguise import WAYS, Vocabulary, mosaic, sentences
from eval.figures import Figure, share, table

ORIGINALS = 200


@dataclass(frozen=True, slots=True)
class Made:
    """A text of the corpus: the original that it was made from, None for new text, and how ("" for an original)."""

    article: Article
    original: str | None
    way: str = ""


def data() -> list[Path]:
    """The files that the figures depend on."""
    return [need("polnear", "train", "text")]


def corpus(limit: int) -> list[Made]:
    """Originals, their copies, and texts that are no copies."""
    paths = sorted(data()[0].glob("*.txt"))
    texts = {path.stem: path.read_text("utf-8") for path in random.Random(1).sample(paths, min(limit, len(paths)))}  # noqa: S311
    vocabulary = Vocabulary(list(texts.values()))
    made = [Made(Article(key, text), key) for key, text in texts.items()]
    pieces = {key: sentences(text) for key, text in texts.items()}
    for key, text in texts.items():
        rng = random.Random(key)  # noqa: S311 (not for secrets: the same copies every time)
        for number, (way, change) in enumerate(WAYS.items()):
            made.append(Made(Article(f"{key}/{number:02d}", change(pieces[key], vocabulary, rng)), key, way))
        made.append(Made(Article(f"{key}/mosaic", mosaic(list(pieces.values()), rng)), None))
        made.append(Made(Article(f"{key}/new", vocabulary.text(len(text.split()), rng)), None))
    return made


def score(made: Sequence[Made], edges: Sequence[Edge]) -> list[Figure]:
    """Recall of each way, and how many of the edges called copies descend from one original."""
    by_id = {one.article.id: one for one in made}
    found = {edge.reports for edge in edges}
    rows = []
    for way in WAYS:
        pairs = [(str(one.original), one.article.id) for one in made if one.way == way]
        asked = way in {"40 % edited", "one fifth reused"}
        rows.append(share(f"copies: {way}, found", sum(pair in found for pair in pairs), len(pairs), detail=not asked))
    called = [edge for edge in edges if edge.kind in COPIES]
    right = sum(by_id[edge.reports[0]].original == by_id[edge.reports[1]].original is not None for edge in called)
    return [*rows, share("copies: called so, of one original", right, len(called))]


def figures(limit: int = ORIGINALS) -> list[Figure]:
    """All figures."""
    made = corpus(limit)
    return score(made, find_copies([one.article for one in made]))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--originals", type=int, default=ORIGINALS, metavar="N", help=f"articles to copy ({ORIGINALS})")
    args = parser.parse_args()
    try:
        print(table(figures(args.originals)))
    except NoData as absent:
        print(f"skipped: {absent}")


if __name__ == "__main__":
    main()
