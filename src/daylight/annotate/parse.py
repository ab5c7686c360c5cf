"""Run the language model over the blocks of reports and keep plain values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from daylight.annotate.language import load
from daylight.annotate.names import Label, names_of
from daylight.annotate.pieces import pieces_of, unread
from daylight.annotate.products import one_thread
from daylight.annotate.quotemarks import quotations_of
from daylight.annotate.sentences import Marks, Word, marks_of, sentence_starts
from daylight.model import Annotated, Quotation, Report, Sentence, Span, Token, starts_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

_AS_BLANK = str.maketrans(dict.fromkeys("\t\n\r\x0b\x0c\x85\xa0\u2028\u2029\u202f\u3000", " "))
"""White space that the model seldom saw; replaced one for one in what it reads, so that offsets hold."""


class _Piece(NamedTuple):
    """A stretch of one block of one report, both by index."""

    report: int
    block: int
    span: Span


def annotate(reports: Sequence[Report]) -> tuple[Annotated, ...]:
    """Annotate reports, the blocks of all in one batch. Sentences never run across blocks.

    Time grows with the length of the texts, whatever is in them; words that are too long to be words are left out and
    listed in ``Annotated.skipped``. Raises ModelError where the language model is absent or not the pinned one.
    """
    language = load()
    quotations = [quotations_of(report) for report in reports]
    marks = [marks_of(found) for found in quotations]
    pieces = [
        _Piece(r, b, span)
        for r, report in enumerate(reports)
        for b, block in enumerate(report.blocks)
        for span in pieces_of(report, block)
    ]
    builders = [_Builder(report) for report in reports]
    with language.memory_zone(), one_thread():
        read = ((_prepare(language, reports[piece.report], piece, marks[piece.report]), piece) for piece in pieces)
        for doc, piece in language.pipe(read, as_tuples=True):
            builders[piece.report].add(doc, piece)
        return tuple(builder.build(found) for builder, found in zip(builders, quotations, strict=True))


def _prepare(language: Language, report: Report, piece: _Piece, marks: Marks) -> Doc:
    """The tokens of a piece, with what is known of its sentences."""
    doc = language.make_doc(report.slice(piece.span).translate(_AS_BLANK))
    tokens = [token for token in doc if not token.is_space]
    base = piece.span.start
    words = [Word(Span(base + token.idx, base + token.idx + len(token)), token.text) for token in tokens]
    for token, starts in zip(tokens, sentence_starts(words, marks), strict=True):
        token.is_sent_start = starts
    for token in doc:
        if token.is_space and token.i:
            token.is_sent_start = False
    return doc


class _Builder:
    """Gathers the plain values of one report while its pieces come out of the language model in order."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.labels: list[Label] = []

    def add(self, doc: Doc, piece: _Piece) -> None:
        """Take over one piece; tokens of white space are left out."""
        kept = [token for token in doc if not token.is_space]
        index = {token.i: len(self.tokens) + n for n, token in enumerate(kept)}
        for sentence in doc.sents:
            inside = [token for token in sentence if token.i in index]
            if inside:
                self._add_sentence(inside, index, piece)
        for entity in doc.ents:
            found = [index[token.i] for token in entity if token.i in index]
            if found:
                self.labels.append(Label(found[0], found[-1] + 1, entity.label_))

    def _add_sentence(self, inside: Sequence[SpacyToken], index: dict[int, int], piece: _Piece) -> None:
        first = len(self.tokens)
        for token in inside:
            start = piece.span.start + token.idx
            span = Span(start, start + len(token))
            head = index.get(token.head.i, index[token.i])
            text = self.report.slice(span)
            self.tokens.append(
                Token(span, text, token.lemma_, token.pos_, token.tag_, token.dep_, head, len(self.sentences))
            )
        span = Span(self.tokens[first].span.start, self.tokens[-1].span.end)
        self.sentences.append(Sentence(span, first, len(self.tokens), piece.block))

    def build(self, quotations: tuple[Quotation, ...]) -> Annotated:
        """The annotated report."""
        tokens = tuple(self.tokens)
        names = tuple(names_of(self.report, tokens, self.labels))
        skipped = unread(self.report)
        return Annotated(self.report, tokens, tuple(self.sentences), quotations, names, starts_of(tokens), skipped)
