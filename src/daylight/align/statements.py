"""Group attributions into statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from daylight.model import Absent, Annotated, Attribution, Entity, Span, Statement
from daylight.offsets import digest


def align(
    reports: Sequence[Annotated], attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> tuple[Statement, ...]:
    """Statements in order of their first attribution; every attribution is in exactly one, in the order of the reports, what
    a headline gives before what stands below it.

    What one speaker says is aligned by its words, its sense and its place, quoted or not. Attributions to two different
    speakers share a statement only where the words are nearly the same; the speaker of the statement is then the one with
    more attributions, the first at a tie. An attribution whose speaker is not known may join when its words tell enough.
    In one report alone nothing is aligned.
    """
    order = {r.report.id: n for n, r in enumerate(reports)}
    by_id = {r.report.id: r for r in reports}
    placed = sorted(attributions, key=lambda a: (order[a.report], *_place(by_id[a.report], a), a.id))
    if len(reports) < 2:
        return tuple(statement([a], order) for a in placed)
    told = [a for a in placed if a.content]
    rows = [[told[i] for i in g] for g in _groups(reports, told, entities)] + [[a] for a in placed if not a.content]
    place = {a.id: n for n, a in enumerate(placed)}
    return tuple(statement(row, order) for row in sorted(rows, key=lambda row: place[row[0].id]))


def _place(report: Annotated, attribution: Attribution) -> tuple[bool, tuple[Span, ...]]:
    spans = attribution.content or attribution.cue or attribution.source
    return bool(spans) and report.role_at(spans[0].start) != "headline", spans


def _groups(
    reports: Sequence[Annotated], told: Sequence[Attribution], entities: Sequence[Entity]
) -> Sequence[tuple[int, ...]]:
    from daylight.align.grouping import group
    from daylight.align.links import link

    return group(told, link(reports, told, entities)) if told else ()


def statement(row: Sequence[Attribution], reports: Iterable[str]) -> Statement:
    """The row of some attributions. ``reports`` are the ids of all reports, for what is absent."""
    present = {a.report for a in row}
    speakers = Counter(a.speaker for a in row if a.speaker)
    return Statement(
        id=digest("s", row[0].id),
        speaker=speakers.most_common(1)[0][0] if speakers else None,
        attributions=tuple(a.id for a in row),
        absent=tuple(Absent(report, "not-in-report") for report in reports if report not in present),
    )
