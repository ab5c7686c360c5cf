"""Tables as one XLSX workbook, a sheet each. Text is written as text, so that nothing is calculated or linked."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from daylight.export.rows import Table, Value

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""Characters that a cell can hold; the offsets beside a longer text say what was cut."""

WIDTH = {"text": 60, "explanation": 60, "title": 40}
NARROW = 14

_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold and the library does not write as an escape."""


def to_xlsx(tables: Iterable[Table]) -> bytes:
    """The workbook. The same tables give the same bytes. ``write_string`` never makes a formula, a link or a number."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"created": datetime(2000, 1, 1)})
    head = book.add_format({"bold": True})
    for table in tables:
        sheet = book.add_worksheet(table.name)
        for n, name in enumerate(table.columns):
            sheet.write_string(0, n, name, head)
            sheet.set_column(n, n, WIDTH.get(name, NARROW))
        for r, row in enumerate(table.rows, 1):
            for n, name in enumerate(table.columns):
                _write(sheet, r, n, row[name])
        sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _write(sheet: Worksheet, r: int, n: int, value: Value) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(r, n, value)
    elif isinstance(value, str):
        sheet.write_string(r, n, _UNWRITABLE.sub("\ufffd", value)[:LONGEST])
    elif value is not None:
        sheet.write_number(r, n, value)
