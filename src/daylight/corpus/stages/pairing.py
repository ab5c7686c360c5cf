"""The stage of pairs: which reports share sampled shingles, part by part of all hashes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import numpy as np
import pyarrow as pa

from daylight.corpus.grouping import one_piece
from daylight.corpus.register import INDEX, read_register
from daylight.corpus.stages.indexing import SHINGLES, shingles_by_part
from daylight.corpus.stages.versioned import Versioned
from daylight.engine import File, Output, Piece, read_table
from daylight.stories.arrays import Hashes
from daylight.stories.candidates import common_shingles, count_pairs, representatives

PAIRS = "work/pairs"
"""Pairs of reports, by the numbers of the register, and how many shingles of this part they share."""

COMMON = "work/common"
"""The shingles of boilerplate that stand in the reports of each file of the index."""

FOLDERS = (PAIRS, COMMON)


@dataclass(frozen=True, slots=True)
class Pair(Versioned):
    """Pairs the reports of the whole corpus that hold the same shingles of one part."""

    name: str = "pair"

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """The pairs of one part, and its boilerplate."""
        register = read_register(root, piece.under(INDEX))
        tables = {PurePosixPath(path).stem: read_table(root / path) for path in piece.under(SHINGLES)}
        by_file = {name: table["hash"].to_numpy() for name, table in tables.items()}
        hashes = np.concatenate(list(by_file.values()))
        numbers = np.concatenate([register.lines[name][table["line"].to_numpy()] for name, table in tables.items()])
        alone = (representatives(register.whole) == np.arange(len(register.whole)))[numbers]
        counted = count_pairs(hashes[alone], numbers[alone])
        yield Output(f"{PAIRS}/{piece.name}.parquet", pa.table({"key": counted.keys, "shared": counted.shared}))
        yield Output(f"{COMMON}/{piece.name}.parquet", _common(by_file, common_shingles(hashes[alone])))


def pieces_of(index: Iterable[File], shingles: Iterable[File]) -> Iterator[Piece]:
    """A piece for each part of the hashes; the index goes into each."""
    everything = tuple(index)
    for part, files in shingles_by_part(shingles).items():
        yield from (replace(piece, name=part) for piece in one_piece((*everything, *files)))


def _common(by_file: dict[str, Hashes], common: Hashes) -> pa.Table:
    found = {name: np.intersect1d(hashes, common) for name, hashes in by_file.items()}
    names = np.repeat(list(found), [len(hashes) for hashes in found.values()])
    return pa.table({"name": pa.array(names, pa.string()), "hash": np.concatenate(list(found.values()))})
