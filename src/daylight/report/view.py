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
class Reading:
    """One wording of a statement, as the first report has it, with every report that prints it so, and the place there."""

    head: Head
    saying: Saying
    places: tuple[tuple[Head, str], ...]


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
    """A statement. ``kinds`` serves the filter; ``alone`` is the finding that one report only carries it.

    ``by_hand`` are the human decisions that made it what it is.
    ``readings`` are the cells by their wording, for stories of so many reports that a column each would be empty.
    """

    anchor: str
    number: int
    speaker: str
    speaker_href: str | None
    kinds: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    alone: Finding | None
    by_hand: tuple[str, ...] = ()
