from __future__ import annotations

import pytest

from daylight.ingest.dates import date_in, iso_date


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2025-05-14", "2025-05-14"),
        ("2025-05-14T10:30:00Z", "2025-05-14T10:30:00Z"),
        ("14 May 2025", "2025-05-14"),
        ("Wednesday, May 14, 2025", "2025-05-14"),
        ("Published 14 May 2025", "2025-05-14"),
        ("Sept. 4, 2025, 5:30 p.m.", "2025-09-04"),
        ("Wed, 14 May 2025 10:30:00 +0000", "2025-05-14T10:30:00+00:00"),
        ("14/05/2025", "2025-05-14"),
        ("05/14/2025", "2025-05-14"),
        ("4.4.2025", "2025-04-04"),
    ],
)
def test_a_day_that_can_be_only_one(words: str, day: str) -> None:
    assert iso_date(words) == day


@pytest.mark.parametrize(
    "words", ["", "05/04/2025", "May 14", "May 2025", "2025", "yesterday", "14", "2025-13-41", "31 February 2025", "x" * 500]
)
def test_doubt_gives_no_date(words: str) -> None:
    assert iso_date(words) is None


def test_a_dateline_with_its_year_dates_the_report_and_without_does_not() -> None:
    assert date_in("PORT AVERNE, May 14, 2025 (NA) —") == "2025-05-14"
    assert date_in("PORT AVERNE, May 14 (NA) —") is None


def test_two_days_in_one_line_are_doubt() -> None:
    assert date_in("Published 14 May 2025, updated 15 May 2025") is None
