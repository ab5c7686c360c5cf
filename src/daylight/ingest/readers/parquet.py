"""Parquet: one report a row, read some rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from daylight.errors import InputError, MissingExtra
from daylight.ingest.item import Item, Options
from daylight.ingest.opened import Opened, foreign
from daylight.ingest.readers.records import FIELDS, check_columns, item_of
from daylight.model import Skipped

ROWS = 16
"""Rows held at once: so few that even reports at the limit on bytes stay far below a gigabyte."""


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
        table = pq.ParquetFile(file.stream, buffer_size=1_000_000)
        names = table.schema_arrow.names
        check_columns(names, file.where, options)
        wanted = [column for key in FIELDS if (column := options.columns.get(key, key)) in names]
        for batch in table.iter_batches(ROWS, columns=wanted, use_threads=False):
            yield batch.to_pylist()
