"""Text files and web pages: one file, one report."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.ingest.decode import decode
from daylight.ingest.detect import HTML_NAMES, is_page, suffix_of
from daylight.ingest.item import Item, Options
from daylight.ingest.opened import Opened


def read_text_file(file: Opened, options: Options) -> Iterator[Item]:
    """A text file; one that begins as a web page is read as one."""
    data = file.whole(options.settings)
    yield document(data, file.where, named=suffix_of(file.name) in HTML_NAMES)


def read_page(file: Opened, options: Options) -> Iterator[Item]:
    """A web page, also where its beginning does not tell."""
    yield document(file.whole(options.settings), file.where, named=True)


def document(data: bytes, where: str, *, named: bool) -> Item:
    """One document; ``named``: its name or its media type says that it is a web page."""
    text = decode(data, where, markup=named or data[:1_024].lstrip()[:1] == b"<")
    return Item(data, text, "page" if named or is_page(text) else "plain")
