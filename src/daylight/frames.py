"""A comparison as data frames: ``frames.pandas(comparison)["cells"]``, ``frames.polars(comparison)["differences"]``.

The tables are those of the exports: cells, differences, attributions, with the source in each row. Neither library comes
with Daylight: ``pip install 'daylight-news[tables]'``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from daylight.export import Table, tables
from daylight.model import Comparison

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_PANDAS = {str: "string", int: "Int64", float: "Float64", bool: "boolean"}


def pandas(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """The tables as pandas frames, with types that know a missing value."""
    import pandas as pd

    return {
        table.name: pd.DataFrame(
            {name: pd.array([row[name] for row in table.rows], dtype=_PANDAS[kind]) for name, kind in table.columns.items()}
        )
        for table in tables(comparison)
    }


def polars(comparison: Comparison) -> dict[str, pl.DataFrame]:
    """The tables as polars frames."""
    import polars as pl

    types = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean}
    return {
        table.name: pl.DataFrame(_columns(table), schema={name: types[kind] for name, kind in table.columns.items()})
        for table in tables(comparison)
    }


def _columns(table: Table) -> dict[str, list[object]]:
    """Values by column; a lone surrogate, which polars cannot hold, becomes the replacement character."""
    return {
        name: [_LONE_SURROGATE.sub("\ufffd", v) if isinstance(v := row[name], str) else v for row in table.rows]
        for name in table.columns
    }
