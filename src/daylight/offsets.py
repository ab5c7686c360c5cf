"""Spans and texts: checks, joins, ids and the UTF-16 edge."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import accumulate

from daylight.errors import OffsetError
from daylight.model import Span


def check(span: Span, text: str) -> Span:
    """Return ``span`` if it is a non-empty stretch of ``text``; raise OffsetError otherwise."""
    if not 0 <= span.start < span.end <= len(text):
        raise OffsetError(f"span {span.start}-{span.end} does not fit a text of {len(text)} code points")
    return span


def strip(span: Span, text: str, chars: str | None = None) -> Span:
    """The span without white space (or ``chars``) at its ends; it may come out empty, at its start."""
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip(chars))
    return Span(start, max(start, span.start + len(piece.rstrip(chars))))


def join(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Sorted spans, those that overlap or have nothing but white space between them made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def digest(prefix: str, *parts: object) -> str:
    """A short id made from content: ``prefix`` and 10 hexadecimal digits of a SHA-256."""
    blob = "\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")
    return f"{prefix}-{hashlib.sha256(blob).hexdigest()[:10]}"


def utf16_offsets(text: str) -> tuple[int, ...]:
    """For each code point offset of ``text`` (its end included) the offset in UTF-16 units, as browsers count."""
    return tuple(accumulate((2 if ord(char) > 0xFFFF else 1 for char in text), initial=0))
