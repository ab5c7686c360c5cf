"""JSON: one object a line, an object or a list of objects a file; each a record of ours or an IPTC ninjs item."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from daylight.errors import InputError, NotText, TooLarge
from daylight.ingest.decode import decode
from daylight.ingest.item import Item, Options
from daylight.ingest.opened import Opened
from daylight.ingest.readers.ninjs import is_ninjs, ninjs_items
from daylight.ingest.readers.records import item_of
from daylight.model import Skipped


def read_lines(file: Opened, options: Options) -> Iterator[Item | Skipped]:
    """One report from each line. Blank lines count and are passed over; no line is held beyond ``max_bytes``."""
    for number, line in _lines(file, options.settings.max_bytes):
        part = f"line {number}"
        try:
            if len(line) > options.settings.max_bytes:
                raise TooLarge(part, f"it is longer than {options.settings.max_bytes:,} bytes; raise the setting max_bytes")
            yield from _items(_parsed(line, part, "give one JSON object on each line"), part, options)
        except InputError as error:
            yield Skipped(error.reason, path=part)


def read_json(file: Opened, options: Options) -> Iterator[Item | Skipped]:
    """The objects of a JSON document."""
    found = _parsed(file.whole(options.settings), file.where, "give a JSON object or a list of them")
    for number, record in enumerate(found if isinstance(found, list) else [found], 1):
        part = f"object {number}" if isinstance(found, list) else None
        try:
            yield from _items(record, part, options)
        except InputError as error:
            yield Skipped(error.reason, path=part)


def _items(record: Any, part: str | None, options: Options) -> Iterator[Item | Skipped]:
    if not isinstance(record, dict):
        raise InputError(part or "", "it is JSON, but no object; give each report as a JSON object")
    if is_ninjs(record):
        yield from ninjs_items(record, part)
    else:
        yield item_of(record, part, options)


def _lines(file: Opened, limit: int) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank with their numbers; of a line over the limit only the beginning, one byte too long."""
    number = 0
    while line := file.stream.readline(limit + 1):
        number += 1
        rest = line
        while len(rest) > limit and not rest.endswith(b"\n"):
            rest = file.stream.readline(limit + 1)
        if line.strip():
            yield number, line


def _parsed(data: bytes, where: str, advice: str) -> Any:
    try:
        return json.loads(decode(data, where))
    except (ValueError, RecursionError) as error:
        raise NotText(where, f"it is not JSON ({error}); {advice}") from error
