"""Pairs of quotations against hand-made labels: ``python -m eval.quotes [--errors]``.

Six relations; pairs that exist only because marks are broken are left out. Telling typography from rewording is counted
apart: the first is a house style, the second a misquotation. Of reworded pairs it is counted whether every change is named
and nothing else, words that both sides of a change begin or end with left out.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from daylight.compare.folding import units
from daylight.compare.wording import compare_quotes
from eval.certainty import by_word
from eval.command import show_cases
from eval.data import need
from eval.figures import Figure, bootstrap, share

RELATIONS = ("same", "typography", "trimmed", "extended", "reworded", "different")


class Case(NamedTuple):
    """One labelled pair and what we say of it."""

    id: str
    event: str
    a: str
    b: str
    gold: str
    ours: str
    named: bool
    score: float


def data() -> list[Path]:
    """The files that the figures depend on."""
    return [need("gold", "quotes.jsonl")]


def run() -> list[Case]:
    """Compare every labelled pair."""
    rows = (json.loads(line) for line in data()[0].read_text("utf-8").splitlines() if line)
    return [_case(row) for row in rows if row["relation"] in RELATIONS]


def _case(row: dict[str, Any]) -> Case:
    a, b = row["a"]["quote"], row["b"]["quote"]
    pair = compare_quotes(a, b)
    named = sorted(map(_bare, pair.changed)) == sorted(map(_bare, row["changed"]))
    return Case(row["id"], row["event"], a, b, row["relation"], pair.relation, named, pair.score)


def _bare(change: Sequence[str]) -> tuple[list[str], list[str]]:
    """The folded words of a change without those that both sides begin or end with."""
    a, b = ([unit.key for unit in units(side)] for side in change)
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return a, b


def figures() -> list[Figure]:
    """Accuracy with its interval by event, recall of each relation, and the confusion that matters most."""
    cases = run()
    by_event: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_event[case.event].append(case)
    low, high = bootstrap(list(by_event.values()), lambda groups: _accuracy([case for group in groups for case in group]))
    found = [Figure("quotes: relation right", _accuracy(cases), len(cases), low, high)]
    for relation in RELATIONS:
        own = [case for case in cases if case.gold == relation]
        found.append(share(f"quotes: {relation} found", sum(case.ours == relation for case in own), len(own), detail=True))
    pair = {"typography", "reworded"}
    near = [case for case in cases if case.gold in pair]
    found.append(
        share("quotes: typography and rewording kept apart", sum({c.gold, c.ours} != pair for c in near), len(near))
    )
    reworded = [case for case in cases if case.gold == "reworded"]
    found.append(share("quotes: changed words named exactly", sum(case.named for case in reworded), len(reworded)))
    return found + by_word("quotes", ((case.score, case.ours == case.gold) for case in cases))


def _accuracy(cases: Sequence[Case]) -> float:
    return 100 * sum(case.gold == case.ours for case in cases) / len(cases)


def main() -> None:
    """Print the confusion matrix, gold down and ours across, and the wrong pairs on request."""
    show_cases("Score the relation of quotation pairs.", run, _show)


def _show(cases: Sequence[Case], errors: bool) -> None:
    counts = Counter((case.gold, case.ours) for case in cases)
    print(" " * 12 + "".join(f"{name[:8]:>10s}" for name in RELATIONS))
    for gold in RELATIONS:
        print(f"{gold:12s}" + "".join(f"{counts[gold, ours]:10d}" for ours in RELATIONS))
    print(f"right: {_accuracy(cases):.1f} % of {len(cases)}")
    for case in cases if errors else ():
        if case.gold != case.ours:
            print(f"\n{case.id} {case.gold} -> {case.ours}\n  a {case.a}\n  b {case.b}")


if __name__ == "__main__":
    main()
