"""Stories: listed, made, extended, renamed, removed; their comparison and their statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Response

from daylight.model import Attribution, Comparison, Report
from daylight.web.answers import AtDesk
from daylight.web.api.contract import ANSWER, answer
from daylight.web.api.given import items
from daylight.web.api.jobs import told
from daylight.web.api.models import (
    CellOut,
    JobOut,
    ReportOut,
    ReportsIn,
    StatementOut,
    StoryDetail,
    StoryIn,
    StoryOut,
    TitleIn,
)

router = APIRouter(prefix="/stories")


@router.get("")
def stories(desk: AtDesk, limit: Annotated[int, Query(ge=1, le=200)] = 50, after: str | None = None) -> list[StoryOut]:
    """The stories, those changed last first. ``after`` is the id of the last one that is known."""
    found = desk.stories(limit, after)
    return [
        StoryOut(
            id=s.id, title=s.title, reports=s.reports, outlets=list(s.outlets), differences=s.differences, updated=s.updated
        )
        for s in found
    ]


@router.post("", status_code=202)
def add(desk: AtDesk, given: StoryIn) -> JobOut:
    """Take in the reports of a new story. The job says when it is compared."""
    return told(desk.begin(items(given), given.title, None))


@router.get("/{key}")
def story(desk: AtDesk, key: str) -> StoryDetail:
    """A story and its reports."""
    found = desk.record(key)
    with desk.open() as library:
        reports = library.reports(key)
    return StoryDetail(id=found.id, title=found.title, reports=[_report(report) for report in reports])


@router.patch("/{key}")
def rename(desk: AtDesk, key: str, given: TitleIn) -> StoryDetail:
    """Call a story otherwise."""
    desk.rename(key, given.title)
    return story(desk, key)


@router.delete("/{key}", status_code=204)
def remove(desk: AtDesk, key: str) -> None:
    """Remove a story and its decisions."""
    desk.remove(key)


@router.get("/{key}/comparison", responses=ANSWER, response_class=Response)
def comparison(desk: AtDesk, key: str) -> Response:
    """The comparison of a story."""
    return answer(desk.story(key)[1])


@router.post("/{key}/reports", status_code=202)
def extend(desk: AtDesk, key: str, given: ReportsIn) -> JobOut:
    """Take in further reports of a story, and compare again."""
    desk.record(key)
    return told(desk.begin(items(given), None, key))


@router.delete("/{key}/reports/{report}", status_code=202)
def take_out(desk: AtDesk, key: str, report: str) -> JobOut:
    """Take a report out of a story, and compare again."""
    return told(desk.take_out(key, report))


@router.get("/{key}/statements")
def statements(desk: AtDesk, key: str) -> list[StatementOut]:
    """The statements of a story, in the order of the comparison."""
    return list(_statements(key, desk.story(key)[1]))


def _report(report: Report) -> ReportOut:
    known = {name: getattr(report, name) for name in ("id", "title", "outlet", "url", "published", "retrieved")}
    return ReportOut(**known, sha256=report.source.sha256)


def _statements(key: str, found: Comparison) -> Iterator[StatementOut]:
    names = {entity.id: entity.name for entity in found.entities}
    kinds: dict[str, list[str]] = defaultdict(list)
    for difference in found.differences:
        kinds[difference.about.id].append(difference.kind)
    said = {attribution.id: attribution for attribution in found.attributions}
    reports = {report.id: report for report in found.reports}
    for statement in found.statements:
        yield StatementOut(
            id=statement.id,
            story=key,
            speaker=names.get(statement.speaker or ""),
            cells=[_cell(reports[a.report], a) for a in map(said.__getitem__, statement.attributions)],
            differences=kinds[statement.id],
        )


def _cell(report: Report, a: Attribution) -> CellOut:
    return CellOut(
        report=a.report,
        attribution=a.id,
        kind=a.kind,
        words=[report.slice(span) for span in a.content],
        spans=[(span.start, span.end) for span in a.content],
    )
