"""The timeline: what was said when, and when it was printed."""

from __future__ import annotations

from dataclasses import replace

from daylight.model import Attribution, Comparison, Moment
from daylight.report.build import build
from tests.report.pier import PIER, at


def timed(**values: str | None) -> Comparison:
    """The pier with these times (attribution id: value) instead of its own; dashes of the ids written as underscores."""

    def own(one: Attribution) -> Attribution:
        key = one.id.replace("-", "_")
        return replace(one, time=Moment(at(one.report, "e"), values[key]) if key in values else None)

    return replace(PIER, attributions=tuple(map(own, PIER.attributions)))


def test_days_come_in_order_with_reports_and_statements() -> None:
    days = build(timed(a_g1="2031-03-03", a_w1="2031-03-03")).timeline.days
    assert [day.name for day in days] == ["3 March 2031", "4 March 2031", "4 March 2031, 09:30 UTC"]
    (said,) = days[0].events
    assert said.row is not None
    assert (said.row.anchor, [head.letter for head in said.heads]) == ("s-0000000001", ["A", "B"])
    assert [head.name for head in days[1].events[0].heads] == ["Coast Wire"]


def test_a_time_whose_date_is_not_known_is_not_put_on_a_day() -> None:
    timeline = build(timed(a_g1=None)).timeline
    assert [event.row.anchor for event in timeline.undated if event.row] == ["s-0000000001"]
    assert timeline.drawing is None


def test_without_any_time_there_is_no_timeline() -> None:
    assert build(timed()).timeline.days == ()


def test_the_drawing_sets_days_from_left_to_right_and_speakers_in_lanes() -> None:
    drawing = build(timed(a_g1="2031-03-01", a_g4="2031-03-04", a_w5="2031-03-04")).timeline.drawing
    assert drawing is not None
    assert [name for name, _ in drawing.lanes] == ["Marta Okonjo-Lind", "Tobias Venn"]
    first, *rest = [point for point in drawing.points if point.letter.isdigit()]
    assert all(first.x < point.x for point in rest)
    assert len({(point.x, point.y) for point in drawing.points}) == len(drawing.points)


def test_a_time_that_is_no_date_is_listed_and_not_drawn() -> None:
    timeline = build(timed(a_g1="March", a_g4="2031-03-01", a_w5="2031-03-04")).timeline
    assert "March" in [day.name for day in timeline.days]
    assert timeline.drawing is not None
    assert all("March:" not in point.title[:6] for point in timeline.drawing.points)
