"""How much of a page's story is read, and whether it leads back to the source: ``python -m eval.pages [--errors]``.

Pages are made by rule (``eval.layouts``) from the examples that ship and, where the data is, development articles: five
layouts, furniture, and in each story a quotation set in one of six ways that extractors lose. Made pages are easier than
those of life: the figures find what breaks, and say little of pages in general.

Counted are words. *Recall*: of the story's words, those in the report's story blocks; *precision*: the other way round.
*Anchored*: of all words of the report, those whose anchors lead to characters of the source that read the same.
"""

from __future__ import annotations

import argparse
import html
import random
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from daylight.ingest import read_bytes
from daylight.model import STORY_ROLES, Report
from eval.data import ROOT, NoData, need
from eval.layouts import PLACES, Page, page

SEED = 11
COUNT = 600


class Score(NamedTuple):
    """What came of one page. Counts are words."""

    page: Page
    story: int
    read: int
    right: int
    words: int
    anchored: int
    kept: bool


def pages(count: int = COUNT) -> Iterator[Page]:
    """The pages, always the same."""
    stories = _stories()
    for number in range(count):
        draw = random.Random(f"{SEED} {number}")  # noqa: S311
        paragraphs = draw.choice(stories)
        at = draw.randrange(max(1, len(paragraphs) - 12))
        chosen = paragraphs[at : at + draw.randint(4, 12)]
        quotation = (
            f"“Boat {number} was never checked, and we said so in the {draw.choice(('spring', 'autumn'))},” she said."
        )
        yield page(f"Inquiry into boat {number} begins", chosen, quotation, draw)


def _stories() -> list[list[str]]:
    try:
        articles = sorted(need("polnear", "dev", "text").glob("*.txt"))
    except NoData:
        articles = []
    texts = [path.read_text("utf-8") for path in (*sorted((ROOT / "examples").glob("*/*.txt")), *articles)]
    split = [[line.strip() for line in text.splitlines() if len(line.split()) > 8] for text in texts]
    return [lines for lines in split if len(lines) >= 4]


def score(made: Page) -> Score:
    """Read a page and compare."""
    report = read_bytes(made.source.encode(), "page.html")
    told = " ".join(report.slice(block.span) for block in report.blocks if block.role in STORY_ROLES)
    wanted, found = Counter(" ".join((made.title, *made.paragraphs, made.quotation)).split()), Counter(told.split())
    return Score(
        page=made,
        story=wanted.total(),
        read=found.total(),
        right=(wanted & found).total(),
        words=len(report.text.split()),
        anchored=_anchored(report, made.source),
        kept=made.quotation in told,
    )


def _anchored(report: Report, source: str) -> int:
    """Words of which each character is anchored to one that reads the same."""
    good = [False] * len(report.text)
    for anchor in (anchor for block in report.blocks for anchor in block.anchors):
        if html.unescape(source[slice(*anchor.source)]) == report.text[slice(*anchor.span)]:
            good[slice(*anchor.span)] = [True] * (anchor.span.end - anchor.span.start)
    at = count = 0
    for word in report.text.split():
        at = report.text.index(word, at)
        count += all(good[at : at + len(word)])
        at += len(word)
    return count


def main() -> None:
    """Print the figures, or the pages whose quotation is lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="name the pages whose quotation is lost")
    chosen = parser.parse_args()
    scores = [score(made) for made in pages()]
    if chosen.errors:
        for lost in (one for one in scores if not one.kept):
            print(f"{lost.page.layout}, {lost.page.place}: {lost.page.quotation}")
        return
    right, words = sum(s.right for s in scores), sum(s.words for s in scores)
    print(f"{len(scores)} pages")
    print(f"story words, recall: {right / sum(s.story for s in scores):.4f}")
    print(f"story words, precision: {right / sum(s.read for s in scores):.4f}")
    print(f"words anchored to the source: {sum(s.anchored for s in scores) / words:.5f} of {words:,}")
    for place in PLACES:
        kept = [s.kept for s in scores if s.page.place == place]
        print(f"quotation kept, {place}: {sum(kept)} of {len(kept)}")


if __name__ == "__main__":
    main()
