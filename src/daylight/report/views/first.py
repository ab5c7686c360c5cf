"""What to read first: the few differences that weigh most, for an editor who has one minute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from daylight.report.view import Finding, Row, Weight
from daylight.report.views.people import Person
from daylight.report.views.positions import PositionView
from daylight.report.weight import heaviest


@dataclass(frozen=True, slots=True)
class Pointer:
    """A line of what to read first: who or what it is about, with the way there, and what differs."""

    href: str
    name: str
    label: str
    explanation: str
    certainty: str


MOST = 5
"""Sentences that are read in one minute: an explanation has 12 to 30 words."""

OF_A_KIND = 2
NAMES_OF_A_KIND = 1
"""Most lines of one kind about statements, and about people: a rough translation garbles every name of a story, and five
lines of spellings would hide the figure that differs."""


def read_first(rows: Iterable[Row], people: Iterable[Person], positions: Iterable[PositionView]) -> tuple[Pointer, ...]:
    """At most MOST lines, one a statement or person, the weightiest first; an opposed position has the last of them."""
    opposed = tuple(_of_position(position) for position in positions if position.opposed)[:1]
    told = _few(((row.findings, row.anchor, f"{row.speaker}, statement {row.number}") for row in rows), OF_A_KIND)
    named = _few(((person.findings, person.anchor, person.name) for person in people), NAMES_OF_A_KIND)
    found = sorted((*told, *named), key=lambda pair: pair[0])
    return (*(line for _, line in found[: MOST - len(opposed)]), *opposed)


def _few(things: Iterable[tuple[tuple[Finding, ...], str, str]], most: int) -> Iterator[tuple[Weight, Pointer]]:
    """What weighs most in each thing (findings, anchor, name), the weightiest first, at most so many of one kind."""
    found = [(best.weight, anchor, name, best) for findings, anchor, name in things if (best := heaviest(findings))]
    seen: Counter[str] = Counter()
    for weight, anchor, name, best in sorted(found, key=lambda x: x[0]):
        seen[best.kind] += 1
        if seen[best.kind] <= most:
            yield weight, Pointer("#" + anchor, name, best.label, best.explanation, best.certainty)


def _of_position(position: PositionView) -> Pointer:
    return Pointer("#" + position.anchor, position.question, position.verdict, position.explanation, position.certainty)
