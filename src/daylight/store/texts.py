"""Text on its way into SQLite, which holds no lone surrogate and ends some of its work at a null byte."""

from __future__ import annotations

import re

from daylight.words import fold, words

_UNFIT = re.compile("[\x00\ud800-\udfff]")


def stored(text: str) -> str:
    """The text with a replacement character for each that SQLite cannot hold; every other one keeps its offset."""
    return _UNFIT.sub("\ufffd", text)


def folded(name: str) -> str:
    """The words of a name without what is typography only, one space between them."""
    return stored(" ".join(fold(name[span.start : span.end]) for span in words(name)))
