"""What can be seen of a paragraph without reading it: its length, case, marks and first words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from daylight.lexicon import load

_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*")
_STOP = re.compile(r"[.!?…]['\"”’»)\]]*$")
_LEAD_IN = re.compile(r"[:;,–—-]$")
_DOUBLE_QUOTE = re.compile(r"[\"“”„«»]|''|``")

LONG = 1_200
"""Code points beyond which a paragraph is story whatever it looks like; it also bounds the work of every rule here."""


@cache
def rules() -> dict[str, Any]:
    """The lists of what is printed with a story and is not the story."""
    return load("furniture")


@cache
def words_of(section: str, name: str) -> frozenset[str]:
    """One list of the rules as a set."""
    return frozenset(rules()[section][name])


@dataclass(frozen=True, slots=True)
class Surface:
    """A paragraph as its form shows it. ``title_share`` is the share of its longer words that begin with a capital."""

    text: str
    words: tuple[str, ...]
    title_share: float
    stops: bool
    leads_in: bool
    quotes: bool

    @property
    def size(self) -> int:
        """How many words it has; LONG paragraphs count as 1,000."""
        return 1_000 if len(self.text) >= LONG else len(self.words)

    def has(self, section: str, name: str) -> bool:
        """Whether one of its words, in small letters, is on a list."""
        return not words_of(section, name).isdisjoint(word.lower() for word in self.words)


def surface_of(text: str) -> Surface:
    """The surface of one paragraph, white space at its ends left out."""
    head = text[:LONG]
    words = tuple(_WORD.findall(head))
    return Surface(
        text=head,
        words=words,
        title_share=_title_share(words),
        stops=bool(_STOP.search(text[-8:])),
        leads_in=bool(_LEAD_IN.search(text[-1:])),
        quotes=bool(_DOUBLE_QUOTE.search(head)),
    )


def _title_share(words: tuple[str, ...]) -> float:
    """Share of capitals among the words that a title capitalises; the first word tells nothing and is left out."""
    small = words_of("headline", "small")
    telling = [word for word in words[1:] if word.lower() not in small and not word[0].isdigit()]
    return sum(word[0].isupper() for word in telling) / len(telling) if telling else 0.0
