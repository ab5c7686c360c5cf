"""The values of the API. Offsets are half-open and count code points of the report's text, as in the contract."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(max_length=2_000)]
Word = Annotated[str, StringConstraints(max_length=300)]

MOST_REPORTS = 200
"""Of one request; ``Settings.max_reports`` is the limit of a comparison."""


class ReportIn(BaseModel):
    """A report as text, or by its address alone, which is then fetched."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, StringConstraints(max_length=400_000)] | None = None
    url: Text | None = None
    id: Word | None = None
    title: Text | None = None
    outlet: Word | None = None
    published: Word | None = None


class ReportsIn(BaseModel):
    """Reports of one event."""

    model_config = ConfigDict(extra="forbid")

    reports: Annotated[list[ReportIn], Field(min_length=1, max_length=MOST_REPORTS)]


class CompareIn(ReportsIn):
    """Reports to compare; ``decisions`` is a decisions file, applied to them."""

    decisions: Annotated[str, StringConstraints(max_length=500_000)] | None = None


class StoryIn(ReportsIn):
    """Reports of a new story."""

    title: Word | None = None


class TitleIn(BaseModel):
    """A name for a story."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]


class DecisionIn(BaseModel):
    """A decision: its kind, and the keys that a decisions file has for it (docs/decisions.md)."""

    model_config = ConfigDict(extra="allow")

    kind: Literal["merge", "split", "rename", "reject", "source", "align", "separate", "block"]

    def table(self) -> dict[str, Any]:
        """What a decisions file would hold under this kind."""
        return dict(self.model_extra or {})


class JobOut(BaseModel):
    """Work that goes on. ``story`` is what it made, once it is done; ``failed`` says in words why it did not."""

    id: str
    state: Literal["waiting", "working", "done", "failed"]
    told: list[str]
    story: str | None
    failed: str | None


class StoryOut(BaseModel):
    """A story in a list."""

    id: str
    title: str
    reports: int
    outlets: list[str]
    differences: int
    updated: str


class ReportOut(BaseModel):
    """A report of a story, without its text, which the comparison has."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    retrieved: str | None
    sha256: str


class StoryDetail(BaseModel):
    """A story with its reports."""

    id: str
    title: str
    reports: list[ReportOut]


class CellOut(BaseModel):
    """What one report prints for a statement."""

    report: str
    attribution: str
    kind: Literal["direct", "indirect", "mixed"]
    words: list[str]
    spans: list[tuple[int, int]]


class StatementOut(BaseModel):
    """A statement: who is reported to have said it, each report's words, and how they differ."""

    id: str
    story: str
    speaker: str | None
    cells: list[CellOut]
    differences: list[str]


class DecisionOut(BaseModel):
    """A decision that was taken, and what became of it."""

    id: str
    text: str
    note: str
    when: str
    status: Literal["applied", "against-evidence", "not-applied", "undone"]
    reason: str


class PieceOut(BaseModel):
    """A stretch of an extract: its characters, and whether they are what was looked for."""

    text: str
    matched: bool


class HitOut(BaseModel):
    """A place in a story; ``attribution``, ``statement`` and ``speaker`` where it is something said."""

    story: str
    title: str
    report: str
    outlet: str | None
    published: str | None
    span: tuple[int, int]
    snippet: list[PieceOut]
    attribution: str | None
    statement: str | None
    speaker: str | None


class HitsOut(BaseModel):
    """One page of what was found; ``after`` leads to the next."""

    total: int
    after: str | None
    items: list[HitOut]


class SpeakerOut(BaseModel):
    """A name that speaks, over all stories."""

    name: str
    stories: int
    statements: int
