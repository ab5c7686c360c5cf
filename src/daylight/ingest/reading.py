"""Any input to reports, one by one: the one way in for every command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, cast

from daylight.errors import Empty, InputError, NotText
from daylight.ingest.detect import DOCUMENTS, Format, format_of, is_known
from daylight.ingest.item import AS_THEY_ARE, Item, Options, place
from daylight.ingest.opened import Opened, opened, opened_bytes, refusal, unpacked
from daylight.ingest.readers import READERS
from daylight.ingest.timing import time_limit
from daylight.model import Report, Skipped

MOST_FAILED = 1_000
"""Failures one after another from which a file is given up: three million empty objects fit in the limit on bytes."""

Read = tuple[Report, bytes]
"""A report and the bytes that its ``source.sha256`` is of."""


def read_all(paths: Iterable[str | Path], options: Options = AS_THEY_ARE) -> Iterator[Report | Skipped]:
    """Every report of files and folders, and everything that could not be read, with its reason, in order.

    A folder stands for the documents in it that are not hidden, in order of their names; where it has none, for its JSON,
    CSV and Parquet files; folders in it are left out. One report is held at a time, whatever the size of a file. Ids may
    come twice, where texts do: ``distinct`` parts them.
    """
    for found in read_with_bytes(paths, options):
        yield found if isinstance(found, Skipped) else found[0]


def read_with_bytes(paths: Iterable[str | Path], options: Options = AS_THEY_ARE) -> Iterator[Read | Skipped]:
    """As ``read_all``, each report with its own bytes, to keep beside it."""
    for path in paths:
        try:
            files = files_of(Path(path))
        except InputError as error:
            yield Skipped(error.reason, path=error.where)
            continue
        for file in files:
            yield from _read_file(file, options)


def read_all_bytes(data: bytes, where: str, options: Options = AS_THEY_ARE, *, name: str = "") -> Iterator[Read | Skipped]:
    """The reports in bytes that came by another way, such as an upload; ``name`` is the file name, where there is one."""
    yield from _read(opened_bytes(data, where, name), where, options)


def files_of(path: Path, *, deep: bool = False) -> list[Path]:
    """The file itself, or the files of a folder that stand for it, in order of their names; ``deep``: folders in it too.

    Raises Empty where a folder has nothing to read, and InputError where it cannot be opened.
    """
    if not path.is_dir():
        return [path]
    try:
        inside = [entry for entry in sorted(path.rglob("*") if deep else path.iterdir()) if _is_candidate(entry, path)]
    except OSError as error:
        raise refusal(path, error) from error
    formats = {entry: _format_of_file(entry) for entry in inside}
    documents = [entry for entry, form in formats.items() if form in DOCUMENTS]
    data = [entry for entry, form in formats.items() if form is not None]
    if not data:
        raise Empty(str(path), "there is no report in this folder; give a folder with .txt, .html or other files of reports")
    return documents or data


def _is_candidate(entry: Path, folder: Path) -> bool:
    return is_known(entry.name) and not any(part.startswith(".") for part in entry.relative_to(folder).parts)


def _format_of_file(path: Path) -> Format | None:
    """By the name alone where it says enough; None for XML that is no format of news."""
    if path.suffix.lower() not in {".xml", ".json"}:
        return format_of(path.name, b"")
    try:
        with opened(path) as file:
            found = format_of(path.name, file.head())
    except InputError:
        return "text"  # it is named again, with the reason, when it is read
    return None if found == "text" else found


def _read_file(path: Path, options: Options) -> Iterator[Read | Skipped]:
    try:
        with opened(path) as file:
            yield from _read(file, str(path), options)
    except InputError as error:
        yield Skipped(error.reason, path=error.where)


def read_stream(stream: IO[bytes], form: Format, options: Options = AS_THEY_ARE) -> Iterator[Read | Skipped]:
    """The reports of a stream that has no name, whose format is known."""
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(cast("RawIOBase", stream))
    yield from _read(Opened("standard input", "", buffered), None, options, form)


def items_of(file: Opened, options: Options, form: Format | None = None) -> Iterator[Item | Skipped]:
    """What the reader for a file yields; ``form`` where its format is known, and not to be told from the file."""
    form = form or format_of(file.name, file.head())
    if form == "gzip":
        file = unpacked(file)
        form = format_of(file.name, file.head())
    if form == "gzip":
        raise NotText(file.where, "this file is packed twice; unpack it first")
    return READERS[form](file, options)


def _read(file: Opened, path: str | None, options: Options, form: Format | None = None) -> Iterator[Read | Skipped]:
    """The reports of an open file; one that takes too long, or is broken, costs itself or the rest of its file."""
    items: Iterator[Item | Skipped] | None = None
    failed = 0
    while failed < MOST_FAILED:
        try:
            with time_limit(options.settings.max_seconds, file.where):
                items = items or items_of(file, options, form)
                item = next(items, None)
        except InputError as error:
            yield Skipped(error.reason, path=error.where)
            return
        if item is None:
            return
        found = _made(item, path, options)
        failed = failed + 1 if isinstance(found, Skipped) else 0
        yield found
    yield Skipped(f"the rest is not read: {MOST_FAILED:,} failures one after another; is this a file of reports?", path=path)


def _made(item: Item | Skipped, path: str | None, options: Options) -> Read | Skipped:
    if isinstance(item, Skipped):
        return replace(item, path=place(path, item.path))
    try:
        with time_limit(options.settings.max_seconds, place(path, item.part)):
            return item.report(path, options.settings), item.data
    except InputError as error:
        return Skipped(error.reason, path=error.where)
