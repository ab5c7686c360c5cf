"""Whom a text credits: the agency it prints, or the outlet it takes its news from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from daylight.lexicon import load

_LINES = 4
"""Lines at the top and at the bottom of a text where a credit is looked for."""

_LONGEST = 200  # characters of a line that are examined
_TEXT = 20_000  # characters of a text in which a borrowed outlet is looked for


@lru_cache(maxsize=1 << 12)
def credited(text: str) -> str | None:
    """The agency that a text names as its maker: in a byline, a dateline or a line at its end; None where there is none."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    top, bottom = lines[:_LINES], lines[-_LINES:]
    for kind, places in (("dateline", top), ("top", top), ("bottom", bottom)):
        for line in places:
            agency = _named(kind, line[:_LONGEST])
            if agency:
                return agency
    return None


def agency(name: str | None) -> str | None:
    """The agency that an outlet's name is, None where it is none."""
    return _agencies().get(_plain(name)) if name else None


def borrows(text: str, outlet: str) -> bool:
    """Whether a text says that its news comes from an outlet ("according to the Gazette", "the Gazette reported")."""
    name = outlet.strip().removeprefix("The ").removeprefix("the ")
    if len(name) <= 1 or name.casefold() not in text.casefold():  # quickly said, and most texts name no other outlet
        return False
    return _borrowed(name).search(text, 0, _TEXT) is not None


def _named(kind: str, line: str) -> str | None:
    for pattern in _credits(kind):
        found = pattern.match(line) if kind == "dateline" else pattern.fullmatch(line)
        if found:
            return _agencies()[_plain(found["name"])]
    return None


@cache
def _credits(kind: str) -> Sequence[re.Pattern[str]]:
    """The patterns of one kind: their words in any case, an agency's name with its own."""
    return [
        re.compile(_loosened(p).replace("NAME", f"(?P<name>{_alternatives()})")) for p in load("agencies")["credit"][kind]
    ]


def _loosened(pattern: str) -> str:
    before, after = pattern.split("NAME")
    return f"(?i:{before})NAME(?i:{after})"


@cache
def _alternatives() -> str:
    forms = sorted((form for row in load("agencies")["agencies"] for form in row), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form) if form.isupper() else f"(?i:{re.escape(form)})" for form in forms)


@cache
def _agencies() -> Mapping[str, str]:
    return {_plain(form): row[0] for row in load("agencies")["agencies"] for form in row}


def _plain(name: str) -> str:
    return name.strip().casefold().removeprefix("the ")


@lru_cache(maxsize=1 << 10)
def _borrowed(name: str) -> re.Pattern[str]:
    patterns = load("agencies")["borrowed"]["patterns"]
    return re.compile("|".join(p.replace("NAME", re.escape(name)) for p in patterns), re.IGNORECASE)
