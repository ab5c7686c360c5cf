"""Whether two names name the same person or company, against labelled pairs: ``python -m eval.names [--errors]``.

The best F1 over all thresholds is what published matchers report; the F1 at our own threshold is what a user meets.

Transliterations are words that Wikidata prints in two Latin spellings for one Russian or Arabic one, each at least twice,
beside as many pairs of different words with one initial, drawn at random; words of one or two letters are left out. Given is
the share of the former found at the threshold where 99 of 100 found pairs are right. The data pairs unlike names too (first
and last ones), so 100 % cannot be reached.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
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


LANGUAGES = ("russian", "arabic")
PRECISION = 0.99
_SHORTEST = 2
DRAWN = 2000
"""Pairs of one name drawn of each language, and as many pairs of different names."""


def data() -> list[Path]:
    """The files that the figures depend on."""
    return [need("name_bench", "cases_dev.csv"), *(need("names", f"wd_{language}_80") for language in LANGUAGES)]


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


def transliterations(language: str) -> list[Case]:
    """Pairs of spellings of one name, and of different names with one initial."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for line in need("names", f"wd_{language}_80").read_text("utf-8").splitlines():
        latin, original, count = line.split("\t")
        if int(count) > 1 and len(latin) > _SHORTEST:
            spellings[original].add(latin)
    rng = random.Random(language)  # noqa: S311 (not for secrets: the same pairs every time)
    pairs = [(a, b) for name in sorted(spellings) for a, b in combinations(sorted(spellings[name]), 2)]
    same = rng.sample(pairs, min(DRAWN, len(pairs)))
    by_initial: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for original in sorted(spellings):
        for latin in sorted(spellings[original]):
            by_initial[latin[0]].append((latin, original))
    other = [pair for a, _ in same if (pair := _unlike(a, by_initial[a[0]], spellings, rng))]
    return [Case(a, b, "person", True, same_name(a, b, "person")) for a, b in same] + [
        Case(a, b, "person", False, same_name(a, b, "person")) for a, b in other
    ]


def _unlike(
    a: str, of_initial: Sequence[tuple[str, str]], spellings: Mapping[str, set[str]], rng: random.Random
) -> tuple[str, str] | None:
    """The name with another of the same initial that is no spelling of it, if one is drawn."""
    b, original = rng.choice(of_initial)
    return (a, b) if a not in spellings[original] else None


def recall_at(cases: Sequence[Case], precision: float = PRECISION) -> float:
    """The highest share of pairs of one name that is found, in per cent, with at least that share of the found right."""
    best, right, found = 0.0, 0, 0
    gold = sum(case.same for case in cases)
    ranked = sorted(cases, key=lambda case: -case.score)
    for case, following in zip(ranked, [*ranked[1:], None], strict=True):
        right, found = right + case.same, found + 1
        if (following is None or following.score < case.score) and right >= precision * found:
            best = max(best, 100 * right / gold)
    return best


def figures() -> list[Figure]:
    """Best F1 and F1 at our threshold, for people and for bodies."""
    cases = run()
    found = []
    for label, kind in (("people", "person"), ("organizations", "organization")):
        own = [case for case in cases if case.kind == kind]
        found.append(Figure(f"names: {label}, best F1", best_f1(own), len(own), *bootstrap(own, best_f1)))
        found.append(Figure(f"names: {label}, F1 at our threshold", f1(own, SAME_NAME), len(own)))
    for language in LANGUAGES:
        own = transliterations(language)
        found.append(Figure(f"names: from {language.title()}, found at 99 % precision", recall_at(own), len(own)))
    return found


def main() -> None:
    """Print the figures, and the pairs on the wrong side of our threshold on request."""
    show_cases("Score the matching of names.", run, _show)


def _show(cases: Sequence[Case], errors: bool) -> None:
    for kind in ("person", "organization"):
        own = [case for case in cases if case.kind == kind]
        print(f"{kind:14s} best F1 {best_f1(own):.1f}, at {SAME_NAME} {f1(own, SAME_NAME):.1f}, n {len(own)}")
    for language in LANGUAGES:
        own = transliterations(language)
        print(f"{language:14s} found at {PRECISION:.0%} precision {recall_at(own):.1f}, n {len(own)}")
    for case in cases if errors else ():
        if case.same != (case.score >= SAME_NAME):
            print(f"{'same ' if case.same else 'other'} {case.score:.2f} {case.kind}: {case.a} | {case.b}")


if __name__ == "__main__":
    main()
