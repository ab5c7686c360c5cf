"""Blocks of plain text."""

from __future__ import annotations

import re

from daylight.model import Anchor, Block, Span

_LINE = re.compile(r"\S[^\n]*(?<=\S)|\S")


def blocks_of(text: str) -> tuple[Block, ...]:
    """One block a line; everything is body until roles are told apart."""
    spans = (Span(*match.span()) for match in _LINE.finditer(text))
    return tuple(Block(span, "body", (Anchor(span, span),)) for span in spans)
