"""What a watcher knows of its feeds from one run to the next: a JSON file beside the library."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from daylight.errors import InputError
from daylight.ingest.fetch import Fetched

FORMAT = "daylight.watch/1"
MOST_SEEN = 2_000
"""Addresses that are remembered of a feed, the latest: feeds have some dozens of entries, the largest some hundreds."""
TRIES = 3
"""Times that a page is asked for before it is given up."""


@dataclass(slots=True)
class Feed:
    """A feed. ``due`` is when it may be asked next, in seconds since 1970; ``failures`` are those in a row.

    ``seen`` holds the addresses of entries with the tries that are left; 0 for one that is done with.
    """

    url: str
    due: float = 0.0
    failures: int = 0
    etag: str | None = None
    modified: str | None = None
    seen: dict[str, int] = field(default_factory=dict)

    def last(self) -> Fetched | None:
        """What the server said the last time of how new the feed was; None where it said nothing."""
        return Fetched(self.url, b"", "", "", self.etag, self.modified) if self.etag or self.modified else None

    def is_open(self, address: str) -> bool:
        """Whether an entry is still to be read."""
        return self.seen.get(address, TRIES) > 0

    def done(self, address: str) -> None:
        """The entry was read, or never will be."""
        self._note(address, 0)

    def failed(self, address: str) -> None:
        """The entry could not be read this time."""
        self._note(address, self.seen.get(address, TRIES) - 1)

    def _note(self, address: str, left: int) -> None:
        self.seen[address] = left
        for old in list(self.seen)[:-MOST_SEEN]:
            del self.seen[old]


class Memory:
    """The feeds of a file. Nothing is written before ``keep``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.feeds = {feed.url: feed for feed in _read(path)} if path.exists() else {}

    def feed(self, url: str) -> Feed:
        """What is known of a feed."""
        return self.feeds.setdefault(url, Feed(url))

    def keep(self) -> None:
        """Write all that is known; the file holds its old content or all of the new, at every moment."""
        document = {"format": FORMAT, "feeds": [asdict(feed) for feed in self.feeds.values()]}
        beside = self.path.with_name(self.path.name + ".new")
        beside.write_text(json.dumps(document, indent=1), "utf-8")
        beside.replace(self.path)


def _read(path: Path) -> Iterator[Feed]:
    names = {one.name for one in fields(Feed)}
    try:
        document: Any = json.loads(path.read_text("utf-8"))
        if document["format"] != FORMAT:
            raise ValueError(document["format"])
        for known in document["feeds"]:
            yield Feed(**{name: known[name] for name in names})
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), "this is not what a watcher remembers; move it away to begin anew") from error
