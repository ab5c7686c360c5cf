"""Characters that must not act on a page or a terminal, made visible.

Every replacement is one code point for one, so that offsets into a text stay true of the text that is shown.
"""

from __future__ import annotations

import re
import unicodedata

_C0 = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421, 0x0D: 0x20}
_OTHER = dict.fromkeys(
    (*range(0x80, 0xA0), *range(0xD800, 0xE000), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD
)
_TABLE = _C0 | _OTHER

CONTROLS = re.compile("[" + "".join(re.escape(chr(code)) for code in sorted(_TABLE) if code != 0x0D) + "]+")
"""Runs of the characters that are replaced; a carriage return is a space to the eye and is not pointed out."""

_BIDI = {
    0x202A: "left-to-right embedding",
    0x202B: "right-to-left embedding",
    0x202C: "end of embedding",
    0x202D: "left-to-right override",
    0x202E: "right-to-left override",
    0x2066: "left-to-right isolate",
    0x2067: "right-to-left isolate",
    0x2068: "first strong isolate",
    0x2069: "end of isolate",
}


def visible(text: str) -> str:
    """The text with control characters, bidirectional overrides and lone surrogates replaced by signs that do nothing."""
    return text.translate(_TABLE)


def line(text: str) -> str:
    """The text on one line: every run of white space one space, controls visible."""
    return " ".join(visible(text).split())


def describe(char: str) -> str:
    """What a replaced character is, for the reader who meets its sign: ``U+202E right-to-left override``."""
    code = ord(char)
    name = _BIDI.get(code) or unicodedata.name(char, "control character").lower()
    return f"U+{code:04X} {name}"
