"""Days, dates and years that two texts give for one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from daylight.compare.findings import MOST, Finding
from daylight.compare.folding import Unit, units
from daylight.lexicon import load
from daylight.model import Span

_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")


@dataclass(frozen=True, slots=True)
class Day:
    """A point in the calendar as printed: a weekday, a month and perhaps a day, or a year; "" where not given."""

    span: Span
    weekday: str = ""
    month: str = ""
    day: str = ""
    year: str = ""

    def excludes(self, other: Day) -> bool:
        """Whether both give the same part of the date and differ in it."""
        pairs = [(self.weekday, other.weekday), (self.month, other.month), (self.day, other.day), (self.year, other.year)]
        return any(x and y and x != y for x, y in pairs)

    def comparable(self, other: Day) -> bool:
        """Whether both give some same part of the date."""
        return bool((self.weekday and other.weekday) or (self.month and other.month) or (self.year and other.year))


def days(text: str) -> list[Day]:
    """The dates of a text, in order."""
    words, lists = units(text), load("dates")
    found, i = [], 0
    while i < len(words):
        key, capital = words[i].key, words[i].capital
        weekday = lists["weekdays_short"].get(key, key)
        if capital and weekday in lists["weekdays"]:
            found.append(Day(words[i].span, weekday=weekday))
        elif capital and lists["months_short"].get(key, key) in lists["months"]:
            day, i = _month(words, i)
            if day is not None:
                found.append(day)
        elif _is_year(words, i, text):
            found.append(Day(words[i].span, year=key))
        i += 1
    return found


def compare_days(a: str, b: str) -> list[Finding]:
    """A date of one text that no comparable date of the other allows."""
    left, right = days(a)[:MOST], days(b)[:MOST]
    found = []
    for x in left:
        rivals = [y for y in right if x.comparable(y)]
        if rivals and all(x.excludes(y) for y in rivals):
            free = [y for y in rivals if all(z.excludes(y) for z in left if z.comparable(y))]
            if free:
                found.append(Finding("date-or-place", "dates", x.span, free[0].span, 0.85))
    return found


def _month(words: list[Unit], i: int) -> tuple[Day | None, int]:
    """The date around the month name at ``i``, and the index of its last unit. "May" alone is no month."""
    key = words[i].key
    month = load("dates")["months_short"].get(key, key)
    first, last, day, year = i, i, "", ""
    after = _DAY.fullmatch(words[i + 1].key) if i + 1 < len(words) else None
    before = _DAY.fullmatch(words[i - 1].key) if i else None
    if after:
        day, last = after[1], i + 1
    elif before:
        day, first = before[1], i - 1
    if last + 1 < len(words) and re.fullmatch(_YEAR, words[last + 1].key):
        year, last = words[last + 1].key, last + 1
    named = bool(i) and words[i - 1].key in load("dates")["before_months"]
    if month in {"may", "march"} and not (day or year or named):
        return None, i
    span = Span(words[first].span.start, words[last].span.end)
    return Day(span, month=month, day=day, year=year), last


def _is_year(words: list[Unit], i: int, text: str) -> bool:
    unit = words[i]
    if not re.fullmatch(_YEAR, unit.key) or unit.span.end - unit.span.start != 4:
        return False
    before = words[i - 1].key if i else ""
    return before in load("numbers")["calendar"] or text[unit.span.end : unit.span.end + 1] in {"", ",", ".", ")"}
