"""The stage of copies: which reports were made from which, in windows of time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from daylight.corpus.columns import from_table
from daylight.corpus.grouping import long_digest
from daylight.corpus.tables import FORMAT, Row, table
from daylight.engine import File, Output, Piece, read_table
from daylight.model import Report
from daylight.stories import Article, Edge, article_of, find_copies, find_reworded
from daylight.version import VERSION

COPIES = "copies"
FOLDERS = (COPIES,)


@dataclass(frozen=True, slots=True)
class Copies:
    """Finds copies among the reports of some files."""

    name: str = "copies"

    @property
    def digest(self) -> str:
        """Of the version."""
        return long_digest(FORMAT, VERSION)

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """The edges between all reports of a piece."""
        articles = tuple(chain.from_iterable(articles_in(root / path) for path in piece.inputs))
        edges = find_reworded(articles, find_copies(articles))
        yield Output(f"{COPIES}/{piece.name}.parquet", table("copies", map(_row, edges)))


def pieces_of(files: Iterable[File]) -> Iterator[Piece]:
    """One piece, of all reports."""
    ordered = sorted(files, key=lambda file: file.path)
    if ordered:
        paths = tuple(file.path for file in ordered)
        yield Piece("all", long_digest(*(file.sha256 for file in ordered)), paths, sum(file.rows for file in ordered))


def articles_in(path: Path) -> Iterator[Article]:
    """The reports of a file as the corpus stages take them."""
    return (article_of(report, report.id, report.event) for report in from_table(read_table(path), Report))


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
