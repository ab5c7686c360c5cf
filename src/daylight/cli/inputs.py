"""Reports from the arguments of a command."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

import typer

from daylight.cli.output import warn
from daylight.model import Report, Skipped
from daylight.settings import Settings

STDIN = "-"


def reports_of(
    paths: Sequence[str], settings: Settings, columns: Iterable[str] | None = None
) -> tuple[list[Report], list[Skipped]]:
    """The reports that can be read, in the order of the arguments, and what could not be, each named."""
    from daylight.ingest import read_lines, read_many

    if paths.count(STDIN) > 1:
        raise typer.BadParameter("- (standard input) can be given once only")
    reports: list[Report] = []
    skipped: list[Skipped] = []
    mapped = columns_of(columns)
    for path in paths:
        source = sys.stdin.buffer
        found, failed = read_lines(source, settings, mapped) if path == STDIN else read_many([path], settings, mapped)
        reports.extend(found)
        skipped.extend(failed)
    return reports, skipped


def stream_of(path: str, settings: Settings, columns: Iterable[str] | None = None) -> Iterator[Report | Skipped]:
    """The reports of one argument and what could not be read, one by one, however many there are."""
    from daylight.ingest import Options, read_all, read_stream

    options = Options(settings, columns_of(columns))
    if path != STDIN:
        yield from read_all([path], options)
        return
    for found in read_stream(sys.stdin.buffer, "lines", options):
        yield found if isinstance(found, Skipped) else found[0]


def columns_of(given: Iterable[str] | None) -> dict[str, str]:
    """What ``--column text=body`` says: facts and the fields or columns that hold them."""
    from daylight.ingest import FIELDS

    pairs = [pair.partition("=") for pair in given or ()]
    for fact, _, column in pairs:
        if fact not in FIELDS or not column:
            raise typer.BadParameter(f"--column wants NAME=COLUMN, NAME one of {', '.join(FIELDS)}; not {fact}={column}")
    return {fact: column for fact, _, column in pairs}


def name(skipped: Iterable[Skipped], quiet: bool = False, reports: Iterable[Report] = ()) -> None:
    """Name what was not examined on standard error, a report by the file that it came from."""
    files = {report.id: ", ".join(filter(None, (report.source.path, report.source.part))) for report in reports}
    for item in skipped:
        if not quiet:
            warn(f"{item.path or files.get(item.report or '') or item.report}: {item.reason}")
