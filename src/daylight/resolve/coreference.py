"""Which names of one report are one person's: precise before greedy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from daylight.resolve.lists import gender_of_given, honorifics, plain, words
from daylight.resolve.mentions import NameMention
from daylight.resolve.names import Name, compare_given, compare_surname, nickname
from daylight.resolve.roles import Office, PrintedRole, gender_of_role, offices_of
from daylight.resolve.syntax import Tree

SAME_SURNAME = 0.95
"""From here on two last names are one, told by another school of transliteration at most (see ``letters.likeness``)."""

_LOOK_BACK = 200  # names looked back over for the last of several hosts


@dataclass
class Candidate:
    """What one report calls one person, so far as the report alone tells. Grows while the report is read."""

    report: int
    mentions: list[NameMention] = field(default_factory=list)
    roles: list[PrintedRole] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    in_headline: bool = False
    names: tuple[Name, ...] = ()
    """The distinct names, in the order of their first mention."""

    def add(self, mention: NameMention) -> None:
        """Take one more mention."""
        self.mentions.append(mention)
        if mention.name not in self.names:
            self.names = (*self.names, mention.name)

    @property
    def full(self) -> tuple[Name, ...]:
        """Those of the names that have a first and a last name."""
        return tuple(name for name in self.names if name.full)

    @property
    def offices(self) -> frozenset[Office]:
        """Every office that the report gives the person."""
        return frozenset(office for role in self.roles for office in offices_of(role.text))

    @property
    def gender(self) -> str | None:
        """The gender that titles, roles and first names tell, in this order; None where they tell none or disagree."""
        by_title = {g for title in self.titles if (g := gender_of_role(title))}
        by_role = {g for role in self.roles if (g := gender_of_role(role.text.split(" of ")[0]))}
        by_name = {g for name in self.full if (g := gender_of_given(name.given))}
        told = by_title or by_name or by_role
        return next(iter(told)) if len(told) == 1 else None


def title_before(tree: Tree, mention: NameMention) -> str:
    """The form of address before a name, "" where there is none."""
    if mention.first and plain(tree.tokens[mention.first - 1].text) in honorifics():
        return plain(tree.tokens[mention.first - 1].text)
    return ""


def group_names(
    tree: Tree, names: Sequence[NameMention], roles: Sequence[PrintedRole], known: Counter[Name]
) -> list[Candidate]:
    """The persons of one report. ``known`` counts the reports of the story that print each name in full."""
    by_mention: dict[int, Candidate] = {}
    people = [(at, mention) for at, mention in enumerate(names) if mention.kind == "person" and mention.name.words]
    found: list[Candidate] = []
    for at, mention in people:
        if mention.name.full:
            by_mention[at] = _place(mention, (c for c in found if _same_full(c, mention.name)), found)
    for role in roles:
        if role.at in by_mention:
            by_mention[role.at].roles.append(role)
    for at, mention in people:
        if not mention.name.full:
            hosts = _heads_of_family(_best_known(_hosts(tree, mention, [c for c in found if c.full], known), known))
            host = _nearest(at, hosts, by_mention) if hosts else None
            alone = (c for c in found if not c.full and _same_short(c, mention, title_before(tree, mention)))
            by_mention[at] = _place(mention, iter([host]) if host else alone, found)
        title = title_before(tree, mention)
        if title:
            by_mention[at].titles.add(title)
        by_mention[at].in_headline |= tree.annotated.role_at(mention.span.start) == "headline"
    for role in roles:
        if role.at in by_mention and not names[role.at].name.full:
            by_mention[role.at].roles.append(role)
    return found


def _place(mention: NameMention, hosts: Iterator[Candidate], found: list[Candidate]) -> Candidate:
    host = next(hosts, None)
    if host is None:
        host = Candidate(mention.report)
        found.append(host)
    host.add(mention)
    return host


def _same_full(candidate: Candidate, name: Name) -> bool:
    return all(
        other.suffix == name.suffix and compare_surname(other, name) >= SAME_SURNAME and compare_given(other, name) == "same"
        for other in candidate.full
    ) and bool(candidate.full)


def _same_short(candidate: Candidate, mention: NameMention, title: str) -> bool:
    gender = gender_of_role(title) if title else None
    clash = gender is not None and candidate.gender is not None and gender != candidate.gender
    return not clash and any(
        other.words == mention.name.words and other.suffix == mention.name.suffix for other in candidate.names
    )


def _hosts(tree: Tree, mention: NameMention, full: Sequence[Candidate], known: Counter[Name]) -> list[Candidate]:
    """Persons with a full name whom a short name can mean."""
    short = mention.name
    title = title_before(tree, mention)
    gender = gender_of_role(title) if title else None
    fitting = [c for c in full if gender is None or c.gender in {None, gender}]
    by_surname = [c for c in fitting if any(compare_surname(name, short) >= SAME_SURNAME - 0.01 for name in c.full)]
    if short.suffix:
        return [c for c in by_surname if any(name.suffix == short.suffix for name in c.full)]
    plain_ones = [c for c in by_surname if not any(name.suffix in {"jr", "ii", "iii", "iv"} for name in c.full)]
    if by_surname:
        elder = any(name.surname == short.surname and not name.suffix for name in known)
        return plain_ones or ([] if elder else by_surname)
    if any(name.surname == short.surname for name in known):
        return []
    by_given = [c for c in fitting if any(called_by_given(name, short, title) for name in c.full)]
    by_first_of_two = [c for c in fitting if any(short.surname in name.middle for name in c.full)]
    return next((hosts for hosts in (by_given, by_first_of_two) if len(hosts) == 1), [])


def called_by_given(full: Name, short: Name, title: str) -> bool:
    """Whether a short name is the first name of a full one: bare, or after "Sir" and the like, then in any of its forms."""
    if not title:
        return full.given == short.surname
    return (
        title in words("titles", "honorifics", "before_given")
        and len(full.given) > 1
        and nickname(full.given, short.surname)
    )


def _best_known(hosts: list[Candidate], known: Counter[Name]) -> list[Candidate]:
    """Of several hosts those whom most reports name: a last name alone means the one whom the story is about.

    One report more is no evidence: it may print the other's name otherwise.
    """
    if len(hosts) < 2:
        return hosts
    reports = [max(known[_bare(name)] for name in host.full) for host in hosts]
    return [host for host, count in zip(hosts, reports, strict=True) if max(reports) - count < 2]


def _heads_of_family(hosts: list[Candidate]) -> list[Candidate]:
    """Of several hosts those not introduced as another's son or wife: these are called by their first names."""
    own = [host for host in hosts if not any(_kin(role) for role in host.roles)]
    return own or hosts


def _kin(role: PrintedRole) -> bool:
    printed = {plain(word) for word in re.split(r"[\s-]+", role.text)}
    return "of" not in printed and not words("roles", "kin").isdisjoint(printed)


def name_counts(names: Sequence[Sequence[NameMention]]) -> Counter[Name]:
    """In how many reports each name is printed in full, middle names and spelling of the text left out."""
    return Counter(
        name for report in names for name in {_bare(m.name) for m in report if m.kind == "person" and m.name.full}
    )


def _bare(name: Name) -> Name:
    return Name("", (name.given, name.surname), name.suffix)


def _nearest(at: int, hosts: Sequence[Candidate], by_mention: dict[int, Candidate]) -> Candidate:
    """The host mentioned last before the name, else the first one after it."""
    before = (
        [i for i in range(at - 1, max(at - _LOOK_BACK, -1), -1) if by_mention.get(i) in hosts][:1] if len(hosts) > 1 else []
    )
    return by_mention[before[0]] if before else hosts[0]
