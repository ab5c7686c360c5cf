"""The values that cross a stage border.

This module imports nothing of the package and everything imports it. All offsets are half-open, in Unicode code points
of ``Report.text``; text is always sliced from there, never stored beside a span. Every value is frozen, compares by
content, and can be pickled.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

BlockRole = Literal["headline", "body", "caption", "credit", "byline", "dateline", "promotion", "correction"]
AttributionKind = Literal["direct", "indirect", "mixed"]
EntityKind = Literal["person", "organization", "place"]
SpellingStatus = Literal["preferred", "variant", "garbled"]
DecisionKind = Literal["merge", "split", "rename", "reject", "source", "align", "separate", "block", "identify"]
DecisionStatus = Literal["applied", "against-evidence", "not-applied"]
AbsenceReason = Literal["not-in-report", "not-readable", "not-examined"]
PassageKind = Literal["verbatim", "reworded"]
DifferenceKind = Literal[
    "typography",
    "trimmed",
    "reworded-in-quotes",
    "quoted-vs-paraphrased",
    "number",
    "date-or-place",
    "name",
    "role",
    "attribution",
    "polarity",
    "strength",
    "content",
    "superseded",
    "only-here",
]

STORY_ROLES: frozenset[BlockRole] = frozenset({"headline", "body"})
"""Blocks that may be the source of a finding. The others stay visible and may only support who is who."""

TRIVIAL_KINDS: frozenset[DifferenceKind] = frozenset({"typography", "quoted-vs-paraphrased"})
"""Differences that a reader may fold away: nothing but form differs."""


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of code points of one report's text."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Place(NamedTuple):
    """A span together with the report that it belongs to: where a piece of evidence stands."""

    report: str
    span: Span


# --- one report -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes that a report was made from. ``path`` is None for text that was handed over in memory.

    ``part`` says which of the reports of a file this is ("line 3", "record 17"); None where the file is one report. The
    digest is then that of the part: a record's payload, or the field that holds the text, in UTF-8.
    """

    path: str | None
    sha256: str
    media_type: str
    part: str | None = None


class Anchor(NamedTuple):
    """``text[span]`` stands at ``source`` in the decoded source.

    Where the two lengths are equal the characters are identical; otherwise the source spells them with character
    references, and ``html.unescape(decoded[source]) == text[span]``.
    """

    span: Span
    source: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a report with one role. ``anchors`` is empty where the block could not be anchored to the source."""

    span: Span
    role: BlockRole
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One article. Blocks are in order, do not overlap, and cover every code point that is not white space.

    ``published`` and ``retrieved`` are ISO 8601 (a date or a date with time), None where not known. ``language`` is an
    ISO 639-1 code, None where the text is too short to tell. ``event`` is the key under which whoever gave the report keeps
    the reports of one event together, None where none was given.
    """

    id: str
    text: str
    source: Source
    blocks: tuple[Block, ...]
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None
    event: str | None = None

    def slice(self, span: Span) -> str:
        """The characters at ``span``."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark. ``head`` is the index of the syntactic head in ``Annotated.tokens`` (itself for a root)."""

    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one block: ``tokens[first:last]`` of the annotated report."""

    span: Span
    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, the marks included in ``span`` and left out of ``inner``.

    ``closed`` is False where the closing mark is missing: because the quotation goes on in the next paragraph, or
    because it was lost. ``continues`` is the index of the quotation that this one goes on with (the newspaper rule: each
    paragraph opens again, the last one closes), None otherwise. ``depth`` is 0 for an outermost quotation.
    """

    span: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a report that names or points at somebody or something.

    ``kind`` is None for a pronoun or a role whose kind is not known from its form. ``form`` says what sort of words they
    are: a proper name, a role ("the defence minister"), or a pronoun.
    """

    span: Span
    kind: EntityKind | None
    form: Literal["name", "role", "pronoun"] = "name"


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with its tokens, sentences, quotations and names. Nothing of the language library remains in it.

    ``skipped`` lists stretches that were not read, such as a word of a million characters.
    """

    report: Report
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    names: tuple[Mention, ...] = ()
    starts: tuple[int, ...] = field(default=(), repr=False, compare=False)
    skipped: tuple[Skipped, ...] = ()

    def tokens_in(self, span: Span) -> range:
        """Indices of the tokens that begin inside ``span``. ``starts`` holds each token's first offset."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def role_at(self, offset: int) -> BlockRole | None:
        """The role of the block that holds ``offset``."""
        i = bisect_left(self.report.blocks, offset + 1, key=lambda block: block.span.start) - 1
        if i < 0 or offset >= self.report.blocks[i].span.end:
            return None
        return self.report.blocks[i].role


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was said, as printed, and in ISO 8601 where the report's date lets it be known."""

    span: Span
    value: str | None


