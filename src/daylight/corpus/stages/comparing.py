"""The last stage: the reports of each story beside each other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from daylight.corpus.grouping import Cut, grouped, long_digest
from daylight.corpus.places import Members, Where, heard_at
from daylight.corpus.rows import STORY_TABLES, rows_of
from daylight.corpus.tables import FORMAT, Row, TableName, table
from daylight.engine import Output, Piece
from daylight.pipeline import compare_heard
from daylight.settings import DEFAULT, Settings
from daylight.version import VERSION

FOLDERS = (*STORY_TABLES, "skipped/compare")

TOGETHER = Cut(mean=16, most=64)
"""Stories of one piece."""


@dataclass(frozen=True, slots=True)
class Compare:
    """Compares the reports of stories. A story that breaks the stage is left out, with the reason."""

    settings: Settings = DEFAULT
    name: str = "compare"

    @property
    def digest(self) -> str:
        """Of the settings and the version, which pins the models."""
        return long_digest(FORMAT, VERSION, self.settings.digest())

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """The tables of the stories of a piece."""
        rows: dict[TableName, list[Row]] = {name: [] for name in (*STORY_TABLES, "skipped")}
        for members in map(_members, piece.inputs):
            for name, row in self._rows(root, members):
                rows[name].append(row)
        for name in STORY_TABLES:
            yield Output(f"{name}/{piece.name}.parquet", table(name, rows[name]))
        if rows["skipped"]:
            yield Output(f"skipped/compare/{piece.name}.parquet", table("skipped", rows["skipped"]))

    def _rows(self, root: Path, members: Members) -> Iterator[tuple[TableName, Row]]:
        try:
            comparison = compare_heard(heard_at(root, members.places), self.settings)
            found = list(rows_of(members.story, comparison))
        except Exception as error:
            reason = f"it cannot be compared, {type(error).__name__}: {error}"
            found = [("skipped", {"stage": self.name, "story": members.story, "reason": reason})]
        yield from found


def pieces_of(stories: Iterable[Members]) -> Iterator[Piece]:
    """Stories that are compared together, named after them and the content of their reports."""
    ordered = sorted(stories, key=lambda members: members.story)
    for group in grouped(ordered, lambda members: members.story, TOGETHER):
        inputs = tuple(json.dumps([members.story, members.places]) for members in group)
        yield Piece(long_digest(*inputs), "", inputs, sum(len(members.places) for members in group))


def _members(text: str) -> Members:
    story, places = json.loads(text)
    return Members(story, tuple(Where(*place) for place in places))
