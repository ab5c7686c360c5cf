"""What a library takes and gives, beside the values of the model."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.decisions.values import Decision
from daylight.model import DifferenceKind, Span


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding: the story, the ids of all reports given, and of those that it held already."""

    story: str
    reports: tuple[str, ...]
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryRecord:
    """A story. Times are ISO 8601 in UTC."""

    id: str
    title: str
    created: str
    updated: str


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story in a list. ``first`` and ``last`` are the dates of its reports, None where none is known.

    ``differences`` counts the real ones between its reports, 0 for a story that is not compared yet.
    """

    id: str
    title: str
    reports: int
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    differences: int
    updated: str


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that a report was made from. ``retrieved`` is None for what was not fetched."""

    data: bytes
    media_type: str
    retrieved: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Past:
    """A decision that was taken, when and by whom; ``undone`` is the time at which it was undone, None while it holds."""

    id: str
    decision: Decision
    when: str
    undone: str | None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for; all that is given has to hold.

    ``text`` are words, those in double quotes as they stand side by side; ``speaker`` words of a name in any of its
    spellings; ``since`` and ``until`` dates, both counted in; ``kind`` the kind of a difference.
    """

    text: str = ""
    speaker: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    kind: DifferenceKind | None = None
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that answers a query. ``snippet`` are the characters at ``span`` in pieces, each with whether it matched.

    ``attribution``, ``statement`` and ``speaker`` are set where the place is what somebody is reported to have said.
    """

    story: str
    title: str
    report: str
    outlet: str | None
    span: Span
    snippet: tuple[tuple[str, bool], ...]
    published: str | None = None
    attribution: str | None = None
    statement: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of hits, best first. ``total`` counts all; ``after`` asks for the next page, None on the last."""

    total: int
    items: tuple[Hit, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A name under which somebody speaks in the library, with how often."""

    name: str
    stories: int
    statements: int
