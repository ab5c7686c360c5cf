"""Reports from the arguments of a command."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import typer

from daylight.cli.output import warn
from daylight.model import Report, Skipped
from daylight.settings import Settings

STDIN = "-"


def reports_of(paths: Sequence[str], settings: Settings) -> tuple[list[Report], list[Skipped]]:
    """The reports that can be read, in the order of the arguments, and what could not be, each named."""
    from daylight.ingest import read_lines, read_many

    if paths.count(STDIN) > 1:
        raise typer.BadParameter("- (standard input) can be given once only")
    reports: list[Report] = []
    skipped: list[Skipped] = []
    for path in paths:
        found, failed = read_lines(sys.stdin.buffer, settings) if path == STDIN else read_many([path], settings)
        reports.extend(found)
        skipped.extend(failed)
    return reports, skipped


def name(skipped: Iterable[Skipped], quiet: bool = False, reports: Iterable[Report] = ()) -> None:
    """Name what was not examined on standard error, a report by the file that it came from."""
    files = {report.id: report.source.path for report in reports}
    for item in skipped:
        if not quiet:
            warn(f"{item.path or files.get(item.report or '') or item.report}: {item.reason}")
