"""The stage of stories: which reports tell of one event, and which of them are one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyarrow as pa

from daylight.corpus.columns import from_table, to_table
from daylight.corpus.grouping import long_digest
from daylight.corpus.stages.copying import COPIES, kinds_in
from daylight.corpus.stages.indexing import OUTLINES, outlines_in
from daylight.corpus.stages.rewording import REWORDED
from daylight.corpus.tables import FORMAT, Row, table
from daylight.engine import File, Output, Piece, read_table
from daylight.stories import Grouper, Outline, Ruling, Rulings
from daylight.stories.lookup import counted
from daylight.stories.texts import Texts
from daylight.version import VERSION

STORIES = "stories"
REFUSED = "work/refused"
"""Rulings that could not be carried out."""

FOLDERS = (STORIES, REFUSED)

_AT_ONCE = 10_000  # rows held as values


@dataclass(frozen=True, slots=True)
class Refused:
    """A ruling that could not be carried out, and why."""

    ruling: Ruling
    reason: str


@dataclass(frozen=True, slots=True)
class Stories:
    """Groups reports into stories, in the order of time. ``rulings`` are what people decided, in an order of their own."""

    rulings: tuple[Ruling, ...] = ()
    name: str = "stories"

    @property
    def digest(self) -> str:
        """Of the version and the rulings."""
        return long_digest(FORMAT, VERSION, *self.rulings)

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """One row for each report: its story, and the text that it shares with its copies."""
        outlines = piece.under(OUTLINES)
        edges = tuple(kinds_in(root, (*piece.under(COPIES), *piece.under(REWORDED))))
        rulings = Rulings(((outline.id, outline.event) for outline in outlines_in(root, outlines)), self.rulings)
        grouper = Grouper(rulings, counted(outlines_in(root, outlines)), edges)
        tables = _tables(_rows(outlines_in(root, outlines), grouper, Texts(edges)))
        yield Output(f"{STORIES}/all.parquet", pa.concat_tables(tables).sort_by(_ORDER))
        if rulings.refused:
            yield Output(f"{REFUSED}/all.parquet", to_table((Refused(*pair) for pair in rulings.refused), Refused))


def refused_in(root: Path, files: Iterable[File]) -> dict[Ruling, str]:
    """The rulings of these files that could not be carried out, and why."""
    found = (one for file in files for one in from_table(read_table(root / file.path), Refused))
    return {one.ruling: one.reason for one in found}


_ORDER = [("story", "ascending"), ("published", "ascending"), ("report", "ascending")]
"""Reports of a story by time, those without one last."""


def _rows(outlines: Iterable[Outline], grouper: Grouper, texts: Texts) -> Iterator[Row]:
    for outline in outlines:
        joined = grouper.add(outline)
        row: Row = {"story": joined.story, "report": outline.id, "text": texts.of(outline.id)}
        yield row | {"outlet": outline.outlet, "published": outline.published, "reason": joined.reason}


def _tables(rows: Iterator[Row]) -> Iterator[pa.Table]:
    yield table("stories", ())
    while some := list(islice(rows, _AT_ONCE)):
        yield table("stories", some)
