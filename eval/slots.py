"""Made-up pairs of reports, one thing that may differ in each: ``python -m eval.slots [--errors]``.

``slots.toml`` has pairs with a difference that an editor must be told, and pairs where the second report only says the same
in other words. Both reports of a pair go through the whole pipeline. A real difference is *told* where one of its kind is; a
harmless pair is *left alone* where nothing that is not trivial is told. A pair is *apart* where the pipeline did not put the
two reports into one row, so that nothing could be compared. The pairs were written for this, and what fails in them has been
worked on: the figures are of development.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import daylight
from daylight.ingest.text import read_text
from daylight.model import TRIVIAL_KINDS, Comparison
from eval.command import show_cases
from eval.figures import Figure, share

PAIRS = Path(__file__).with_name("slots.toml")
QUIET = TRIVIAL_KINDS | {"only-here"}
"""Kinds that say nothing against a harmless rewording."""


class Case(NamedTuple):
    """One pair: the slot, the kind that it must be told as ("" for a harmless one), what came out and all kinds told."""

    slot: str
    kind: str
    outcome: str
    told: tuple[str, ...]
    a: str
    b: str


def data() -> list[Path]:
    """The file that the figures depend on."""
    return [PAIRS]


def run() -> list[Case]:
    """Compare the two reports of every pair."""
    return [score(row) for row in tomllib.loads(PAIRS.read_text("utf-8"))["pair"]]


def score(row: dict[str, Any]) -> Case:
    """What comes of one pair."""
    times = row.get("times", (None, None))
    sides = zip(("first", "second"), (row["a"], row["b"]), times, strict=True)
    found = daylight.compare([read_text(text, id=name, outlet=name, published=time) for name, text, time in sides])
    kind = row.get("kind", "")
    told = {one.kind for one in found.differences} - QUIET
    if row.get("cut") and not any(one.cut_before_qualifier for one in found.differences):
        told.discard(kind)
    right = kind in told if kind else not told
    outcome = ("told" if kind else "alone") if right else ("missed" if kind else "false")
    if not (told or _meet(found)):
        outcome = "apart"
    return Case(row["slot"], kind, outcome, tuple(sorted(told)), row["a"], row["b"])


def _meet(found: Comparison) -> bool:
    """Whether some row has cells of both reports."""
    report = {one.id: one.report for one in found.attributions}
    return any(len({report[i] for i in statement.attributions}) == 2 for statement in found.statements)


def figures() -> list[Figure]:
    """Both shares, over all slots and for each."""
    cases = run()
    found = [*_shares("", cases)]
    for slot in dict.fromkeys(case.slot for case in cases):
        found += [
            Figure(f.name, f.value, f.n, detail=True) for f in _shares(f" {slot}", [c for c in cases if c.slot == slot])
        ]
    return found


def _shares(slot: str, cases: Sequence[Case]) -> list[Figure]:
    real, harmless = [c for c in cases if c.kind], [c for c in cases if not c.kind]
    return [
        share(f"slots:{slot} real differences told", sum(c.outcome == "told" for c in real), len(real)),
        share(f"slots:{slot} harmless rewording left alone", sum(c.outcome == "alone" for c in harmless), len(harmless)),
    ]


def main() -> None:
    """Print the table by slot, and the pairs that came out wrong on request."""
    show_cases("Score made-up pairs of reports by what differs in them.", run, _show)


def _show(cases: Sequence[Case], errors: bool) -> None:
    names = ("told", "missed", "alone", "false", "apart")
    print(" " * 14 + "".join(f"{name:>8s}" for name in names))
    for slot in [*dict.fromkeys(case.slot for case in cases), "all"]:
        counts = Counter(case.outcome for case in cases if slot in {case.slot, "all"})
        print(f"{slot:14s}" + "".join(f"{counts[name]:8d}" for name in names))
    for case in cases if errors else ():
        if case.outcome not in {"told", "alone"}:
            print(f"\n{case.slot}: {case.outcome}, wants {case.kind or 'nothing'}, told {', '.join(case.told) or 'nothing'}")
            print(f"  a {case.a}\n  b {case.b}")


if __name__ == "__main__":
    main()
