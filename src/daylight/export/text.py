"""Tables as CSV and as JSON lines."""

from __future__ import annotations

import csv
import io
import json
import re

from daylight.export.rows import Table, Value

BOM = "\ufeff"

_ACTS = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
"""What a spreadsheet may take for a formula, or a later step for the start of one; apostrophes before it count as taken."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def harmless(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would calculate it; ``printed`` takes it away again."""
    return f"'{text}" if _ACTS.match(text) else text


def printed(cell: str) -> str:
    """The text that ``harmless`` was given."""
    return cell[1:] if cell.startswith("'") and _ACTS.match(cell) else cell


def to_csv(table: Table, *, bom: bool = False) -> str:
    """One table, RFC 4180, every text in quotation marks; with a byte-order mark for spreadsheets that look for one."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(row[name]) for name in table.columns] for row in table.rows)
    return (BOM if bom else "") + out.getvalue()


def _cell(value: Value) -> str | int | float:
    """True and false as words, nothing as an empty cell, text made harmless."""
    if isinstance(value, bool):
        return str(value).lower()
    return harmless(value) if isinstance(value, str) else "" if value is None else value


def to_jsonl(*tables: Table) -> str:
    """One object a row, its table as ``record``; values as they are, a lone surrogate as an escape."""
    lines = (
        json.dumps({"record": table.name} | {name: row[name] for name in table.columns}, ensure_ascii=False)
        for table in tables
        for row in table.rows
    )
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", "".join(f"{line}\n" for line in lines))
