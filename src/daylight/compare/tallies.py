"""What is counted up or down as an event goes on: the dead, the missing, the arrested."""

from __future__ import annotations

from functools import cache

from daylight.compare.folding import Unit, lemma
from daylight.lexicon import load
from daylight.words import is_content

BEFORE, AFTER = 7, 8
"""How many words before and after a figure may say what it counts: "the death toll rose to five", "five are known dead"."""

_CLAUSE = ".;!?:,—–("


def named(words: list[Unit], start: int, end: int, text: str) -> tuple[str, str]:
    """The tally that the figure at units ``start`` to ``end`` gives, and whom it counts; "" for none and for anybody."""
    after = _stretch(words, list(range(end, min(len(words), end + AFTER))), words[end - 1].span.end, text)
    found = next((i for i in after if _tally(words[i])), None)
    if found is not None:
        between = [words[i] for i in after if i < found and is_content(words[i].key)][:1]
        return _tally(words[found]), next((lemma(u.key) for u in between if not _general(u)), "")
    before = _stretch(words, list(range(start - 1, max(-1, start - 1 - BEFORE), -1)), words[start].span.start, text)
    if before and before[-1] and words[before[-1] - 1].number is not None:
        return "", ""
    tally = next((_tally(words[i]) for i in before if _tally(words[i])), "")
    whom = [words[i] for i in after if is_content(words[i].key)][:1] if tally else []
    return tally, next((lemma(u.key) for u in whom if not _general(u)), "")


def grows(tally: str) -> bool:
    """Whether the figure of a tally only ever rises."""
    return any(one["name"] == tally and one["grows"] for one in load("tallies")["tally"])


@cache
def _names() -> dict[str, str]:
    return {word: one["name"] for one in load("tallies")["tally"] for word in one["words"]}


def _tally(unit: Unit) -> str:
    return _names().get(unit.key) or _names().get(lemma(unit.key), "")


def _general(unit: Unit) -> bool:
    general = load("tallies")["general"]["words"]
    return unit.key in general or lemma(unit.key) in general


def _stretch(words: list[Unit], indices: list[int], edge: int, text: str) -> list[int]:
    """Those of some neighbouring units, from a figure outwards, that stand in its clause and before any other figure."""
    kept = []
    for i in indices:
        span = words[i].span
        between = text[edge : span.start] if span.start >= edge else text[span.end : edge]
        if any(mark in between for mark in _CLAUSE) or words[i].number is not None:
            break
        kept.append(i)
        edge = span.end if span.start >= edge else span.start
    return kept
