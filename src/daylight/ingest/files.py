"""Files and folders to reports, all at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePath
from typing import IO

from daylight.errors import Empty, InputError
from daylight.ingest.item import Item, Options, place
from daylight.ingest.opened import Opened, opened, opened_bytes
from daylight.ingest.reading import items_of, read_all, read_stream
from daylight.ingest.text import NOTHING_GIVEN, Facts, merged
from daylight.ingest.timing import time_limit
from daylight.model import Report, Skipped
from daylight.settings import DEFAULT, Settings


def read(path: str | Path, settings: Settings = DEFAULT) -> Report:
    """Read one report from a file that holds one: plain text or HTML of any encoding, PDF, ninjs, NewsML-G2.

    Raises InputError, or one of its kinds, with a sentence that says what is wrong and what to do.
    """
    path = Path(path)
    with opened(path) as file, time_limit(settings.max_seconds, str(path)):
        return _only(file, settings).report(str(path), settings)


def read_bytes(data: bytes, name: str | None, given: Facts = NOTHING_GIVEN, settings: Settings = DEFAULT) -> Report:
    """Read one report from the bytes of a file that holds one; ``given`` wins over what they say of themselves.

    ``name`` is the file's, None for bytes that have none. Raises InputError, or one of its kinds, as ``read`` does.
    """
    where = name or given.url or "text"
    with time_limit(settings.max_seconds, where):
        item = _only(opened_bytes(data, where, PurePath(name or "").name), settings)
        return replace(item, facts=merged(given, item.facts)).report(name, settings)


def _only(file: Opened, settings: Settings) -> Item:
    """The one report of a file."""
    found = list(islice(items_of(file, Options(settings)), 2))
    if len(found) > 1:
        raise InputError(file.where, "this file holds several reports; give it to a command, or to daylight.ingest.read_all")
    if not found:
        raise Empty(file.where, "there is no report in this file")
    if isinstance(found[0], Skipped):
        raise InputError(file.where, found[0].reason)
    return found[0]


def read_many(
    paths: Iterable[str | Path], settings: Settings = DEFAULT, columns: Mapping[str, str] | None = None
) -> tuple[list[Report], list[Skipped]]:
    """Read files and folders: what could be read, and what could not with its path and reason.

    Nothing is read beyond ``settings.max_reports``; the rest is listed. Reports of the same text get ids of their own.
    """
    return _collected(read_all(paths, Options(settings, columns or {})), settings)


def read_lines(
    stream: IO[bytes], settings: Settings = DEFAULT, columns: Mapping[str, str] | None = None
) -> tuple[list[Report], list[Skipped]]:
    """Read one report from each JSON line: ``text``, and if known ``id``, ``title``, ``outlet``, ``url``, ``published``.

    A line that cannot be read is listed by its number, as ``path`` "line 3", with the reason; the others are read.
    """
    found = read_stream(stream, "lines", Options(settings, columns or {}))
    return _collected((one if isinstance(one, Skipped) else one[0] for one in found), settings)


def distinct(reports: Iterable[Report]) -> list[Report]:
    """The reports, those whose id came before with "-2", "-3", … behind it, so that each report has an id of its own."""
    taken: set[str] = set()
    times: Counter[str] = Counter()
    result = []
    for report in reports:
        name = report.id
        while name in taken:
            times[report.id] += 1
            name = f"{report.id}-{times[report.id] + 1}"
        taken.add(name)
        result.append(report if name == report.id else replace(report, id=name))
    return result


def _collected(found: Iterable[Report | Skipped], settings: Settings) -> tuple[list[Report], list[Skipped]]:
    reports: list[Report] = []
    skipped: list[Skipped] = []
    for one in found:
        if isinstance(one, Skipped):
            skipped.append(one)
        elif len(reports) < settings.max_reports:
            reports.append(one)
        else:
            reason = f"not read, nor what follows: over {settings.max_reports} reports; raise max_reports or give fewer"
            skipped.append(Skipped(reason, path=place(one.source.path, one.source.part)))
            break
    return distinct(reports), skipped
