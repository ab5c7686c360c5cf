"""What Daylight finds in the examples is pinned, so that a change shows as a diff that an editor can read."""

from __future__ import annotations

import pytest

from tests.golden.__main__ import EVENTS, HERE, found_in, rendered


@pytest.mark.parametrize("event", EVENTS)
def test_what_is_found_in_an_example_is_what_is_pinned(event: str) -> None:
    pinned = (HERE / f"{event}.json").read_text("utf-8").splitlines()
    assert rendered(found_in(event)).splitlines() == pinned, "if the change is right, run `make golden` and review its diff"
