"""The stage of copies: pairs of reports read side by side for the passages that they share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from daylight.corpus import pairs
from daylight.corpus.stages.versioned import Versioned
from daylight.corpus.tables import Row, table
from daylight.engine import Output, Piece, read_table
from daylight.stories import Edge, EdgeKind
from daylight.stories.arrays import Hashes
from daylight.stories.copies import Comparer

if TYPE_CHECKING:
    import pyarrow as pa

COPIES = "copies/shared"
FOLDERS = (COPIES,)


@dataclass(frozen=True, slots=True)
class Copies(Versioned):
    """Finds copies among candidates."""

    name: str = "copies"

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """The edges of the pairs of one file."""
        candidates, *boilerplate = piece.inputs
        articles, sides = pairs.read(root, candidates)
        edges = Comparer(articles, _hashes(root, boilerplate)).edges(sides)
        yield Output(f"{COPIES}/{piece.name}.parquet", edge_table(edges))


def edge_table(edges: Iterable[Edge]) -> pa.Table:
    """Edges as the table of copies."""
    return table("copies", map(_row, edges))


def kinds_in(root: Path, paths: Iterable[str]) -> Iterator[tuple[str, str, EdgeKind]]:
    """The edges of tables of copies, by ids and kind."""
    for path in paths:
        found = read_table(root / path, ["report_a", "report_b", "kind"])
        yield from zip(*(found[column].to_pylist() for column in ("report_a", "report_b", "kind")), strict=True)


def _hashes(root: Path, paths: Iterable[str]) -> Hashes:
    return np.concatenate([np.zeros(0, np.uint64), *(read_table(root / path)["hash"].to_numpy() for path in paths)])


def _row(edge: Edge) -> Row:
    passages = [[*passage.a, *passage.b, passage.kind] for passage in edge.passages]
    return {
        "report_a": edge.reports[0],
        "report_b": edge.reports[1],
        "kind": edge.kind,
        "share_a": edge.shares[0],
        "share_b": edge.shares[1],
        "equal": edge.equal,
        "first": edge.first,
        "reason": edge.reason,
        "passages": json.dumps(passages),
    }
