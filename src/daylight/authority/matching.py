"""Entities of a story to records of an authority file, where the evidence is unambiguous.

Evidence is a full name that the record gives, or a last name or a near spelling together with an office that it gives.
Two people whom the story keeps apart are never made one: where both fit one record, neither is identified by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from daylight.authority.values import Authority, Record
from daylight.model import About, Decided, Entity
from daylight.resolve import agree, named, offices_of, same_name
from daylight.words import fold, words

NEAR_AND_OFFICE, NAME, NAME_AND_OFFICE = 2, 3, 4
"""What counts more: an office beside a near spelling or a lone last name, a full name, or a full name and an office."""

EVIDENCE = {NEAR_AND_OFFICE: "by a near name and the office", NAME: "by the name", NAME_AND_OFFICE: "by name and office"}

NEAR = 0.7
"""Likeness of two names from which, with one office, they are one's (``resolve.same_name``; .5 is as likely as not)."""

CROWD = 1_000
"""Records that may share a last name, or its beginning. 50,000 records with names of 14 syllables, so that many are alike,
beside 31 entities: 1.8 s of processor time."""

Fit = tuple[int, Record]


def identify(entities: Sequence[Entity], authority: Authority) -> tuple[tuple[Entity, ...], tuple[Decided, ...]]:
    """The entities with names and identifiers from the file, and what was done and not done, and why."""
    if not authority.records:
        return tuple(entities), ()
    index = _index(entities, authority.records)
    fits = {entity.id: _best(_fits(entity, index)) for entity in entities}
    claims: dict[Record, list[Entity]] = defaultdict(list)
    for entity in entities:
        if len(fits[entity.id]) == 1:
            claims[fits[entity.id][0][1]].append(entity)
    known: dict[str, Entity] = {}
    told = [_several(entity, fits[entity.id]) for entity in entities if len(fits[entity.id]) > 1]
    for record, claimed in claims.items():
        best = max(fits[entity.id][0][0] for entity in claimed)
        chosen = [entity for entity in claimed if fits[entity.id][0][0] == best]
        if len(chosen) == 1:
            known[chosen[0].id] = _identified(chosen[0], record)
            told.append(_decided(chosen[0], record, EVIDENCE[best]))
        else:
            told.append(_contested(chosen, record))
    return tuple(known.get(entity.id, entity) for entity in entities), tuple(told)


def _index(entities: Iterable[Entity], records: Iterable[Record]) -> Mapping[str, list[Record]]:
    """The records under each key that a spelling of the story has; keys that too many records share tell nothing."""
    wanted = {key for entity in entities for spelling in entity.spellings for key in _keys(spelling.text)}
    found: dict[str, dict[int, Record]] = defaultdict(dict)
    for record in records:
        for name in record.names:
            for key in _keys(name) & wanted:
                found[key][id(record)] = record
    return {key: list(group.values()) for key, group in found.items() if len(group) <= CROWD or " " in key}


def _keys(name: str) -> set[str]:
    """The whole name, its last word, and the beginning of that, for what is misspelt."""
    parts = _folded(name)
    return {parts[-1], f"{parts[-1][:3]}…", " ".join(parts)} if parts else set()


def _folded(name: str) -> tuple[str, ...]:
    return tuple(fold(name[span.start : span.end]) for span in words(name))


def _fits(entity: Entity, index: Mapping[str, list[Record]]) -> list[Fit]:
    looked_at: dict[int, Record] = {}
    for spelling in entity.spellings:
        for key in sorted(_keys(spelling.text)):
            looked_at |= {id(record): record for record in index.get(key, ())}
    fits = ((_weight(entity, record), record) for record in looked_at.values() if record.kind in {None, entity.kind})
    return [fit for fit in fits if fit[0]]


def _weight(entity: Entity, record: Record) -> int:
    """How well a record fits; 0 where it does not."""
    printed = {_folded(s.text) for s in entity.spellings if s.status != "garbled"}
    known = {_folded(name) for name in record.names}
    office = _one_office(entity, record)
    if any(len(name) > 1 or entity.kind != "person" for name in printed & known):
        return NAME_AND_OFFICE if office else NAME
    if not office:
        return 0
    full = [s.text for s in entity.spellings if len(_folded(s.text)) > 1]
    if not full:  # a last name alone; beside a first name it is no evidence
        return NEAR_AND_OFFICE if any(name[-1:] == other[-1:] for name in printed for other in known) else 0
    near = any(same_name(text, name, entity.kind) >= NEAR for text in full for name in record.names if " " in name)
    return NEAR_AND_OFFICE if near else 0


def _one_office(entity: Entity, record: Record) -> bool:
    return any(agree(offices_of(role.text), offices_of(other)) for role in entity.roles for other in record.roles)


def _best(fits: Sequence[Fit]) -> list[Fit]:
    best = max((weight for weight, _ in fits), default=0)
    return [fit for fit in fits if fit[0] == best]


def _identified(entity: Entity, record: Record) -> Entity:
    identifiers = tuple(dict.fromkeys((*entity.identifiers, *record.identifiers)))
    return replace(named(entity, record.name), identifiers=identifiers)


def _decided(entity: Entity, record: Record, evidence: str) -> Decided:
    known = ", ".join(f"{i.scheme} {i.value}" for i in record.identifiers)
    text = f"“{entity.name}” is {record.name}{f' ({known})' if known else ''}"
    return Decided("identify", text, "applied", evidence, record.where, about=(About("entity", entity.id),))


def _several(entity: Entity, fits: Sequence[Fit]) -> Decided:
    text = f"“{entity.name}” may be any of {len(fits)} records"
    reason = f"their names and offices fit alike: {', '.join(_place(record) for _, record in fits[:5])}"
    return Decided("identify", text, "not-applied", reason, about=(About("entity", entity.id),))


def _place(record: Record) -> str:
    return f"{record.name} ({record.where.rpartition(', ')[2]})"


def _contested(entities: Sequence[Entity], record: Record) -> Decided:
    text = f"{record.name} may be any of {', '.join(f'“{entity.name}”' for entity in entities)}"
    about = tuple(About("entity", entity.id) for entity in entities)
    reason = "the reports keep them apart; merge them by a decision if they are one"
    return Decided("identify", text, "not-applied", reason, record.where, about)
