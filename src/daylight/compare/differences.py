"""Typed differences between the reports of a story."""

from __future__ import annotations

from daylight.model import About, Difference, Place, Story
from daylight.offsets import digest


def find_differences(story: Story) -> tuple[Difference, ...]:
    """Differences, those that are not trivial first."""
    by_id = {a.id: a for a in story.attributions}
    found = []
    for statement in story.statements:
        rows = [by_id[i] for i in statement.attributions]
        if len(story.reports) > 1 and len({a.report for a in rows}) == 1:
            evidence = tuple(Place(a.report, span) for a in rows for span in a.content)
            about = About("statement", statement.id)
            found.append(
                Difference(
                    digest("d", "only-here", statement.id),
                    "only-here",
                    about,
                    evidence,
                    "Only one report carries this.",
                    "coverage",
                    0.5,
                )
            )
    return tuple(found)
