"""Timeline: when things were said and printed, so far as the reports let it be known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from daylight.model import Attribution
from daylight.report.index import Index
from daylight.report.labels import moment
from daylight.report.links import anchor
from daylight.report.view import Head, Row

MOST_LANES = 12
"""Speakers in the drawing; the list under it has them all."""

LEFT, RIGHT, LANE, TOP = 240.0, 60.0, 24.0, 46.0
WIDTH = 760.0
"""The drawing, in its own units: speakers to the left, one lane each, reports on top."""


@dataclass(frozen=True, slots=True)
class Event:
    """A statement at a time, with the reports that give that time, or a report as it was published (``row`` None)."""

    row: Row | None
    heads: tuple[Head, ...]
    printed: str
    words: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day or a moment, as people write it, and what was said or printed then."""

    name: str
    value: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A mark of the drawing: its place, the link it bears, and what it is in words."""

    x: float
    y: float
    href: str
    letter: str
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lanes are names with the height of their line; ticks are days with their place."""

    height: float
    lanes: tuple[tuple[str, float], ...]
    ticks: tuple[tuple[str, float], ...]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """``undated`` are statements whose time is printed and cannot be told ("last week", in a report without a date)."""

    days: tuple[Day, ...]
    undated: tuple[Event, ...]
    drawing: Drawing | None


def timeline(index: Index, rows: Iterable[Row]) -> Timeline:
    """What is dated in order, reports among it; the drawing where there are two moments or more to set apart."""
    by_anchor = {row.anchor: row for row in rows}
    dated: dict[str, dict[str, list[Attribution]]] = {}
    undated: dict[tuple[str, str], list[Attribution]] = {}
    for one in index.comparison.attributions:
        row = by_anchor.get(anchor("statement", index.statement_of.get(one.id, "")))
        if one.time and row and one.time.value:
            dated.setdefault(one.time.value, {}).setdefault(row.anchor, []).append(one)
        elif one.time and row:
            undated.setdefault((row.anchor, index.printed(one.report, [one.time.span]).casefold()), []).append(one)
    if not dated and not undated:
        return Timeline((), (), None)
    values = {*dated, *(r.published for r in index.comparison.reports if r.published)}
    days = tuple(
        Day(moment(value) or value, value, (*_printed(index, value), *_said(index, dated.get(value, {}), by_anchor)))
        for value in sorted(values)
    )
    others = tuple(_event(index, by_anchor[key], said) for (key, _), said in undated.items())
    return Timeline(days, others, _drawing(days) if dated else None)


def _printed(index: Index, value: str) -> Iterable[Event]:
    heads = tuple(index.heads[r.id] for r in index.comparison.reports if r.published == value)
    return (Event(None, heads, "", ""),) if heads else ()


def _said(index: Index, said: Mapping[str, list[Attribution]], rows: Mapping[str, Row]) -> Iterable[Event]:
    found = [_event(index, rows[key], own) for key, own in said.items()]
    return sorted(found, key=lambda event: event.row.number if event.row else 0)


def _event(index: Index, row: Row, said: list[Attribution]) -> Event:
    heads = tuple({a.report: index.heads[a.report] for a in said}.values())
    first = said[0]
    printed = index.printed(first.report, [first.time.span]) if first.time else ""
    return Event(row, heads, printed, index.printed(first.report, first.content))


def _drawing(days: tuple[Day, ...]) -> Drawing | None:
    times = {day.value: at for day in days if (at := _seconds(day.value)) is not None}
    speakers = list(dict.fromkeys(e.row.speaker for day in days for e in day.events if e.row and day.value in times))
    if len(set(times.values())) < 2 or not speakers:
        return None
    first, last = min(times.values()), max(times.values())
    lanes = {name: TOP + LANE * (i + 1) for i, name in enumerate(speakers[:MOST_LANES])}

    def x(value: str) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (times[value] - first) / (last - first), 1)

    points = [p for day in days if day.value in times for p in _points(day, x(day.value), lanes)]
    ticks = {day.value[:10]: x(day.value) for day in reversed(days) if day.value in times}
    named = tuple((moment(value) or value, at) for value, at in sorted(ticks.items()))
    return Drawing(TOP + LANE * len(lanes) + 16, tuple(lanes.items()), _apart(named), tuple(points))


def _apart(ticks: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """The ticks that have room for their day."""
    kept: list[tuple[str, float]] = []
    for name, at in ticks:
        if not kept or at - kept[-1][1] >= 110:
            kept.append((name, at))
    return tuple(kept)


def _points(day: Day, x: float, lanes: Mapping[str, float]) -> Iterable[Point]:
    """The marks of a day, those of one lane beside each other."""
    taken: dict[float, int] = {}
    for event in day.events:
        y = TOP if event.row is None else lanes.get(event.row.speaker, 0.0)
        for head in event.heads if event.row is None else event.heads[:1] if y else ():
            shift = 15.0 * taken.get(y, 0)
            taken[y] = taken.get(y, 0) + 1
            href = "#" + (event.row.anchor if event.row else head.anchor)
            what = f"{day.name}: " + (f"{event.row.speaker}, statement {event.row.number}" if event.row else head.name)
            letter = str(event.row.number) if event.row else head.letter
            yield Point(min(x + shift, WIDTH - 8), y, href, letter, what)


def _seconds(value: str) -> float | None:
    """An ISO 8601 date or time on one scale; a time without a zone counts as UTC, a date as its noon."""
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return None
    noon = 43_200 if len(value) <= len("2031-03-04") else 0
    offset = read.utcoffset()
    return read.replace(tzinfo=None).toordinal() * 86_400 + _of_day(read) + noon - (offset.total_seconds() if offset else 0)


def _of_day(read: datetime) -> int:
    return read.hour * 3_600 + read.minute * 60 + read.second
