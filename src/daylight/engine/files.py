"""Writing files that hold all of their content or are not there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from daylight.engine.work import File, Output

UNFINISHED = ".unfinished"
"""What the name of a file ends with while it is written."""

_LEVEL = 3
"""Of zstd, its own default; given so that no other version of a library changes the bytes."""


def write_table(root: Path, output: Output) -> File:
    """Write a table as Parquet; the file is on the disk when this returns."""
    target = root / output.path
    with replacing(target) as unfinished:
        pq.write_table(output.table, unfinished, row_group_size=output.group, compression="zstd", compression_level=_LEVEL)
        digest = hashlib.sha256(unfinished.read_bytes()).hexdigest()
        size = unfinished.stat().st_size
    return File(output.path, size, digest, output.table.num_rows)


def write_text(target: Path, text: str) -> None:
    """Write a small text; the file is on the disk when this returns."""
    with replacing(target) as unfinished:
        unfinished.write_text(text, "utf-8")


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A name beside ``target`` to write to, which takes the place of ``target`` once all of it is on the disk.

    The name holds the process, so that two processes that do the same piece do not write into one file.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}{UNFINISHED}")
    try:
        yield unfinished
        _sync(unfinished)
        unfinished.replace(target)
        _sync(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def read_table(path: Path, columns: list[str] | None = None) -> pa.Table:
    """A Parquet file, on one thread; no folder of its path is taken for a column."""
    return pq.ParquetFile(path).read(columns=columns, use_threads=False)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
