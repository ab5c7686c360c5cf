"""How reports name one person or body, and in which office."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from daylight.compare.explain import Group, differing, misspelt
from daylight.compare.folding import lemma, units
from daylight.lexicon import load
from daylight.model import About, Difference, Entity, Place, Role, Spelling
from daylight.offsets import digest

_OWNER = re.compile(r"(?:its|his|her|their|the \w+['’]s|(?:mr|mrs|ms)\.? \w+['’]s) ", re.IGNORECASE)
_PARTS = re.compile(r",|;|\band\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """One office as printed: its head ("chairman") and what it is of (folded words).

    ``owned`` says that a possessive stands before it ("its", "the group's"): it is of a body that the text takes as known.
    """

    head: str
    scope: frozenset[str]
    role: Role
    owned: bool = False


LIKE_NAME = 75
"""Least ratio at which a lone word is read as a damaged form of a name: "Shephardson", not "Putin" for "Patton" (73)."""

HANDLES = ("@", "#")
"""Marks of a name that is an account's or a tag, which are written so on purpose."""

STEM = 3
"""Letters that a country's name and its adjective share: "Norway" and "Norwegian", "Turkey" and "Turkish"."""


def compare_names(entity: Entity, label: dict[str, str]) -> list[Difference]:
    """One difference where a report garbles the name; short forms and other transliterations are none."""
    sound = [spelling for spelling in entity.spellings if spelling.status != "garbled" and spelling.mentions]
    known = {_folded(spelling.text) for spelling in sound}
    bad = {_folded(s.text): s for s in reversed(entity.spellings) if s.status == "garbled" and s.mentions}
    words = {f"{word}s" for name in known for word in name.split()}
    garbled = [bad[key] for key in reversed(bad) if key not in known and key not in words and _is_theirs(bad[key], entity)]
    if not garbled:
        return []
    first = next((s for s in sound if s.status == "preferred"), sound[0] if sound else None)
    shown = [*([first] if first else []), *garbled]
    evidence = tuple(place for spelling in shown for place in _first_places(spelling))
    changed = tuple((first.text, s.text) for s in garbled) if first else ()
    text = misspelt(_by_reports(garbled, label), first.text if first else entity.name)
    about = About("entity", entity.id)
    return [Difference(digest("d", "name", entity.id), "name", about, evidence, text, "spellings", 0.8, changed)]


def _is_theirs(garbled: Spelling, entity: Entity) -> bool:
    """Whether a garbled form surely is the person's: a lone word unlike the name needs a longer form in the same report."""
    if garbled.text.startswith(HANDLES):
        return False
    if len(garbled.text.split()) > 1:
        return True
    longer = {place.report for s in entity.spellings if len(s.text.split()) > 1 for place in s.mentions}
    if any(place.report in longer for place in garbled.mentions):
        return True
    names = [
        part for s in entity.spellings if s.status == "preferred" for part in (*s.text.split(), s.text.replace(" ", ""))
    ]
    return any(fuzz.ratio(garbled.text.casefold(), name.casefold()) >= LIKE_NAME for name in names)


def _folded(name: str) -> str:
    """A name without case, accents and marks: those are typography."""
    return " ".join(unit.key for unit in units(name))


def _by_reports(garbled: list[Spelling], label: dict[str, str]) -> list[tuple[list[str], list[str]]]:
    """Which reports print which spellings: those that print the same ones, together."""
    printed: dict[str, list[str]] = {}
    for spelling in garbled:
        for name in dict.fromkeys(label[place.report] for place in spelling.mentions):
            printed.setdefault(name, []).append(spelling.text)
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, texts in printed.items():
        alike.setdefault(tuple(texts), []).append(name)
    return [(names, list(texts)) for texts, names in alike.items()]


def _first_places(spelling: Spelling) -> list[Place]:
    """The first mention in each report."""
    first: dict[str, Place] = {}
    for place in sorted(spelling.mentions):
        first.setdefault(place.report, place)
    return list(first.values())


