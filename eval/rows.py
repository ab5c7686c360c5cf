"""Which attributions share a row in whole comparisons, on pairs read by hand: ``python -m eval.rows [--errors]``.

The pairs in ``rows.jsonl`` were drawn by seed from 39 events, at every height of the odds that the alignment of that day
gave, and read by one reader; no agreement is known. "same" is one thing said, "other" is not, "related" (partly the same, or
the same deed told by two) counts as neither. ``weight`` is how many such pairs of those events one stands for. A pair has
the reports and the spans of the contents; none of the corpora's text. The weights of ``daylight.align.odds`` were fitted on
these pairs (``python -m training.odds``): the figures tell how well they fit.

A content is looked for by its words: the attribution of the report that shares most of them, and half at least.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import daylight
from daylight.model import Attribution, Comparison, Report, Span
from daylight.words import words
from eval.command import show_cases
from eval.data import need

ROWS = Path(__file__).with_name("rows.jsonl")
LIKE = 0.5
"""F1 of the words from which a content is taken for another."""

Side = tuple[str, tuple[Span, ...]]
"""The file stem of a report, and a content."""


class Read(NamedTuple):
    """Two contents of two reports of one event, and what a reader made of them."""

    event: str
    a: Side
    b: Side
    verdict: Literal["same", "related", "other"]
    weight: float


class Case(NamedTuple):
    """A pair whose two contents were found; whether they share a row."""

    read: Read
    texts: tuple[str, str]
    joined: bool


def pairs() -> list[Read]:
    """All pairs that were read."""
    rows = (json.loads(line) for line in ROWS.read_text("utf-8").splitlines())
    return [Read(r["event"], _side(r["a"]), _side(r["b"]), r["verdict"], r["weight"]) for r in rows]


def _side(given: tuple[str, list[list[int]]]) -> Side:
    return given[0], tuple(Span(*span) for span in given[1])


def run() -> list[Case]:
    """Compare every event, and look up its pairs."""
    by_event: dict[str, list[Read]] = defaultdict(list)
    for pair in pairs():
        by_event[pair.event].append(pair)
    return [case for event, own in by_event.items() for case in _cases(reports(event), own)]


def reports(event: str) -> dict[str, Report]:
    """The reports of an event by file stem; raise NoData where they are not on this machine."""
    known = json.loads(need("gold", "reports.json").read_text("utf-8"))
    names = sorted(name for name, row in known.items() if row["event"] == event)
    return {name: daylight.read(need("gold", "texts", f"{name}.txt")) for name in names}


def _cases(given: dict[str, Report], read: Iterable[Read]) -> Iterator[Case]:
    comparison: Comparison = daylight.compare(given.values())
    row = {i: s.id for s in comparison.statements for i in s.attributions}
    for pair in read:
        found = [likest(given[name], content, comparison.attributions) for name, content in (pair.a, pair.b)]
        if found[0] and found[1]:
            texts = [" … ".join(given[name].slice(s) for s in content) for name, content in (pair.a, pair.b)]
            yield Case(pair, (texts[0], texts[1]), row[found[0].id] == row[found[1].id])


def likest(report: Report, content: Sequence[Span], attributions: Iterable[Attribution]) -> Attribution | None:
    """The attribution of the report whose content shares most words with ``content``, None where none has half of them."""
    wanted = _words(report, content)
    own = [a for a in attributions if a.report == report.id]
    best = max(own, key=lambda a: (_f1(wanted, _words(report, a.content)), a.id), default=None)
    return best if best and _f1(wanted, _words(report, best.content)) >= LIKE else None


def _words(report: Report, spans: Iterable[Span]) -> set[Span]:
    return {word for span in spans for word in words(report.text, span)}


def _f1(a: set[Span], b: set[Span]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def main() -> None:
    """Print how many pairs share a row, and the wrong ones on request."""
    show_cases("Score which attributions of whole comparisons share a row.", run, _show)


def _show(cases: Sequence[Case], errors: bool) -> None:
    print(f"{len(cases)} of {len(pairs())} pairs found")
    for verdict in ("same", "related", "other"):
        own = [case for case in cases if case.read.verdict == verdict]
        print(f"{verdict:8s} {sum(case.joined for case in own)} of {len(own)} share a row")
    right = sum(c.read.weight for c in cases if c.joined and c.read.verdict == "same")
    all_same = sum(c.read.weight for c in cases if c.read.verdict == "same")
    joined = sum(c.read.weight for c in cases if c.joined and c.read.verdict != "related")
    print(
        f"by weight {100 * right / max(1, all_same):.0f} % of one thing said joined; of what is joined, related pairs apart,"
    )
    print(f"  {100 * right / max(1, joined):.0f} % right")
    for case in cases if errors else ():
        if case.read.verdict != "related" and case.joined != (case.read.verdict == "same"):
            print(f"\n{case.read.event}: {'joined wrongly' if case.joined else 'not joined'}\n  " + "\n  ".join(case.texts))


if __name__ == "__main__":
    main()
