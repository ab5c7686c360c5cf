"""The stories of a corpus, with the places of their reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from daylight.corpus.places import Members, Where
from daylight.corpus.stages.hearing import HEARD
from daylight.corpus.stages.telling import STORIES
from daylight.engine import read_table

_REPORT_ID = "annotated.report.id"


def stories_of(root: Path, most: int) -> Iterator[Members]:
    """The stories of a corpus; a report that could not be heard is in none.

    Of a story of more than ``most`` reports, which is how many a comparison takes, the first of each text come first: a
    copy more says nothing new.
    """
    heard = sorted((root / HEARD).glob("*.parquet"))
    places = {key: Where(f"{HEARD}/{path.name}", row) for path in heard for row, key in enumerate(_ids(path))}
    told: dict[str, list[tuple[Where, str]]] = defaultdict(list)
    for path in sorted((root / STORIES).glob("*.parquet")):
        table = read_table(path, ["story", "report", "text"])
        for story, report, text in zip(*(column.to_pylist() for column in table.columns), strict=True):
            if report in places:
                told[story].append((places[report], text))
    for story, found in told.items():
        yield Members(story, tuple(_texts_first(found) if len(found) > most else (place for place, _ in found)))


def _texts_first(found: list[tuple[Where, str]]) -> Iterator[Where]:
    first = dict(reversed([(text, place) for place, text in found]))
    chosen = set(first.values())
    yield from (place for place, _ in found if place in chosen)
    yield from (place for place, _ in found if place not in chosen)


def _ids(path: Path) -> list[str]:
    """The ids of the reports in a file, in order; nothing else of it is read."""
    rows = read_table(path, [_REPORT_ID])["annotated"].to_pylist()
    return [row["report"]["id"] for row in rows]
