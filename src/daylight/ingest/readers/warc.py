"""WARC: the pages of a crawl, and the texts of WET files. Plain, gzip or zstd."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any

from daylight.errors import InputError, MissingExtra, NotText, TooLarge
from daylight.ingest.decode import decode
from daylight.ingest.detect import is_page
from daylight.ingest.item import Item, Options
from daylight.ingest.opened import Opened, broken, foreign
from daylight.ingest.readers.salvage import next_record
from daylight.ingest.text import Facts
from daylight.model import Skipped

PAGES = frozenset({"text/html", "application/xhtml+xml"})
TEXTS = frozenset({"text/plain"})
_WINDOW_BITS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_UNPACKERS = {"br": "BrotliReader", "zstd": "ZstdReader", "chunked": "ChunkedReader"}
MOST_BREAKS = 1_000
"""Broken places after which a file is given up."""


def read_warc(file: Opened, options: Options) -> Iterator[Item | Skipped]:
    """One report from each page and text that was received whole; images, redirects, requests and failures are no reports.

    A broken record costs itself: reading goes on at the next one that can be found. Raises MissingExtra without fastwarc.
    """
    for number, record in enumerate(_records(file), 1):
        part = f"record {number}"
        try:
            if isinstance(record, InputError):
                raise record
            item = _item(record, part, options.settings.max_bytes)
        except InputError as error:
            yield Skipped(error.reason, path=part)
        else:
            if item is not None:
                yield item


def _records(file: Opened) -> Iterator[Any]:
    """The records of a file in order, an InputError in the place of what is broken."""
    at: int | None = file.stream.tell() if file.stream.seekable() else 0
    for _ in range(MOST_BREAKS):
        last = at or 0
        try:
            for record in _opened(file):
                last = record.stream_pos
                yield record
            return
        except (OSError, ValueError) as error:
            yield broken(file.where, "WARC record", error)
        at = next_record(file.stream, last + 1) if file.stream.seekable() else None
        if at is None:
            return
        file.stream.seek(at)
    yield NotText(file.where, f"reading ends here: this file is broken in more than {MOST_BREAKS:,} places")


def _opened(file: Opened) -> Iterator[Any]:
    try:
        from fastwarc import ArchiveIterator
        from fastwarc import WarcRecordType as Kind
    except ImportError as error:
        raise MissingExtra(file.where, "WARC files", "fastwarc", "warc") from error
    wanted = Kind.response | Kind.resource | Kind.conversion
    return iter(ArchiveIterator(file.stream, record_types=wanted, auto_decode="none", fsspec_args=False))


def _item(record: Any, part: str, limit: int) -> Item | None:
    """The report in a record, None where it is none. Raises InputError where it cannot be read."""
    http = record.http_headers
    if http is not None and http.status_code != 200:
        return None
    media_type = (record.http_content_type if http is not None else record.headers.get("Content-Type")) or "text/html"
    media_type = media_type.partition(";")[0].strip().lower()
    if media_type not in PAGES | TEXTS:
        return None
    data = _payload(record, part, limit)
    text = decode(data, part, markup=media_type in PAGES, charset=record.http_charset if http is not None else None)
    facts = Facts(url=record.headers.get("WARC-Target-URI"), retrieved=record.headers.get("WARC-Date"))
    return Item(data, text, "page" if media_type in PAGES or is_page(text) else "plain", facts, part)


def _payload(record: Any, part: str, limit: int) -> bytes:
    """What was sent, its codings for the way undone. Raises TooLarge, and NotText where it is broken or cut short."""
    http = record.http_headers
    size = record.content_length
    if size > limit:
        raise TooLarge(part, f"it has {size:,} bytes, more than the limit of {limit:,}; raise the setting max_bytes")
    with foreign(part, "WARC record"):
        data: bytes = record.reader.read(limit + 1)
        if len(data) < size:
            raise NotText(part, f"it is cut short: {len(data):,} bytes of {size:,}")
        if http is not None:
            codings = [http.get("Content-Encoding", ""), http.get("Transfer-Encoding", "")]
            for coding in reversed([name.strip().lower() for value in codings for name in (value or "").split(",")]):
                data = _uncoded(data, coding, limit)
    if len(data) > limit:
        raise TooLarge(part, f"unpacked it has more than the limit of {limit:,} bytes; raise the setting max_bytes")
    return data


def _uncoded(data: bytes, coding: str, limit: int) -> bytes:
    """``data`` with one coding undone, one byte over the limit where there is more; as they are if it is not known."""
    from fastwarc import stream_io

    if coding in _WINDOW_BITS:
        return zlib.decompressobj(_WINDOW_BITS[coding]).decompress(data, limit + 1)
    if coding in _UNPACKERS:
        unpacker = getattr(stream_io, _UNPACKERS[coding])
        return bytes(unpacker(io.BytesIO(data)).read(limit + 1))
    return data
