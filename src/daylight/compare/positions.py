"""What two or more speakers say on one question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from anyascii import anyascii
from rapidfuzz import fuzz

from daylight.compare.extracts import Cell, cell
from daylight.compare.folding import units
from daylight.compare.stances import (
    against,
    claims_agreement,
    disapproves,
    open_against_closed,
    own_remarks,
    rejects,
    remark_at,
    shifts,
)
from daylight.compare.topics import Voice, overlap, question, rarity, sentences, shared_weight
from daylight.model import Annotated, Attribution, Entity, Position, Side, Span, Statement, Story
from daylight.offsets import digest

NEAR, SHARED = 0.55, 0.15
"""Least cosine and weighted overlap at which two statements that stand against each other are on one question.

Set by reading two events: what is opposed there lies at 0.59 and 0.20 or higher, or shares ENOUGH.
"""

OPEN_SHARED = 0.25
"""Least weight, names included, that one who keeps a thing possible shares with one who denies it.

In 48 stories the pairs on one question lie at 0.28 or higher, all others at 0.2 or lower or under NEAR.
"""

ENOUGH = 0.4
"""Weighted overlap that makes one question whatever the cosine: short statements, of which one is cut."""

BOTH_NEAR = 0.7
"""Least cosine, beside ENOUGH, for two that are not opposed: both merely speak of it, so more must be shared."""

ONE_TEXT = 0.95
"""Cosine from which on two statements are one text given to two speakers, and no two answers."""

LIKE_NAMES = 80
"""Ratio from which on two names may be one person's: then nobody is set beside himself."""

SHORT_NAME = 3
"""Letters of the longest name whose likeness says nothing."""

MAX_AGREED = 2
"""Most positions without opposition that are told."""


SURE = 0.5
"""Least score of an attribution that may stand for a position."""

LONGEST = 35
"""Words of the longest sentence whose negations are read as a stance; a longer one says several things."""

KEPT = 0.5
"""Share of a question's words that a further statement must have to join it."""

MAX_OPPOSED = 5
"""Most opposed positions that are told; more would be noise."""

TELLING = 3
"""Fewest topic words of a statement that another may be speaking against; less is a scrap."""

CLOSING = " \n”’\"'"
"""What may stand behind a question mark."""

OPENING = 24
"""Code points within which a content's subject begins: "that President …"."""


@dataclass(frozen=True, slots=True)
class _Link:
    """Two statements of two speakers on one question."""

    x: Voice
    y: Voice
    opposed: bool
    rule: str
    score: float


def find_positions(story: Story) -> tuple[Position, ...]:
    """Positions, the opposed first, then by score."""
    names = {e.id: e for e in story.entities}
    voices = _voices(story, names)
    rare = rarity(voices)
    own = [v for v in voices if len(v.words) <= LONGEST and not _of_another(v.cell, v.speaker, names)]
    apart = ((x, y) for x, y in combinations(own, 2) if not _maybe_one(names[x.speaker], names[y.speaker]))
    links = [link for x, y in apart if (link := _link(x, y, rare, story))]
    links += [
        link for link in _comments(voices, names, story) if not _maybe_one(names[link.x.speaker], names[link.y.speaker])
    ]
    opposed = [_position(group, rare, voices, names) for group in _questions(link for link in links if link.opposed)]
    told = {statement for position in opposed for side in position.sides for statement in side.statements}
    fresh = [link for link in links if not link.opposed and not {link.x.statement, link.y.statement} & told]
    agreed = [_position(group, rare, voices, names) for group in _questions(fresh)]
    ranked = sorted(agreed, key=lambda p: (-p.score, p.id))[:MAX_AGREED]
    return (*sorted(opposed, key=lambda p: (-p.score, p.id))[:MAX_OPPOSED], *ranked)


def _voices(story: Story, names: Mapping[str, Entity]) -> list[Voice]:
    """The statements of people and bodies, each in its fullest cell, in order."""
    attributions = {a.id: a for a in story.attributions}
    reports = {a.report.id: a for a in story.reports}
    found = []
    for statement in story.statements:
        speaker = names.get(statement.speaker or "")
        if speaker is not None and speaker.kind != "place":
            full = _fullest(statement, attributions, reports)
            if not full.content.text.rstrip(CLOSING).endswith("?") and _sure(full) and _is_clause(full, reports):
                found += sentences(statement.id, speaker.id, full)
    return found


