"""How firmly a claim is made: will, is likely to, may; seemed to; completely."""

from __future__ import annotations

from functools import cache

from daylight.compare.findings import MOST, Finding
from daylight.compare.folding import Unit, lemma
from daylight.compare.frame import Frame, extent
from daylight.compare.modals import FIRM, Mark, marks
from daylight.lexicon import load
from daylight.model import Span
from daylight.words import is_content

LIKE = 0.5
"""Least share of common content words at which two exchanged verbs are of one claim."""

MUTUAL = 0.5
"""The same for the longer text."""

LIKE_UNMARKED = 0.75
"""The same where one text has a modal and the other states the thing plainly."""

COMMON = 3
"""Fewest words that two claims share for two modals of one verb to be of one claim."""

EXCHANGED = 2
"""Most content words on a side where one verb is exchanged for another: "rule out closing" for "shut"."""

SHOWN = 3
"""How many words after a mark may be shown with it."""

REACH = 5
"""How many words after a hedge its word may stand."""


def compare_strength(pair: Frame) -> list[Finding]:
    """At most one finding: of modality first, else of hedging."""
    return _modality(pair) or compare_hedges(pair)


def _modality(pair: Frame) -> list[Finding]:
    left, right = marks(pair.a, pair.senses_a)[:MOST], marks(pair.b, pair.senses_b)[:MOST]
    if not (left and right):
        return _one_sided(pair, left, right)
    if len(pair.shared()) < COMMON and not _alike(pair):
        return []
    matched = [(x, y) for x in left for y in right if _one_verb(x.governed, y.governed, pair)]
    apart = [(x, y) for x, y in matched if x.rank != y.rank and (x.rank > 0) == (y.rank > 0)]
    if not apart or any(x.rank == y.rank for x, y in matched):
        return []
    x, y = apart[0]
    return [Finding("strength", "modality", _span(pair.a, x.at), _span(pair.b, y.at), 0.7)]


def _alike(pair: Frame) -> bool:
    return pair.likeness >= LIKE and pair.mutual >= MUTUAL and len(pair.shared()) >= 2


def _one_verb(x: str, y: str, pair: Frame) -> bool:
    """Whether two modals govern one verb, or two that are exchanged for one another in claims that are else alike."""
    if x == y:
        return bool(x)
    short = [s for s in pair.swaps if 1 <= len(s.a) <= EXCHANGED and 1 <= len(s.b) <= EXCHANGED]
    return _alike(pair) and any((pair.senses_a[s.a[-1]], pair.senses_b[s.b[-1]]) == (x, y) for s in short)


def _one_sided(pair: Frame, left: list[Mark], right: list[Mark]) -> list[Finding]:
    """A lone weak modal where the other text states the thing plainly."""
    alone, words = left or right, pair.a if left else pair.b
    weak = [m for m in alone if 0 < m.rank < FIRM and words[m.at].key not in {"can", "could", "ca"}]
    if len(alone) != 1 or not weak or pair.likeness < LIKE_UNMARKED or weak[0].governed not in pair.shared():
        return []
    span = _span(words, weak[0].at)
    return [Finding("strength", "modality", span if left else Span(0, 0), Span(0, 0) if left else span, 0.6)]


def compare_hedges(pair: Frame) -> list[Finding]:
    """A hedge or an intensifier before a word that the other text has without it."""
    phrases = load("strength")["phrases"]
    for rule in ("hedged", "full"):
        left = _before_shared(pair.a, pair.senses_a, pair.shared(), set(phrases[rule]))
        right = _before_shared(pair.b, pair.senses_b, pair.shared(), set(phrases[rule]))
        if left and not right:
            return [Finding("strength", rule, _span(pair.a, left[0]), Span(0, 0), 0.6)]
        if right and not left:
            return [Finding("strength", rule, Span(0, 0), _span(pair.b, right[0]), 0.6)]
    return []


@cache
def _grading() -> frozenset[str]:
    phrases = load("strength")["phrases"]
    return frozenset(phrases["hedged"]) | frozenset(phrases["full"])


def _before_shared(words: list[Unit], senses: list[str], shared: frozenset[str], listed: set[str]) -> list[int]:
    found = []
    for i, unit in enumerate(words):
        linked = i + 1 < len(words) and words[i + 1].key in {"to", "that"}
        if (lemma(unit.key) in listed or unit.key in listed) and (linked or lemma(unit.key) not in {"seem", "appear"}):
            reach = range(i + 1, min(len(words), i + REACH))
            after = next((j for j in reach if is_content(words[j].key) and words[j].key not in _grading()), None)
            if after is not None and senses[after] in shared:
                found.append(i)
    return found


def _span(words: list[Unit], at: int) -> Span:
    """The mark and the words up to the one that it is about, its particle too, so that an editor sees what is hedged."""
    reach = range(at + 1, min(len(words), at + 1 + SHOWN))
    last = next((j for j in reach if is_content(words[j].key)), min(len(words) - 1, at + 1))
    last += last + 1 < len(words) and words[last + 1].key in load("strength")["particles"]
    return extent(words, tuple(range(at, last + 1)))
