"""A report made of an HTML page: its main text, each block anchored to the decoded source."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import NamedTuple

from daylight.clean import blocks_of
from daylight.errors import Empty, TooLarge
from daylight.ingest.anchors import anchored, clip
from daylight.ingest.dates import iso_date
from daylight.ingest.markup import Markup, Segment, read_markup
from daylight.ingest.select import Selection
from daylight.ingest.text import Facts, check_size, told_language
from daylight.lexicon import load
from daylight.model import Anchor, Block, BlockRole, Report, Source
from daylight.offsets import digest
from daylight.settings import Settings

MOST_MARKUP = 3_000_000
"""Code points of source beyond which only the own selection runs: the extractor takes about 1.7 s for each million."""
MOST_SEGMENTS = 20_000
"""A bound on work: as many parts take 2 to 5 s, and 1,400,000 characters of story and comments have 8,500."""
PARTING = "\n\n"


class _Found(NamedTuple):
    """What the extractor says of a page; None where it found nothing."""

    text: str | None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


def page_report(decoded: str, source: Source, given: Facts, settings: Settings) -> Report:
    """A report from the decoded source of a page. Raises Empty where the page has no main text, TooLarge where too much."""
    where = source.path or given.url or given.id or "page"
    markup = _checked(read_markup(decoded), where)
    found = _extract(decoded)
    title = given.title or _meta(markup, "title") or found.title
    text, blocks = _assemble(decoded, Selection(decoded, markup, found.text, title).chosen())
    if not text:
        raise Empty(where, "no story was found in this page; save the page again when it has loaded, or give its text")
    check_size(text, where, settings)
    return Report(
        id=given.id or digest("r", text),
        text=text,
        source=source,
        blocks=blocks,
        title=_own_title(text, blocks) or title,
        outlet=given.outlet or _meta(markup, "outlet") or found.outlet,
        url=given.url or found.url or _meta(markup, "url"),
        published=iso_date(given.published or "") or iso_date(_meta(markup, "published") or "") or found.published,
        retrieved=given.retrieved,
        language=told_language(text, blocks, given.language),
        event=given.event,
    )


def fragment_report(decoded: str, source: Source, given: Facts, settings: Settings) -> Report:
    """A report from markup that is a story without a page around it, as feeds and news agencies send it.

    Raises Empty where nothing in it can be read, TooLarge where there is too much.
    """
    where = source.path or given.id or "markup"
    markup = _checked(read_markup(decoded), where)
    text, blocks = _assemble(decoded, Selection(decoded, markup, None, given.title, fragment=True).chosen())
    check_size(text, where, settings)
    return Report(
        id=given.id or digest("r", text),
        text=text,
        source=source,
        blocks=blocks,
        title=given.title or _own_title(text, blocks),
        outlet=given.outlet,
        url=given.url,
        published=iso_date(given.published or ""),
        retrieved=given.retrieved,
        language=told_language(text, blocks, given.language),
        event=given.event,
    )


def _checked(markup: Markup, where: str) -> Markup:
    if len(markup.segments) > MOST_SEGMENTS:
        raise TooLarge(where, f"this page has more than {MOST_SEGMENTS:,} parts; save its story alone as text")
    return markup


def _assemble(decoded: str, chosen: list[tuple[Segment, BlockRole | None]]) -> tuple[str, tuple[Block, ...]]:
    """The text of the chosen segments, parted by blank lines, and its blocks."""
    parts: list[str] = []
    anchors: list[Anchor] = []
    known: dict[int, BlockRole] = {}
    at = 0
    for segment, role in chosen:
        piece, places = anchored(decoded, segment.pieces, at)
        if not piece.strip():
            continue
        if role:
            known[at + len(piece) - len(piece.lstrip())] = role
        parts.append(piece)
        anchors.extend(places)
        at += len(piece) + len(PARTING)
    text = PARTING.join(parts)
    return text, _with_anchors(blocks_of(text, known), anchors)


def _with_anchors(blocks: tuple[Block, ...], anchors: list[Anchor]) -> tuple[Block, ...]:
    """Each block with the anchors that lie in it; both come in order, so that one pass does."""
    done, at = [], 0
    for block in blocks:
        while at < len(anchors) and anchors[at].span.end <= block.span.start:
            at += 1
        end = at
        while end < len(anchors) and anchors[end].span.start < block.span.end:
            end += 1
        done.append(replace(block, anchors=clip(anchors[at:end], block.span)))
    return tuple(done)


def _extract(decoded: str) -> _Found:
    """Main text and metadata as trafilatura finds them; it works offline on the source that is given."""
    if len(decoded) > MOST_MARKUP:
        return _Found(None)
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate", "readability"):
        if not logging.getLogger(name).handlers:
            logging.getLogger(name).addHandler(logging.NullHandler())
    page = bare_extraction(
        decoded,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or isinstance(page, dict):
        return _Found(None)
    return _Found(page.text, page.title, page.sitename, page.url, iso_date(page.date or ""))


def _meta(markup: Markup, name: str) -> str | None:
    """The first meta element on a list that says something."""
    return next(
        (markup.meta[key].strip() for key in load("furniture")["markup"][name] if markup.meta.get(key, "").strip()), None
    )


def _own_title(text: str, blocks: tuple[Block, ...]) -> str | None:
    return next((text[b.span.start : b.span.end] for b in blocks if b.role == "headline"), None)
