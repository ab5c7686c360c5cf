"""A stretch of a text around what a search found, with the words that matched."""

from __future__ import annotations

from daylight.model import Span

LONGEST = 240
"""Code points of a snippet, about two lines on the page."""

BEFORE = 80
"""Code points before the first match."""


def snippet(text: str, marked: str, opening: str, closing: str, base: int = 0) -> tuple[Span, tuple[tuple[str, bool], ...]]:
    """Where the snippet stands, and its characters in pieces, each with whether it matched.

    ``marked`` is the text, or another wording of it, with marks around each match; ``base`` is where the text begins in its
    report. Matches are found again in ``text`` only where ``marked`` is that text; else nothing is marked.
    """
    matches = _matches(marked, opening, closing) if _bare(marked, opening, closing) == text else []
    first = matches[0].start if matches else 0
    start = _word_start(text, max(0, first - BEFORE))
    end = _word_end(text, min(len(text), start + LONGEST))
    pieces: list[tuple[str, bool]] = []
    at = start
    for match in matches:
        if match.start >= at and match.end <= end:
            pieces += [(text[at : match.start], False), (text[match.start : match.end], True)]
            at = match.end
    pieces.append((text[at:end], False))
    return Span(base + start, base + end), tuple(piece for piece in pieces if piece[0])


def _bare(marked: str, opening: str, closing: str) -> str:
    return marked.replace(opening, "").replace(closing, "")


def _matches(marked: str, opening: str, closing: str) -> list[Span]:
    found, shift, start = [], 0, 0
    for i, char in enumerate(marked):
        if char == opening:
            start = i - shift
            shift += 1
        elif char == closing:
            found.append(Span(start, i - shift))
            shift += 1
    return found


def _word_start(text: str, at: int) -> int:
    """``at``, or the next beginning of a word when it falls into one."""
    if at == 0 or text[at - 1].isspace():
        return at
    space = next((i for i in range(at, min(at + 40, len(text))) if text[i].isspace()), at - 1)
    return space + 1


def _word_end(text: str, at: int) -> int:
    """``at``, or the end of the word before when it falls into one."""
    if at == len(text) or text[at].isspace():
        return at
    return next((i for i in range(at, max(at - 40, 0), -1) if text[i - 1].isspace()), at)
