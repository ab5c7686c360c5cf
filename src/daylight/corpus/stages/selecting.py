"""The stage of candidates: which pairs of reports are read side by side, and what is boilerplate in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from daylight.corpus import pairs
from daylight.corpus.grouping import long_digest
from daylight.corpus.register import INDEX, read_register
from daylight.corpus.stages.pairing import COMMON, PAIRS
from daylight.corpus.tables import FORMAT
from daylight.engine import Output, Piece, read_table
from daylight.stories.candidates import Counted, candidates, equal_pairs
from daylight.stories.copies import CANDIDATE
from daylight.version import VERSION

CANDIDATES = "work/candidates"
BOILERPLATE = "work/boilerplate"
"""The shingles of boilerplate that stand in the reports of one file of the index."""

FOLDERS = (CANDIDATES, BOILERPLATE)


@dataclass(frozen=True, slots=True)
class Select:
    """Adds up what two reports share in all parts of the hashes, and selects those that share enough."""

    name: str = "candidates"

    @property
    def digest(self) -> str:
        """Of the version."""
        return long_digest(FORMAT, VERSION)

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
    together = pa.concat_tables([read_table(root / path) for path in paths])
    for group in sorted(names & set(together["name"].to_pylist())):
        hashes = together.filter(pa.compute.equal(together["name"], group))["hash"].to_numpy()
        yield Output(f"{BOILERPLATE}/{group}.parquet", pa.table({"hash": np.sort(hashes)}))
