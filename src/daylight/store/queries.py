"""From what a user types to what FTS5 asks. His words are data: each is quoted, so that none is read as syntax."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from daylight.store.texts import stored
from daylight.store.values import Query

MOST_WORDS = 32
"""Words of a query that are looked for; more would only slow it down."""

_PHRASES = re.compile(r'"([^"]*)"?|(\S+)')
_WORDS = re.compile(r"\w+")


def phrases(text: str) -> list[str]:
    """The quoted phrases and single words of a text, as FTS5 strings."""
    found = []
    for quoted, word in _PHRASES.findall(stored(text).translate({0x201C: '"', 0x201D: '"'})):
        words = _WORDS.findall(quoted or word)
        if words:
            found.append(f'"{" ".join(words)}"')
    return found[:MOST_WORDS]


def match_said(query: Query) -> str:
    """The FTS5 expression over what is said, "" where the query names neither words nor a speaker."""
    words = [f"words : {phrase}" for phrase in phrases(query.text)]
    names = [f"spellings : {phrase}" for phrase in phrases(query.speaker or "")]
    return " AND ".join(words + names)


def match_reports(query: Query) -> str:
    """The FTS5 expression over whole reports, their titles included."""
    return " AND ".join(phrases(query.text))


def conditions(query: Query) -> Iterator[tuple[str, dict[str, Any]]]:
    """Conditions on reports and stories, with what they are given."""
    if query.outlet is not None:
        yield "outlet = :outlet COLLATE NOCASE", {"outlet": stored(query.outlet)}
    if query.since is not None:
        yield "substr(published, 1, length(:since)) >= :since", {"since": stored(query.since)}
    if query.until is not None:
        yield "substr(published, 1, length(:until)) <= :until", {"until": stored(query.until)}
    if query.story is not None:
        yield "story.id = :story", {"story": stored(query.story)}


def asks_for_speech(query: Query) -> bool:
    """Whether what is looked for is something said, and not any words of a report."""
    return query.speaker is not None or query.kind is not None
