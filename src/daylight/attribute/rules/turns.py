"""Speakers printed beside their words with a mark alone: transcripts, "Name: …" headlines, "“…” — Name"."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from daylight.attribute.extent import Quoted
from daylight.attribute.grammar import FINITE, Grammar
from daylight.attribute.rules.frame import Frame, Range
from daylight.model import Block, Span

LABEL = 8
"""Tokens before a colon that may name a speaker, at most."""
SIGNATURE = 12
"""Tokens after a dash that may name a speaker, with an office: "— Ada Bell, mayor of Velmark"."""
TURNS = 3
"""Labelled paragraphs that make a transcript, at least; one label must come back."""
_MARKS = frozenset({"``", "''"})
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_VERBAL = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN", "PUNCT", "X"})


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's name at the start of a paragraph: its tokens, its colon and the last token of the paragraph."""

    first: int
    colon: int
    last: int
    block: int


class Turns:
    """The labelled paragraphs of one report."""

    def __init__(self, g: Grammar, quoted: Quoted) -> None:
        self.g, self.quoted = g, quoted
        found = (_label(g, n, block) for n, block in enumerate(g.annotated.report.blocks) if block.role in _SPOKEN)
        self.labels = {label.colon: label for label in found if label is not None}
        self.transcript = self._transcript()
        self.spoken = frozenset(self.transcript)

    def _transcript(self) -> list[int]:
        """The colons of labels in capitals, if enough of them come back and most have a sentence behind them."""
        turns = [label for label in self.labels.values() if _capital(self.g, label) and not self._heads(label)]
        told = sum(any(t.tag in FINITE for t in self.g.tokens[turn.colon : turn.last + 1]) for turn in turns)
        counts = Counter(self._name(turn) for turn in turns)
        if len(turns) < TURNS or max(counts.values()) < 2 or 2 * told < len(turns):
            return []
        return [turn.colon for turn in turns]

    def frames(self, i: int) -> Iterator[tuple[Frame, Range]]:
        """The frames of a colon or dash, each with its source."""
        label = self.labels.get(i)
        if label is not None:
            yield self._labelled(label), (label.first, label.colon - 1)
        elif self.g.tokens[i].text in _DASHES:
            yield from self._signed(i)

    def _labelled(self, label: Label) -> Frame:
        content = [(label.colon + 1, label.last)]
        if label.colon in self.spoken:
            content.extend(self._rest_of_turn(label))
        return Frame("colon", "colon", self._kind(label), label.colon, (label.colon,) * 2, tuple(content), "given")

    def _kind(self, label: Label) -> str:
        if label.colon in self.spoken:
            return "transcript"
        if self.g.tokens[label.colon + 1].tag in _MARKS:
            return "quotation"
        speaker = self.g.span(label.first, label.colon - 1)
        if self._heads(label) or label.first == 0:
            return "headline" if self._is_name(label) else "headline-noun"
        person = any(name.kind == "person" and name.span == speaker for name in self.g.names_in(speaker))
        return "person" if person else "line"

    def _heads(self, label: Label) -> bool:
        return self.g.annotated.report.blocks[label.block].role == "headline"

    def _rest_of_turn(self, label: Label) -> Iterator[Range]:
        """Paragraphs without a label up to the next one; none after the last one, where the transcript may have ended."""
        place = bisect_right(self.transcript, label.colon)
        following = [self.labels[c].block for c in self.transcript[place : place + 1]]
        blocks = self.g.annotated.report.blocks
        for n in range(label.block + 1, following[0] if following else 0):
            inside = self.g.annotated.tokens_in(blocks[n].span)
            if blocks[n].role == "body" and inside and not _aside(self.g.text, blocks[n].span):
                yield inside.start, inside.stop - 1

    def _name(self, label: Label) -> str:
        return self.g.tokens[label.colon - 1].text.casefold()

    def _is_name(self, label: Label) -> bool:
        return _capital(self.g, label) and any(t.pos == "PROPN" for t in self.g.tokens[label.first : label.colon])

    def _signed(self, i: int) -> Iterator[tuple[Frame, Range]]:
        """The quotation before a dash, by the name after it that ends the line."""
        k = self.quoted.of[i - 1] if i else -1
        if k < 0 or self.quoted.of[i] >= 0 or i + 1 >= len(self.g.tokens):
            return
        block = self.g.block_of(i + 1)
        rest = range(i + 1, min(self.g.annotated.tokens_in(block.span).stop, i + 2 + SIGNATURE))
        words = [self.g.tokens[j] for j in rest]
        if not 0 < len(words) <= SIGNATURE or words[0].pos != "PROPN" or any(word.tag in FINITE for word in words):
            return
        whole = self.g.annotated.tokens_in(self.quoted.all[k].span)
        frame = Frame("colon", "colon", "signed", i, (i, i), ((whole.start, whole.stop - 1),), "given")
        yield frame, (rest.start, rest.stop - 1)


_SPOKEN = frozenset({"headline", "body"})


def _label(g: Grammar, n: int, block: Block) -> Label | None:
    """The label of a paragraph, if it begins with a few words without a verb, in capitals, and a colon."""
    inside = g.annotated.tokens_in(block.span)
    first = inside.start
    while first < inside.stop and g.tokens[first].tag in _MARKS:
        first += 1
    colon = next((i for i in range(first, min(first + LABEL + 1, inside.stop)) if g.tokens[i].text == ":"), None)
    if colon is None or colon == first or colon + 1 >= inside.stop:
        return None
    words = g.tokens[first:colon]
    shouted = all(word.text.isupper() for word in words if word.text.isalpha())
    if words[-1].pos not in _NAMING and not shouted:
        return None
    if not words[0].text[:1].isupper() or any(word.tag == "." or (word.pos in _VERBAL and not shouted) for word in words):
        return None
    return Label(first, colon, inside.stop - 1, n)


def _capital(g: Grammar, label: Label) -> bool:
    """Whether every word of a label has a capital; a single letter ("Q:") names nobody."""
    words = g.tokens[label.first : label.colon]
    return len(words[-1].text) > 1 and all(word.text[0].isupper() or word.pos in {"ADP", "PUNCT"} for word in words)


def _aside(text: str, span: Span) -> bool:
    """Whether a paragraph stands in brackets: "(Applause.)", inside quotation marks or not."""
    words = text[span.start : span.end].strip(' \n"“”')
    return words.startswith(("(", "["))
