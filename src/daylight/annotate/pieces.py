"""Cut blocks into the pieces that the language model reads, within limits that hostile text cannot pass."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daylight.model import Block, Report, Skipped, Span
from daylight.offsets import strip

MAX_WORD = 500
"""Code points without white space that are read as a word. The longest links in news have 300; a tokenizer's time grows
with the square of a run of marks."""

MAX_PIECE = 20_000
"""Code points that are parsed at once: memory stays under 100 MB. News paragraphs have under 5,000."""

_LONG_WORD = re.compile(rf"(?<!\S)\S{{{MAX_WORD + 1},}}")
_SENTENCE_END = re.compile(r"[.?!][\"'”’)\]]{0,3}\s")


def pieces_of(report: Report, block: Block) -> Iterator[Span]:
    """The stretches of a block to parse, in order: all of it, but for over-long words, cut where a sentence ends."""
    start = block.span.start
    for word in _LONG_WORD.finditer(report.text, *block.span):
        yield from _cut(report.text, Span(start, word.start()))
        start = word.end()
    yield from _cut(report.text, Span(start, block.span.end))


def unread(report: Report) -> tuple[Skipped, ...]:
    """What ``pieces_of`` leaves out of a report, with the reason."""
    words = (word for block in report.blocks for word in _LONG_WORD.finditer(report.text, *block.span))
    return tuple(
        Skipped(
            f"not read: a word of {len(word.group()):,} characters at {word.start():,} (the limit is {MAX_WORD})", report.id
        )
        for word in words
    )


def _cut(text: str, span: Span) -> Iterator[Span]:
    rest = strip(span, text)
    while rest.end - rest.start > MAX_PIECE:
        window = Span(rest.start, rest.start + MAX_PIECE)
        ends = [match.end() for match in _SENTENCE_END.finditer(text, *window)]
        cut = ends[-1] if ends else text.rfind(" ", *window)
        cut = cut if cut > rest.start else window.end
        yield strip(Span(rest.start, cut), text)
        rest = strip(Span(cut, rest.end), text)
    if rest.start < rest.end:
        yield rest
