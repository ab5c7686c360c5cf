"""A block of "Key: value" lines at the top of a text file."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from daylight.clean.layout import paragraphs
from daylight.clean.surface import rules
from daylight.model import Span

HeaderKey = Literal["title", "outlet", "published", "url", "author", "language"]
_KEYS: tuple[HeaderKey, ...] = ("title", "outlet", "published", "url", "author", "language")
_LINE = re.compile(r"([A-Za-z][A-Za-z ]{1,18}?)[ \t]*:[ \t]*(\S.{0,500})")


class Field(NamedTuple):
    """One line of a header: ``line`` is all of it, ``value`` what stands behind the colon."""

    key: HeaderKey
    line: Span
    value: Span


def header_of(text: str) -> tuple[Field, ...]:
    """The fields of the header on top of ``text``, empty where it has none.

    Keys are known words, each used once. One line alone is a header only where its key can hardly open a story
    ("Published:", "URL:"), so that "Source: we were told to leave" stays story.
    """
    found: dict[HeaderKey, Field] = {}
    for line in paragraphs(text[:4_000]):
        match = _LINE.fullmatch(text, line.start, line.end)
        key = _known().get(match[1].lower()) if match else None
        if match is None or key is None or key in found:
            break
        found[key] = Field(key, line, Span(*match.span(2)))
    certain = len(found) > 1 or not {"title", "outlet", "author"} & found.keys()
    return tuple(found.values()) if certain else ()


@cache
def _known() -> dict[str, HeaderKey]:
    """Each key word with what it gives."""
    return {word: key for key in _KEYS for word in rules()["header"][key]}
