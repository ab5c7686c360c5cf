"""The language of a text."""

from __future__ import annotations

from functools import cache
from typing import Any

LEAST_LETTERS = 80
"""Fewer letters, as in a headline full of foreign names, are no evidence of a language. Chosen, not calibrated."""
MOST = 6_000


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language of ``text``, None where it is too short to tell."""
    head = text[:MOST]
    if sum(map(str.isalpha, head)) < LEAST_LETTERS:
        return None
    return str(_identifier().classify(head)[0])


@cache
def _identifier() -> Any:
    import py3langid  # type: ignore[import-untyped]

    return py3langid
