"""PDF: the text of its pages, lines joined to paragraphs."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from daylight.errors import Empty, MissingExtra, TooLarge
from daylight.ingest.decode import clean_code_points
from daylight.ingest.item import Item, Options
from daylight.ingest.opened import Opened, foreign

MOST_PAGES = 200
MEDIA_TYPE = "application/pdf"
SHORT_LINE = 0.8
"""A line that ends a sentence, shorter than this share of the page's usual line, ends its paragraph. Chosen by eye."""
_ENDS = re.compile(r"[.!?:…][\"'’”»)\]]*$")
_HYPHENED = re.compile(r"[a-z]-$")


def read_pdf(file: Opened, options: Options) -> Iterator[Item]:
    """The report of a PDF file. Its text is put together from the pages, so its blocks are not anchored."""
    data = file.whole(options.settings)
    pages = list(_pages(data, file.where, options.settings.max_text))
    text = clean_code_points("\n\n".join(filter(None, map(_paragraphs, pages))))
    if not text.strip():
        raise Empty(file.where, "this PDF holds pictures of pages and no text; have its words recognized first")
    yield Item(data, text, "rebuilt", media_type=MEDIA_TYPE)


def _pages(data: bytes, where: str, limit: int) -> Iterator[str]:
    """The text of each page. Raises TooLarge beyond the limits, on pages or on code points of text."""
    size = 0
    for number, page in enumerate(_read(data, where)):
        with foreign(where, "PDF"):
            text = page.extract_text()
        size += len(text)
        if number >= MOST_PAGES or size > limit:
            raise TooLarge(where, f"this PDF has over {MOST_PAGES} pages or {limit:,} characters; give the report alone")
        yield text


def _read(data: bytes, where: str) -> Iterator[Any]:
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise MissingExtra(where, "PDF files", "pypdf", "pdf") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong is told in the reason
    with foreign(where, "PDF"):
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Empty(where, "this PDF is locked with a password; save it without one")
        yield from reader.pages


def _paragraphs(page: str) -> str:
    """Printed lines joined to paragraphs; a word that a line end breaks is joined."""
    lines = [line.strip() for line in page.splitlines()]
    short = SHORT_LINE * max(map(len, lines), default=0)
    parts = [""]
    for before, line in pairwise(["", *lines]):
        if not line or (len(before) < short and _ENDS.search(before)):
            parts.append("")
        parts[-1] = _joined(parts[-1], line)
    return "\n\n".join(filter(None, parts))


def _joined(before: str, line: str) -> str:
    if _HYPHENED.search(before) and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}".strip()
