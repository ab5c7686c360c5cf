"""A comparison in the format that a command is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from daylight.cli.options import Format, TableChoice, format_of
from daylight.cli.output import check_writable, emit, write_atomically
from daylight.model import Comparison

FILE_WIDTH = 100
"""Columns of a summary that goes to a file or a pipe."""


@dataclass(frozen=True, slots=True)
class Tabular:
    """How tables are written: which one where a format holds one only, and whether CSV begins with a byte-order mark."""

    table: TableChoice | None = None
    bom: bool = False


Targets = list[tuple[Path, Format]]
"""Files to write, each with its format."""


def targets_of(output: Iterable[Path] | None, form: Format | None) -> Targets:
    """The files of ``-o``. Wrong use, said before any work is done, where one cannot be written."""
    targets = [(path, format_of(path, form)) for path in output or ()]
    for path, _ in targets:
        check_writable(path)
    return targets


def deliver(comparison: Comparison, targets: Targets, form: Format | None, how: Tabular) -> None:
    """Write the files, or to standard output where there are none."""
    for path, own in targets:
        write_atomically(path, render(comparison, own, how))
    if not targets:
        emit(render(comparison, form or Format.terminal, how, for_screen=True))


def told(targets: Targets) -> str:
    """Which files were written."""
    return f"wrote {', '.join(str(path) for path, _ in targets)}"


def render(comparison: Comparison, form: Format, how: Tabular, for_screen: bool = False) -> str | bytes:
    """The comparison as text, or as bytes where the format is none."""
    from daylight import export, report

    if form is Format.terminal:
        return summary(comparison, for_screen)
    whole: dict[Format, Callable[[Comparison], str]] = {
        Format.html: report.to_html,
        Format.json: report.to_json,
        Format.markdown: report.to_markdown,
        Format.webannotation: export.to_webannotation,
        Format.schemaorg: export.to_schemaorg,
        Format.tei: export.to_tei,
    }
    return whole[form](comparison) if form in whole else _tables(comparison, form, how)


def _tables(comparison: Comparison, form: Format, how: Tabular) -> str | bytes:
    from daylight import export

    found = export.tables(comparison)
    chosen = [table for table in found if how.table in {None, table.name}]
    if form is Format.xlsx:
        return export.to_xlsx(chosen)
    if form is Format.jsonl:
        return export.to_jsonl(*chosen)
    return export.to_parquet(chosen[0]) if form is Format.parquet else export.to_csv(chosen[0], bom=how.bom)


def summary(comparison: Comparison, for_screen: bool) -> str:
    """The terminal view: coloured and as wide as the screen where a person looks at it, else plain text."""
    from rich.console import Console

    from daylight.report import to_terminal

    text = StringIO()
    screen = for_screen and sys.stdout.isatty()
    to_terminal(comparison, Console(file=text, force_terminal=screen, width=None if screen else FILE_WIDTH))
    return text.getvalue()
