"""Bytes to text: byte order mark, declared encoding, UTF-8, then what the bytes look like."""

from __future__ import annotations

import codecs
import re

from daylight.errors import NotText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF", "a PDF file; save its text as a .txt file first"),
    (b"PK\x03\x04", "a zip archive or an office document; save it as text or HTML first"),
    (b"\xd0\xcf\x11\xe0", "an office document; save it as text or HTML first"),
    (b"{\\rtf", "a rich text file; save it as plain text first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_SAFE_CODEC = re.compile(
    r"utf-?8|(?:iso-?)?8859.*|iso-?8859.*|latin.*|(?:windows|cp)-?125\d|koi8.*|gb.*|big5.*|shift.?jis|sjis|euc.*|mac.?roman|cp932|(?:us-?)?ascii"
)
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
"""As browsers read these labels: each is a part of the other (WHATWG Encoding Standard, section 4.2)."""
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_WESTERN = frozenset("‘’“”‚„–—…•€£¥©®°«»·½¼¾§ ¿¡™²³´ªº") | frozenset(map(chr, range(0xC0, 0x100))) - {"×", "÷"}
_FOREIGN_RUN = re.compile(r"[À-ÿ]{4}")

CONTROL_SHARE = 0.01
"""Share of control characters from which bytes are no text: none of 969 reports has one. Chosen, not calibrated."""
BROKEN_SHARE = 0.25
"""Share of broken sequences among all beyond ASCII up to which a file is UTF-8 with a few damaged bytes: in other
encodings well-formed sequences arise by chance only. Chosen, not calibrated."""
DETECT_BYTES = 200_000


def decode(data: bytes, where: str, *, markup: bool = False, charset: str | None = None) -> str:
    """The text of ``data``, newlines as they are, a byte order mark dropped. Raises NotText for what is no text.

    ``charset`` is the encoding that the sender named; ``markup`` lets one that the document declares speak next. A few
    damaged bytes become U+FFFD each.
    """
    _refuse_known_kinds(data, where)
    text = _decoded(data, _known_codec(charset or "") or (_declared(data) if markup else None))
    if "\0" in text or len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise NotText(where, "this is a binary file, not text; give the report as plain text or HTML")
    return text


def encoding_of(head: bytes) -> str:
    """The encoding of a text that begins with ``head``, which may end amid a character, for reading it as a stream."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return "utf-8-sig" if name == "utf-8" else name.removesuffix("-le").removesuffix("-be")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return _wide_without_mark(head) or "cp1252"
    return _wide_without_mark(head) or "utf-8"


def clean_code_points(text: str) -> str:
    """``text`` with lone surrogates and NULs replaced by U+FFFD, one for one, so that it can be written anywhere."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


def _refuse_known_kinds(data: bytes, where: str) -> None:
    for mark, kind in _KINDS:
        if data.startswith(mark):
            raise NotText(where, f"this is {kind}")


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return clean_code_points(data[len(mark) :].decode(name, "replace"))
    wide = _wide_without_mark(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _with(data, declared) or _damaged_utf8(data) or _with(data, _western(data)) or _guessed(data)


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark shows by zeros in every other byte."""
    head = data[:4_096]
    if len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.7 * len(head) / 2 and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * len(head) / 2 and odd == 0 else None


def _declared(data: bytes) -> str | None:
    """The declared encoding where it is a known one for text on the web."""
    match = _DECLARED.search(data[:4_096])
    return _known_codec(match[1].decode("ascii")) if match else None


def _known_codec(name: str) -> str | None:
    """The codec of a label, as browsers read it; None for one that text on the web does not use."""
    name = name.lower()
    if not _SAFE_CODEC.fullmatch(name):
        return None
    try:
        name = codecs.lookup(name).name
    except LookupError:
        return None
    return _WIDER.get(name, name)


def _with(data: bytes, name: str | None) -> str | None:
    """``data`` in an encoding, None where it does not fit."""
    try:
        return data.decode(name) if name else None
    except UnicodeDecodeError:
        return None


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 where nearly all that lies beyond ASCII is well formed, as when a file was cut amid a character."""
    text = data.decode("utf-8", "replace")
    beyond = sum(char > "\x7f" for char in text)
    return text if text.count("\ufffd") <= max(1, BROKEN_SHARE * beyond) and beyond > text.count("\ufffd") else None


def _western(data: bytes) -> str | None:
    """Windows-1252 where all that lies beyond ASCII are the letters and marks of Western print, in short runs."""
    text = _with(data, "cp1252")
    if text is None or _FOREIGN_RUN.search(text):
        return None
    return "cp1252" if {char for char in text if char > "\x7f"} <= _WESTERN else None


def _guessed(data: bytes) -> str:
    """What charset-normalizer makes of it; Latin-1, which fits any bytes, where it makes nothing."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:DETECT_BYTES]).best()
    return data.decode(best.encoding if best else "latin-1", "replace")
