"""The stage of candidates: which pairs of reports are read side by side, and what is boilerplate in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from daylight.corpus import pairs
from daylight.corpus.register import INDEX, read_register
from daylight.corpus.stages.pairing import COMMON, PAIRS
from daylight.corpus.stages.versioned import Versioned
from daylight.engine import Output, Piece, read_table
from daylight.stories.candidates import Counted, candidates, equal_pairs
from daylight.stories.copies import CANDIDATE

CANDIDATES = "work/candidates"
BOILERPLATE = "work/boilerplate"
"""The shingles of boilerplate that stand in the reports of one file of the index."""

FOLDERS = (CANDIDATES, BOILERPLATE)

_NONE = pa.schema([("name", pa.string()), ("hash", pa.uint64())]).empty_table()


@dataclass(frozen=True, slots=True)
class Select(Versioned):
    """Adds up what two reports share in all parts of the hashes, and selects those that share enough."""

    name: str = "candidates"

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """The files of pairs, and of boilerplate."""
        register = read_register(root, piece.under(INDEX))
        tables = [read_table(root / path) for path in piece.under(PAIRS)]
        counted = [Counted(table["key"].to_numpy(), table["shared"].to_numpy()) for table in tables]
        alike, equal = candidates(counted, register.sampled, CANDIDATE), equal_pairs(register.whole)
        a, b = np.concatenate([alike.a, equal[0]]), np.concatenate([alike.b, equal[1]])
        yield from pairs.written(CANDIDATES, register, a, b)
        yield from _boilerplate(root, piece.under(COMMON), {register.names[n] for n in np.unique(register.name[a])})


def _boilerplate(root: Path, paths: Iterable[str], names: set[str]) -> Iterator[Output]:
    """A file for each file of pairs whose reports hold any."""
    together = pa.concat_tables([_NONE, *(read_table(root / path) for path in paths)])
    ordered = together.sort_by([("name", "ascending"), ("hash", "ascending")]).combine_chunks()
    ends = pc.run_end_encode(ordered["name"].combine_chunks())
    first = 0
    for name, last in zip(ends.values.to_pylist(), ends.run_ends.to_pylist(), strict=True):
        if name in names:
            yield Output(f"{BOILERPLATE}/{name}.parquet", ordered.select(["hash"]).slice(first, last - first))
        first = last
