"""What a file is, told by how it begins and, where that leaves a choice, by its name."""

from __future__ import annotations

import re
import zlib
from pathlib import PurePath
from typing import Literal

Format = Literal["text", "page", "pdf", "feed", "newsml", "ninjs", "warc", "json", "lines", "csv", "parquet", "gzip"]

DOCUMENTS: frozenset[Format] = frozenset({"text", "page", "pdf", "feed", "newsml", "ninjs", "warc"})
"""Formats that hold reports and nothing else; JSON, CSV and Parquet hold them only where somebody says so."""

HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
_NAMES: dict[Format, frozenset[str]] = {
    "page": HTML_NAMES,
    "text": frozenset({".txt", ".text"}),
    "lines": frozenset({".jsonl", ".ndjson", ".jsonlines"}),
    "json": frozenset({".json"}),
    "csv": frozenset({".csv", ".tsv"}),
    "parquet": frozenset({".parquet"}),
    "feed": frozenset({".rss", ".atom"}),
    "warc": frozenset({".warc", ".wet"}),
    "pdf": frozenset({".pdf"}),
}
_BY_NAME = {suffix: form for form, suffixes in _NAMES.items() for suffix in suffixes}
_PACKED = frozenset({".gz", ".zst"})
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--(?:(?!-->).){0,2000}-->\s*){0,3}<(?:!doctype html|html|head|body|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]{1,40}:)?([\w.-]{1,40})")
_ROOTS: dict[str, Format] = {"rss": "feed", "feed": "feed", "RDF": "feed", "newsItem": "newsml", "newsMessage": "newsml"}
_NINJS = re.compile(rb'"(?:body_\w{1,40}|bodies|headline_\w{1,40}|pubstatus|pubStatus)"\s*:')


def format_of(name: str, head: bytes) -> Format:
    """The format of a file called ``name`` that begins with ``head``; text where nothing else is told."""
    suffix = suffix_of(name)
    return _by_magic(suffix, head) or _by_start(_BY_NAME.get(suffix), head.lstrip(b"\xef\xbb\xbf \t\r\n"))


def _by_magic(suffix: str, head: bytes) -> Format | None:
    """Of binary formats, which begin with bytes of their own."""
    if b"%PDF-" in head[:1_024] and suffix in _NAMES["pdf"] | {""}:
        return "pdf"
    if head.startswith(b"PAR1"):
        return "parquet"
    if _is_warc(suffix, head):
        return "warc"
    return "gzip" if head.startswith(_GZIP) else None


def _by_start(named: Format | None, start: bytes) -> Format:
    """Of text: the name decides between formats that may begin alike."""
    if start.startswith(b"<") and named not in {"text", "page"}:
        return _markup(start) or named or "text"
    if start.startswith((b"{", b"[")) and named == "json" and _is_ninjs_head(start):
        return "ninjs"
    return named or "text"


def suffix_of(name: str) -> str:
    """The suffix that tells the format: of "news.jsonl.gz" it is ".jsonl"."""
    path = PurePath(name.lower())
    return PurePath(path.stem).suffix if path.suffix in _PACKED else path.suffix


def is_known(name: str) -> bool:
    """Whether a file of this name is worth opening when a folder is read."""
    return suffix_of(name) in _BY_NAME or suffix_of(name) == ".xml"


def is_page(text: str) -> bool:
    """Whether text begins as a web page does."""
    return _HTML_START.match(text) is not None


def _is_ninjs_head(head: bytes) -> bool:
    """Whether JSON begins with the keys of IPTC ninjs."""
    return b'"uri"' in head and _NINJS.search(head) is not None


def _markup(start: bytes) -> Format | None:
    """By the root element: web pages, feeds, NewsML-G2."""
    root = _ROOT.search(start)
    found = _ROOTS.get(root[1].decode("ascii", "replace")) if root else None
    return found or ("page" if is_page(start.decode("latin-1")) else None)


def _is_warc(suffix: str, head: bytes) -> bool:
    if head.startswith(b"WARC/") or (suffix in _NAMES["warc"] and head.startswith((_GZIP, _ZSTD))):
        return True
    return head.startswith(_GZIP) and _unzipped(head).startswith(b"WARC/")


def _unzipped(head: bytes) -> bytes:
    """The first bytes of gzip data, empty where it is broken."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 64)
    except zlib.error:
        return b""
