"""The rounds of a watcher: each feed that is due is asked, its new entries are read, and the library grows."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from daylight.errors import InputError
from daylight.ingest.fetch import FEEDS, PAGES, Fetched, Fetcher
from daylight.model import Skipped
from daylight.settings import DEFAULT, Settings
from daylight.store import Library
from daylight.watch.entries import Entry, entries_of, report_of
from daylight.watch.memory import Feed, Memory
from daylight.watch.politeness import Clock, Manners, SystemClock, interval
from daylight.watch.shelving import Arrival, News, shelve

MOST_NEW = 20
"""Entries of one feed that are read in one round; the others wait for the next."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What a watcher works with. ``every`` is the wanted time between two askings for a feed, in seconds."""

    feeds: Fetcher
    pages: Fetcher
    clock: Clock
    draw: random.Random
    every: float = 900.0


def tools(every: float) -> Tools:
    """Those of everyday use: the open internet, the machine's clock."""
    pages = Fetcher()
    feeds = Fetcher(accept=FEEDS | PAGES, robots=pages.robots)  # some servers call a feed plain text or a page
    return Tools(feeds, pages, SystemClock(), random.Random(), every)  # noqa: S311 - spreads askings, guards nothing


class Watcher:
    """Watches feeds for a library, on one thread; ``memory`` is kept after each feed."""

    def __init__(
        self, urls: Sequence[str], library: Library, memory: Memory, given: Tools, settings: Settings = DEFAULT
    ) -> None:
        self.feeds = [memory.feed(url) for url in dict.fromkeys(urls)]
        self.library = library
        self.memory = memory
        self.tools = given
        self.settings = settings
        self._manners = Manners(given.clock)

    def watch(self) -> Iterator[News | Skipped]:
        """Round after round, without end."""
        while True:
            yield from self.round()
            self.tools.clock.sleep(max(0.0, min(feed.due for feed in self.feeds) - self.tools.clock.now()))

    def round(self) -> Iterator[News | Skipped]:
        """Ask each feed that is due; what is new in it, and what could not be read, with the reason."""
        for feed in self.feeds:
            if feed.due <= self.tools.clock.now():
                yield from self._ask(feed)
                self.memory.keep()

    def _ask(self, feed: Feed) -> Iterator[News | Skipped]:
        every = self.tools.every
        try:
            self._manners.wait_for(feed.url)
            fetched = self.tools.feeds.fetch(feed.url, feed.last())
            if not fetched.unchanged:
                entries, alone = entries_of(fetched)
                every = max(every, alone)
                yield from self._take(feed, entries, fetched)
            feed.failures = 0
        except InputError as error:
            feed.failures += 1
            yield Skipped(error.reason, path=feed.url)
        feed.due = self.tools.clock.now() + interval(every, feed.failures, self.tools.draw)

    def _take(self, feed: Feed, entries: Sequence[Entry], fetched: Fetched) -> Iterator[News | Skipped]:
        arrivals: list[Arrival] = []
        new = [entry for entry in entries if feed.is_open(entry.address)]
        for entry in new[:MOST_NEW]:
            try:
                if not entry.is_whole:
                    self._manners.wait_for(entry.address)
                arrivals.append(report_of(entry, self.tools.pages, fetched.retrieved, self.settings))
                feed.done(entry.address)
            except InputError as error:
                feed.failed(entry.address)
                yield Skipped(error.reason, path=entry.address)
        yield from shelve(self.library, arrivals, self.settings)
        if not any(feed.is_open(entry.address) for entry in entries):
            feed.etag, feed.modified = fetched.etag, fetched.modified
