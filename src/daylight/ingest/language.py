"""The language of a text."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

LEAST_LETTERS = 80
"""Fewer letters, as in a headline full of foreign names, are no evidence of a language. Chosen, not calibrated."""
MOST = 6_000

PLAIN_THE, PLAIN_OTHERS = 0.025, 0.07
"""Shares of "the" and of other English function words from which a text is English without asking the identifier, whose
model takes 0.5 s to unpack. Of the 84 development articles of PolNeAR 83 pass; of the example sentences of spaCy's other
languages none: no "the" stands there."""
_THE = re.compile(r"\bthe\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:of|and|to|that|with|for|from|was|by|on|it|as)\b", re.IGNORECASE)


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language of ``text``, None where it is too short to tell."""
    head = text[:MOST]
    if sum(map(str.isalpha, head)) < LEAST_LETTERS:
        return None
    return "en" if _is_plain_english(head) else str(_identifier().classify(head)[0])


def _is_plain_english(text: str) -> bool:
    words = len(text.split())
    return len(_THE.findall(text)) >= PLAIN_THE * words and len(_OTHERS.findall(text)) >= PLAIN_OTHERS * words


@cache
def _identifier() -> Any:
    import py3langid  # type: ignore[import-untyped]

    return py3langid
