"""Two statements on one question: opposed, agreed, or one a comment on the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daylight.compare.clauses import is_inferred
from daylight.compare.stances import against, disapproves, open_against_closed, own_remarks, rejects, remark_at
from daylight.compare.topics import Voice, overlap, shared_weight
from daylight.compare.voices import cue_of, maybe_one, mentions, of_another
from daylight.model import Entity, Story

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

TELLING = 3
"""Fewest topic words of a statement that another may be speaking against; less is a scrap."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two statements of two speakers on one question."""

    x: Voice
    y: Voice
    opposed: bool
    rule: str
    score: float


def link_of(x: Voice, y: Voice, rare: Mapping[str, float], story: Story) -> Link | None:
    """The link between statements of two speakers, None where they are not on one question."""
    weight = shared_weight(x, y, rare)
    if weight >= OPEN_SHARED and open_against_closed(x, y) and len(x.topics() & y.topics()) > 1 and _cosine(x, y) >= NEAR:
        return Link(x, y, True, "stance", min(0.9, 0.4 + weight / 2))
    share = overlap(x, y, rare)
    if share < SHARED:
        return None
    near = _cosine(x, y)
    if share < ENOUGH and near < NEAR:
        return None
    reports = {a.report.id: a for a in story.reports}
    if against(x, y, (cue_of(x, story), cue_of(y, story)), reports):
        return Link(x, y, True, "stance", min(0.9, 0.4 + share / 2))
    if share < ENOUGH or not BOTH_NEAR <= near <= ONE_TEXT:
        return None
    return Link(x, y, False, "topic", min(0.8, share))


def _cosine(x: Voice, y: Voice) -> float:
    from daylight.models.encoder import embed

    vectors = embed([x.text(), y.text()])
    return float(vectors[0] @ vectors[1])


def comments(voices: list[Voice], names: Mapping[str, Entity], story: Story) -> list[Link]:
    """A statement against another speaker's remarks, beside the last thing that this speaker says before it."""
    found = []
    for one in voices:
        if not (disapproves(one) or rejects(cue_of(one, story))):
            continue
        places = _places(story, one.cell.attribution.report)
        for speaker in sorted(_remarked(one, names) - {one.speaker}):
            said = [v for v in voices if v.speaker == speaker and _tells(v, story)]
            target = _last_before(places[one.statement], said, places)
            if target is not None and not maybe_one(names[one.speaker], names[speaker]):
                found.append(Link(one, target, True, "comment", 0.6))
    return found


def _tells(one: Voice, story: Story) -> bool:
    """Whether another may be speaking against a statement: more than a scrap, and not what the reporter infers."""
    return len(one.topics()) >= TELLING and not is_inferred(cue_of(one, story))


def _remarked(one: Voice, names: Mapping[str, Entity]) -> set[str]:
    """The persons of whose words the content speaks: "Quill’s remarks", "remarks by Quill", "Quill … by her remarks"."""
    found = set()
    for entity, span in mentions(one, names):
        after = remark_at(one, span.end, ("'s",))
        before = remark_at(one, span.start, ("by", "of", "from"))
        if after or before or (of_another(one.cell, one.speaker, names) and own_remarks(one)):
            found.add(entity)
    return found


def _places(story: Story, report: str) -> dict[str, int]:
    """Where in a report each statement stands that it has; the last of several places."""
    rows = {key: statement.id for statement in story.statements for key in statement.attributions}
    own = (a for a in story.attributions if a.report == report and a.content)
    return {rows[a.id]: a.content[0].start for a in sorted(own, key=lambda a: a.content)}


def _last_before(here: int, said: list[Voice], places: Mapping[str, int]) -> Voice | None:
    """What stands nearest before a place of a report, in whatever report it is fullest, else the fullest of all."""
    earlier = [v for v in said if places.get(v.statement, here) < here]
    if earlier:
        return max(earlier, key=lambda v: places[v.statement])
    return max(said, key=lambda v: len(v.topics()), default=None)
