"""Stretches of a text around what a search found in it."""

from __future__ import annotations

import re
import secrets

from daylight.model import Span

LONGEST = 240
"""Code points of a snippet, about two lines on the page."""

BEFORE = 60
"""Code points before the first match that is shown."""

Pieces = tuple[tuple[str, bool], ...]


class Marks:
    """Marks for FTS5 to set around what it finds: drawn anew for each search, so that no text can hold them."""

    def __init__(self) -> None:
        nonce = secrets.token_hex(8)
        self.opening, self.closing = f"({nonce}", f"{nonce})"
        self._either = re.compile(f"{re.escape(self.opening)}|{re.escape(self.closing)}")

    def spans(self, marked: str) -> tuple[Span, ...]:
        """Where the marked stretches stand in the text without the marks."""
        found: list[Span] = []
        start = shift = 0
        for mark in self._either.finditer(marked):
            if mark[0] == self.opening:
                start = mark.start() - shift
            else:
                found.append(Span(start, mark.start() - shift))
            shift += len(mark[0])
        return tuple(found)


def snippet(text: str, matches: tuple[Span, ...], within: Span | None = None) -> tuple[Span, Pieces]:
    """Where the snippet stands, and its characters in pieces, each with whether it matched.

    It begins shortly before the place where most matches stand together, else at the beginning, and is cut between words.
    ``within`` is the stretch that it may show, all of the text if not given.
    """
    first, last = within or Span(0, len(text))
    close = LONGEST - BEFORE
    best = max(
        matches, key=lambda at: sum(at.start <= m.start < at.start + close for m in matches), default=Span(first, last)
    )
    start = _word_start(text, max(first, best.start - BEFORE), best.start)
    end = _word_end(text, min(last, start + LONGEST), last)
    pieces: list[tuple[str, bool]] = []
    at = start
    for match in matches:
        if match.start >= at and match.end <= end:
            pieces += [(text[at : match.start], False), (text[match.start : match.end], True)]
            at = match.end
    pieces.append((text[at:end], False))
    return Span(start, end), tuple(piece for piece in pieces if piece[0])


def _word_start(text: str, at: int, latest: int) -> int:
    """``at``, or the next beginning of a word before ``latest`` when it falls into one."""
    if at == 0 or text[at - 1].isspace():
        return at
    space = re.compile(r"\s").search(text, at, latest)
    return space.end() if space else at


def _word_end(text: str, at: int, last: int) -> int:
    """``at``, or the end of the word before when it falls into one."""
    if at == last or text[at].isspace():
        return at
    return next((i for i in range(at, max(at - 40, 0), -1) if text[i - 1].isspace()), at)
