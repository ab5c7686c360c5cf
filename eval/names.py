"""Whether two names name the same person or company, against labelled pairs: ``python -m eval.names [--errors]``.

The best F1 over all thresholds is what published matchers report; the F1 at our own threshold is what a user meets.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from daylight.model import EntityKind
from daylight.resolve import same_name
from eval.command import show_cases
from eval.data import need
from eval.figures import Figure, bootstrap

SAME_NAME = 0.5
"""``same_name`` gives this much and more to names that it takes for the same."""

KINDS: dict[str, EntityKind] = {"Person": "person", "Company": "organization", "Organization": "organization"}


class Case(NamedTuple):
    """One labelled pair and our score for it."""

    a: str
    b: str
    kind: EntityKind
    same: bool
    score: float


def data() -> list[Path]:
    """The files that the figures depend on."""
    return [need("name_bench", "cases_dev.csv")]


def run() -> list[Case]:
    """Score every labelled pair; a row without a known schema names neither a person nor a body."""
    with data()[0].open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["schema"] in KINDS]
    return [Case(row["name1"], row["name2"], KINDS[row["schema"]], row["is_match"] == "true", _score(row)) for row in rows]


def _score(row: dict[str, str]) -> float:
    return same_name(row["name1"], row["name2"], KINDS[row["schema"]])


def f1(cases: Sequence[Case], threshold: float) -> float:
    """F1 of "the same" at a threshold, in per cent."""
    right = sum(case.same and case.score >= threshold for case in cases)
    found = sum(case.score >= threshold for case in cases)
    gold = sum(case.same for case in cases)
    return 200 * right / (found + gold) if found + gold else 100.0


def best_f1(cases: Sequence[Case]) -> float:
    """The highest F1 over all thresholds, in per cent, in one pass down the scores."""
    gold = sum(case.same for case in cases)
    best, right, found = 0.0, 0, 0
    ranked = sorted(cases, key=lambda case: -case.score)
    for case, following in zip(ranked, [*ranked[1:], None], strict=True):
        right, found = right + case.same, found + 1
        if following is None or following.score < case.score:
            best = max(best, 200 * right / (found + gold))
    return best


def figures() -> list[Figure]:
    """Best F1 and F1 at our threshold, for people and for bodies."""
    cases = run()
    found = []
    for label, kind in (("people", "person"), ("organizations", "organization")):
        own = [case for case in cases if case.kind == kind]
        found.append(Figure(f"names: {label}, best F1", best_f1(own), len(own), *bootstrap(own, best_f1)))
        found.append(Figure(f"names: {label}, F1 at our threshold", f1(own, SAME_NAME), len(own)))
    return found


def main() -> None:
    """Print the figures, and the pairs on the wrong side of our threshold on request."""
    show_cases("Score the matching of names.", run, _show)


def _show(cases: Sequence[Case], errors: bool) -> None:
    for kind in ("person", "organization"):
        own = [case for case in cases if case.kind == kind]
        print(f"{kind:14s} best F1 {best_f1(own):.1f}, at {SAME_NAME} {f1(own, SAME_NAME):.1f}, n {len(own)}")
    for case in cases if errors else ():
        if case.same != (case.score >= SAME_NAME):
            print(f"{'same ' if case.same else 'other'} {case.score:.2f} {case.kind}: {case.a} | {case.b}")


if __name__ == "__main__":
    main()
