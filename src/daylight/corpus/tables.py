"""The tables of a corpus: their names, columns and types, in one place. ``docs/corpus.md`` says what each column means.

``FORMAT`` changes when a column is renamed, removed or given another meaning; a new column leaves it as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import pyarrow as pa

from daylight.export.rows import COLUMNS

FORMAT = "daylight.corpus/1"

TableName = Literal[
    "reports",
    "blocks",
    "entities",
    "attributions",
    "statements",
    "differences",
    "positions",
    "copies",
    "stories",
    "skipped",
]

Row = dict[str, Any]
"""A row by column."""

ROWS: dict[TableName, dict[str, Any]] = {
    "reports": {
        "report": str,
        "id": str,
        "title": str,
        "outlet": str,
        "url": str,
        "published": str,
        "retrieved": str,
        "language": str,
        "event": str,
        "path": str,
        "part": str,
        "sha256": str,
        "media_type": str,
        "words": int,
        "text": str,
    },
    "blocks": {"report": str, "start": int, "end": int, "role": str, "anchored": bool},
    "entities": {
        "story": str,
        "entity": str,
        "kind": str,
        "name": str,
        "spellings": list[str],
        "garbled": list[str],
        "roles": list[str],
        "mentions": int,
        "reports": list[str],
    },
    "attributions": {"story": str, "about": list[str], "about_ids": list[str]} | COLUMNS["attributions"],
    "statements": {
        "story": str,
        "statement": str,
        "number": int,
        "speaker_id": str,
        "speaker": str,
        "text": str,
        "quoted": bool,
        "attributions": list[str],
        "reports": list[str],
        "outlets": list[str],
        "absent": list[str],
    },
    "differences": {"story": str} | COLUMNS["differences"],
    "positions": {
        "story": str,
        "position": str,
        "question": str,
        "opposed": bool,
        "speaker_id": str,
        "speaker": str,
        "statements": list[str],
        "explanation": str,
        "score": float,
    },
    "copies": {
        "report_a": str,
        "report_b": str,
        "kind": str,
        "share_a": float,
        "share_b": float,
        "equal": float,
        "first": str,
        "reason": str,
        "passages": str,
    },
    "stories": {
        "story": str,
        "report": str,
        "text": str,
        "outlet": str,
        "published": str,
        "reason": str,
    },
    "skipped": {"stage": str, "path": str, "report": str, "story": str, "reason": str},
}
"""The columns of each table, in order, and what their values are where they are not null."""

_TYPES: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    list[str]: pa.list_(pa.field("element", pa.string())),  # as Parquet calls it
}


def schema(name: TableName) -> pa.Schema:
    """The Arrow schema of a table; its metadata say the format."""
    columns = [(column, _TYPES[kind]) for column, kind in ROWS[name].items()]
    return pa.schema(columns, metadata={"daylight": FORMAT})


def table(name: TableName, rows: Iterable[Row]) -> pa.Table:
    """Rows as a table; a column that a row lacks is null in it."""
    return pa.Table.from_pylist(list(rows), schema=schema(name))
