"""When and where a statement was made, as two reports tell it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from daylight.compare.dates import days
from daylight.compare.findings import Told
from daylight.model import Annotated, Attribution, Entity, Place


def compare_times(a: Attribution, b: Attribution, reports: Mapping[str, Annotated]) -> list[Told]:
    """Two days that exclude each other: by their dates where both are known, else by the weekday as printed."""
    if a.time is None or b.time is None:
        return []
    printed = (reports[a.report].report.slice(a.time.span), reports[b.report].report.slice(b.time.span))
    if a.time.value and b.time.value:
        apart = not _one_starts_the_other(a.time.value[:10], b.time.value[:10])
    else:
        left, right = days(printed[0]), days(printed[1])
        apart = bool(left and right) and all(x.excludes(y) for x in left for y in right)
    if not apart:
        return []
    return [Told("date-or-place", "time", (Place(a.report, a.time.span),), (Place(b.report, b.time.span),), (printed,), 0.7)]


def _one_starts_the_other(x: str, y: str) -> bool:
    """Whether one ISO 8601 value is a less exact form of the other."""
    return x.startswith(y) or y.startswith(x)


def compare_places(
    a: Attribution, b: Attribution, entities: Mapping[str, Entity], reports: Mapping[str, Annotated]
) -> list[Told]:
    """Two places of the story, unless a report says that one lies in the other ("Oslo, Norway")."""
    if a.place is None or b.place is None or not a.place.entity or not b.place.entity or a.place.entity == b.place.entity:
        return []
    first, second = entities.get(a.place.entity), entities.get(b.place.entity)
    if first is None or second is None or _nested(first, second, reports):
        return []
    printed = (reports[a.report].report.slice(a.place.span), reports[b.report].report.slice(b.place.span))
    return [
        Told("date-or-place", "place", (Place(a.report, a.place.span),), (Place(b.report, b.place.span),), (printed,), 0.6)
    ]


def _nested(x: Entity, y: Entity, reports: Mapping[str, Annotated]) -> bool:
    """Whether a report prints the two names beside each other, one inside the other."""
    names_x = "|".join(re.escape(s.text) for s in x.spellings)
    names_y = "|".join(re.escape(s.text) for s in y.spellings)
    pattern = re.compile(
        rf"\b(?:{names_x})(?:, | in |’s |'s )(?:{names_y})\b|\b(?:{names_y})(?:, | in |’s |'s )(?:{names_x})\b"
    )
    return any(pattern.search(annotated.report.text) for annotated in reports.values())
