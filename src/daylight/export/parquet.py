"""Tables as Parquet, through Apache Arrow."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from daylight.errors import InputError
from daylight.export.rows import Table, Value

if TYPE_CHECKING:
    import pyarrow

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def to_arrow(table: Table) -> pyarrow.Table:
    """The table with its types; a lone surrogate, which no UTF-8 can hold, becomes the replacement character."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise InputError("Parquet", "this format needs pyarrow: pip install 'daylight-news[tables]'") from error
    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    schema = pa.schema([(name, types[kind]) for name, kind in table.columns.items()])
    columns = [[_writable(row[name]) for row in table.rows] for name in table.columns]
    return pa.table(columns, schema=schema)


def to_parquet(table: Table) -> bytes:
    """One table as a Parquet file."""
    found = to_arrow(table)
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(found, out, compression="zstd")
    return out.getvalue()


def _writable(value: Value) -> Value:
    return _LONE_SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value
