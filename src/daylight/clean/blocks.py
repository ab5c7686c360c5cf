"""Blocks of a text: every code point that is not white space, in exactly one block with a role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from daylight.clean.captions import credit_start, is_caption, reporting_start
from daylight.clean.header import HeaderKey, header_of
from daylight.clean.headlines import STRAY_WORDS, is_deck, is_own_headline, is_stray_headline
from daylight.clean.layout import paragraphs
from daylight.clean.notices import dateline_end, notice_role
from daylight.clean.surface import Surface, surface_of
from daylight.model import Anchor, Block, BlockRole, Span
from daylight.offsets import strip

FINISHED_SHARE = 0.8
"""Where fewer paragraphs end with a stop, a missing one tells nothing (lists, verse, transcripts)."""

CORRECTION_HEADING = 6
CORRECTION_END = 5
"""A heading ("Correction: 3 May 2025") of so few words, so near the end, makes the paragraph under it a correction."""

MOST_PARAGRAPHS = 3_000
"""No report has as many (the longest of 969 has 309): such a text is kept as story, and costs no time."""

_HEADER_ROLES: Mapping[HeaderKey, BlockRole] = {
    "title": "byline",
    "outlet": "byline",
    "author": "byline",
    "published": "dateline",
    "url": "dateline",
    "language": "dateline",
}

_Piece = tuple[Span, BlockRole]

TITLE_AGAIN = 2_000
"""Code points below a title line in which the headline may be printed again; told twice, it would be two statements."""


def blocks_of(text: str, known: Mapping[int, BlockRole] | None = None) -> tuple[Block, ...]:
    """Blocks in order, anchored to ``text`` itself.

    ``known`` gives, by the offset where a paragraph begins, the roles that markup has shown. Without it a header of
    "Key: value" lines and a headline are looked for on top.
    """
    spans: Sequence[Span] = paragraphs(text)
    if len(spans) > MOST_PARAGRAPHS:
        return tuple(Block(span, "body", (Anchor(span, span),)) for span in spans)
    pieces = _header(text) if known is None else []
    top = pieces[-1][0].end if pieces else 0
    spans = [span for span in spans if span.start >= top]
    lines = [surface_of(text[span.start : span.end]) for span in spans]
    roles = _roles(lines, [(known or {}).get(span.start) for span in spans])
    _mark_headlines(lines, roles, _gaps(spans, text), titled=known is not None)
    for span, role in zip(spans, roles, strict=True):
        pieces.extend(_split(span, role or "body", text))
    _split_dateline(pieces, text)
    return tuple(Block(span, role, (Anchor(span, span),)) for span, role in pieces)


def _header(text: str) -> list[_Piece]:
    """The pieces of a header, which is never story but for a title that is not printed again below it."""
    pieces: list[_Piece] = []
    for entry in header_of(text):
        if (
            entry.key == "title"
            and text[entry.value.start : entry.value.end] in text[entry.value.end : entry.value.end + TITLE_AGAIN]
        ):
            pieces.append((entry.line, "byline"))
        elif entry.key == "title":
            pieces.append((strip(Span(entry.line.start, entry.value.start), text), "byline"))
            pieces.append((entry.value, "headline"))
        else:
            pieces.append((entry.line, _HEADER_ROLES[entry.key]))
    return pieces


def _roles(lines: Sequence[Surface], known: Sequence[BlockRole | None]) -> list[BlockRole | None]:
    """The role of each paragraph that markup, wording or form gives away; None for the others."""
    roles = list(known)
    for i, line in enumerate(lines):
        roles[i] = roles[i] or notice_role(line, from_top=i, from_end=len(lines) - 1 - i) or _picture_role(line)
    for i in range(1, len(lines)):
        if roles[i] == "credit" and roles[i - 1] is None and is_caption(lines[i - 1], beside_credit=True, credited=False):
            roles[i - 1] = "caption"
        headed = roles[i - 1] == "correction" and lines[i - 1].size <= CORRECTION_HEADING
        if headed and roles[i] in {None, "dateline"} and len(lines) - i <= CORRECTION_END:
            roles[i] = "correction"
    return roles


def _picture_role(line: Surface) -> BlockRole | None:
    """Caption or credit; a caption that a credit closes is split from it later."""
    credit = credit_start(line.text) if line.size < 1_000 else None
    if credit == 0:
        return "credit"
    described = surface_of(line.text[:credit].rstrip())
    return "caption" if is_caption(described, credited=credit is not None) else None


def _mark_headlines(lines: Sequence[Surface], roles: list[BlockRole | None], gaps: Sequence[bool], *, titled: bool) -> None:
    """Set the role of the report's own headline and of those of other stories."""
    untold = [i for i, role in enumerate(roles) if role is None]
    if not untold:
        return
    if not titled:
        _mark_own(lines, roles, gaps, untold[:3])
    long = [lines[i] for i in untold[1:] if lines[i].size > STRAY_WORDS]
    finished = sum(line.stops for line in long) >= FINISHED_SHARE * len(long)
    for i in untold[1:]:
        if roles[i] is None and is_stray_headline(
            lines[i], lines[i - 1], beside_furniture=_beside_furniture(roles, i), finished=finished
        ):
            roles[i] = "promotion"


def _mark_own(lines: Sequence[Surface], roles: list[BlockRole | None], gaps: Sequence[bool], first: Sequence[int]) -> None:
    """Mark the first untold paragraph, and a second headline right under it, where they look like headlines."""
    i, after = first[0], first[1] if len(first) > 1 else None
    if not is_own_headline(lines[i], lines[after] if after is not None else None, blank_after=after is not None and gaps[i]):
        return
    roles[i] = "headline"
    if after == i + 1 and len(first) > 2 and is_deck(lines[after], lines[first[2]]):
        roles[after] = "headline"


def _beside_furniture(roles: Sequence[BlockRole | None], i: int) -> bool:
    around = {roles[i - 1], roles[i + 1] if i + 1 < len(roles) else None}
    return bool(around & {"caption", "credit", "promotion"})


def _gaps(spans: Sequence[Span], text: str) -> list[bool]:
    """For each paragraph but the last whether a blank line follows it."""
    return [len(text[span.end : after.start].splitlines()) > 2 for span, after in pairwise(spans)]


def _split(span: Span, role: BlockRole, text: str) -> list[_Piece]:
    """A paragraph, with the credit or the "(Reporting by …)" that closes it as a piece of its own."""
    paragraph = text[span.start : span.end]
    tail: BlockRole = "credit"
    start = credit_start(paragraph) if role in {"caption", "body"} else None
    if start is None and role == "body":
        tail, start = "byline", reporting_start(paragraph)
    if not start:
        return [(span, role if start is None else tail)]
    cut = span.start + start
    return [(strip(Span(span.start, cut), text), role), (Span(cut, span.end), tail)]


def _split_dateline(pieces: list[_Piece], text: str) -> None:
    """Part the dateline from the first paragraph of the story."""
    for i, (span, role) in enumerate(pieces):
        if role == "body":
            end = dateline_end(text[span.start : span.end])
            if end:
                dateline = strip(Span(span.start, span.start + end), text)
                pieces[i : i + 1] = [(dateline, "dateline"), (Span(span.start + end, span.end), role)]
            return
