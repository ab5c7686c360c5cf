"""Expressions of time beside a cue, and the day that they mean where the report's date lets it be known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any

from daylight import lexicon
from daylight.attribute.grammar import Grammar
from daylight.model import Moment, Token

_YEAR = re.compile(r"(19|20)\d\d")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")

LONGEST = 9
"""Words of a phrase that may tell the time of saying, at most; longer ones are clauses about other things."""


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon.load("times").items()}


def _temporal(token: Token) -> bool:
    word = token.text.lower().rstrip(".")
    words = _words()
    return (
        word in words["weekdays"]
        or (word in words["months"] and token.text[0].isupper())
        or word in words["units"]
        or (word in words["adverbs"] and token.pos != "PROPN")  # not the end of a name: "Harbour Today"
        or (word in words["abbreviated_weekdays"] and token.text[0].isupper())
        or bool(_YEAR.fullmatch(word))
    )


def is_time(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """First and last of the tokens that express a time, if the phrase is one: short, and temporal at its core."""
    marks = [n for n, token in enumerate(tokens) if _temporal(token)]
    if not marks or len(tokens) > LONGEST or not _pointed([token.text.lower() for token in tokens], marks):
        return None
    first, last = marks[0], marks[-1]
    while first > 0 and (tokens[first - 1].pos == "NUM" or tokens[first - 1].text.lower() in _words()["modifiers"]):
        first -= 1
    if tokens[first].tag == "DT" and first + 1 in marks and tokens[first + 1].text.lower() in _named():
        first += 1
    if last + 1 < len(tokens) and _DAY.fullmatch(tokens[last + 1].text):
        last += 1
    return first, last


@cache
def _named() -> frozenset[str]:
    return _words()["weekdays"] | _words()["months"]


def _pointed(words: Sequence[str], marks: Sequence[int]) -> bool:
    """Whether the words point to a time: "last year", "the weekend", but not "an hour", which tells how long."""
    kinds = _words()
    return any(words[n] not in kinds["units"] for n in marks) or bool(kinds["pointers"].intersection(words))


def moment(g: Grammar, first: int, last: int) -> Moment:
    """The moment at tokens ``first`` to ``last``, its day in ISO 8601 where it is certain."""
    span = g.span(first, last)
    return Moment(span, resolve([token.text for token in g.tokens[first : last + 1]], g.annotated.report.published))


def resolve(words: Sequence[str], published: str | None) -> str | None:
    """The day that words such as "Friday", "two days ago" or "14 February 2025" mean in a report of that date (ISO 8601).

    A weekday is the last one on or before the report's day. None where the words leave it open.
    """
    plain = [word.lower().rstrip(".,") for word in words]
    kinds = _words()
    day = _day_of(published)
    if kinds["months"].intersection(plain) or "ago" in plain:
        return _dated(" ".join(plain), day)
    if day is None:
        return None
    if "today" in plain or "tonight" in plain:
        return day.isoformat()
    if "yesterday" in plain:
        return (day - timedelta(days=1)).isoformat()
    weekdays = [word for word in plain if word in kinds["weekdays"]]
    if len(weekdays) != 1 or set(plain) & {"last", "next", "every", "each"}:
        return None
    back = (day.weekday() - lexicon.load("times")["weekdays"].index(weekdays[0])) % 7
    return (day - timedelta(days=back)).isoformat()


def _day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _dated(phrase: str, published: date | None) -> str | None:
    """A calendar day, or one counted back from the report's; without a year it is the last such day up to the report's.

    None where a month or a week is all that is told, or where the year cannot be known.
    """
    from dateparser.date import DateDataParser

    if published is None and "ago" in phrase:
        return None
    settings: dict[str, Any] = {"REQUIRE_PARTS": ["day", "month", "year"]}
    if published is not None:
        base = datetime(published.year, published.month, published.day)
        settings = {"REQUIRE_PARTS": ["day"], "RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    found = DateDataParser(languages=["en"], settings=settings).get_date_data(phrase)
    return found.date_obj.date().isoformat() if found.date_obj and found.period == "day" else None
