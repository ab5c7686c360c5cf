"""A comparison in the format that a command is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO

from daylight.cli.options import Format, TableChoice
from daylight.model import Comparison

FILE_WIDTH = 100
"""Columns of a summary that goes to a file or a pipe."""


@dataclass(frozen=True, slots=True)
class Tabular:
    """How tables are written: which one where a format holds one only, and whether CSV begins with a byte-order mark."""

    table: TableChoice | None = None
    bom: bool = False


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
