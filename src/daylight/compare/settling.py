"""What a story's entities and times make of a finding: another kind, or nothing at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from operator import gt, lt

from rapidfuzz import fuzz

from daylight.compare.folding import units
from daylight.compare.printed import Printed
from daylight.compare.rows import Against, Row
from daylight.model import Annotated, Attribution, DifferenceKind, Entity, Place
from daylight.words import is_content

ALIKE = 70
"""Ratio of two names from which on they are read as spellings of one: the name rule of the entity tells of that."""


@dataclass(frozen=True, slots=True)
class Index:
    """The story by id."""

    attributions: Mapping[str, Attribution]
    reports: Mapping[str, Annotated]
    entities: Mapping[str, Entity]
    labels: dict[str, str]
    mentions: Mapping[Place, Entity]
    printed: Printed


def settled(kind: DifferenceKind, one: Against, line: Row, index: Index) -> Against | None:
    """The kind that the story's entities and times make of a finding, None where they explain it away."""
    if kind == "name":
        return _settled_name(one, index)
    if one.told.rule == "condition":
        return None if _told_elsewhere(one, index) else one
    if one.told.note and kind in {"number", "superseded", "polarity"}:
        moment = index.reports[line.reference.attribution.report].report.published
        others = [index.reports[report].report.published for report in one.reports]
        if _overtaken(one.told.note, moment, others):
            return replace(one, told=replace(one.told, kind="superseded"))
        return None if kind == "superseded" else one
    return one


def _told_elsewhere(one: Against, index: Index) -> bool:
    """Whether the report that leaves a condition out has all its words in another place."""
    words = {unit.key for pair in one.told.changed for text in pair for unit in units(text) if is_content(unit.key)}
    lacking = (one.told.a if not one.told.changed[0][0] else one.told.b)[0].report
    return words <= {unit.key for unit in units(index.reports[lacking].report.text)}


def _overtaken(note: str, first: str | None, others: list[str | None]) -> bool:
    """Whether the reports' times say that one figure came after the other, and did so the way such a figure moves."""
    if not all(first and other and not first.startswith(other) and not other.startswith(first) for other in others):
        return False
    later, earlier = (all(compare(first or "", other or "") for other in others) for compare in (lt, gt))
    return {"rises": later, "falls": earlier, "moves": later or earlier}[note]


def _settled_name(one: Against, index: Index) -> Against | None:
    words = one.told.changed[0]
    if fuzz.ratio(words[0].casefold(), words[1].casefold()) >= ALIKE:
        return None
    x, y = _entity(one.told.a, index), _entity(one.told.b, index)
    if x is not None and x == y:
        return None
    if x is not None and y is not None and x.kind == y.kind == "place":
        return replace(one, told=replace(one.told, kind="date-or-place"))
    if x is None or y is None or x.kind != y.kind:
        return None
    return one


def _entity(places: tuple[Place, ...], index: Index) -> Entity | None:
    """The entity that a mention at or around the first place names."""
    for place in places:
        for mention, entity in index.mentions.items():
            if mention.report == place.report and mention.span.overlaps(place.span):
                return entity
    return None
