"""Pairs of reports that a stage reads side by side: a file for all whose first report stands in one file of the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from daylight.corpus.grouping import long_digest
from daylight.corpus.places import Where, articles_at
from daylight.corpus.register import Register
from daylight.engine import File, Output, Piece, read_table
from daylight.stories import Article
from daylight.stories.arrays import Numbers, run_starts


class Together(NamedTuple):
    """The articles of a file of pairs, and the pairs by their positions: of each two the one whose id comes first."""

    articles: list[Article]
    pairs: list[tuple[int, int]]


def written(folder: str, register: Register, a: Numbers, b: Numbers) -> Iterator[Output]:
    """The files of pairs of reports ``a[i] < b[i]``. They say places and no numbers: a file stays as it is where other
    reports of the corpus come and go."""
    order = np.lexsort((b, a, register.name[a]))
    a, b = a[order], b[order]
    for first, last in pairwise([*run_starts(register.name[a]).tolist(), len(a)]):
        columns = {}
        for side, numbers in (("a", a[first:last]), ("b", b[first:last])):
            columns[f"path_{side}"] = register.paths.take(pa.array(numbers))
            columns[f"row_{side}"] = pa.array(register.rows[numbers])
        yield Output(f"{folder}/{register.names[register.name[a[first]]]}.parquet", pa.table(columns))


def read(root: Path, path: str) -> Together:
    """The pairs of a file with their articles."""
    table = read_table(root / path)
    a, b = (list(map(Where, *(table[f"{column}_{side}"].to_pylist() for column in ("path", "row")))) for side in "ab")
    places = list(dict.fromkeys((*a, *b)))
    position = {place: n for n, place in enumerate(places)}
    return Together(articles_at(root, places), [(position[one], position[other]) for one, other in zip(a, b, strict=True)])


def pieces_of(files: Iterable[File], beside: Iterable[File] = ()) -> Iterator[Piece]:
    """A piece for each file of pairs, with the file ``beside`` that has the same name, where there is one."""
    other = {PurePosixPath(file.path).name: file for file in beside}
    for file in files:
        path = PurePosixPath(file.path)
        both = [file, *filter(None, [other.get(path.name)])]
        yield Piece(path.stem, long_digest(*(one.sha256 for one in both)), tuple(one.path for one in both), file.rows)
