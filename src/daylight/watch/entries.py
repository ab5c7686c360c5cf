"""The entries of a feed, and the report that one leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from daylight.errors import InputError, NotFetched
from daylight.ingest import Facts, read_bytes
from daylight.ingest.fetch import Fetched, Fetcher
from daylight.ingest.readers.feeds import facts_of, item_from, parsed, text_of
from daylight.model import Report
from daylight.settings import Settings

WHOLE = 1_500
"""Characters from which the text in a feed is the story itself and its page is not asked for. Chosen: teasers have a few
hundred at most, and a shorter report that a feed carries whole comes with its page all the same."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed: what the feed says of it, and the text that it carries, which may be empty."""

    address: str
    facts: Facts
    text: str

    @property
    def is_whole(self) -> bool:
        """Whether the feed carries the story itself."""
        return len(self.text) >= WHOLE


def entries_of(fetched: Fetched) -> tuple[list[Entry], float]:
    """The entries with an address, the oldest first, and the seconds for which the feed asks to be left alone (``ttl``).

    Raises InputError where it is no feed.
    """
    feed = parsed(fetched.data, fetched.url)
    return list(_entries(feed)), _minutes(feed.feed.get("ttl")) * 60.0


def _entries(feed: Any) -> Iterator[Entry]:
    for entry in reversed(feed.entries):
        facts = facts_of(entry, feed.feed)
        if facts.url:
            yield Entry(facts.url, facts, text_of(entry))


def _minutes(value: Any) -> float:
    return min(float(value), 1_440.0) if isinstance(value, str) and value.isascii() and value.isdigit() else 0.0


def report_of(entry: Entry, fetcher: Fetcher, retrieved: str, settings: Settings) -> tuple[Report, bytes]:
    """The report and its bytes: of the feed's own text where that is the story, else of the page.

    Raises InputError where neither can be read; ``retrieved`` is when the feed was.
    """
    if entry.is_whole:
        item = item_from(entry.text, replace(entry.facts, retrieved=retrieved))
        return item.report(None, settings), item.data
    try:
        page = fetcher.fetch(entry.address)
        given = replace(entry.facts, url=page.url, retrieved=page.retrieved)
        return read_bytes(page.data, None, given, settings), page.data
    except NotFetched as error:
        raise InputError(entry.address, error.reason) from error
