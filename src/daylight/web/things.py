"""What the forms that correct one thing show of it, found by its anchor on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from daylight.model import Comparison, Entity
from daylight.report.index import Index
from daylight.report.links import anchor
from daylight.report.view import Head
from daylight.report.views.matrix import bands
from daylight.report.visible import line
from daylight.web.corrections import LONGEST, first_words
from daylight.web.urls import What

BLOCK_WORDS = 8


class Name(NamedTuple):
    """Somebody who can be chosen."""

    id: str
    anchor: str
    name: str
    kind: str


class Quoted(NamedTuple):
    """One attribution of a statement."""

    id: str
    letter: str
    words: str


class Choice(NamedTuple):
    """A statement that can be chosen."""

    id: str
    number: int
    speaker: str
    words: str


@dataclass(frozen=True, slots=True)
class StatementThing:
    """A statement: who says it, and its attributions."""

    id: str
    speaker: Name | None
    said: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class PersonThing:
    """A person, body or place: as printed, and where."""

    id: str
    name: str
    kind: str
    spellings: tuple[str, ...]
    heads: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class DifferenceThing:
    """A difference, in words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class BlockThing:
    """A block of a report, by its first words."""

    report: str
    name: str
    words: str
    role: str


Thing = StatementThing | PersonThing | DifferenceThing | BlockThing


def thing(comparison: Comparison, what: What, key: str) -> Thing | None:
    """The thing with this anchor; None where the story has none."""
    index = Index(comparison)
    return {"statement": _statement, "person": _person, "difference": _difference, "block": _block}[what](index, key)


def everybody(comparison: Comparison) -> tuple[Name, ...]:
    """Everybody who may be chosen, by name; those who speak first."""
    speaking = {a.speaker for a in comparison.attributions}
    order = sorted(comparison.entities, key=lambda e: (e.id not in speaking, e.kind == "place", e.name))
    return tuple(_name(entity) for entity in order)


def statements(comparison: Comparison) -> tuple[Choice, ...]:
    """Every statement with its number on the page, its speaker and its first words."""
    index = Index(comparison)
    ids = {anchor("statement", s.id): s for s in comparison.statements}
    found = []
    for row in (row for band in bands(index) for row in band.rows):
        first = index.attributions_of(ids[row.anchor])[0]
        found.append(Choice(ids[row.anchor].id, row.number, row.speaker, _words(index, first.id)))
    return tuple(found)


def _name(entity: Entity) -> Name:
    return Name(entity.id, anchor("entity", entity.id), line(entity.name), entity.kind)


def _words(index: Index, key: str) -> str:
    a = index.attributions[key]
    words, whole = first_words(index.reports[a.report], a), index.printed(a.report, a.content)
    return line(words) + (" …" if len(words) < len(whole) else "")


def _statement(index: Index, key: str) -> StatementThing | None:
    for statement in index.comparison.statements:
        if anchor("statement", statement.id) == key:
            speaker = index.entities.get(statement.speaker or "")
            said = tuple(
                Quoted(a.id, index.heads[a.report].letter, _words(index, a.id)) for a in index.attributions_of(statement)
            )
            return StatementThing(statement.id, _name(speaker) if speaker else None, said)
    return None


def _person(index: Index, key: str) -> PersonThing | None:
    for entity in index.comparison.entities:
        if anchor("entity", entity.id) == key:
            named = {place.report for spelling in entity.spellings for place in spelling.mentions}
            heads = tuple(head for report, head in index.heads.items() if report in named)
            spellings = tuple(dict.fromkeys(line(spelling.text) for spelling in entity.spellings))
            return PersonThing(entity.id, line(entity.name), entity.kind, spellings, heads)
    return None


def _difference(index: Index, key: str) -> DifferenceThing | None:
    found = (d for d in index.comparison.differences if anchor("difference", d.id) == key)
    return next((DifferenceThing(d.id, line(d.explanation)) for d in found), None)


def _block(index: Index, key: str) -> BlockThing | None:
    report, _, start = key.rpartition("_")
    for head, block, text in _blocks(index):
        if head.anchor == report and str(block) == start:
            return text
    return None


def _blocks(index: Index) -> Iterator[tuple[Head, int, BlockThing]]:
    for report in index.comparison.reports:
        head = index.heads[report.id]
        for block in report.blocks:
            words = _begin(report.slice(block.span).split())
            yield head, block.span.start, BlockThing(report.id, head.name, words, block.role)


def _begin(words: Iterable[str]) -> str:
    return " ".join(list(words)[:BLOCK_WORDS])[:LONGEST]
