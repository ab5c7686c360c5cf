"""Files and folders to reports."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from daylight.errors import Empty, InputError, NotText, TooLarge
from daylight.ingest.decode import decode
from daylight.ingest.page import page_report
from daylight.ingest.text import NOTHING_GIVEN, Facts, plain_report
from daylight.model import Report, Skipped, Source
from daylight.settings import DEFAULT, Settings

_HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
_REPORT_NAMES = _HTML_NAMES | {".txt", ".text"}
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--(?:(?!-->).){0,2000}-->\s*){0,3}<(?:!doctype html|html|head|body|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_MEGABYTE = 1_000_000


def read(path: str | Path, settings: Settings = DEFAULT) -> Report:
    """Read one report from a plain text or HTML file, of any encoding.

    Raises InputError, or one of its kinds, with a sentence that says what is wrong and what to do.
    """
    path = Path(path)
    return read_bytes(_bytes(path, settings), str(path), settings=settings)


def read_bytes(data: bytes, name: str | None, given: Facts = NOTHING_GIVEN, settings: Settings = DEFAULT) -> Report:
    """Read one report from the bytes of a plain text or HTML file, of any encoding.

    ``name`` is the file's, None for bytes that have none. Raises InputError, or one of its kinds, as ``read`` does.
    """
    where = name or given.url or "text"
    _check_length(where, len(data), settings)
    named = PurePath(name or "").suffix.lower() in _HTML_NAMES
    text = decode(data, where, markup=named or data[:1_024].lstrip()[:1] == b"<")
    markup = named or _HTML_START.match(text) is not None
    source = Source(name, hashlib.sha256(data).hexdigest(), "text/html" if markup else "text/plain")
    return page_report(text, source, given, settings) if markup else plain_report(text, source, given, settings)


def read_many(paths: Iterable[str | Path], settings: Settings = DEFAULT) -> tuple[list[Report], list[Skipped]]:
    """Read files and folders: what could be read, and what could not with its path and reason.

    A folder stands for the text and HTML files in it, by their suffix, in order of their names; hidden ones and folders in
    it are left out. Nothing is read beyond ``settings.max_reports``; the rest is listed. Reports of the same text get ids
    of their own.
    """
    reports: list[Report] = []
    skipped: list[Skipped] = []
    for path in paths:
        try:
            files = list(_files(Path(path)))
        except InputError as error:
            skipped.append(Skipped(error.reason, path=error.where))
            continue
        for file in files:
            _read_into(file, reports, skipped, settings)
    return distinct(reports), skipped


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


def _read_into(file: Path, reports: list[Report], skipped: list[Skipped], settings: Settings) -> None:
    if len(reports) >= settings.max_reports:
        reason = f"there are more than {settings.max_reports} reports; raise the setting max_reports or give fewer"
        skipped.append(Skipped(reason, path=str(file)))
        return
    try:
        reports.append(read(file, settings))
    except InputError as error:
        skipped.append(Skipped(error.reason, path=error.where))


def _files(path: Path) -> Iterator[Path]:
    """The file itself, or the text and HTML files of a folder that are not hidden."""
    if not path.is_dir():
        yield path
        return
    try:
        names = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        raise _refusal(path, error) from error
    inside = [entry for entry in names if entry.suffix.lower() in _REPORT_NAMES]
    if not inside:
        raise Empty(str(path), "there is no report in this folder; give a folder with .txt or .html files")
    yield from inside


def _bytes(path: Path, settings: Settings) -> bytes:
    """All bytes of a file; its size is looked at before anything is read."""
    try:
        if path.is_dir():
            raise InputError(str(path), "this is a folder where a file was expected; name the files in it")
        if path.exists() and not path.is_file():
            raise NotText(str(path), "this is a device or a pipe, not a file; copy it to a file first")
        size = path.stat().st_size
        if size > settings.max_bytes:
            raise _too_large(str(path), size, settings)
        with path.open("rb") as file:
            return file.read(settings.max_bytes + 1)
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from error


def _check_length(where: str, size: int, settings: Settings) -> None:
    if size > settings.max_bytes:
        raise _too_large(where, size, settings)
    if not size:
        raise Empty(where, "this file is empty; give a report with at least one sentence")


def _too_large(where: str, size: int, settings: Settings) -> TooLarge:
    return TooLarge(
        where,
        f"this file has {size / _MEGABYTE:.1f} MB, more than the limit of {settings.max_bytes / _MEGABYTE:g} MB; "
        "split it or raise the setting max_bytes",
    )


def _refusal(path: Path, error: Exception) -> InputError:
    """What the system said, in words for a user."""
    match error:
        case FileNotFoundError():
            reason = "there is no such file; check the path"
        case PermissionError():
            reason = "this file may not be read; check its permissions"
        case ValueError():
            reason = "this is no path that can exist; check it"
        case _:
            reason = f"this file cannot be read ({error}); check the path and the disk"
    return InputError(str(path), reason)
