"""Persons of the story: the persons of its reports, joined where the evidence is enough and nothing forbids it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from daylight.model import SentencePair
from daylight.resolve.coreference import Candidate
from daylight.resolve.evidence import ENOUGH, MARGIN, excluded, one_report_may_mean_one, weigh
from daylight.resolve.letters import sound
from daylight.resolve.syntax import Tree

_NO_VOWELS = str.maketrans("", "", "aeiouyh")

_CROWD = 60
"""Candidates under one key from which on the key tells nothing; keeps a story of 200 reports near linear."""


Signature = tuple[tuple[str, ...], str | None]
"""What decides about a candidate besides its report: its names, and the gender that it is told to have."""


class Persons:
    """A partition of candidates that only grows coarser. Candidates are known by their index."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = candidates
        self.signatures = [_signature(candidate) for candidate in candidates]
        self._group = list(range(len(candidates)))
        self._members: dict[int, list[int]] = {i: [i] for i in range(len(candidates))}
        self._excluded: dict[tuple[Signature, Signature], bool] = {}

    def group(self, i: int) -> int:
        """The group that candidate ``i`` is in, by its least index."""
        return self._group[i]

    def weight(self, i: int) -> int:
        """How often the person that ``i`` belongs to is named."""
        return sum(len(self.candidates[j].mentions) for j in self._members[self._group[i]])

    def join(self, i: int, j: int) -> bool:
        """Join two groups unless a member of one forbids a member of the other."""
        a, b = sorted((self._group[i], self._group[j]))
        if a == b:
            return True
        if self.forbidden(a, b):
            return False
        for member in self._members.pop(b):
            self._group[member] = a
            self._members[a].append(member)
        return True

    def forbidden(self, i: int, j: int) -> bool:
        """Whether the groups of two candidates cannot be one person: by their names, or by a report that has both."""
        left, right = self._members[self._group[i]], self._members[self._group[j]]
        first = {self.signatures[x]: x for x in left}
        second = {self.signatures[y]: y for y in right}
        if any(self._excludes(x, y) for x in first.values() for y in second.values()):
            return True
        by_report: dict[int, list[int]] = defaultdict(list)
        for x in left:
            by_report[self.candidates[x].report].append(x)
        return any(
            not one_report_may_mean_one(self.candidates[x], self.candidates[y])
            for y in right
            for x in by_report.get(self.candidates[y].report, ())
        )

    def _excludes(self, x: int, y: int) -> bool:
        key = self.signatures[x], self.signatures[y]
        if key not in self._excluded:
            self._excluded[key] = excluded(self.candidates[x], self.candidates[y]) is not None
        return self._excluded[key]

    def groups(self) -> list[list[Candidate]]:
        """All groups, in the order of their first candidate."""
        return [[self.candidates[j] for j in self._members[g]] for g in sorted(self._members)]


def _signature(candidate: Candidate) -> Signature:
    return tuple(sorted({f"{' '.join(name.words)} {name.suffix}" for name in candidate.names})), candidate.gender


def join_people(
    trees: Sequence[Tree], candidates: Sequence[Candidate], pairs: Sequence[SentencePair]
) -> list[list[Candidate]]:
    """Group the candidates of all reports into persons: full names first, then short names to their best host."""
    persons = Persons(candidates)
    alike: dict[Signature, list[int]] = defaultdict(list)
    for i, signature in enumerate(persons.signatures):
        alike[signature].append(i)
    for same in alike.values():
        for i in same[1:]:
            if candidates[i].full:
                persons.join(same[0], i)
    edges = _edges(persons, alike, _aligned(trees, candidates, pairs))
    for _, i, j in edges:
        if candidates[i].full and candidates[j].full:
            persons.join(i, j)
    _attach_short(persons, edges)
    for _, i, j in edges:
        if not candidates[i].full and not candidates[j].full:
            persons.join(i, j)
    return persons.groups()


