"""Find quotation marks and tell which side of a quotation each is; apostrophes, feet and inches are none.

The mark's two neighbours decide before its shape does: printed news mixes curly and straight marks, turns curly ones the
wrong way round and writes '' for a double mark, but it rarely misplaces the blank beside one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from daylight.lexicon import load
from daylight.model import Span

Side = Literal["open", "close", "either"]
Family = Literal["double", "single", "angle", "corner", "white corner"]

_MARK = re.compile(r"``|'{1,4}|[“”„‟\"＂″〝〞‘’‚‛`´′«»‹›「」『』]")
_BY_FAMILY: tuple[tuple[Family, str], ...] = (
    ("double", '“”„‟"＂″〝〞'),
    ("single", "‘’‚‛`´′‹›'"),
    ("angle", "«»"),
    ("corner", "「」"),
    ("white corner", "『』"),
)
_BY_SHAPE: tuple[tuple[Side, str], ...] = (("open", "“„‟〝‘‚‛‹«「『"), ("close", "”〞’›»」』"))
_FAMILIES = {char: family for family, chars in _BY_FAMILY for char in chars}
_SHAPES = {char: side for side, chars in _BY_SHAPE for char in chars}
_BEFORE_OPEN = frozenset("([{<—–-/:=\u200b\u200e\u200f\u202a\u202b\u202c\ufeff")
_AFTER_CLOSE = frozenset(")]}>—–-/:;,.?!…")
_IN_FRONT = frozenset("([{$£€#@&….")
"""What a quotation may begin with besides a letter or a digit."""
_RUNS: dict[tuple[int, bool], tuple[str, ...]] = {
    (1, True): ("'",),
    (1, False): ("'",),
    (2, True): ("''",),
    (2, False): ("''",),
    (3, True): ("''", "'"),
    (3, False): ("'", "''"),
    (4, True): ("''", "''"),
    (4, False): ("''", "''"),
}
"""How a run of straight single marks splits, by its length and whether it stands before a word."""
_NOT_SPEECH = re.compile(
    r"\d\s?['’′]\s?\d{1,2}(?:\.\d+|\s?½)?(?:\s?[\"”″]|'')?"  # 6' 2"
    r"|\d\s?[′″]"
    r"|(?<=\w)=\"[^\"<>\n]{0,300}\""  # an attribute of markup
    r"|(?<!\w)['’‘]n['’](?!\w)"  # rock 'n' roll
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. ``sure`` is False for a closing single mark that may as well be an apostrophe (the workers' union);
    ``straight`` marks have the same shape on both sides."""

    start: int
    end: int
    family: Family
    side: Side
    sure: bool = True
    straight: bool = False


def find_marks(text: str, block: Span) -> list[Mark]:
    """The quotation marks of one paragraph, in order."""
    hidden = {i for match in _NOT_SPEECH.finditer(text, *block) for i in range(*match.span())}
    found = (_mark(text, block, *piece) for piece in _pieces(text, block) if piece[0] not in hidden)
    return [mark for mark in found if mark is not None]


def _pieces(text: str, block: Span) -> Iterator[tuple[int, int]]:
    for match in _MARK.finditer(text, *block):
        if not match.group().startswith("'"):
            yield match.span()
            continue
        start = match.start()
        before_word = match.end() < block.end and text[match.end()].isalnum()
        for piece in _RUNS[len(match.group()), before_word]:
            yield start, start + len(piece)
            start += len(piece)


def _mark(text: str, block: Span, start: int, end: int) -> Mark | None:
    left, right = _neighbour(text, start - 1, -1, block), _neighbour(text, end, 1, block)
    glyph = text[start]
    if end - start == 2:
        return Mark(start, end, "double", "open" if glyph == "`" else _side(left, right, None), straight=True)
    family = _FAMILIES[glyph]
    if family != "single":
        return Mark(start, end, family, _side(left, right, _SHAPES.get(glyph)), straight=glyph not in _SHAPES)
    side = _single_side(text, start, left, right)
    return Mark(start, end, family, side, side == "open" or _surely_closes(text, start, block)) if side else None


def _neighbour(text: str, i: int, step: int, block: Span) -> str:
    """The next character that is no mark, "" at the edge of the paragraph; at most four marks are stepped over."""
    for _ in range(4):
        if not block.start <= i < block.end:
            return ""
        if text[i] not in _FAMILIES:
            return text[i]
        i += step
    return ""


def _side(left: str, right: str, shape: Side | None) -> Side:
    if not left or not right:
        return "close" if left else "open"
    opens, closes = _may_follow(left), _may_precede(right)
    if opens != closes:
        return "open" if opens else "close"
    return shape or "either"


def _may_follow(left: str) -> bool:
    return not left or left.isspace() or left in _BEFORE_OPEN


def _may_precede(right: str) -> bool:
    return not right or right.isspace() or right in _AFTER_CLOSE


def _single_side(text: str, start: int, left: str, right: str) -> Side | None:
    """The side of a single mark; None for an apostrophe."""
    if _may_follow(left) and (right.isalnum() or (right and right in _IN_FRONT)):
        return None if _elision().match(text, start + 1) else "open"
    return "close" if not _may_follow(left) and _may_precede(right) else None


@cache
def _elision() -> re.Pattern[str]:
    words = "|".join(load("quotemarks")["elisions"])
    return re.compile(rf"(?:\d\ds?|(?i:{words}))\b")


def _surely_closes(text: str, start: int, block: Span) -> bool:
    """False after an s (a plural possessive), a dropped g (goin') and a digit (feet)."""
    word = text[max(block.start, start - 3) : start]
    return not (word[-1:].casefold() in "sxz" or word[-1:].isdigit() or re.fullmatch(r"\w+in", word))