def _maybe_one(x: Entity, y: Entity) -> bool:
    """Whether two entities may be one person or body that was not recognised: like names, or one the other's initials."""
    if x.id == y.id:
        return True
    return any(_like(a.text, b.text) for a in x.spellings for b in y.spellings)


@cache
def _like(a: str, b: str) -> bool:
    left, right = anyascii(a).casefold(), anyascii(b).casefold()
    initials = {"".join(word[0] for word in name.split() if word[0].isalnum()) for name in (left, right)}
    if (left in initials or right in initials) and len(left) != len(right):
        return True
    return min(len(left), len(right)) > SHORT_NAME and fuzz.partial_ratio(left, right) >= LIKE_NAMES


def _sure(one: Cell) -> bool:
    return one.attribution.score >= SURE


def _is_clause(one: Cell, reports: Mapping[str, Annotated]) -> bool:
    """Whether the content says something and does not only name it: it is exact words, or holds a verb."""
    annotated = reports[one.attribution.report]
    inside = [i for span in one.attribution.content for i in annotated.tokens_in(span)]
    if not inside or one.attribution.kind == "direct":
        return True
    known = set(inside)
    roots = (annotated.tokens[i] for i in inside if annotated.tokens[i].head == i or annotated.tokens[i].head not in known)
    return any(token.pos in {"VERB", "AUX"} for token in roots)


def _fullest(statement: Statement, attributions: Mapping[str, Attribution], reports: Mapping[str, Annotated]) -> Cell:
    cells = [cell(reports[attributions[i].report], attributions[i]) for i in statement.attributions]
    return max(cells, key=lambda c: (len(c.content.text), c.attribution.id))


def _of_another(one: Cell, speaker: str, names: Mapping[str, Entity]) -> bool:
    """Whether the content tells another person's position: it begins with that person's name."""
    span = one.attribution.content[0]
    before = [unit for unit in units(one.content.text[:OPENING]) if not (unit.capital or unit.key in {"that", "the"})]
    subject = range(span.start, span.start + (before[0].span.start if before else OPENING))
    return any(
        place.report == one.attribution.report and place.span.start in subject
        for entity in names.values()
        if entity.id != speaker and entity.kind == "person"
        for spelling in entity.spellings
        for place in spelling.mentions
    )


def _cue(one: Voice, story: Story) -> str:
    report = next(a.report for a in story.reports if a.report.id == one.cell.attribution.report)
    return " ".join(report.slice(span) for span in one.cell.attribution.cue)


def _link(x: Voice, y: Voice, rare: Mapping[str, float], story: Story) -> _Link | None:
    weight = shared_weight(x, y, rare)
    if weight >= OPEN_SHARED and open_against_closed(x, y) and len(x.topics() & y.topics()) > 1 and _cosine(x, y) >= NEAR:
        return _Link(x, y, True, "stance", min(0.9, 0.4 + weight / 2))
    share = overlap(x, y, rare)
    if share < SHARED:
        return None
    near = _cosine(x, y)
    if share < ENOUGH and near < NEAR:
        return None
    reports = {a.report.id: a for a in story.reports}
    if against(x, y, (_cue(x, story), _cue(y, story)), reports):
        return _Link(x, y, True, "stance", min(0.9, 0.4 + share / 2))
    if share < ENOUGH or not BOTH_NEAR <= near <= ONE_TEXT:
        return None
    return _Link(x, y, False, "topic", min(0.8, share))


def _cosine(x: Voice, y: Voice) -> float:
    from daylight.models.encoder import embed

    vectors = embed([x.text(), y.text()])
    return float(vectors[0] @ vectors[1])


def _comments(voices: list[Voice], names: Mapping[str, Entity], story: Story) -> list[_Link]:
    """A statement against another speaker's remarks, beside the last thing that this speaker says before it."""
    found = []
    for one in voices:
        if not (disapproves(one) or rejects(_cue(one, story))):
            continue
        for speaker in sorted(_remarked(one, names) - {one.speaker}):
            target = _last_before(one, [v for v in voices if v.speaker == speaker and len(v.topics()) >= TELLING])
            if target is not None and not _maybe_one(names[one.speaker], names[speaker]):
                found.append(_Link(one, target, True, "comment", 0.6))
    return found


