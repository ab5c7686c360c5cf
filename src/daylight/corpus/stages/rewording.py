"""The stage of copies in other words: likely pairs of reports read side by side, and sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from daylight.corpus import pairs
from daylight.corpus.stages.copying import edge_table
from daylight.corpus.stages.versioned import Versioned
from daylight.engine import Output, Piece
from daylight.stories.reworded import retold

REWORDED = "copies/reworded"
FOLDERS = (REWORDED,)


@dataclass(frozen=True, slots=True)
class Reworded(Versioned):
    """Finds copies in other words among likely pairs, and those of which no shingle was sampled."""

    name: str = "reworded"

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """The edges of the pairs of one file."""
        articles, sides = pairs.read(root, *piece.inputs)
        yield Output(f"{REWORDED}/{piece.name}.parquet", edge_table(retold(articles, sides)))
