"""The answer to a question, and the questions that there are, as text."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from daylight.cli.render import FILE_WIDTH

if TYPE_CHECKING:
    import pyarrow as pa
    from rich.table import Table
    from rich.text import Text

    from daylight.corpus.asking import Question

_SHOWN = 200
"""Rows of an answer that the terminal shows; the other formats have all."""

_NARROWEST = 14  # characters of a column that can be read


def listed(questions: Iterable[Question]) -> str:
    """The questions with what they answer and what they take."""
    lines = []
    for question in questions:
        lines.append(f"{question.name}\n    {question.about}")
        lines += [f"    --set {name}={value}" for name, value in question.parameters.items()]
    return "\n".join(lines)


def written(answer: pa.Table, form: str) -> str | bytes:
    """The answer as "terminal", "csv", "jsonl" or "parquet"."""
    if form == "terminal":
        return _screen(answer)
    if form == "jsonl":
        return "".join(f"{json.dumps(row, ensure_ascii=False, default=str)}\n" for row in answer.to_pylist())
    return _parquet(answer) if form == "parquet" else _csv(answer)


def _screen(answer: pa.Table) -> str:
    """A table, or where its columns would be too narrow to read, one line a fact."""
    from rich.console import Console

    rows = answer.slice(0, _SHOWN).to_pylist()
    text = io.StringIO()
    console = Console(file=text, width=None if sys.stdout.isatty() else FILE_WIDTH)
    if len(answer.column_names) * _NARROWEST <= console.width:
        console.print(_table(answer.column_names, rows))
    else:
        for row in rows:
            console.print(_record(row))
            console.print()
    more = answer.num_rows - _SHOWN
    return text.getvalue() + (f"and {more:,} rows more; --format csv has all\n" if more > 0 else "")


def _table(names: list[str], rows: list[dict[str, Any]]) -> Table:
    from rich.table import Table

    table = Table()
    for name in names:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*map(_shown, row.values()))
    return table


def _record(row: dict[str, Any]) -> Table:
    from rich.table import Table

    record = Table.grid(padding=(0, 2))
    for name, value in row.items():
        if value is not None and value != "":
            record.add_row(name, _shown(value))
    return record


def _shown(value: object) -> Text:
    from rich.text import Text

    from daylight.report.visible import line

    return Text("" if value is None else line(str(value)), overflow="fold")


def _csv(answer: pa.Table) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(answer.column_names)
    writer.writerows(map(_cell, row.values()) for row in answer.to_pylist())
    return text.getvalue()


def _cell(value: object) -> object:
    """Nothing as an empty cell, a list as its parts, text so that no spreadsheet takes it for a formula."""
    from daylight.export import harmless

    if isinstance(value, list):
        value = "; ".join(map(str, value))
    return harmless(value) if isinstance(value, str) else "" if value is None else value


def _parquet(answer: pa.Table) -> bytes:
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(answer, out, compression="zstd")
    return out.getvalue()
