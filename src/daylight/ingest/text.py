"""A report made of plain text: the text is kept as it is."""

from __future__ import annotations

import hashlib
import re
from dataclasses import astuple, dataclass, replace

from daylight.clean import blocks_of
from daylight.clean.header import HeaderKey, header_of
from daylight.errors import Empty, TooLarge
from daylight.ingest.dates import date_in, iso_date
from daylight.ingest.decode import clean_code_points
from daylight.ingest.language import language_of
from daylight.model import Block, Report, Source
from daylight.offsets import digest
from daylight.settings import DEFAULT, Settings


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a report beside its text; None where not known.

    ``published`` and ``language`` are as the giver wrote them; the language counts only where the text is too short to tell.
    """

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None
    event: str | None = None


NOTHING_GIVEN = Facts()


def merged(first: Facts, second: Facts) -> Facts:
    """What ``first`` knows, and what only ``second`` does."""
    return Facts(*(a if a is not None else b for a, b in zip(astuple(first), astuple(second), strict=True)))


def read_text(  # noqa: PLR0913 - what is known of a report is given by name
    text: str,
    *,
    id: str | None = None,  # noqa: A002
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
    settings: Settings = DEFAULT,
) -> Report:
    """A report from text in memory. What is not given is taken from the text where it says so.

    Lone surrogates and NULs become U+FFFD. Raises Empty and TooLarge.
    """
    text = clean_code_points(text)
    source = Source(path=None, sha256=hashlib.sha256(text.encode()).hexdigest(), media_type="text/plain")
    return plain_report(text, source, Facts(id, title, outlet, url, published), settings)


def plain_report(text: str, source: Source, given: Facts, settings: Settings) -> Report:
    """A report whose text is ``text``, code point for code point."""
    where = source.path or given.url or given.id or "text"
    check_size(text, where, settings)
    blocks = blocks_of(text)
    stated = _stated(text)
    return Report(
        id=given.id or digest("r", text),
        text=text,
        source=source,
        blocks=blocks,
        title=given.title or _headline(text, blocks),
        outlet=given.outlet or stated.get("outlet"),
        url=given.url or stated.get("url"),
        published=_published(text, blocks, given.published or stated.get("published")),
        retrieved=given.retrieved,
        language=told_language(text, blocks, given.language),
        event=given.event,
    )


def rebuilt_report(text: str, source: Source, given: Facts, settings: Settings) -> Report:
    """A report whose text was put together from its source: no block of it is anchored there."""
    report = plain_report(text, source, given, settings)
    return replace(report, blocks=tuple(replace(block, anchors=()) for block in report.blocks))


def told_language(text: str, blocks: tuple[Block, ...], given: str | None) -> str | None:
    """The language that the story's own words tell; as given ("en-GB" is "en") where they are too few."""
    told = language_of(" ".join(text[b.span.start : b.span.end] for b in blocks if b.role == "body"))
    code = re.split("[-_]", (given or "").strip().lower(), maxsplit=1)[0]
    return told or (code if re.fullmatch("[a-z]{2}", code) else None)


def check_size(text: str, where: str, settings: Settings) -> None:
    """Raise Empty where ``text`` has nothing to read, TooLarge where it is over ``settings.max_text``."""
    if not text.strip():
        raise Empty(where, "there is no text in it; give a report with at least one sentence")
    if len(text) > settings.max_text:
        raise TooLarge(
            where,
            f"its text has {len(text):,} characters, more than the limit of {settings.max_text:,}; "
            "split it or raise the setting max_text",
        )


def _stated(text: str) -> dict[HeaderKey, str]:
    """What a header on top says."""
    return {field.key: text[field.value.start : field.value.end] for field in header_of(text)}


def _headline(text: str, blocks: tuple[Block, ...]) -> str | None:
    for block in blocks:
        if block.role == "headline":
            return " ".join(text[block.span.start : block.span.end].split())
    return None


def _published(text: str, blocks: tuple[Block, ...], given: str | None) -> str | None:
    """The date as given; else the one that a dateline names; None rather than a guess."""
    if given:
        return iso_date(given)
    for block in blocks:
        if block.role == "dateline":
            day = date_in(text[block.span.start : min(block.span.end, block.span.start + 200)])
            if day:
                return day
    return None
