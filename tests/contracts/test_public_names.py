"""The public surface is pinned: a new name is a decision, a lost one a breakage."""

from __future__ import annotations

import daylight

PUBLIC = {
    "Attribution",
    "Comparison",
    "DaylightError",
    "Report",
    "Settings",
    "attributions",
    "compare",
    "read",
}


def test_public_names_are_pinned() -> None:
    assert set(daylight.__all__) == PUBLIC


def test_every_public_name_is_documented() -> None:
    for name in daylight.__all__:
        assert getattr(daylight, name).__doc__, name
