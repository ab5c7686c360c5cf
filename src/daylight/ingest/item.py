"""A report as it stands in its file, before it is read: what every reader yields."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from daylight.errors import InputError, TooLarge
from daylight.ingest.opened import Opened
from daylight.ingest.page import fragment_report, page_report
from daylight.ingest.text import NOTHING_GIVEN, Facts, plain_report, rebuilt_report
from daylight.model import Report, Skipped, Source
from daylight.settings import DEFAULT, Settings

Form = Literal["plain", "page", "fragment", "rebuilt"]
"""Text to be kept as it is; a web page with its furniture; markup that is the story and nothing else; text that was put
together from a source without being a part of it."""

_MAKERS = {"plain": plain_report, "page": page_report, "fragment": fragment_report, "rebuilt": rebuilt_report}
_MEDIA_TYPES: dict[Form, str] = {"plain": "text/plain", "page": "text/html", "fragment": "text/html"}


@dataclass(frozen=True, slots=True)
class Options:
    """What a reader is told. ``columns`` maps a fact ("text", "title") to the field or column that holds it."""

    settings: Settings = DEFAULT
    columns: Mapping[str, str] = field(default_factory=dict)


AS_THEY_ARE = Options()
"""Default settings, and columns called by the names of what they hold."""


@dataclass(frozen=True, slots=True)
class Item:
    """One report of a file: ``data`` its own bytes, ``text`` what they say, ``part`` its place in a file of several."""

    data: bytes
    text: str
    form: Form = "plain"
    facts: Facts = NOTHING_GIVEN
    part: str | None = None
    media_type: str | None = None

    def report(self, path: str | None, settings: Settings) -> Report:
        """The report. Raises InputError, with the path and the part, where it cannot be one."""
        if len(self.data) > settings.max_bytes:
            raise TooLarge(place(path, self.part), f"it is over the limit of {settings.max_bytes:,} bytes; raise max_bytes")
        sha256 = hashlib.sha256(self.data).hexdigest()
        source = Source(path, sha256, self.media_type or _MEDIA_TYPES.get(self.form, "text/plain"), self.part)
        try:
            return _MAKERS[self.form](self.text, source, self.facts, settings)
        except InputError as error:
            raise type(error)(place(path, self.part), error.reason) from error


Reader = Callable[[Opened, Options], Iterator[Item | Skipped]]
"""Yields the reports of a file one by one, and what of it cannot be read; raises InputError where reading must end.

``Skipped.path`` is the part only ("line 3"): whoever calls knows the file.
"""


def place(path: str | None, part: str | None) -> str:
    """How a report of a file is named to people: "news.jsonl, line 3"."""
    return ", ".join(filter(None, (path, part))) or "text"
