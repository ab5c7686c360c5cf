"""Persons of the story: the persons of its reports, joined where the evidence is enough and nothing forbids it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from daylight.model import SentencePair
from daylight.resolve.coreference import Candidate
from daylight.resolve.evidence import ENOUGH, MARGIN, forbidden, weigh
from daylight.resolve.letters import sound
from daylight.resolve.syntax import Tree

_CROWD = 60
"""Candidates under one key from which on the key tells nothing; keeps a story of 200 reports near linear."""


class Persons:
    """A partition of candidates that only grows coarser. Candidates are known by their index."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = candidates
        self._group = list(range(len(candidates)))
        self._members: dict[int, list[int]] = {i: [i] for i in range(len(candidates))}

    def group(self, i: int) -> int:
        """The group that candidate ``i`` is in, by its least index."""
        return self._group[i]

    def members(self, i: int) -> list[Candidate]:
        """The candidates of the group of ``i``."""
        return [self.candidates[j] for j in self._members[self._group[i]]]

    def join(self, i: int, j: int) -> bool:
        """Join two groups unless a member of one forbids a member of the other."""
        a, b = sorted((self._group[i], self._group[j]))
        if a == b:
            return True
        if any(forbidden(self.candidates[x], self.candidates[y]) for x in self._members[a] for y in self._members[b]):
            return False
        for member in self._members.pop(b):
            self._group[member] = a
            self._members[a].append(member)
        return True

    def groups(self) -> list[list[Candidate]]:
        """All groups, in the order of their first candidate."""
        return [[self.candidates[j] for j in self._members[g]] for g in sorted(self._members)]


def join_people(
    trees: Sequence[Tree], candidates: Sequence[Candidate], pairs: Sequence[SentencePair]
) -> list[list[Candidate]]:
    """Group the candidates of all reports into persons: full names first, then short names to their best host."""
    persons = Persons(candidates)
    aligned = _aligned(trees, candidates, pairs)
    scored = sorted(
        (-weigh(candidates[i], candidates[j], aligned.get((i, j), 0.0)).score, i, j) for i, j in _likely(candidates, aligned)
    )
    edges = [(-score, i, j) for score, i, j in scored if -score >= ENOUGH]
    for _, i, j in edges:
        if candidates[i].full and candidates[j].full:
            persons.join(i, j)
    _attach_short(persons, edges)
    for _, i, j in edges:
        if not candidates[i].full and not candidates[j].full:
            persons.join(i, j)
    return persons.groups()


def _attach_short(persons: Persons, edges: Iterable[tuple[float, int, int]]) -> None:
    """Give each candidate that is nowhere named in full to the person whom it fits clearly best."""
    hosts: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
    for score, i, j in edges:
        for short, host in ((i, j), (j, i)):
            if not persons.candidates[short].full and persons.candidates[host].full:
                best = hosts[short].get(persons.group(host), (0.0, host))
                hosts[short][persons.group(host)] = max(best, (score, host), key=lambda x: x[0])
    for short in sorted(hosts):
        ranked = sorted(hosts[short].items(), key=lambda x: (-x[1][0], -_weight(persons, x[0]), x[0]))
        fitting = [(score, host) for _, (score, host) in ranked if not _excluded(persons, short, host)]
        if fitting and (len(fitting) == 1 or _clear(persons, fitting[0], fitting[1])):
            persons.join(short, fitting[0][1])


def _excluded(persons: Persons, short: int, host: int) -> bool:
    return any(forbidden(persons.candidates[short], member) for member in persons.members(host))


def _clear(persons: Persons, best: tuple[float, int], second: tuple[float, int]) -> bool:
    ahead = best[0] - second[0]
    return ahead >= MARGIN or _weight(persons, best[1]) >= 2 * _weight(persons, second[1])


def _weight(persons: Persons, i: int) -> int:
    return sum(len(member.mentions) for member in persons.members(i))


def _likely(candidates: Sequence[Candidate], aligned: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Pairs that share a key; all others are never looked at."""
    keys: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, candidate in enumerate(candidates):
        for key in _keys(candidate):
            keys[key].append(i)
    found = set(aligned)
    for key in sorted(keys):
        found.update(combinations(_spread(keys[key]), 2))
    return sorted(found)


def _spread(indices: list[int]) -> list[int]:
    return indices if len(indices) <= _CROWD else indices[:: len(indices) // _CROWD + 1]


def _keys(candidate: Candidate) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = set()
    for name in candidate.names:
        keys.update(("word", sound(word)) for word in name.words if len(word) > 1)
        keys.add(("start", sound(name.surname)[:3]))
        keys.add(("glued", sound(name.glued)[:4]))
    keys.update(("office", o.noun, *sorted(o.blocking), *sorted(o.rest)) for o in candidate.offices if o.blocking or o.rest)
    return keys


def _aligned(
    trees: Sequence[Tree], candidates: Sequence[Candidate], pairs: Sequence[SentencePair]
) -> dict[tuple[int, int], float]:
    """How often two candidates are the only unlike persons of two aligned sentences, weighed by the pairs' scores."""
    inside: dict[tuple[str, int], set[int]] = defaultdict(set)
    for i, candidate in enumerate(candidates):
        tree = trees[candidate.report]
        for mention in candidate.mentions:
            inside[tree.report, tree.tokens[mention.first].sentence].add(i)
    found: dict[tuple[int, int], float] = defaultdict(float)
    for pair in pairs:
        here, there = inside[pair.report_a, pair.a], inside[pair.report_b, pair.b]
        if here and there:
            left, right = _without_shared(candidates, here, there)
            if len(left) == len(right) == 1:
                i, j = sorted((left[0], right[0]))
                found[i, j] += pair.score
    return dict(found)


def _without_shared(candidates: Sequence[Candidate], here: set[int], there: set[int]) -> tuple[list[int], list[int]]:
    surnames_here = {name.surname for i in here for name in candidates[i].names}
    surnames_there = {name.surname for i in there for name in candidates[i].names}
    shared = surnames_here & surnames_there
    return (
        sorted(i for i in here if not shared & {name.surname for name in candidates[i].names}),
        sorted(i for i in there if not shared & {name.surname for name in candidates[i].names}),
    )
