"""Articles with gold coreference as the corpus GUM (Zeldes 2017) gives them: CoNLL-U, entities in the last column."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from daylight.model import Block, Report, Source, Span

NAMED_KINDS = frozenset({"person", "organization", "place"})
_BRACKET = re.compile(r"(\()?([^()]+)(\))?")
_ENTITY = re.compile(r"Entity=([^|]*)")


class GoldMention(NamedTuple):
    """A gold mention: where it stands, its entity and that entity's kind, and whether a proper noun is in it."""

    span: Span
    entity: str
    kind: str
    named: bool


class GoldArticle(NamedTuple):
    """An article with its gold mentions."""

    report: Report
    mentions: tuple[GoldMention, ...]


class _Token(NamedTuple):
    span: Span
    proper: bool
    entities: str


def read(path: Path) -> GoldArticle:
    """Read one article. Sentences are joined by a space, paragraphs by a blank line; the first heading is the headline."""
    text = ""
    blocks: list[Block] = []
    tokens: list[_Token] = []
    for paragraph in path.read_text("utf-8").split("# newpar\n")[1:]:
        text += "\n\n" if text else ""
        start = len(text)
        for sentence in paragraph.split("\n\n"):
            found = re.search(r"^# text = (.*)$", sentence, re.MULTILINE)
            if found:
                text += " " if len(text) > start else ""
                tokens += _tokens(sentence, text := text + found[1], len(text) - len(found[1]))
        heads = "newpar_block = head" in paragraph and not blocks
        blocks.append(Block(Span(start, len(text)), "headline" if heads else "body"))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    report = Report(path.stem, text, Source(None, sha256, "text/plain"), tuple(blocks), language="en")
    return GoldArticle(report, tuple(_mentions(tokens)))


def _tokens(sentence: str, text: str, at: int) -> Iterator[_Token]:
    """The tokens of one sentence, found in turn from offset ``at``; one that the text does not show has no width."""
    for row in re.findall(r"^\d+\t.*$", sentence, re.MULTILINE):
        form, pos, misc = (row.split("\t")[i] for i in (1, 3, 9))
        start = text.find(form, at)
        span = Span(start, start + len(form)) if start >= 0 else Span(at, at)
        at = span.end
        entities = _ENTITY.search(misc)
        yield _Token(span, pos == "PROPN", entities[1] if entities else "")


def _mentions(tokens: list[_Token]) -> Iterator[GoldMention]:
    """The bracketed mentions: "(7-person-…" opens, "7)" closes, "(7-person-…)" is a mention of one token."""
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for i, token in enumerate(tokens):
        for opens, label, closes in _BRACKET.findall(token.entities):
            entity = label.split("-")[0]
            if opens:
                opened[entity].append((i, label.split("-")[1]))
            if closes and opened[entity]:
                first, kind = opened[entity].pop()
                named = any(t.proper for t in tokens[first : i + 1])
                yield GoldMention(Span(tokens[first].span.start, token.span.end), entity, kind, named)
