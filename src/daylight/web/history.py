"""The decisions of a story with what became of each, the last one first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from daylight.model import Comparison, DecisionStatus
from daylight.report.labels import moment
from daylight.report.visible import line
from daylight.store import Past


@dataclass(frozen=True, slots=True)
class Told:
    """A decision. ``status`` is that of ``model.Decided``, or "undone"."""

    id: str
    text: str
    note: str
    when: str
    status: DecisionStatus | Literal["undone"]
    reason: str


def told(history: Iterable[Past], comparison: Comparison) -> tuple[Told, ...]:
    """Each decision in words, and what became of it in the comparison that is shown."""
    became = {decided.text: decided for decided in comparison.decisions}
    found = []
    for past in history:
        decided = became.get(str(past.decision))
        status: DecisionStatus | Literal["undone"] = "undone" if past.undone else decided.status if decided else "applied"
        reason = line(decided.reason) if decided and not past.undone else ""
        note = line(past.decision.note)
        found.append(Told(past.id, line(str(past.decision)), note, moment(past.when) or "", status, reason))
    return tuple(reversed(found))
