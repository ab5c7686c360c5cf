"""Paragraphs known by their wording: promotion, corrections, bylines, dates on a line of their own, datelines."""

from __future__ import annotations

import re
from functools import cache

from daylight.clean.surface import Surface, rules
from daylight.model import BlockRole

_NAME = (
    r"(?:(?:Dr|Mr|Ms|Mrs)\. )?[^\W\d_a-z][\w'’.-]*(?: (?:[^\W\d_a-z][\w'’.-]*|de|van|von|der|da|di|al|bin|el|la|le)){0,4}"
)
_NOT_BYLINE = re.compile(r"^By (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")

_PLACE = r"[A-Z][A-Z'’.-]+(?:[ /-][A-Z][A-Z'’.-]*){0,3}"
_REGION = r"(?:, ?(?:[A-Z]\.){1,3}|, ?[A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,12})?)?"
_AGENCY = r"(?: ?\([A-Z][\w .,/&'’-]{1,40}\))?"
_DASH = r"(?: ?(?:—|–|―|--)| -)(?: |(?=[A-Z“\"']))|(?<=\)) ?- ?"
_DATE = r"(?:, ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
_UPPER = re.compile(rf"{_PLACE}{_REGION}{_DATE}{_AGENCY}(?:{_DASH})")
_MIXED = re.compile(
    rf"[A-Z][\w'’.-]+(?:[ /-][A-Z][\w'’.-]*){{0,3}}{_REGION}{_DATE}(?: ?\([A-Z][\w .,/&'’-]{{1,40}}\))(?:{_DASH})"
)
_OPENS_SENTENCE = re.compile(r"[\"“”'‘’«\[(]*[^\W_a-z]")


def notice_role(line: Surface, *, from_top: int, from_end: int) -> BlockRole | None:
    """The role of a paragraph that its wording gives away, None for others.

    ``from_top`` and ``from_end`` count the paragraphs before and after it: a byline stands near an end of a report.
    """
    if _promotion_lines().fullmatch(line.text):
        return "promotion"
    if line.size <= rules()["promotion"]["start_words"] and _promotion_starts().match(line.text):
        return "promotion"
    if line.size < 200 and _corrections().match(line.text):
        return "correction"
    if _is_byline(line, from_top, from_end):
        return "byline"
    return "dateline" if _date_line().fullmatch(line.text[:120]) else None


def dateline_end(text: str) -> int:
    """Where the words behind a leading "TOWN, Feb. 14 (Agency) — " begin; 0 where there is no dateline."""
    head = text[:140]
    match = _UPPER.match(head) or _MIXED.match(head)
    return match.end() if match and _OPENS_SENTENCE.match(text, match.end()) else 0


def _is_byline(line: Surface, from_top: int, from_end: int) -> bool:
    limits = rules()["byline"]
    if line.size > limits["words"] or line.quotes:
        return False
    near_end = from_end < limits["bottom"]
    if near_end and _byline_anywhere().fullmatch(line.text):
        return True
    near = from_top < limits["top"] or near_end
    return near and not _NOT_BYLINE.match(line.text) and _byline_names().fullmatch(line.text.rstrip(" .")) is not None


@cache
def _any(section: str, name: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in rules()[section][name]), flags)


def _promotion_starts() -> re.Pattern[str]:
    return _any("promotion", "starts")


def _promotion_lines() -> re.Pattern[str]:
    return _any("promotion", "lines")


def _corrections() -> re.Pattern[str]:
    return _any("correction", "starts")


def _byline_anywhere() -> re.Pattern[str]:
    return _any("byline", "anywhere")


@cache
def _byline_names() -> re.Pattern[str]:
    return re.compile("|".join(pattern.replace("NAME", _NAME) for pattern in rules()["byline"]["names"]))


@cache
def _date_line() -> re.Pattern[str]:
    """A line that is a label and a date and nothing else."""
    lists = rules()["dateline"]
    months = "|".join(lists["months"])
    days = "|".join(lists["days"])
    month_first = rf"(?:{months})\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    day_first = rf"\d{{1,2}}(?:st|nd|rd|th)? (?:{months})\.?,?(?: \d{{4}})?"
    date = rf"(?:{month_first}|{day_first}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
    clock = r"(?:T?\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:[A-Z]{1,5}|[+-]\d\d:?\d\d))?)"
    label = rf"(?:(?:{'|'.join(lists['labels'])})(?: on| at)?:? )?"
    part = rf"(?:{label}(?:(?:{days})\.?,? )?{date}(?:(?:,| at| -| –| \|)? ?{clock})?)"
    return re.compile(rf"{part}(?:\s*[|·,;/–-]?\s*{part})?\.?", re.IGNORECASE)