@dataclass(frozen=True, slots=True)
class Location:
    """Where something was said, as printed. ``entity`` is the place's id once resolved."""

    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One report's source, cue and content. Spans of a role are sorted and do not overlap.

    ``source`` is empty where the report names none. ``via_source`` is the second hand as printed ("told *Politico*", "the
    *spokesman* said the minister believes"). ``speaker`` and ``via`` are entity ids and None until they are resolved, or
    where they cannot be. ``score`` is the confidence in [0, 1] that this is an attribution with these spans. ``part_of`` is
    the id of the longer attribution that this is one utterance of, None for a whole one. ``co_speakers`` are the entities
    who say it together with ``speaker`` ("A and B said"), in the order of print; empty where he or it is alone.
    """

    id: str
    report: str
    kind: AttributionKind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    via_source: tuple[Span, ...] = ()
    speaker: str | None = None
    via: str | None = None
    negated: bool = False
    hedges: tuple[Span, ...] = ()
    time: Moment | None = None
    place: Location | None = None
    rule: str = ""
    score: float = 1.0
    part_of: str | None = None
    co_speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """A report as far as it can be known alone: annotated, with what is said in it, speakers not yet resolved."""

    annotated: Annotated
    attributions: tuple[Attribution, ...]


# --- one story --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which an entity's name is printed, and every place where it is printed so.

    ``preferred`` is the best supported full form; ``variant`` another acceptable form (a short form, another
    transliteration); ``garbled`` a form that no careful writer would choose. ``reason`` says why, in words.
    """

    text: str
    status: SpellingStatus
    mentions: tuple[Place, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description of an entity as one report prints it."""

    text: str
    report: str
    span: Span


class Identifier(NamedTuple):
    """What an authority calls an entity: "Q42" in the scheme "wikidata"."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place of the story. ``pointers`` are its mentions that are no spelling: pronouns, roles.

    ``name`` is the preferred spelling, unless a person or an authority file gave another. ``identifiers`` come from there.
    """

    id: str
    kind: EntityKind
    name: str
    spellings: tuple[Spelling, ...]
    roles: tuple[Role, ...] = ()
    pointers: tuple[Place, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Two sentences of two reports that tell the same.

    ``a`` and ``b`` index ``Annotated.sentences``; ``score`` is in [0, 1].
    """

    report_a: str
    a: int
    report_b: str
    b: int
    score: float


@dataclass(frozen=True, slots=True)
class Absent:
    """Why a report has no cell in a statement's row. Absent is never denied."""

    report: str
    reason: AbsenceReason


@dataclass(frozen=True, slots=True)
class Statement:
    """The attributions that give the same thing said by the same speaker: a row of the matrix.

    ``speaker`` is None where no attribution of the row has a resolved one.
    """

    id: str
    speaker: str | None
    attributions: tuple[str, ...]
    absent: tuple[Absent, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one event, annotated, with who is who and which attributions say the same."""

    reports: tuple[Annotated, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    statements: tuple[Statement, ...]


class About(NamedTuple):
    """What a difference is about: one statement, entity or attribution, by id."""

    type: Literal["statement", "entity", "attribution"]
    id: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that a careful reader must be told, with the places that show it.

    ``changed`` lists pairs of words, in the order of the first two reports of the evidence; "" on one side for words that
    the other lacks. ``explanation`` is one sentence for an editor. ``score`` is the confidence in [0, 1].
    """

    id: str
    kind: DifferenceKind
    about: About
    evidence: tuple[Place, ...]
    explanation: str
    rule: str
    score: float
    changed: tuple[tuple[str, str], ...] = ()
    cut_before_qualifier: bool = False

    @property
    def trivial(self) -> bool:
        """Whether nothing but form differs."""
        return self.kind in TRIVIAL_KINDS


@dataclass(frozen=True, slots=True)
class Side:
    """What one speaker says on a question. ``speaker`` is an entity id."""

    speaker: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What two or more speakers say on one question; opposed or not.

    ``agreement`` is who of them is reported to claim agreement with another ("no daylight between us"), and by which
    statement; None where nobody is.
    """

    id: str
    question: str
    opposed: bool
    sides: tuple[Side, ...]
    evidence: tuple[Place, ...]
    score: float
    explanation: str = ""
    agreement: Side | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A count as one report prints it.

    ``value`` is what the words say, as a plain number; ``unit`` is "percent", a currency, a measure ("hectare"), or "" for a
    plain count. ``counted`` are the words that say what is counted, None where the unit alone says it. ``attribution``
    is the id of the attribution whose content holds the figure, None where the report itself says it.
    """

    report: str
    span: Span
    value: float
    unit: str = ""
    counted: Span | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """Figures of one counted thing, in the order of the reports. They may all be right: where not, a difference says so."""

    id: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of report ``a`` that stands in report ``b`` too, word for word or reworded."""

    a: Span
    b: Span
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class Copy:
    """How much of the shorter of two reports stands in the other: shares in [0, 1] of its story words."""

    reports: tuple[str, str]
    verbatim: float
    reworded: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not examined, and why. ``report`` is set where the report itself was kept, else ``path``."""

    reason: str
    report: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of one decision of a person, or of one entry of an authority file ("identify").

    ``text`` says in words what was decided; ``status`` whether it was carried out, carried out although the reports speak
    against it, or could not be. ``reason`` says why, and is "" where there is nothing to add; ``evidence`` are the places
    that speak against it. ``where`` is the file and line. ``about`` is what it changed.
    """

    kind: DecisionKind
    text: str
    status: DecisionStatus
    reason: str = ""
    where: str = ""
    about: tuple[About, ...] = ()
    evidence: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelDigest:
    """A model that took part in a result."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made a result: package version, digest of the settings, models; digests of the human decisions and of the
    authority file, None where there were none."""

    version: str
    settings: str
    models: tuple[ModelDigest, ...]
    decisions: str | None = None
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that Daylight says about the reports of one event."""

    made_by: MadeBy
    reports: tuple[Report, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    statements: tuple[Statement, ...]
    differences: tuple[Difference, ...]
    positions: tuple[Position, ...]
    copies: tuple[Copy, ...]
    skipped: tuple[Skipped, ...]
    counts: tuple[Count, ...] = ()
    decisions: tuple[Decided, ...] = ()


def starts_of(tokens: Iterable[Token]) -> tuple[int, ...]:
    """The first offset of each token, for ``Annotated.starts``."""
    return tuple(token.span.start for token in tokens)
