"""Parquet: one report a row, read some rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from daylight.errors import InputError, MissingExtra, TooLarge
from daylight.ingest.item import Item, Options
from daylight.ingest.opened import Opened, foreign
from daylight.ingest.readers.records import FIELDS, check_columns, item_of
from daylight.model import Skipped
from daylight.settings import Settings

ROWS = 16
"""Rows held at once: so few that even reports at the limit on bytes stay far below a gigabyte."""
BUFFER = 1_000_000


def read_parquet(file: Opened, options: Options) -> Iterator[Item | Skipped]:
    """One report from each row. Raises MissingExtra where pyarrow is not installed."""
    number = 0
    for batch in _batches(file, options):
        for record in batch:
            number += 1
            part = f"row {number}"
            try:
                yield item_of(record, part, options)
            except InputError as error:
                yield Skipped(error.reason, path=part)


def _batches(file: Opened, options: Options) -> Iterator[list[dict[str, Any]]]:
    """Rows as objects, of the columns that are wanted."""
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtra(file.where, "Parquet files", "pyarrow", "tables") from error
    if not file.stream.seekable():
        raise InputError(file.where, "Parquet cannot be read from a stream; give it as a file that is not packed")
    with foreign(file.where, "Parquet file"):
        names = pq.read_schema(file.stream).names
        check_columns(names, file.where, options)
        wanted = {key: column for key in FIELDS if (column := options.columns.get(key, key)) in names}
        texts = [wanted[key] for key in ("text", "html") if key in wanted]
        table = pq.ParquetFile(file.stream, buffer_size=BUFFER, read_dictionary=texts)
        _check_rows(table.metadata, file.where, options.settings)
        for batch in table.iter_batches(ROWS, columns=list(wanted.values()), use_threads=False):
            yield [_row(batch, n, options.settings.max_bytes) for n in range(batch.num_rows)]


def _check_rows(metadata: Any, where: str, settings: Settings) -> None:
    """Raise TooLarge where rows are, on the average of a part of the file, far over the limit on bytes.

    By row groups: pyarrow 26 ends the process where the metadata of a single column are damaged.
    """
    for group in (metadata.row_group(n) for n in range(metadata.num_row_groups)):
        if group.total_byte_size > settings.max_bytes * (group.num_rows + 1):
            raise TooLarge(where, f"its rows have over {settings.max_bytes:,} bytes each; raise the setting max_bytes")


def _row(batch: Any, number: int, limit: int) -> dict[str, Any]:
    """One row; a text over the limit is not copied out of the batch, and left empty."""
    row = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        value = column[number]
        inner = value.value if hasattr(value, "dictionary") else value
        too_long = inner.is_valid and hasattr(inner, "as_buffer") and len(inner.as_buffer()) > limit
        row[name] = None if too_long else inner.as_py()
    return row
