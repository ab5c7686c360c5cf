"""Which names of one report are one person's: precise before greedy."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from daylight.resolve.letters import sound
from daylight.resolve.lists import gender_of_given, honorifics, plain, words
from daylight.resolve.mentions import NameMention
from daylight.resolve.names import Name, compare_given, compare_surname, forms_of, nickname
from daylight.resolve.roles import Office, PrintedRole, gender_of_role, offices_of
from daylight.resolve.syntax import Tree

SAME_SURNAME = 0.95
"""From here on two last names are one, told by another school of transliteration at most (see ``letters.likeness``)."""

_LOOK_BACK = 200  # names looked back over for the last of several hosts


@dataclass(eq=False)
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


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The full names of a story: in how many reports each is printed, middle names and spelling of the text left out."""

    reports: Counter[Name]
    surnames: frozenset[str]
    elders: frozenset[str]
    """Last names of those who bear no "Jr."."""

    @classmethod
    def of(cls, names: Sequence[Sequence[NameMention]]) -> KnownNames:
        """Count the names of all reports."""
        full = ({_bare(m.name) for m in report if m.kind == "person" and m.name.full} for report in names)
        reports = Counter(name for report in full for name in report)
        elders = frozenset(name.surname for name in reports if not name.suffix)
        return cls(reports, frozenset(name.surname for name in reports), elders)


class _Persons:
    """The persons of one report that are found so far, by the keys of their names: none is looked at that shares none."""

    def __init__(self) -> None:
        self.found: list[Candidate] = []
        self._by_key: dict[str, dict[int, None]] = defaultdict(dict)
        self._place: dict[int, int] = {}

    def like(self, name: Name) -> list[Candidate]:
        """The persons one of whose names shares a key with a name, in the order in which they were found."""
        return [self.found[i] for i in sorted({i for key in _keys(name) for i in self._by_key.get(key, ())})]

    def put(self, mention: NameMention, host: Candidate | None) -> Candidate:
        """Give a mention to its person, or to a new one."""
        if host is None:
            host = Candidate(mention.report)
            self._place[id(host)] = len(self.found)
            self.found.append(host)
        host.add(mention)
        for key in _keys(mention.name):
            self._by_key[key][self._place[id(host)]] = None
        return host


@lru_cache(maxsize=16_384)
def _keys(name: Name) -> frozenset[str]:
    """What two names that may be one person's in one report have in common: a word, or words run together, by sound."""
    runs = ("".join(name.words[-size:]) for size in (1, 2, 3))
    pet_forms = (form for word in name.words[:1] for form in forms_of(word))
    return frozenset(sound(key) for key in (*name.words, *runs, name.glued, *pet_forms) if key)


def group_names(
    tree: Tree, names: Sequence[NameMention], roles: Sequence[PrintedRole], known: KnownNames
) -> list[Candidate]:
    """The persons of one report: full names first, then the short ones, each with the person whom it can mean."""
    by_mention: dict[int, Candidate] = {}
    people = [(at, mention) for at, mention in enumerate(names) if mention.kind == "person" and mention.name.words]
    persons = _Persons()
    for at, mention in people:
        if mention.name.full:
            same = (c for c in persons.like(mention.name) if _same_full(c, mention.name))
            by_mention[at] = persons.put(mention, next(same, None))
    _add_roles(roles, by_mention)
    for at, mention in people:
        title = title_before(tree, mention)
        if not mention.name.full:
            like = persons.like(mention.name)
            hosts = _heads_of_family(_best_known(_hosts(mention, title, [c for c in like if c.full], known), known))
            alone = (c for c in like if not c.full and _same_short(c, mention, title))
            host = _nearest(at, hosts, by_mention) if hosts else next(alone, None)
            by_mention[at] = persons.put(mention, host)
        if title:
            by_mention[at].titles.add(title)
        by_mention[at].in_headline |= tree.annotated.role_at(mention.span.start) == "headline"
    _add_roles((role for role in roles if not names[role.at].name.full), by_mention)
    return persons.found


def _add_roles(roles: Iterable[PrintedRole], by_mention: Mapping[int, Candidate]) -> None:
    for role in roles:
        if role.at in by_mention:
            by_mention[role.at].roles.append(role)


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


def _hosts(mention: NameMention, title: str, full: Sequence[Candidate], known: KnownNames) -> list[Candidate]:
    """Persons with a full name whom a short name can mean."""
    short = mention.name
    gender = gender_of_role(title) if title else None
    fitting = [c for c in full if gender is None or c.gender in {None, gender}]
    by_surname = [c for c in fitting if any(compare_surname(name, short) >= SAME_SURNAME - 0.01 for name in c.full)]
    if short.suffix:
        return [c for c in by_surname if any(name.suffix == short.suffix for name in c.full)]
    plain_ones = [c for c in by_surname if not any(name.suffix in {"jr", "ii", "iii", "iv"} for name in c.full)]
    if by_surname:
        return plain_ones or ([] if short.surname in known.elders else by_surname)
    if short.surname in known.surnames:
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


def _best_known(hosts: list[Candidate], known: KnownNames) -> list[Candidate]:
    """Of several hosts those whom most reports name: a last name alone means the one whom the story is about.

    One report more is no evidence: it may print the other's name otherwise.
    """
    if len(hosts) < 2:
        return hosts
    reports = [max(known.reports[_bare(name)] for name in host.full) for host in hosts]
    return [host for host, count in zip(hosts, reports, strict=True) if max(reports) - count < 2]


def _heads_of_family(hosts: list[Candidate]) -> list[Candidate]:
    """Of several hosts those not introduced as another's son or wife: these are called by their first names."""
    own = [host for host in hosts if not any(_kin(role) for role in host.roles)]
    return own or hosts


def _kin(role: PrintedRole) -> bool:
    printed = {plain(word) for word in re.split(r"[\s-]+", role.text)}
    return "of" not in printed and not words("roles", "kin").isdisjoint(printed)


def _bare(name: Name) -> Name:
    return Name("", (name.given, name.surname), name.suffix)


def _nearest(at: int, hosts: Sequence[Candidate], by_mention: dict[int, Candidate]) -> Candidate:
    """The host mentioned last before the name, else the first one after it."""
    before = (
        [i for i in range(at - 1, max(at - _LOOK_BACK, -1), -1) if by_mention.get(i) in hosts][:1] if len(hosts) > 1 else []
    )
    return by_mention[before[0]] if before else hosts[0]
