"""A segment of a page as text, each stretch anchored to where it stands in the decoded source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from html.entities import html5
from typing import NamedTuple

from daylight.model import Anchor, Span

_ATOM = re.compile(r"[ \t\n\r\f]+|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|[^ \t\n\r\f&]+|&")


class _Atom(NamedTuple):
    """A stretch of text and its source; ``copied`` where the source spells it with the same characters."""

    text: str
    source: Span
    copied: bool


def anchored(source: str, pieces: Iterable[tuple[int, int]], at: int) -> tuple[str, tuple[Anchor, ...]]:
    """The text of ``pieces`` of ``source``, white space folded, and its anchors if the text is put at offset ``at``.

    A folded space is anchored where the source has that one space in that place, and else not.
    """
    parts: list[str] = []
    anchors: list[Anchor] = []
    copied = False
    for atom in _folded(_atoms(source, pieces)):
        span = Span(at, at + len(atom.text))
        last = anchors[-1] if anchors else None
        if last and copied and atom.copied and last.span.end == span.start and last.source.end == atom.source.start:
            anchors[-1] = Anchor(Span(last.span.start, span.end), Span(last.source.start, atom.source.end))
        elif atom.source.start < atom.source.end:
            anchors.append(Anchor(span, atom.source))
        copied = atom.copied
        parts.append(atom.text)
        at = span.end
    return "".join(parts), tuple(anchors)


def clip(anchors: Sequence[Anchor], span: Span) -> tuple[Anchor, ...]:
    """The anchors that lie in ``span``; one over its edge is cut if its characters are copied, and else left out."""
    kept = []
    for anchor in anchors:
        if span.covers(anchor.span):
            kept.append(anchor)
        elif span.overlaps(anchor.span) and _length(anchor.span) == _length(anchor.source):
            start, end = max(span.start, anchor.span.start), min(span.end, anchor.span.end)
            shift = anchor.source.start - anchor.span.start
            kept.append(Anchor(Span(start, end), Span(start + shift, end + shift)))
    return tuple(kept)


def _length(span: Span) -> int:
    return span.end - span.start


def _atoms(source: str, pieces: Iterable[tuple[int, int]]) -> Iterable[_Atom]:
    for start, end in pieces:
        for match in _ATOM.finditer(source, start, end):
            if match[0][0] == "&":
                yield from _reference(match[0], match.start())
            else:
                yield _Atom(match[0], Span(*match.span()), copied=True)


def _reference(written: str, at: int) -> Iterable[_Atom]:
    """A character reference; what only looks like one, and the letters that follow one without a semicolon, are copied."""
    size = len(written)
    if written[1:2] != "#":
        size = next((n for n in range(len(written), 2, -1) if written[1:n] in html5), 0)
    text = html.unescape(written[:size])
    copied = text == written[:size]
    if text and not copied:
        yield _Atom(text, Span(at, at + size), copied=False)
    rest = 0 if copied else size
    if rest < len(written):
        yield _Atom(written[rest:], Span(at + rest, at + len(written)), copied=True)


def _folded(atoms: Iterable[_Atom]) -> Iterable[_Atom]:
    """White space folded to one space between words, none at the ends."""
    space: _Atom | None = None
    begun = False
    for atom in atoms:
        if atom.text.isspace() and atom.text.strip(" \t\n\r\f") == "":
            lone = atom.text == " " and atom.copied and space is None
            space = atom if lone else _Atom(" ", Span(atom.source.start, atom.source.start), copied=False)
            continue
        if space is not None and begun:
            yield space
        space, begun = None, True
        yield atom
