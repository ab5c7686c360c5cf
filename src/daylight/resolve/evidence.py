"""Is one report's person another report's person? Evidence added up, and what forbids it whatever the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from daylight.resolve.coreference import SAME_SURNAME, Candidate, called_by_given
from daylight.resolve.lists import words
from daylight.resolve.names import Name, compare_given, compare_surname
from daylight.resolve.roles import agree

# What each piece of evidence weighs. The sum is no probability. Set by reading the 44 development stories and both
# samples; any one of the weights may move by a third of itself without a wrong merge there.
_SURNAME = ((0.0, -5.0), (0.5, -2.0), (0.65, 0.0), (0.8, 1.2), (0.95, 2.7), (1.0, 3.0))
_GIVEN = {"same": 1.5, "alike": 0.5, "doubtful": -1.0, "unknown": 0.0}
_OFFICE = 1.0
_ORPHAN = 1.0
_HEADLINE = 0.5
_BY_GIVEN = 3.0
_ALIGNED = 1.0
_MAX_ALIGNED = 2.0

ENOUGH = 2.0
"""Evidence from which two are taken for one."""

MARGIN = 0.5
"""By how much the best host of a short name must beat the next, unless it is named at least twice as often."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sum for one pair, and what it was made of, in words."""

    score: float
    reasons: tuple[str, ...]


def weigh(a: Candidate, b: Candidate, aligned: float) -> Evidence:
    """Evidence that two candidates are one person. ``aligned`` counts pairs of aligned sentences that hold just the two."""
    surname, given = _best_names(a, b)
    parts: Mapping[str, float] = {
        f"last names alike to {surname:.2f}": 0.0 if _by_given(a, b) or _by_given(b, a) else _points(surname),
        f"first names {given}": _GIVEN.get(given, 0.0),
        "one office": _OFFICE if agree(a.offices, b.offices) else 0.0,
        "named nowhere in full in its report": _ORPHAN if not (a.full and b.full) else 0.0,
        "in a headline, and nowhere in full in its report": _HEADLINE if _headline_orphan(a) or _headline_orphan(b) else 0.0,
        "called by title and first name": _BY_GIVEN if _by_given(a, b) or _by_given(b, a) else 0.0,
        "in the same place of sentences that tell the same": min(_MAX_ALIGNED, _ALIGNED * aligned),
    }
    return Evidence(sum(parts.values()), tuple(reason for reason, points in parts.items() if points > 0))


def _by_given(short: Candidate, host: Candidate) -> bool:
    """Whether one is called "Sir William" in a report that does not name him in full, and the other is some William."""
    called = [title for title in short.titles if title in words("titles", "honorifics", "before_given")]
    return (
        bool(called)
        and not short.full
        and any(called_by_given(name, other, called[0]) for name in host.full for other in short.names)
    )


def _headline_orphan(candidate: Candidate) -> bool:
    return candidate.in_headline and not candidate.full


def _best_names(a: Candidate, b: Candidate) -> tuple[float, str]:
    """Likeness of the last names and agreement of the first ones, of the two names that fit best."""
    best = (-9.0, 0.0, "unknown")
    for x in a.full or a.names:
        for y in b.full or b.names:
            surname, given = compare_surname(x, y), compare_given(x, y)
            given = "same" if x.glued == y.glued else given
            best = max(best, (_points(surname) + _GIVEN.get(given, 0.0), surname, given))
    return best[1], best[2]


def _points(surname: float) -> float:
    for (x0, y0), (x1, y1) in pairwise(_SURNAME):
        if surname <= x1:
            return y0 + (y1 - y0) * (surname - x0) / (x1 - x0)
    return _SURNAME[-1][1]


def excluded(a: Candidate, b: Candidate) -> str | None:
    """Why two candidates cannot be one person whatever the evidence, None where nothing forbids it."""
    if a.gender and b.gender and a.gender != b.gender:
        return "one is a man, the other a woman"
    if any(_names_exclude(x, y) for x in a.full for y in b.full):
        return "their names in full differ in the first name or in Jr."
    return None


def _names_exclude(x: Name, y: Name) -> bool:
    if x.glued == y.glued:
        return x.suffix != y.suffix
    younger = {x.suffix, y.suffix} & {"jr", "ii", "iii", "iv"}
    return (x.suffix != y.suffix and bool(younger)) or compare_given(x, y) == "conflict"


def one_report_may_mean_one(a: Candidate, b: Candidate) -> bool:
    """A report that spells one person in several ways: only where the spellings are near, and not the same last name."""
    surnames = [(compare_surname(x, y), compare_given(x, y)) for x in a.names for y in b.names]
    if a.full and b.full:
        return any(likeness >= SAME_SURNAME and given == "alike" for likeness, given in surnames) or any(
            0.75 <= likeness < SAME_SURNAME and given == "same" for likeness, given in surnames
        )
    if a.full or b.full:
        return all(likeness < SAME_SURNAME for likeness, _ in surnames)
    return all(likeness < 1.0 for likeness, _ in surnames)
