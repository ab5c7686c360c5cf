"""What two or more speakers say on one question."""

from __future__ import annotations

from daylight.model import Position, Story


def find_positions(story: Story) -> tuple[Position, ...]:
    """Positions, the opposed first."""
    return ()
