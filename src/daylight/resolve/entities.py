"""The stage: from annotated reports and attributions to entities and resolved speakers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from daylight.model import Annotated, Attribution, Entity, Location, Place, Role, SentencePair, Span, Spelling
from daylight.offsets import digest
from daylight.resolve.bodynouns import BodyNoun, body_nouns
from daylight.resolve.coreference import Candidate, KnownNames, group_names
from daylight.resolve.descriptions import described_speakers
from daylight.resolve.letters import fold
from daylight.resolve.lists import gender_of_given
from daylight.resolve.mending import find_names
from daylight.resolve.mentions import NameMention
from daylight.resolve.organizations import best_name, group_bodies
from daylight.resolve.people import join_people
from daylight.resolve.pointers import Known, Pointers, Profile, holders_of
from daylight.resolve.roles import offices_of, roles_in
from daylight.resolve.speakers import co_speakers_of, entity_of, fill, head_of_source, is_first_person
from daylight.resolve.spelling import spellings_of, trust_in
from daylight.resolve.syntax import Tree, tree_of


def resolve(
    reports: Sequence[Annotated], attributions: Sequence[Attribution], pairs: Sequence[SentencePair]
) -> tuple[tuple[Entity, ...], tuple[Attribution, ...]]:
    """Entities of the story, persons first, and the attributions with speaker, second hand and place filled in.

    ``pairs`` are evidence for spellings of one name and may be empty. A source that nothing names stays unresolved.
    """
    trees = [tree_of(annotated) for annotated in reports]
    names = find_names(trees, pairs)
    people = _people(trees, names, pairs)
    bodies = group_bodies(names)
    nouns = body_nouns(trees, attributions, bodies)
    bodies = _outside_roles(bodies, people)
    entities = [*_person_entities(people, trees), *_body_entities(bodies, trees), *_noun_entities(nouns, trees)]
    sources = _source_heads(trees, attributions)
    index = _Index(trees, sources, people, [*bodies, *(noun.mentions for noun in nouns)], [e.id for e in entities])
    entities[: len(people)] = [
        replace(entity, pointers=index.pointers_to(p)) for p, entity in enumerate(entities[: len(people)])
    ]
    return tuple(entities), _resolved(trees, attributions, index, pairs)


def _outside_roles(bodies: Sequence[list[NameMention]], people: Sequence[Sequence[Candidate]]) -> list[list[NameMention]]:
    """Bodies and places that are named anywhere but in a person's office: "Senate" of "Senate President X" is no entity."""
    roles: dict[int, list[Span]] = defaultdict(list)
    for candidate in (c for group in people for c in group):
        roles[candidate.report].extend(role.span for role in candidate.roles)
    return [group for group in bodies if any(not any(s.covers(m.span) for s in roles[m.report]) for m in group)]


def _source_heads(trees: Sequence[Tree], attributions: Sequence[Attribution]) -> list[frozenset[int]]:
    """The head of each source, by report."""
    heads: dict[str, set[int]] = defaultdict(set)
    by_id = {tree.report: tree for tree in trees}
    for attribution in attributions:
        head = head_of_source(by_id[attribution.report], attribution.source)
        if head is not None:
            heads[attribution.report].add(head)
    return [frozenset(heads[tree.report]) for tree in trees]


def _people(
    trees: Sequence[Tree], names: Sequence[Sequence[NameMention]], pairs: Sequence[SentencePair]
) -> list[list[Candidate]]:
    known = KnownNames.of(names)
    candidates = [c for tree, ms in zip(trees, names, strict=True) for c in group_names(tree, ms, roles_in(tree, ms), known)]
    return join_people(trees, candidates, pairs)


def _person_entities(people: Sequence[Sequence[Candidate]], trees: Sequence[Tree]) -> list[Entity]:
    trust = trust_in(people, len(trees))
    used: Counter[str] = Counter()
    found = []
    for group in people:
        spellings = spellings_of(group, trees, trust)
        roles = {Role(r.text, trees[c.report].report, r.span) for c in group for r in c.roles}
        name = spellings[0].text
        found.append(
            Entity(
                _id("person", name, used), "person", name, spellings, tuple(sorted(roles, key=lambda r: (r.report, r.span)))
            )
        )
    return found


def _id(kind: str, name: str, used: Counter[str]) -> str:
    """An id made of kind and preferred name, so that it survives a further report; namesakes are counted."""
    used[fold(name)] += 1
    return digest("e", kind, fold(name), used[fold(name)])


def _body_entities(bodies: Sequence[Sequence[NameMention]], trees: Sequence[Tree]) -> list[Entity]:
    """Entities of bodies and places. Phrases such as "the ministry" among the mentions are pointers, no spellings."""
    used: Counter[str] = Counter()
    found = []
    for group in bodies:
        named = [m for m in group if not m.text.islower()] or group
        name = best_name(named)
        places: dict[str, list[Place]] = defaultdict(list)
        for mention in named:
            places[mention.text].append(Place(trees[mention.report].report, mention.span))
        spellings = tuple(_body_spelling(text, name, places[text]) for text in _preferred_first(places, name))
        pointers = {Place(trees[m.report].report, m.span) for m in group} - {p for ps in places.values() for p in ps}
        kind = group[0].kind
        found.append(Entity(_id(kind, name, used), kind, name, spellings, pointers=tuple(sorted(pointers))))
    return found


def _preferred_first(places: Mapping[str, Sequence[Place]], name: str) -> list[str]:
    return sorted(places, key=lambda text: (text != name, -len(places[text]), text))


