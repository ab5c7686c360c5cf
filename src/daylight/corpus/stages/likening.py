"""The stage of likely copies in other words: which reports are read sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from daylight.corpus import pairs
from daylight.corpus.register import INDEX, read_register
from daylight.corpus.stages.copying import COPIES, kinds_in
from daylight.corpus.stages.indexing import OUTLINES, outlines_in
from daylight.corpus.stages.versioned import Versioned
from daylight.engine import Output, Piece
from daylight.stories.lookup import counted
from daylight.stories.reworded import likely
from daylight.stories.texts import Texts

LIKELY = "work/likely"
FOLDERS = (LIKELY,)


@dataclass(frozen=True, slots=True)
class Likely(Versioned):
    """Goes through the outlines of all reports in the order of time."""

    name: str = "likely"

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """The files of pairs."""
        outlines, copies = piece.under(OUTLINES), piece.under(COPIES)
        rarity = counted(outlines_in(root, outlines))
        found = list(likely(outlines_in(root, outlines), rarity, Texts(kinds_in(root, copies))))
        register = read_register(root, piece.under(INDEX))
        a, b = (register.numbers([ids[side] for ids in found]) for side in (0, 1))
        yield from pairs.written(LIKELY, register, a, b)
