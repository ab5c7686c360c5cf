"""Reports as JSON lines on a stream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from daylight.errors import InputError, NotText, TooLarge
from daylight.ingest.decode import decode
from daylight.ingest.files import distinct
from daylight.ingest.text import read_text
from daylight.model import Report, Skipped
from daylight.settings import DEFAULT, Settings

_OPTIONAL = ("id", "title", "outlet", "url", "published")
LONGEST_VALUE = 2_000
"""Code points of an id, title, outlet, address or date. Chosen with room to spare."""


def read_lines(stream: IO[bytes], settings: Settings = DEFAULT) -> tuple[list[Report], list[Skipped]]:
    """Read one report from each JSON line: ``text``, and if known ``id``, ``title``, ``outlet``, ``url``, ``published``.

    A line that cannot be read is listed by its number, as ``path`` "line 3", with the reason; the others are read. Blank
    lines count and are passed over. No line is held beyond ``settings.max_bytes``.
    """
    reports: list[Report] = []
    skipped: list[Skipped] = []
    for number, line in _lines(stream, settings.max_bytes):
        where = f"line {number}"
        try:
            if len(reports) >= settings.max_reports:
                raise InputError(where, f"there are more than {settings.max_reports} reports; raise the setting max_reports")
            reports.append(_report(line, where, settings))
        except InputError as error:
            skipped.append(Skipped(error.reason, path=where))
    return distinct(reports), skipped


def _lines(stream: IO[bytes], limit: int) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank with their numbers; of a line over the limit only the beginning, one byte too long."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        rest = line
        while len(rest) > limit and not rest.endswith(b"\n"):
            rest = stream.readline(limit + 1)
        if line.strip():
            yield number, line


def _report(line: bytes, where: str, settings: Settings) -> Report:
    if len(line) > settings.max_bytes:
        raise TooLarge(where, f"it is longer than the limit of {settings.max_bytes:,} bytes; raise the setting max_bytes")
    record = _record(line, where)
    text = record.get("text")
    if not isinstance(text, str):
        raise InputError(where, 'it has no "text"; each line needs a JSON object with the report in "text"')
    facts = {key: _value(record, key, where) for key in _OPTIONAL}
    try:
        return read_text(text, **facts, settings=settings)
    except InputError as error:
        raise type(error)(where, error.reason) from error


def _record(line: bytes, where: str) -> dict[str, Any]:
    try:
        record = json.loads(decode(line, where))
    except (json.JSONDecodeError, RecursionError) as error:
        raise NotText(where, f"it is not JSON ({error}); give one JSON object on each line") from error
    if not isinstance(record, dict):
        raise InputError(where, "it is JSON, but no object; give one JSON object on each line")
    return record


def _value(record: dict[str, Any], key: str, where: str) -> str | None:
    """A value that may be missing; numbers are taken as written."""
    value = record.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise InputError(where, f'"{key}" is no text; give it as a string or leave it out')
    if value is None or not str(value).strip():
        return None
    if len(str(value)) > LONGEST_VALUE:
        raise TooLarge(where, f'"{key}" is longer than {LONGEST_VALUE:,} characters; shorten it')
    return str(value)
