"""Two texts beside each other: which content words they share and where they swap one for another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from daylight.compare.folding import Unit, lemma, units
from daylight.lexicon import load
from daylight.model import Span
from daylight.words import diff, is_content

LONGEST_SWAP = 20
"""Content words of the longest stretch that is read as exchanged for another."""


@cache
def _synonyms() -> dict[str, str]:
    return {word: group[0] for group in load("synonyms")["groups"] for word in group}


def sense(unit: Unit) -> str:
    """What a content word is compared by: its lemma, or the first word of its group of synonyms."""
    word = lemma(unit.key)
    return _synonyms().get(word, word)


@dataclass(frozen=True, slots=True)
class Swap:
    """Content words of ``a`` where the other text has those of ``b``, between words that both share. Unit indices."""

    a: tuple[int, ...]
    b: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Two texts with their units, the senses of the units ("" for function words) and how they meet.

    ``likeness`` is the share of the shorter text's content words that the longer one has too, in [0, 1]; ``mutual`` the same
    for the longer one.
    """

    text_a: str
    text_b: str
    a: list[Unit]
    b: list[Unit]
    senses_a: list[str]
    senses_b: list[str]
    swaps: tuple[Swap, ...]
    likeness: float
    mutual: float

    def shared(self) -> frozenset[str]:
        """Senses that stand in both texts."""
        return frozenset(self.senses_a) & frozenset(self.senses_b) - {""}


@lru_cache(maxsize=1 << 10)  # each kind of difference asks for the same two texts
def frame(text_a: str, text_b: str, *, exact: bool = False) -> Frame:
    """Set two texts beside each other; ``exact`` keeps synonyms and inflected forms apart."""
    a, b = units(text_a), units(text_b)
    read = (lambda unit: unit.key) if exact else sense
    senses_a = [read(u) if is_content(u.key) else "" for u in a]
    senses_b = [read(u) if is_content(u.key) else "" for u in b]
    kinds_a, kinds_b = set(senses_a) - {""}, set(senses_b) - {""}
    shared = len(kinds_a & kinds_b)
    fewer, more = sorted((len(kinds_a), len(kinds_b)))
    swaps = tuple(_swaps(a, b, senses_a, senses_b))
    return Frame(
        text_a, text_b, a, b, senses_a, senses_b, swaps, shared / fewer if fewer else 0.0, shared / more if more else 0.0
    )


def _swaps(a: list[Unit], b: list[Unit], senses_a: list[str], senses_b: list[str]) -> list[Swap]:
    """Stretches that differ, with shared words on both sides or at the edge of both texts."""
    keys_a = [s or u.key for s, u in zip(senses_a, a, strict=True)]
    keys_b = [s or u.key for s, u in zip(senses_b, b, strict=True)]
    found = []
    for edit in diff(keys_a, keys_b):
        if edit.op == "equal":
            continue
        left = tuple(i for i in range(*edit.a) if senses_a[i])
        right = tuple(j for j in range(*edit.b) if senses_b[j])
        if (left or right) and max(len(left), len(right)) <= LONGEST_SWAP:
            found.append(Swap(left, right))
    return found


def extent(words: list[Unit], indices: tuple[int, ...]) -> Span:
    """The span from the first to the last of some units; empty at 0 for none."""
    if not indices:
        return Span(0, 0)
    return Span(words[indices[0]].span.start, max(words[i].span.end for i in indices))
