"""The stage of stories: which reports tell of one event, and which of them are one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from daylight.corpus.copying import COPIES, articles_in
from daylight.corpus.grouping import long_digest
from daylight.corpus.tables import FORMAT, Row, table
from daylight.engine import File, Output, Piece, read_table
from daylight.stories import COPIES as MADE_FROM
from daylight.stories import Article, Edge, group
from daylight.version import VERSION

STORIES = "stories"
FOLDERS = (STORIES,)


@dataclass(frozen=True, slots=True)
class Stories:
    """Groups reports into stories."""

    name: str = "stories"

    @property
    def digest(self) -> str:
        """Of the version."""
        return long_digest(FORMAT, VERSION)

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """One row for each report: its story, and the text that it shares with its copies."""
        copies = [path for path in piece.inputs if path.startswith(f"{COPIES}/")]
        reports = [path for path in piece.inputs if path not in set(copies)]
        articles = tuple(chain.from_iterable(articles_in(root / path) for path in reports))
        edges = tuple(chain.from_iterable(_edges(root / path) for path in copies))
        rows = sorted(_rows(articles, edges), key=_by_story)
        yield Output(f"{STORIES}/all.parquet", table("stories", rows))


def pieces_of(files: Iterable[File]) -> Iterator[Piece]:
    """One piece, of all reports and all copies."""
    ordered = sorted(files, key=lambda file: file.path)
    if ordered:
        yield Piece("all", long_digest(*(file.sha256 for file in ordered)), tuple(file.path for file in ordered))


def _rows(articles: Sequence[Article], edges: Sequence[Edge]) -> Iterator[Row]:
    by_id = {article.id: article for article in articles}
    texts = _texts(edge.reports for edge in edges if edge.kind in MADE_FROM)
    for joined in group(articles, edges)[0]:
        article = by_id[joined.article]
        row: Row = {"story": joined.story, "report": article.id, "text": texts.get(article.id, article.id)}
        yield row | {"outlet": article.outlet, "published": article.published, "reason": joined.reason}


def _by_story(row: Row) -> tuple[str, bool, str, str]:
    """Reports of a story by time, those without one last."""
    return row["story"], row["published"] is None, row["published"] or "", row["report"]


def _edges(path: Path) -> Iterator[Edge]:
    """The copies of a table, without the passages."""
    for row in read_table(path).to_pylist():
        shares = (row["share_a"], row["share_b"])
        yield Edge((row["report_a"], row["report_b"]), row["kind"], shares, row["equal"], (), row["first"], row["reason"])


def _texts(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first report, by id, of all that are one text with a report."""
    parent: dict[str, str] = {}

    def top(one: str) -> str:
        while parent.setdefault(one, one) != one:
            parent[one] = one = parent[parent[one]]
        return one

    for a, b in pairs:
        first, second = sorted((top(a), top(b)))
        parent[second] = first
    return {one: top(one) for one in parent}