def compare_roles(entity: Entity, label: dict[str, str]) -> list[Difference]:
    """One difference where a report gives an office that no other gives, and lacks the one that the others give."""
    offices = [office for role in entity.roles for office in offices_of(role)]
    for x in offices:
        for y in offices:
            if (
                x.role.report < y.role.report
                and _rivals(x, y)
                and _alone(x, y.role.report, offices)
                and _alone(y, x.role.report, offices)
            ):
                return [_role_difference(entity, x, y, label)]
    return []


def offices_of(role: Role) -> list[Office]:
    """The offices in a role as printed; "minister and deputy leader" holds two."""
    found = []
    for part in _PARTS.split(role.text):
        keys = [unit.key for unit in units(part[_owner(part) :])]
        head, taken = _head(keys)
        if head and not set(keys) & set(load("offices")["seekers"]):
            passing = set(load("offices")["passing"])
            scope = frozenset(lemma(key) for key in keys if key not in taken and key not in passing)
            owned = bool(_owner(part) or "'s" in keys)
            found.append(Office(head, frozenset() if _owner(part) else scope - {"'s"}, role, owned))
    return found


def _owner(part: str) -> int:
    """Where the office begins behind whose it is: "the union’s chairman", so that of what it is remains open."""
    owner = _OWNER.match(part)
    return owner.end() if owner else 0


@cache
def _heads() -> dict[str, str]:
    return {form: group[0] for group in load("offices")["offices"] for form in group}


def _head(keys: list[str]) -> tuple[str, set[str]]:
    """The office that the words name, longest first, and the words that name it."""
    for length in (3, 2, 1):
        for i in range(len(keys) - length + 1):
            form = " ".join(keys[i : i + length])
            if form in _heads():
                deputy = keys[i - 1] if i and keys[i - 1] in load("offices")["deputies"] else ""
                return f"{deputy} {_heads()[form]}".strip(), {*keys[i : i + length], deputy}
    return "", set()


def _same(x: Office, y: Office) -> bool:
    """One office, or a shorter form of it."""
    return x.head == y.head and not (_missing(x.scope, y.scope) and _missing(y.scope, x.scope))


def _missing(scope: frozenset[str], other: frozenset[str]) -> list[str]:
    """Words of one scope that the other lacks, a country and its adjective taken for one: "Poland", "Polish"."""
    return [word for word in scope if not any(word[:STEM] == known[:STEM] for known in other)]


def _rivals(x: Office, y: Office) -> bool:
    """Two offices of one body, or of two fields, of which at most one can be right."""
    lists = load("offices")
    if x.head == y.head:
        return x.head in lists["portfolios"] and bool(x.scope and y.scope) and not _loosely(x.scope, y.scope)
    if _ranked(x, y):
        return not {x.head, y.head}.isdisjoint(lists["single"])
    if x.head not in lists["single"] or y.head not in lists["single"]:
        return False
    if x.owned and y.owned and {x.head, y.head} <= set(lists["of_one_body"]):
        return True
    return bool(x.scope & y.scope)


def _loosely(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether two scopes have any word in common, or one may be the other's initials."""
    return len(_missing(x, y)) < len(x) or any(len(word) <= STEM for word in x | y)


def _ranked(x: Office, y: Office) -> bool:
    """President against vice president, whoever else may be a deputy."""
    deputies = load("offices")["deputies"]
    return any(x.head == f"{word} {y.head}" or y.head == f"{word} {x.head}" for word in deputies)


def _alone(office: Office, report: str, offices: list[Office]) -> bool:
    """Whether ``report`` gives the person no such office."""
    return not any(_same(office, other) for other in offices if other.role.report == report)


def _role_difference(entity: Entity, x: Office, y: Office, label: dict[str, str]) -> Difference:
    groups = [Group((label[o.role.report],), o.role.text) for o in (x, y)]
    evidence = tuple(Place(o.role.report, o.role.span) for o in (x, y))
    text = differing("role", groups, f"The office of {entity.name} differs")
    changed = ((x.role.text, y.role.text),)
    return Difference(
        digest("d", "role", entity.id), "role", About("entity", entity.id), evidence, text, "offices", 0.7, changed
    )
