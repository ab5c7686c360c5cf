"""The reports of a corpus by number, in arrays: what a stage that looks at all of them holds, 100 bytes a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from daylight.engine import read_table
from daylight.stories.arrays import Hashes, Numbers

if TYPE_CHECKING:
    from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)

INDEX = "work/index"

COLUMNS = pa.schema(
    [("report", pa.string()), ("path", pa.string()), ("row", pa.uint32()), ("whole", pa.uint64()), ("sampled", pa.uint32())]
)
"""Of a file of the index: each report's id and place, the hash of all its words, how many shingles were sampled of it."""


@dataclass(frozen=True, slots=True)
class Register:
    """All reports, numbered in the order of their ids; the columns have an entry for each.

    ``name`` says in which of ``names``, the files of the index, a report stands. ``lines`` are the numbers of the reports
    of each file, in the order in which they stand there.
    """

    ids: pa.ChunkedArray
    paths: pa.ChunkedArray
    rows: Numbers
    whole: Hashes
    sampled: Numbers
    name: Numbers
    names: Sequence[str]
    lines: Mapping[str, Numbers]

    def numbers(self, ids: Sequence[str]) -> Numbers:
        """The numbers of reports that are in the register."""
        return _array(pc.index_in(pa.array(ids, pa.string()), self.ids), np.uint32)


def read_register(root: Path, paths: Iterable[str]) -> Register:
    """The register of these files of the index."""
    files = sorted(paths)
    tables = [read_table(root / path) for path in files]
    names = [PurePosixPath(path).stem for path in files]
    ends = np.cumsum([table.num_rows for table in tables])
    together = pa.concat_tables(tables) if tables else COLUMNS.empty_table()
    order = pc.sort_indices(together["report"])
    number = np.empty(len(order), np.uint32)
    number[_array(order, np.int64)] = np.arange(len(order))
    ordered = together.take(order)
    return Register(
        ids=ordered["report"],
        paths=ordered["path"],
        rows=_array(ordered["row"], np.uint32),
        whole=_array(ordered["whole"], np.uint64),
        sampled=_array(ordered["sampled"], np.uint32),
        name=np.searchsorted(ends, _array(order, np.int64), side="right").astype(np.uint32),
        names=names,
        lines=dict(zip(names, np.split(number, ends[:-1]), strict=True)) if names else {},
    )


def _array(column: pa.Array | pa.ChunkedArray, kind: type[Number]) -> NDArray[Number]:
    return cast("NDArray[Number]", column.to_numpy().astype(kind, copy=False))
