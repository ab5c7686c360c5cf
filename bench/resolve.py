"""``python -m bench.resolve``: seconds to tell who is who, by the size of the story, annotation left out.

Two rows of sizes: more reports of one story, made of our examples, and one report with more and more persons. Processor time
of one thread. The exponent is that of a power law through the sizes; n log n between them gives about 1.15.
"""

from __future__ import annotations

import math
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import daylight
from bench.texts import story
from daylight.annotate import annotate
from daylight.ingest.text import read_text
from daylight.model import Annotated
from daylight.resolve import resolve

REPORTS = (6, 12, 25, 50)
PERSONS = (100, 200, 400, 800)
ROUNDS = 3
WORDS = 330
"""Words of a report: 50 of them hold about 900 mentions."""

_GIVEN = (
    "Ada",
    "Bert",
    "Cora",
    "Dirk",
    "Edith",
    "Frank",
    "Gerda",
    "Hugo",
    "Irma",
    "Jonas",
    "Karin",
    "Lars",
    "Maria",
    "Nils",
)
_STARTS = [a + b + c for b in "aeiou" for a in "BCDFGHKLMNPRSTVWZ" for c in "ldnrst"]
_ENDS = ("bury", "dale", "ford", "gate", "holm", "ley", "more", "wick")


class Row(NamedTuple):
    """One size: what was read, mentions of names in it, and seconds."""

    size: int
    mentions: int
    seconds: float


def more_reports() -> list[Row]:
    """Stories of more and more reports."""
    with tempfile.TemporaryDirectory() as folder:
        reports = annotate([daylight.read(path) for path in story(Path(folder), REPORTS[-1], WORDS)])
    return [_timed(size, reports[:size]) for size in REPORTS]


def more_persons() -> list[Row]:
    """One report that names more and more persons, each in full once and then by the last name."""
    return [_timed(size, annotate([read_text(_crowd(size), id="crowd")])) for size in PERSONS]


def _crowd(size: int) -> str:
    surnames = [start + end for end in _ENDS for start in _STARTS]
    people = [(_GIVEN[i % len(_GIVEN)], surnames[i]) for i in range(size)]
    return "\n\n".join(f"{given} {last} said that the port was shut. Mr. {last} left at noon." for given, last in people)


def _timed(size: int, reports: Sequence[Annotated]) -> Row:
    seconds = min(_seconds(reports) for _ in range(ROUNDS))
    entities, _ = resolve(reports, (), ())
    return Row(size, sum(len(s.mentions) for e in entities for s in e.spellings), seconds)


def _seconds(reports: Sequence[Annotated]) -> float:
    began = time.process_time()
    resolve(reports, (), ())
    return time.process_time() - began


def exponent(rows: Sequence[Row]) -> float:
    """The slope of log seconds over log mentions, by least squares."""
    xs, ys = [math.log(row.mentions) for row in rows], [math.log(row.seconds) for row in rows]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main() -> None:
    """Print both rows of sizes."""
    for title, rows in (("reports", more_reports()), ("persons in one report", more_persons())):
        _show(title, rows)


def _show(title: str, rows: Iterable[Row]) -> None:
    kept = list(rows)
    for row in kept:
        print(f"{row.size:5d} {title:24s} {row.mentions:6d} mentions {row.seconds:8.3f} s")
    print(f"{'':5s} exponent {exponent(kept):.2f}")


if __name__ == "__main__":
    main()