def _remarked(one: Voice, names: Mapping[str, Entity]) -> set[str]:
    """The persons of whose words the content speaks: "Quill’s remarks", "remarks by Quill", "Quill … by her remarks"."""
    found = set()
    for entity, span in _mentions(one, names):
        after = remark_at(one, span.end, ("'s",))
        before = remark_at(one, span.start, ("by", "of", "from"))
        if after or before or (_of_another(one.cell, one.speaker, names) and own_remarks(one)):
            found.add(entity)
    return found


def _named(one: Voice, names: Mapping[str, Entity]) -> set[str]:
    """The persons and bodies whom the content names."""
    return {entity for entity, _ in _mentions(one, names)}


def _mentions(one: Voice, names: Mapping[str, Entity]) -> list[tuple[str, Span]]:
    """Who is named in the content, and where in its text."""
    report, content = one.cell.attribution.report, one.cell.content
    found = []
    for entity in names.values():
        for place in (place for spelling in entity.spellings for place in spelling.mentions if place.report == report):
            for start, origin in zip(content.starts, content.spans, strict=True):
                if origin.covers(place.span):
                    shift = start - origin.start
                    found.append((entity.id, Span(place.span.start + shift, place.span.end + shift)))
    return found


def _last_before(one: Voice, said: list[Voice]) -> Voice | None:
    """The nearest earlier statement in the same report, else the fullest one of the speaker."""
    here = one.cell.attribution
    earlier = [
        v for v in said if v.cell.attribution.report == here.report and v.cell.attribution.content[0] < here.content[0]
    ]
    if earlier:
        return max(earlier, key=lambda v: v.cell.attribution.content[0])
    return max(said, key=lambda v: len(v.topics()), default=None)


def _questions(links: Iterable[_Link]) -> list[list[_Link]]:
    """Links on one question, together: the surest link names its words, and others that have most of them join it."""
    rest = sorted(links, key=lambda link: (-link.score, link.x.statement, link.y.statement))
    groups: list[list[_Link]] = []
    while rest:
        first = rest[0]
        words = first.x.topics() & first.y.topics()
        group = [link for link in rest if link is first or _joins(link, first, words)]
        groups.append(group)
        told = {v.statement for link in group for v in (link.x, link.y)}
        rest = [link for link in rest if not {link.x.statement, link.y.statement} & told]
    return groups


def _joins(link: _Link, first: _Link, words: frozenset[str]) -> bool:
    """Whether a link shares a statement with the first one, and its words."""
    if link.rule != first.rule or not {link.x.statement, link.y.statement} & {first.x.statement, first.y.statement}:
        return False
    return len(words & link.x.topics() & link.y.topics()) >= KEPT * len(words)


def _position(links: list[_Link], rare: Mapping[str, float], voices: list[Voice], names: Mapping[str, Entity]) -> Position:
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
    )


def _remarks_of(links: list[_Link], names: Mapping[str, Entity]) -> str:
    return f"what {names[links[0].y.speaker].name} said"


def _claimed(held: Mapping[str, list[Voice]], voices: list[Voice], names: Mapping[str, Entity]) -> Voice | None:
    """A statement by one of the speakers that claims agreement with another of them."""
    for one in voices:
        others = set(held) - {one.speaker}
        if one.speaker in held and claims_agreement(one.cell.content.text) and _named(one, names) & others:
            return one
    return None


def _explanation(
    links: list[_Link], held: Mapping[str, list[Voice]], claim: Voice | None, names: Mapping[str, Entity]
) -> str:
    people = [names[speaker].name for speaker in held]
    listed = f"{', '.join(people[:-1])} and {people[-1]}"
    verb = "stand against each other" if links[0].opposed else "both speak"
    if links[0].rule == "comment" and all(link.rule == "comment" for link in links):
        text = f"{names[links[0].x.speaker].name} speaks against what {names[links[0].y.speaker].name} said."
    else:
        text = f"{listed} {verb} on this."
    for speaker, said in held.items():
        if any(shifts(x, y) for x, y in combinations(said, 2)):
            text += f" {names[speaker].name} is reported with more and with less certainty."
    if claim is not None:
        phrase = claims_agreement(claim.cell.content.text)
        text += f" Yet {names[claim.speaker].name} is reported as saying that there is “{phrase}”."
    return text
