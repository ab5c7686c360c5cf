"""What the page shows, as values: templates receive these and nothing else.

Words come as streams of tokens (``marks.weave``) or as plain strings; templates escape both. An ``href`` is an anchor of the
same page, ``address`` alone leads outside, and only where it is http or https.
"""

from __future__ import annotations

from dataclasses import dataclass

from daylight.report.marks import Token

Words = tuple[Token, ...]
Weight = tuple[bool, int, int]
"""How early a difference is told: merely possible, place of its kind, step of certainty; the smaller, the weightier."""


@dataclass(frozen=True, slots=True)
class Head:
    """A report as the head of a column: ``letter`` is its short name on this page, ``name`` its outlet, title or id."""

    id: str
    letter: str
    anchor: str
    name: str
    title: str | None
    address: str | None
    url: str | None
    published: str | None
    language: str | None
    words: int

    @property
    def credit(self) -> str:
        """The source as it stands behind copied words: name, title, date, address."""
        title = f"“{self.title}”" if self.title else None
        return ", ".join(part for part in (self.name, title, self.published, self.url) if part)


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution in a cell. ``words`` is the content as printed; ``source``, ``cue`` and ``via`` are as printed too.

    ``offsets`` are the code points of the content in the report's text, for paper, where no link can be followed.
    ``negated`` says in a word that the report denies it, or denies that it was said; "" where it does neither.
    ``again`` are the other places where the same report prints the same words.
    """

    href: str
    offsets: str
    kind: str
    label: str
    words: Words
    source: str
    cue: str
    via: str
    when: str
    where: str
    negated: str
    again: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report has in a row: sayings, or why there is none. ``unread`` tells what could not be looked at."""

    head: Head
    sayings: tuple[Saying, ...]
    absent: str = ""
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that shows a difference; ``words`` is None where the row above shows the same words already."""

    head: Head
    href: str
    offsets: str
    words: str | None


@dataclass(frozen=True, slots=True)
class Changed:
    """Words of one report that stand against another's; "" where it has none."""

    letter: str
    words: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference. ``certainty`` is a word: certain, likely or possible."""

    anchor: str
    kind: str
    label: str
    certainty: str
    explanation: str
    trivial: bool
    weight: Weight
    changed: tuple[tuple[Changed, Changed], ...]
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Row:
    """A statement. ``kinds`` serves the filter; ``alone`` is the finding that one report only carries it."""

    anchor: str
    number: int
    speaker: str
    speaker_href: str | None
    kinds: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]
    findings: tuple[Finding, ...]
    alone: Finding | None


@dataclass(frozen=True, slots=True)
class Voice:
    """The rows of one speaker that one report alone carries."""

    speaker: str
    speaker_href: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of one sort: told differently, told alike, told by one report only.

    ``voices`` are the rows by speaker where each has one cell alone, so that a column a report would be empty; () elsewhere.
    """

    anchor: str
    title: str
    note: str
    rows: tuple[Row, ...]
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """A line of what to read first: who or what it is about, with the way there, and what differs."""

    href: str
    name: str
    label: str
    explanation: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A spelling or a role as one report prints it. ``status`` is "" for a role and where nothing needs to be said."""

    text: str
    href: str
    status: str
    label: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class PersonCell:
    """How one report prints a name and a role."""

    head: Head
    spellings: tuple[Printed, ...]
    roles: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A person, organisation or place. ``rows`` are the numbers of the statements that it makes, with their anchors."""

    anchor: str
    name: str
    kind: str
    cells: tuple[PersonCell, ...]
    findings: tuple[Finding, ...]
    rows: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """What one speaker says on a question: the rows, each with what the reports print."""

    speaker: str
    speaker_href: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PositionView:
    """Two or more speakers on one question, as it heads them; ``printed``: in the words of a report, so in its marks."""

    anchor: str
    question: str
    printed: bool
    opposed: bool
    verdict: str
    certainty: str
    explanation: str
    sides: tuple[SideView, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """How much of the shorter of two reports stands in the other, in whole percents; ``linked``: counted as one text."""

    a: Head
    b: Head
    verbatim: int
    reworded: int
    sentence: str
    linked: bool
    passages: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A report in the small graph of copies, in the units of its drawing."""

    letter: str
    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """Two reports that share text: ends and width, in the units of the drawing."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    linked: bool


@dataclass(frozen=True, slots=True)
class Copies:
    """Who shares text with whom. ``lines`` and ``dots`` are empty where a graph would say no more than the words."""

    sentence: str
    pairs: tuple[Pair, ...]
    apart: int
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of a full text. ``label`` is "" for story text, which needs none."""

    role: str
    label: str
    words: Words


@dataclass(frozen=True, slots=True)
class Pane:
    """The full text of a report."""

    head: Head
    blocks: tuple[BlockView, ...]
    statements: int


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a report came from."""

    head: Head
    path: str
    sha256: str
    media_type: str
    retrieved: str


@dataclass(frozen=True, slots=True)
class Method:
    """What made the page, and what it left out."""

    version: str
    settings: str
    models: tuple[tuple[str, str], ...]
    skipped: tuple[tuple[str, str], ...]
    proofs: tuple[Proof, ...]
    independence: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page. ``dense`` asks for the layout of many columns."""

    title: str
    headline: str
    sentences: tuple[str, ...]
    heads: tuple[Head, ...]
    dense: bool
    first: tuple[Pointer, ...]
    bands: tuple[Band, ...]
    speakers: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
    people: tuple[Person, ...]
    others: tuple[Person, ...]
    positions: tuple[PositionView, ...]
    copies: Copies
    panes: tuple[Pane, ...]
    method: Method
