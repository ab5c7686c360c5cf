"""The hand-made story of the pier, as decisions meet it: after it was resolved, before it is aligned."""

from __future__ import annotations

import re

from daylight.decisions import Decisions, decide_people, parse_decisions
from daylight.model import Annotated, Attribution, Decided, Entity, Report, Sentence, Span
from tests.report.pier import ATTRIBUTIONS, ENTITIES, REPORTS


def annotated(report: Report) -> Annotated:
    """The report with its sentences, cut at full stops."""
    found = re.finditer(r"[^.\n]+", report.text)
    return Annotated(report, sentences=tuple(Sentence(Span(*match.span()), 0, 0, 0) for match in found))


ANNOTATED = tuple(annotated(report) for report in REPORTS)

Result = tuple[tuple[Entity, ...], tuple[Attribution, ...], tuple[Decided, ...]]


def decided(decisions: str | Decisions, start: Result = (ENTITIES, ATTRIBUTIONS, ())) -> Result:
    """The people of the pier after what a file says."""
    found = parse_decisions(decisions) if isinstance(decisions, str) else decisions
    return decide_people(ANNOTATED, start[0], start[1], found)


def by_name(result: Result) -> dict[str, Entity]:
    return {entity.name: entity for entity in result[0]}


def speakers(result: Result) -> dict[str, str | None]:
    """Who says each attribution, by name."""
    names = {entity.id: entity.name for entity in result[0]}
    return {a.id: names[a.speaker] if a.speaker else None for a in result[1]}
