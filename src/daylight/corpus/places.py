"""Reports and stories by their places: a file of reports and a row in it. Of each file only what is wanted is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

import pyarrow as pa
import pyarrow.parquet as pq

from daylight.corpus.columns import from_table, leaves
from daylight.engine import read_table
from daylight.model import BlockRole, Heard, Span
from daylight.stories import Article, article_of

Value = TypeVar("Value")


class Where(NamedTuple):
    """Where a report stands: a file of reports, and its row in it."""

    path: str
    row: int


class Members(NamedTuple):
    """A story and the places of its reports, in the order in which they are compared."""

    story: str
    places: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """Of a block, what the corpus stages look at."""

    span: Span
    role: BlockRole


@dataclass(frozen=True, slots=True)
class _Slim:
    """Of a report, what the corpus stages look at: a quarter of the columns, without the anchors of each block."""

    id: str
    text: str
    published: str | None
    outlet: str | None
    event: str | None
    blocks: tuple[_Part, ...]


def heard_at(root: Path, places: Iterable[Where]) -> list[Heard]:
    """What was heard in the reports at these places, in this order."""
    return _values_at(root, tuple(places), Heard)


def articles_at(root: Path, places: Iterable[Where]) -> list[Article]:
    """The reports at these places as the corpus stages take them, in this order."""
    return [_article(slim) for slim in _values_at(root, tuple(places), _Slim)]


def articles_in(path: Path) -> Iterator[Article]:
    """All reports of a file as the corpus stages take them."""
    return (_article(slim) for slim in from_table(read_table(path, leaves(_Slim)), _Slim))


def _article(slim: _Slim) -> Article:
    return article_of(slim, slim.id, slim.event)


def _values_at(root: Path, places: Sequence[Where], kind: type[Value]) -> list[Value]:
    wanted: dict[str, set[int]] = defaultdict(set)
    for place in places:
        wanted[place.path].add(place.row)
    found = {(path, row): one for path, rows in wanted.items() for row, one in _rows_of_file(root / path, rows, kind)}
    return [found[place] for place in places]


def _rows_of_file(path: Path, rows: set[int], kind: type[Value]) -> Iterator[tuple[int, Value]]:
    """The rows of a file; only the row groups that hold one are read."""
    first, columns = 0, leaves(cast("Hashable", kind))
    with pq.ParquetFile(path) as file:
        for number in range(file.num_row_groups):
            size = file.metadata.row_group(number).num_rows
            here = sorted(row for row in rows if first <= row < first + size)
            if here:
                group = file.read_row_group(number, columns, use_threads=False)
                kept = group.take(pa.array([row - first for row in here]))
                yield from zip(here, from_table(kept, kind), strict=True)
            first += size
