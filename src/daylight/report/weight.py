"""How much a difference weighs: what an editor must see before the rest."""

from __future__ import annotations

from collections.abc import Iterable

from daylight.model import Difference, DifferenceKind
from daylight.report.labels import CERTAINTIES, certainty
from daylight.report.view import Finding, Weight

ORDER: tuple[DifferenceKind, ...] = (
    "reworded-in-quotes",
    "number",
    "polarity",
    "attribution",
    "role",
    "name",
    "date-or-place",
    "strength",
    "content",
    "superseded",
    "trimmed",
    "only-here",
    "quoted-vs-paraphrased",
    "typography",
)
"""Kinds, the weightiest first: words put into a mouth, then facts as printed, then degree, then what is left out."""


def weight(difference: Difference) -> Weight:
    """The smaller, the weightier: what is merely possible last, then by kind, then the surer.

    A quotation that stops before its "unless" says something else, and weighs as much as yes against no.
    """
    sure = CERTAINTIES.index(certainty(difference.score))
    kind = "polarity" if difference.cut_before_qualifier else difference.kind
    return sure == len(CERTAINTIES) - 1, ORDER.index(kind), sure


NOTHING: Weight = (True, len(ORDER), len(CERTAINTIES))
"""Lighter than any difference."""


def heaviest(findings: Iterable[Finding]) -> Finding | None:
    """The weightiest difference that is more than form."""
    return min((f for f in findings if not f.trivial), key=lambda f: f.weight, default=None)


def lightness(findings: Iterable[Finding]) -> Weight:
    """How late a statement with these differences is told."""
    found = heaviest(findings)
    return found.weight if found else NOTHING
