"""Names of people, organisations and places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from daylight.model import EntityKind, Mention, Report, Span, Token

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "NORP": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}


class Label(NamedTuple):
    """A stretch ``tokens[first:last]`` that the language model takes for a name, with its label."""

    first: int
    last: int
    label: str


def names_of(report: Report, tokens: Sequence[Token], labels: Sequence[Label]) -> tuple[Mention, ...]:
    """x."""
    return tuple(
        Mention(Span(tokens[x.first].span.start, tokens[x.last - 1].span.end), _KINDS[x.label])
        for x in labels if x.label in _KINDS
    )
