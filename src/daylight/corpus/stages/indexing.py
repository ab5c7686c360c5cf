"""The stage of the index: of each report the shingles by which copies are found, and the outline by which stories are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import chain, groupby
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
import pyarrow as pa

from daylight.corpus.columns import from_table, to_table
from daylight.corpus.grouping import Cut, grouped, long_digest
from daylight.corpus.places import articles_in
from daylight.corpus.register import COLUMNS, INDEX
from daylight.corpus.tables import FORMAT
from daylight.engine import File, Output, Piece, read_table
from daylight.stories import Article, Outline, in_time, outline_of
from daylight.stories.arrays import Hashes, Numbers
from daylight.stories.candidates import parts_of
from daylight.stories.outlines import time_key
from daylight.stories.reading import story_text
from daylight.stories.shingles import Postings, postings
from daylight.version import VERSION

SHINGLES = "work/shingles"
"""Sampled shingles, in a folder for each part of all hashes."""

OUTLINES = "work/outlines"
"""Outlines, in a folder for each week of publication; those without a date are in the folder of week 0."""

FOLDERS = (INDEX, SHINGLES, OUTLINES)

TOGETHER = Cut(mean=16, most=32)
"""Files of reports of one piece: about a thousand reports."""

_AT_ONCE = 16  # outlines of a file made into values

REPORTS_OF_A_PART = 1 << 16
"""Reports for which there is a part of the hashes: 10^7 shingles, 120 MB, are paired at once."""


@dataclass(frozen=True, slots=True)
class Index:
    """Indexes reports. ``parts`` is the number of parts of the hashes, a power of two."""

    parts: int = 1
    name: str = "index"

    @property
    def digest(self) -> str:
        """Of the version and the number of parts."""
        return long_digest(FORMAT, VERSION, self.parts)

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """The index of the reports of some files."""
        per_file = [list(articles_in(root / path)) for path in piece.inputs]
        articles = list(chain.from_iterable(per_file))
        found = postings(map(story_text, articles))
        name = f"{piece.name}.parquet"
        yield Output(f"{INDEX}/{name}", _index(piece.inputs, per_file, found))
        part = parts_of(found.hashes, self.parts)
        for number in np.unique(part):
            columns = {"hash": found.hashes[part == number], "line": found.texts[part == number]}
            yield Output(f"{_part(int(number))}/{name}", pa.table(columns))
        for week, outlines in groupby(in_time(map(outline_of, articles)), _week):
            yield Output(f"{OUTLINES}/{week:06d}/{name}", to_table(outlines, Outline))


def pieces_of(files: Iterable[File]) -> Iterator[Piece]:
    """Files of reports that are indexed together, named after their content."""
    ordered = sorted(files, key=lambda file: file.path)
    for group in grouped(ordered, lambda file: file.path, TOGETHER):
        key = long_digest(*(file.sha256 for file in group))
        yield Piece(key, key, tuple(file.path for file in group), sum(file.rows for file in group))


def parts_for(reports: int) -> int:
    """In how many parts the hashes of so many reports are paired: a power of two."""
    return 1 << max(0, (reports - 1) // REPORTS_OF_A_PART).bit_length()


def shingles_by_part(files: Iterable[File]) -> dict[str, list[File]]:
    """The files of each part of the hashes, by its name."""
    found: dict[str, list[File]] = defaultdict(list)
    for file in files:
        found[PurePosixPath(file.path).parent.name].append(file)
    return dict(sorted(found.items()))


def outlines_in(root: Path, paths: Iterable[str]) -> Iterator[Outline]:
    """The outlines of these files in the order of time: a week in memory at a time, of which few are values yet."""
    for _, files in groupby(sorted(paths), lambda path: PurePosixPath(path).parent):
        yield from merge(*(_outlines(read_table(root / path)) for path in files), key=time_key)


def _outlines(table: pa.Table) -> Iterator[Outline]:
    for first in range(0, table.num_rows, _AT_ONCE):
        yield from from_table(table.slice(first, _AT_ONCE), Outline)


def _index(paths: Sequence[str], per_file: Sequence[Sequence[Article]], found: Postings) -> pa.Table:
    sizes = [len(articles) for articles in per_file]
    columns: list[Sequence[Any] | Hashes | Numbers] = [
        [article.id for articles in per_file for article in articles],
        [path for path, size in zip(paths, sizes, strict=True) for _ in range(size)],
        list(chain.from_iterable(range(size) for size in sizes)),
        found.whole,
        found.sizes,
    ]
    return pa.Table.from_arrays([pa.array(c, kind) for c, kind in zip(columns, COLUMNS.types, strict=True)], schema=COLUMNS)


def _part(number: int) -> str:
    return f"{SHINGLES}/{number:06d}"


def _week(outline: Outline) -> int:
    return (outline.day or 0) // 7
