"""Dates of publication, taken only where they are certain."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_NUMERIC = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")
_LABEL = re.compile(
    r"^(?:first |last )?(?:published|posted|updated|modified|created|issued|dated?)(?: on| at)?:?\s+", re.IGNORECASE
)
_CLOCK = re.compile(r",?\s*(?:at |- |\| )?\b\d{1,2}[:.]\d\d.*$")
_WORDS = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}\.?,? |[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? )(?:19|20)\d\d\b"
)

LONGEST = 80


def iso_date(words: str) -> str | None:
    """``words`` as an ISO 8601 date, or date with time, None where they do not name one day beyond doubt.

    Doubt: no year, a month without a day, 03/04/2025 (day and month may be swapped).
    """
    words = _LABEL.sub("", words.strip()[:LONGEST])
    if _ISO.fullmatch(words):
        return _checked(words.replace(" ", "T", 1))
    numeric = _NUMERIC.search(words)
    if numeric:
        return _numeric_date(int(numeric[1]), int(numeric[3]), int(numeric[4]))
    return _mail_date(words) or _date_in_words(words)


def date_in(text: str) -> str | None:
    """The day that a dateline or a "Published …" line names with its year; None where it names none or several."""
    days = {day for match in _WORDS.finditer(text) if (day := _date_in_words(match[0]))}
    days |= {day for match in _ISO.finditer(text) if (day := iso_date(match[0]))}
    return days.pop() if len(days) == 1 else None


def _checked(words: str) -> str | None:
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return None
    return words


def _numeric_date(first: int, second: int, year: int) -> str | None:
    """Day and month in either order, where only one order can be meant."""
    if first == second or first > 12 >= second:
        day, month = first, second
    elif second > 12 >= first:
        day, month = second, first
    else:
        return None
    return _checked(f"{year:04}-{month:02}-{day:02}")


def _mail_date(words: str) -> str | None:
    """A date as feeds and mail write it: "Mon, 5 May 2025 10:00:00 +0000"."""
    try:
        return parsedate_to_datetime(words).isoformat() if ":" in words and _YEAR.search(words) else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _date_in_words(words: str) -> str | None:
    if not _YEAR.search(words) or not re.search(r"[A-Za-z]{3}", words):
        return None
    from dateparser import parse

    found = parse(
        _CLOCK.sub("", words),
        languages=["en"],
        settings={"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]},
    )
    return found.date().isoformat() if found else None