def _edges(
    persons: Persons, alike: Mapping[Signature, list[int]], aligned: Mapping[tuple[int, int], float]
) -> list[tuple[float, int, int]]:
    """Pairs of candidates with enough evidence, best first.

    Candidates of one signature are weighed once, by the one of them with the most roles; what holds for it holds for
    all short names of that signature.
    """
    stands_for = {sig: max(same, key=lambda i: (len(persons.candidates[i].roles), -i)) for sig, same in alike.items()}
    representatives = sorted(stands_for.values())
    likely = _likely(persons.candidates, representatives) | set(aligned)
    for same in alike.values():
        if not persons.candidates[same[0]].full:
            likely.update(pairwise(same))
    found: list[tuple[float, int, int]] = []
    for i, j in sorted(likely):
        score = weigh(persons.candidates[i], persons.candidates[j], aligned.get((i, j), 0.0)).score
        if score >= ENOUGH:
            found.extend((score, *pair) for pair in _expand(persons, alike, stands_for, i, j))
    return sorted(set(found), key=lambda edge: (-edge[0], edge[1], edge[2]))


def _expand(
    persons: Persons, alike: Mapping[Signature, list[int]], stands_for: Mapping[Signature, int], i: int, j: int
) -> Iterator[tuple[int, int]]:
    """The pair, and where a side stands for short names of other reports, those as well."""
    yield i, j
    for one, other in ((i, j), (j, i)):
        signature = persons.signatures[one]
        if stands_for[signature] == one and not persons.candidates[one].full and persons.candidates[other].full:
            yield from ((short, other) for short in alike[signature])


def _attach_short(persons: Persons, edges: Iterable[tuple[float, int, int]]) -> None:
    """Give each candidate that is nowhere named in full to the person whom it fits clearly best."""
    hosts: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
    for score, i, j in edges:
        for short, host in ((i, j), (j, i)):
            if not persons.candidates[short].full and persons.candidates[host].full:
                best = hosts[short].get(persons.group(host), (0.0, host))
                hosts[short][persons.group(host)] = max(best, (score, host), key=lambda x: x[0])
    for short in sorted(hosts):
        ranked = sorted(hosts[short].items(), key=lambda x: (-x[1][0], -persons.weight(x[0]), x[0]))
        fitting = [(score, host) for _, (score, host) in ranked if not persons.forbidden(short, host)]
        if fitting and (len(fitting) == 1 or _clear(persons, fitting[0], fitting[1])):
            persons.join(short, fitting[0][1])


def _clear(persons: Persons, best: tuple[float, int], second: tuple[float, int]) -> bool:
    return best[0] - second[0] >= MARGIN or persons.weight(best[1]) >= 2 * persons.weight(second[1])


def _likely(candidates: Sequence[Candidate], chosen: Sequence[int]) -> set[tuple[int, int]]:
    """Pairs of the chosen that share a key; all others are never looked at."""
    keys: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in chosen:
        for key in _keys(candidates[i]):
            keys[key].append(i)
    found: set[tuple[int, int]] = set()
    for key, indices in keys.items():
        pairs: Iterable[tuple[int, int]] = combinations(_spread(indices), 2)
        if key[0] == "given":  # two who share a first name only are nobody's concern
            pairs = ((i, j) for i, j in pairs if not (candidates[i].full and candidates[j].full))
        found.update(pairs)
    return found


def _spread(indices: list[int]) -> list[int]:
    return indices if len(indices) <= _CROWD else indices[:: len(indices) // _CROWD + 1]


def _keys(candidate: Candidate) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = set()
    for name in candidate.names:
        keys.update(("word", sound(word)) for word in name.words[name.full :] if len(word) > 1)
        keys.update(("given", sound(word)) for word in name.words[:1])
        keys.add(("start", sound(name.surname)[:3]))
        keys.add(("bones", name.surname[:1] + sound(name.surname)[1:].translate(_NO_VOWELS)[:2]))
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
