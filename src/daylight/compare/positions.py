"""What two or more speakers say on one question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from daylight.compare.questions import Link, comments, link_of
from daylight.compare.stances import claims_agreement, shifts
from daylight.compare.topics import Voice, question, rarity
from daylight.compare.voices import maybe_one, named, of_another, voices_of
from daylight.model import Entity, Position, Side, Story
from daylight.offsets import digest

LONGEST = 35
"""Words of the longest sentence whose negations are read as a stance; a longer one says several things."""

KEPT = 0.5
"""Share of a question's words that a further statement must have to join it."""

MAX_OPPOSED = 5
"""Most opposed positions that are told; more would be noise."""

MAX_AGREED = 2
"""Most positions without opposition that are told."""


def find_positions(story: Story) -> tuple[Position, ...]:
    """Positions, the opposed first, then by score."""
    names = {e.id: e for e in story.entities}
    voices = voices_of(story, names)
    rare = rarity(voices)
    own = [v for v in voices if len(v.words) <= LONGEST and not of_another(v.cell, v.speaker, names)]
    apart = ((x, y) for x, y in combinations(own, 2) if not maybe_one(names[x.speaker], names[y.speaker]))
    links = [link for x, y in apart if (link := link_of(x, y, rare, story))]
    links += comments(voices, names, story)
    opposed = [_position(group, rare, voices, names) for group in _questions(link for link in links if link.opposed)]
    told = {statement for position in opposed for side in position.sides for statement in side.statements}
    fresh = [link for link in links if not link.opposed and not {link.x.statement, link.y.statement} & told]
    agreed = [_position(group, rare, voices, names) for group in _questions(fresh)]
    ranked = sorted(agreed, key=lambda p: (-p.score, p.id))[:MAX_AGREED]
    return (*sorted(opposed, key=lambda p: (-p.score, p.id))[:MAX_OPPOSED], *ranked)


def _questions(links: Iterable[Link]) -> list[list[Link]]:
    """Links on one question, together: the surest link names its words, and others that have most of them join it.

    A statement stands in one question, and may be commented on beside it.
    """
    rest = sorted(links, key=lambda link: (-link.score, link.x.statement, link.y.statement))
    groups: list[list[Link]] = []
    while rest:
        first = rest[0]
        words = first.x.topics() & first.y.topics()
        group = [link for link in rest if link is first or _joins(link, first, words)]
        groups.append(group)
        told = {v.statement for link in group for v in (link.x, link.y)}
        rest = [link for link in rest if link not in group and not _spoken_for(link, first, told)]
    return groups


def _spoken_for(link: Link, first: Link, told: set[str]) -> bool:
    """Whether a statement of a link has its question already; ``first`` is the link that named it."""
    alike = (link.rule == "comment") == (first.rule == "comment")
    return alike and bool({link.x.statement, link.y.statement} & told)


def _joins(link: Link, first: Link, words: frozenset[str]) -> bool:
    """Whether a link shares a statement with the first one, and its words."""
    if link.rule != first.rule or not {link.x.statement, link.y.statement} & {first.x.statement, first.y.statement}:
        return False
    return len(words & link.x.topics() & link.y.topics()) >= KEPT * len(words)


def _position(links: list[Link], rare: Mapping[str, float], voices: list[Voice], names: Mapping[str, Entity]) -> Position:
    held: dict[str, list[Voice]] = {}
    for one in voices:
        if any(one.statement in (link.x.statement, link.y.statement) for link in links):
            held.setdefault(one.speaker, []).append(one)
    sides = tuple(Side(speaker, tuple(dict.fromkeys(v.statement for v in said))) for speaker, said in held.items())
    claim = _claimed(held, voices, names)
    evidence = [place for said in held.values() for v in said for place in v.cell.content.all_places()]
    evidence += claim.cell.content.all_places() if claim else ()
    phrase = question([(link.x, link.y) for link in links], rare)
    opposed = links[0].opposed
    return Position(
        id=digest("p", opposed, *sorted(s for side in sides for s in side.statements)),
        question=phrase or _remarks_of(links, names),
        opposed=opposed,
        sides=sides,
        evidence=tuple(dict.fromkeys(evidence)),
        score=round(max(link.score for link in links), 3),
        explanation=_explanation(links, held, claim, names),
        agreement=Side(claim.speaker, (claim.statement,)) if claim else None,
    )


def _remarks_of(links: list[Link], names: Mapping[str, Entity]) -> str:
    return f"what {names[links[0].y.speaker].name} said"


def _claimed(held: Mapping[str, list[Voice]], voices: list[Voice], names: Mapping[str, Entity]) -> Voice | None:
    """A statement by one of the speakers that claims agreement with another of them."""
    for one in voices:
        others = set(held) - {one.speaker}
        if one.speaker in held and claims_agreement(one.cell.content.text) and named(one, names) & others:
            return one
    return None


def _explanation(
    links: list[Link], held: Mapping[str, list[Voice]], claim: Voice | None, names: Mapping[str, Entity]
) -> str:
    people = [names[speaker].name for speaker in held]
    listed = f"{', '.join(people[:-1])} and {people[-1]}"
    verb = "stand against each other" if links[0].opposed else "both speak"
    if links[0].rule == "comment" and all(link.rule == "comment" for link in links):
        text = f"{names[links[0].x.speaker].name} speaks against what {names[links[0].y.speaker].name} said."
    else:
        text = f"{listed} {verb} on this."
    for speaker, said in held.items():
        shift = next((found for x, y in combinations(said, 2) if (found := shifts(x, y))), None)
        if shift is not None:
            text += f" {names[speaker].name} is reported with “{shift[0]}” and with “{shift[1]}”."
    if claim is not None:
        phrase = claims_agreement(claim.cell.content.text)
        text += f" Yet {names[claim.speaker].name} is reported as saying that there is “{phrase}”."
    return text
