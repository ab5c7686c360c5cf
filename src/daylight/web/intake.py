"""What a person gives, as reports: files, pasted text, pages that a browser sent, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from daylight.errors import InputError
from daylight.ingest import Facts, Options, distinct, read_all_bytes, read_bytes
from daylight.ingest.fetch import Fetcher
from daylight.model import Report, Skipped
from daylight.settings import DEFAULT, Settings

Tell = Callable[[str], None]
NAMES_SHOWN = 60
_PARTING = re.compile(r"^={5,}[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Item:
    """Something that was given: bytes, or an address alone. A file has a ``name``, and may hold several reports."""

    data: bytes | None = None
    name: str | None = None
    facts: Facts = field(default_factory=Facts)

    @property
    def told(self) -> str:
        """What to call it."""
        return (self.name or self.facts.url or self.facts.title or "pasted text")[:NAMES_SHOWN]


@dataclass(slots=True)
class Taken:
    """Reports that could be read, the bytes that they were made from by their SHA-256, and what could not be."""

    reports: list[Report] = field(default_factory=list)
    originals: dict[str, bytes] = field(default_factory=dict)
    failed: list[Skipped] = field(default_factory=list)

    def put(self, report: Report, data: bytes) -> None:
        """One more report."""
        self.reports.append(report)
        self.originals[report.source.sha256] = data


def take(items: Iterable[Item], tell: Tell, fetcher: Fetcher, settings: Settings = DEFAULT) -> Taken:
    """Read each item; one that cannot be read is told with its reason, and the others are read all the same."""
    taken = Taken()
    for item in items:
        for found in _read(item, tell, fetcher, settings):
            if isinstance(found, Skipped):
                taken.failed.append(found)
            else:
                taken.put(*found)
    taken.reports = distinct(taken.reports)
    return taken


def _read(item: Item, tell: Tell, fetcher: Fetcher, settings: Settings) -> Iterator[tuple[Report, bytes] | Skipped]:
    if item.name and item.data is not None:
        yield from read_all_bytes(item.data, item.name, Options(settings), name=item.name)
        return
    try:
        data, facts = _bytes(item, tell, fetcher)
        yield read_bytes(data, None, facts, settings), data
    except InputError as error:
        yield Skipped(error.reason, path=item.told)


def _bytes(item: Item, tell: Tell, fetcher: Fetcher) -> tuple[bytes, Facts]:
    """The bytes of an item, and what is known of it."""
    if item.data is not None:
        return item.data, item.facts
    tell(f"fetching {item.told}")
    found = fetcher.fetch(item.facts.url or "")
    return found.data, replace(item.facts, url=found.url, retrieved=found.retrieved)


def addresses(text: str) -> list[Item]:
    """The addresses of a text, one a line or parted by white space."""
    return [Item(facts=Facts(url=word)) for word in dict.fromkeys(text.split())]


def parted(text: str) -> list[Item]:
    """The reports of a pasted text: several are parted by a line of five or more equals signs."""
    joined = (part.strip() for part in _PARTING.split(text))
    return [Item(part.encode("utf-8", "replace")) for part in joined if part]
