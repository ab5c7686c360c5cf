"""The spellings of an entity whose name comes from outside of the reports: from a person, or from an authority file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from daylight.model import Entity, Place, Spelling, SpellingStatus
from daylight.resolve.names import compare_surname, parse
from daylight.resolve.spelling import judge, well_formed

SAME_NAME = 0.5
"""Last names less alike than this are two names of one person and no damage: "the Kid" is no garbled "Rosa Delgado"."""


def named(entity: Entity, name: str) -> Entity:
    """The entity under ``name``, each spelling judged beside it, the others by how often they are printed.

    None is preferred where no report prints the name.
    """
    beside = (_beside(spelling, entity, name) for spelling in entity.spellings)
    spellings = sorted(beside, key=lambda s: (s.status != "preferred", -len(s.mentions), s.text))
    return replace(entity, name=name, spellings=tuple(spellings))


def united(host: Entity, others: Iterable[Entity], name: str | None = None) -> Entity:
    """Several entities as one, under the host's name where no other is given."""
    members = [host, *others]
    places: dict[str, set[Place]] = {}
    for spelling in (spelling for entity in members for spelling in entity.spellings):
        places.setdefault(spelling.text, set()).update(spelling.mentions)
    garbled = {s.text for entity in members for s in entity.spellings if s.status == "garbled"}
    one = replace(
        host,
        spellings=tuple(
            Spelling(text, "garbled" if text in garbled else "variant", tuple(sorted(found)))
            for text, found in places.items()
        ),
        roles=tuple(sorted({r for e in members for r in e.roles}, key=lambda r: (r.report, r.span, r.text))),
        pointers=tuple(sorted({place for e in members for place in e.pointers})),
        identifiers=tuple(dict.fromkeys(i for e in members for i in e.identifiers)),
    )
    return named(one, name or host.name)


def best_supported(entities: Iterable[Entity]) -> Entity:
    """The entity whose name is to stand for all: full, well formed, printed in the most reports, the most often."""
    return max(entities, key=_support)


def _support(entity: Entity) -> tuple[object, ...]:
    places = [place for spelling in entity.spellings for place in spelling.mentions if spelling.text == entity.name]
    return parse(entity.name).full, well_formed(entity.name), len({p.report for p in places}), len(places), entity.id


def _beside(spelling: Spelling, entity: Entity, name: str) -> Spelling:
    """The spelling with its status beside ``name``."""
    if spelling.text == name:
        return Spelling(spelling.text, "preferred", spelling.mentions)
    status, reason = _judged(spelling.text, name) if entity.kind == "person" else ("variant", "another form")
    return Spelling(spelling.text, status, spelling.mentions, reason)


def _judged(text: str, name: str) -> tuple[SpellingStatus, str]:
    status, reason = judge(text, name)
    if status == "garbled" and well_formed(text) and compare_surname(parse(text), parse(name)) < SAME_NAME:
        return "variant", "another name"
    return status, reason
