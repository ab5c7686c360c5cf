"""The comparison that a command works on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import typer

from daylight.cli.corrections import decisions_of
from daylight.cli.inputs import name, reports_of
from daylight.cli.output import progress, warn
from daylight.model import Comparison
from daylight.settings import DEFAULT, Settings


def compared(  # noqa: PLR0913, PLR0917 - what a command is told
    paths: Sequence[str],
    decided: Iterable[Path] | None,
    authority: Path | None,
    quiet: bool,
    settings: Settings = DEFAULT,
    columns: Iterable[str] | None = None,
) -> Comparison:
    """Compare the reports of the arguments, decisions and authority file applied; name what failed on standard error."""
    from daylight.authority import NO_AUTHORITY, read_authority
    from daylight.pipeline import compare as run

    decisions = decisions_of(paths, decided or ())
    known = read_authority(authority) if authority else NO_AUTHORITY
    reports, failed = reports_of(paths, settings, columns)
    if not reports:
        name(failed)
        warn("there is no report left to compare")
        raise typer.Exit(1)
    with progress(quiet) as tell:
        comparison = run(reports, settings, tell, decisions, known)
    comparison = replace(comparison, skipped=(*failed, *comparison.skipped))
    name(comparison.skipped, quiet, comparison.reports)
    return comparison
