"""Quotations and sentences against gold: ``python -m eval.annotation [--errors]``.

The spans of ``quotes.jsonl`` lie inside the printed marks, so each should be the inside of one of our quotations. Sentences
are scored on the GUM news articles, each paragraph a block; the beginnings of paragraphs are given and do not count.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from daylight.annotate import annotate
from daylight.annotate.quotemarks import quotations_of
from daylight.clean import blocks_of
from daylight.model import Report, Source, Span
from daylight.offsets import strip
from eval.data import NoData, need
from eval.figures import Figure, bootstrap, share


class Breaks(NamedTuple):
    """One article's text, and where its sentences begin inside paragraphs: by gold and by us."""

    text: str
    gold: frozenset[int]
    ours: frozenset[int]


def data() -> list[Path]:
    """The files that the figures depend on."""
    return [need("gold", "quotes.jsonl"), need("gold", "texts"), need("gum_news")]


def _report(text: str) -> Report:
    return Report("article", text, Source(None, "", "text/plain"), blocks_of(text))


def quotations() -> Iterator[tuple[str, str, bool]]:
    """For each labelled quotation its report, its text, and whether one of ours has the same inside."""
    found: dict[str, tuple[str, set[Span]]] = {}
    for line in need("gold", "quotes.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["relation"] == "broken-marks":
            continue
        for side in (row["a"], row["b"]):
            name = side["report"]
            if name not in found:
                text = need("gold", "texts", f"{name}.txt").read_bytes().decode()
                found[name] = text, {quotation.inner for quotation in quotations_of(_report(text))}
            text, spans = found[name]
            yield name, side["quote"], strip(Span(*side["text_span"]), text) in spans


def breaks() -> list[Breaks]:
    """Every GUM article with both sets of sentence beginnings."""
    articles = [_paragraphs(path) for path in sorted(need("gum_news").glob("*.conllu"))]
    texts = ["\n".join(" ".join(paragraph) for paragraph in article) for article in articles]
    parsed = annotate([_report(text) for text in texts])
    scored = []
    for article, text, annotated in zip(articles, texts, parsed, strict=True):
        first = {0} | {match.end() for match in re.finditer("\n", text)}
        ours = frozenset(sentence.span.start for sentence in annotated.sentences)
        scored.append(Breaks(text, frozenset(_starts(article)) - first, ours - first))
    return scored


def _paragraphs(path: Path) -> list[list[str]]:
    paragraphs: list[list[str]] = [[]]
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newpar") and paragraphs[-1]:
            paragraphs.append([])
        elif line.startswith("# text = "):
            paragraphs[-1].append(line.removeprefix("# text = "))
    return paragraphs


def _starts(article: Sequence[Sequence[str]]) -> Iterator[int]:
    start = 0
    for paragraph in article:
        for sentence in paragraph:
            yield start
            start += len(sentence) + 1


def _f1(articles: Sequence[Breaks]) -> float:
    right = sum(len(article.gold & article.ours) for article in articles)
    return 200 * right / max(1, sum(len(article.gold) + len(article.ours) for article in articles))


def figures() -> list[Figure]:
    """The share of printed quotations found exactly, and F1 of sentence beginnings."""
    right = [ok for _, _, ok in quotations()]
    articles = breaks()
    sentences = sum(len(article.gold) for article in articles)
    return [
        share("annotation: printed quotation found exactly", sum(right), len(right)),
        Figure("annotation: sentence beginnings F1", _f1(articles), sentences, *bootstrap(articles, _f1)),
    ]


def main() -> None:
    """Print the figures, and what is wrong on request."""
    parser = argparse.ArgumentParser(description="Score quotations and sentences.")
    parser.add_argument("--errors", action="store_true", help="list what came out wrong")
    args = parser.parse_args()
    try:
        data()
    except NoData as absent:
        print(f"skipped: {absent}")
        return
    for figure in figures():
        print(f"{figure.name}: {figure.value:.1f} of n {figure.n}")
    if args.errors:
        _show_errors()


def _show_errors() -> None:
    for name, quote, right in quotations():
        if not right:
            print(f"quotation missed in {name}: {quote}")
    for article in breaks():
        for start in sorted(article.gold ^ article.ours):
            what = "missed" if start in article.gold else "false"
            print(f"{what} break: {article.text[max(0, start - 40) : start]!r} | {article.text[start : start + 30]!r}")


if __name__ == "__main__":
    main()
