"""Days that words mean."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from daylight.attribute.circumstances.moments import resolve

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_last_one_up_to_the_reports_day(day: date, weekday: str) -> None:
    value = resolve([weekday], day.isoformat())
    assert value is not None
    found = date.fromisoformat(value)
    assert WEEKDAYS[found.weekday()] == weekday
    assert timedelta(0) <= day - found < timedelta(7)


def test_what_is_left_open_has_no_value() -> None:
    assert resolve(["next", "Friday"], "2025-03-12") is None
    assert resolve(["Friday"], None) is None
    assert resolve(["Feb.", "30"], "2025-03-12") is None
    assert resolve(["March", "3"], None) is None
    assert resolve(["March"], "2025-03-12") is None
    assert resolve(["two", "weeks", "ago"], "2025-03-12") is None
    assert resolve(["two", "days", "ago"], None) is None


def test_a_calendar_day_with_its_year_needs_no_report_date() -> None:
    assert resolve(["14", "February", "2025"], None) == "2025-02-14"


def test_a_calendar_day_without_a_year_is_not_in_the_future() -> None:
    assert resolve(["December", "30"], "2025-01-02") == "2024-12-30"
