"""What a person gives, as reports: files, pasted text, pages that a browser sent, addresses."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from daylight.errors import InputError
from daylight.ingest import NOTHING_GIVEN, Facts, distinct, read_bytes
from daylight.ingest.fetch import Fetcher
from daylight.model import Report, Skipped
from daylight.settings import DEFAULT, Settings

Tell = Callable[[str], None]
NAMES_SHOWN = 60
_PARTING = re.compile(r"^={5,}[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Item:
    """One report as it was given: by bytes, or by an address alone. ``name`` is a file's."""

    data: bytes | None = None
    name: str | None = None
    facts: Facts = NOTHING_GIVEN

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


def take(items: Iterable[Item], tell: Tell, fetcher: Fetcher, settings: Settings = DEFAULT) -> Taken:
    """Read each item; one that cannot be read is told with its reason, and the others are read all the same."""
    taken = Taken()
    for item in items:
        try:
            data, name, facts = _bytes(item, tell, fetcher)
            report = read_bytes(data, name, facts, settings)
        except InputError as error:
            taken.failed.append(Skipped(error.reason, path=item.told))
            continue
        taken.reports.append(report)
        taken.originals[hashlib.sha256(data).hexdigest()] = data
    taken.reports = distinct(taken.reports)
    return taken


def _bytes(item: Item, tell: Tell, fetcher: Fetcher) -> tuple[bytes, str | None, Facts]:
    """The bytes of an item, its file name, and what is known of it."""
    if item.data is not None:
        return item.data, item.name, item.facts
    tell(f"fetching {item.told}")
    found = fetcher.fetch(item.facts.url or "")
    known = Facts(item.facts.id, item.facts.title, item.facts.outlet, found.url, item.facts.published, found.retrieved)
    return found.data, None, known


def addresses(text: str) -> list[Item]:
    """The addresses of a text, one a line or parted by white space."""
    return [Item(facts=Facts(url=word)) for word in dict.fromkeys(text.split())]


def parted(text: str) -> list[Item]:
    """The reports of a pasted text: several are parted by a line of five or more equals signs."""
    joined = (part.strip() for part in _PARTING.split(text))
    return [Item(part.encode("utf-8", "replace")) for part in joined if part]
