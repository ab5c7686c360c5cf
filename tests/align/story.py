"""Annotated reports and attributions made by hand: no parser, lemma = lower case."""

from __future__ import annotations

import re

from daylight.model import (
    Annotated,
    Attribution,
    AttributionKind,
    Block,
    BlockRole,
    Entity,
    Report,
    Sentence,
    Source,
    Span,
    Spelling,
    Token,
    starts_of,
)
from daylight.offsets import digest

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_SENTENCE = re.compile(r"[^.!?]+[.!?]?[”\"]?")


def report(name: str, *paragraphs: str, roles: dict[int, BlockRole] | None = None) -> Annotated:
    """A report of paragraphs; all are body but those in ``roles``. Quotation marks are no concern of this room."""
    text = "\n\n".join(paragraphs)
    blocks: list[Block] = []
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    start = 0
    for n, paragraph in enumerate(paragraphs):
        blocks.append(Block(Span(start, start + len(paragraph)), (roles or {}).get(n, "body")))
        for sentence in _SENTENCE.finditer(paragraph):
            first = len(tokens)
            for m in _TOKEN.finditer(paragraph, *sentence.span()):
                pos = "NOUN" if m[0][0].isalnum() else "PUNCT"
                span = Span(start + m.start(), start + m.end())
                tokens.append(Token(span, m[0], m[0].lower(), pos, "", "", len(tokens), len(sentences)))
            if len(tokens) > first:
                span = Span(tokens[first].span.start, tokens[-1].span.end)
                sentences.append(Sentence(span, first, len(tokens), n))
        start += len(paragraph) + 2
    made = Report(name, text, Source(None, "0" * 64, "text/plain"), tuple(blocks))
    return Annotated(made, tuple(tokens), tuple(sentences), starts=starts_of(tokens))


def person(name: str, *spellings: str) -> Entity:
    """An entity spelt as its name and as ``spellings``."""
    return Entity(name.lower(), "person", name, tuple(Spelling(s, "variant", ()) for s in (name, *spellings)))


def said(where: Annotated, content: str, speaker: str | None, kind: AttributionKind = "indirect") -> Attribution:
    """An attribution whose content is the first place of ``content``."""
    at = where.report.text.index(content)
    span = Span(at, at + len(content))
    return Attribution(digest("a", where.report.id, at, content), where.report.id, kind, (), (), (span,), speaker=speaker)