def _body_spelling(text: str, name: str, places: Sequence[Place]) -> Spelling:
    if text == name:
        return Spelling(text, "preferred", tuple(sorted(places)))
    return Spelling(text, "variant", tuple(sorted(places)), "another form")


def _noun_entities(nouns: Sequence[BodyNoun], trees: Sequence[Tree]) -> list[Entity]:
    return [
        replace(entity, id=digest("e", "noun", *noun.key))
        for noun in nouns
        for entity in _body_entities([noun.mentions], trees)
    ]


class _Index:
    """Which entity each token of each report names or points at."""

    def __init__(
        self,
        trees: Sequence[Tree],
        sources: Sequence[frozenset[int]],
        people: Sequence[Sequence[Candidate]],
        bodies: Iterable[Sequence[NameMention]],
        ids: Sequence[str],
    ) -> None:
        self.trees = trees
        self.ids = ids
        self._persons = frozenset(ids[: len(people)])
        self._bodies: dict[tuple[int, int], str] = {}
        self._parts: dict[tuple[int, int], list[tuple[Span, str]]] = defaultdict(list)
        named: list[dict[int, int]] = [{} for _ in trees]
        for p, group in enumerate(people):
            for mention in (m for c in group for m in c.mentions):
                self._note_part(mention, ids[p])
                named[mention.report].update(dict.fromkeys(range(mention.first, mention.last + 1), p))
        for b, mentions in enumerate(bodies, start=len(people)):
            for mention in mentions:
                self._note_part(mention, ids[b])
                self._bodies.update(((mention.report, i), ids[b]) for i in range(mention.first, mention.last + 1))
        carried: list[dict[int, int]] = [{} for _ in trees]
        for p, group in enumerate(people):
            for candidate in group:
                for role in candidate.roles:
                    inside = trees[candidate.report].annotated.tokens_in(role.span)
                    carried[candidate.report].update(dict.fromkeys(inside, p))
        profiles = [_profile(group) for group in people]
        self.genders = {ids[p]: profile.gender for p, profile in enumerate(profiles)}
        holders = holders_of(profiles)
        self._pointers = [
            Pointers(tree, Known(named[r], carried[r], sources[r]), profiles, holders) for r, tree in enumerate(trees)
        ]

    def _note_part(self, mention: NameMention, entity: str) -> None:
        """Keep a name that ends or begins inside a token, as where two names are run together."""
        for i in {mention.first, mention.last}:
            if not mention.span.covers(self.trees[mention.report].tokens[i].span):
                self._parts[mention.report, i].append((mention.span, entity))

    def at(self, r: int, within: Sequence[Span] = ()) -> Callable[[int], str | None]:
        """The entity of a token of report ``r``; of two run together in one token the one that ``within`` holds."""

        def entity(i: int) -> str | None:
            for span, found in self._parts.get((r, i), ()):
                if any(whole.covers(span) for whole in within):
                    return found
            person = self._pointers[r].person_at(i)
            return self.ids[person] if person is not None else self._bodies.get((r, i))

        return entity

    def is_person(self, entity: str) -> bool:
        """Whether an entity of the story is a person."""
        return entity in self._persons

    def pointers_to(self, person: int) -> tuple[Place, ...]:
        """Where pronouns and roles point at a person."""
        return tuple(
            Place(tree.report, pointers.spans[i])
            for tree, pointers in sorted(zip(self.trees, self._pointers, strict=True), key=lambda x: x[0].report)
            for i, found in sorted(pointers.found.items())
            if found == person
        )


def _profile(group: Sequence[Candidate]) -> Profile:
    genders = {c.gender for c in group if c.gender}
    gender = next(iter(genders)) if len(genders) == 1 else None
    if gender is None and not any(c.full for c in group):
        gender = gender_of_given(group[0].names[0].surname)
    offices = Counter(office for c in group for role in c.roles for office in offices_of(role.text))
    return Profile(gender, offices, sum(len(c.mentions) for c in group))


def _resolved(
    trees: Sequence[Tree], attributions: Sequence[Attribution], index: _Index, pairs: Sequence[SentencePair]
) -> tuple[Attribution, ...]:
    where = {tree.report: r for r, tree in enumerate(trees)}
    own: dict[str, str | None] = {}
    via: dict[str, str | None] = {}
    first_person = set()
    for a in attributions:
        r = where[a.report]
        own[a.id] = entity_of(trees[r], a.source, index.at(r, a.source), index.is_person)
        via[a.id] = entity_of(trees[r], a.via_source, index.at(r, a.via_source), index.is_person)
        if is_first_person(trees[r], a.source):
            first_person.add(a.id)
    by_id = {tree.report: tree for tree in trees}
    own.update(described_speakers(by_id, attributions, own, index.genders, pairs))
    speakers = fill(attributions, own, frozenset(first_person))
    return tuple(
        replace(
            a,
            speaker=speakers[a.id],
            co_speakers=_beside(a, own[a.id], by_id[a.report], index, where[a.report]),
            via=via[a.id],
            place=_located(a.place, by_id[a.report], index, where[a.report]),
        )
        for a in attributions
    )


def _beside(a: Attribution, speaker: str | None, tree: Tree, index: _Index, r: int) -> tuple[str, ...]:
    return co_speakers_of(tree, a.source, index.at(r, a.source), speaker) if speaker else ()


def _located(place: Location | None, tree: Tree, index: _Index, r: int) -> Location | None:
    if place is None:
        return None
    at = index.at(r)
    found = [e for i in tree.annotated.tokens_in(place.span) if (e := at(i)) is not None]
    return replace(place, entity=found[0]) if found else place
