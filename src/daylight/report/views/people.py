"""People, organisations and places: how each report prints their names and roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from daylight.model import About, Entity, Place, Role, Spelling
from daylight.report.findings import findings
from daylight.report.index import Index
from daylight.report.labels import label
from daylight.report.links import anchor, place_anchor
from daylight.report.view import Finding, Head, Row
from daylight.report.views.sheets import sheet_anchor
from daylight.report.visible import line


@dataclass(frozen=True, slots=True)
class Printed:
    """A spelling or a role as one report prints it. ``status`` is "" for a role and where nothing needs to be said."""

    text: str
    href: str
    status: str
    label: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class PersonCell:
    """How one report prints a name and a role."""

    head: Head
    spellings: tuple[Printed, ...]
    roles: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A person, organisation or place.

    ``rows`` are the numbers of the statements that it makes, with their anchors; ``sheet`` leads to all of them in words.
    ``by_hand`` are the human decisions that made it what it is; ``identifiers`` come from an authority file.
    """

    anchor: str
    name: str
    kind: str
    cells: tuple[PersonCell, ...]
    findings: tuple[Finding, ...]
    rows: tuple[tuple[int, str], ...]
    sheet: str
    by_hand: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()


def people(index: Index, rows: Iterable[Row]) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Those of whom there is something to tell, and the other names.

    Those about whom something differs first, then people, then the bodies that speak, the talkative before the silent.
    """
    spoken: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        spoken.setdefault((row.speaker_href or "")[1:], []).append((row.number, "#" + row.anchor))
    kinds = {label("entity", kind): place for place, kind in enumerate(("person", "organization", "place"))}
    everyone = [_person(index, entity, spoken) for entity in index.comparison.entities]
    everyone.sort(key=lambda p: (not p.findings, not _uneven(p), kinds[p.kind], -len(p.rows)))
    telling = tuple(p for p in everyone if _tells(p))
    return telling, tuple(p for p in everyone if not _tells(p))


def _tells(person: Person) -> bool:
    """Whether it is worth a column a report: something differs, it speaks, or a person has an office or several names."""
    if person.findings or person.rows or _uneven(person):
        return True
    names = {spelling.text for cell in person.cells for spelling in cell.spellings}
    return person.kind == label("entity", "person") and (len(names) > 1 or any(cell.roles for cell in person.cells))


def _uneven(person: Person) -> bool:
    """Whether a spelling is printed that no careful writer would choose."""
    return any(spelling.status == "garbled" for cell in person.cells for spelling in cell.spellings)


def _person(index: Index, entity: Entity, spoken: dict[str, list[tuple[int, str]]]) -> Person:
    own = anchor("entity", entity.id)
    return Person(
        anchor=own,
        name=line(entity.name),
        kind=label("entity", entity.kind),
        cells=tuple(
            PersonCell(head, _spellings(entity.spellings, key), _roles(entity.roles, key))
            for key, head in index.heads.items()
        ),
        findings=findings(index, About("entity", entity.id)),
        rows=tuple(spoken.get(own, ())),
        sheet="#" + sheet_anchor(entity.id),
        by_hand=index.by_hand(About("entity", entity.id)),
        identifiers=tuple(line(f"{i.scheme} {i.value}") for i in entity.identifiers),
    )


def _spellings(spellings: Iterable[Spelling], report: str) -> tuple[Printed, ...]:
    """The spellings of one report, the most frequent first."""
    found = []
    for spelling in spellings:
        here = [place for place in spelling.mentions if place.report == report]
        if here:
            found.append(
                Printed(
                    text=line(spelling.text),
                    href="#" + place_anchor(min(here)),
                    status=spelling.status,
                    label=label("spelling", spelling.status),
                    reason=line(spelling.reason),
                    count=len(here),
                )
            )
    return tuple(sorted(found, key=lambda printed: -printed.count))


def _roles(roles: Iterable[Role], report: str) -> tuple[Printed, ...]:
    """The roles of one report as printed, each wording once."""
    found: dict[str, list[Role]] = {}
    for role in roles:
        if role.report == report:
            found.setdefault(line(role.text), []).append(role)
    return tuple(
        Printed(text, "#" + place_anchor(Place(report, same[0].span)), "", "", "", len(same)) for text, same in found.items()
    )
