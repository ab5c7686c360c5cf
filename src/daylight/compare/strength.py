"""How firmly a claim is made: will, is likely to, may; seemed to; completely."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from daylight.compare.findings import MOST, Finding
from daylight.compare.folding import Unit, lemma
from daylight.compare.frame import Frame, extent
from daylight.compare.polarity import negators
from daylight.lexicon import load
from daylight.model import Span
from daylight.words import is_content

LIKE = 0.5
"""Least share of common content words at which the only modal of each text is read as governing the same claim."""

MUTUAL = 0.5
"""The same for the longer text."""

LIKE_UNMARKED = 0.75
"""The same where one text has a modal and the other states the thing plainly."""

REACH = 5
"""How many words after a mark its governed word may stand."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A modal or hedge at unit ``at``: its rank (negative where negated), and the lemma that it governs."""

    at: int
    rank: int
    governed: str


def compare_strength(pair: Frame) -> list[Finding]:
    """At most one finding: of modality first, else of hedging."""
    return _modality(pair) or compare_hedges(pair)


def marks(words: list[Unit], senses: list[str]) -> list[Mark]:
    """The modal marks of a text."""
    negated = set(negators(words))
    found = []
    for i, unit in enumerate(words):
        rank = _ranks().get(unit.key, 0)
        if not rank or (unit.key in {"may", "will"} and unit.capital and i and not unit.after_ellipsis):
            continue
        if rank > 0 and negated & {i + 1, i + 2}:
            rank = -rank
        found.append(Mark(i, rank, _governed(words, senses, i)))
    return found


@cache
def _ranks() -> dict[str, int]:
    return {key: degree["rank"] for degree in load("strength")["degree"] for key in degree["keys"]}


def _governed(words: list[Unit], senses: list[str], i: int) -> str:
    """The content word after a mark, other marks passed over."""
    reach = range(i + 1, min(len(words), i + 1 + REACH))
    return next((senses[j] for j in reach if senses[j] and words[j].key not in _ranks()), "")


def _modality(pair: Frame) -> list[Finding]:
    left, right = marks(pair.a, pair.senses_a)[:MOST], marks(pair.b, pair.senses_b)[:MOST]
    if left and right:
        matched = [(x, y) for x in left for y in right if x.governed and x.governed == y.governed]
        alike = pair.likeness >= LIKE and pair.mutual >= MUTUAL and len(pair.shared()) >= 2
        if not matched and len(left) == len(right) == 1 and alike:
            matched = [(left[0], right[0])]
        apart = [(x, y) for x, y in matched if x.rank != y.rank and (x.rank > 0) == (y.rank > 0)]
        if apart and not any(x.rank == y.rank for x, y in matched):
            x, y = apart[0]
            return [Finding("strength", "modality", _span(pair.a, x.at), _span(pair.b, y.at), 0.7)]
        return []
    alone = left or right
    weak = [m for m in alone if m.rank in {1, 2} and (pair.a if left else pair.b)[m.at].key not in {"can", "could", "ca"}]
    if len(alone) != 1 or not weak or pair.likeness < LIKE_UNMARKED or weak[0].governed not in pair.shared():
        return []
    span = _span(pair.a if left else pair.b, weak[0].at)
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
    """The mark and the word after it, so that an editor sees what is hedged."""
    return extent(words, tuple(range(at, min(len(words), at + 2))))
