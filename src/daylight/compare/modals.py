"""The modal words and hedges of a text: how firmly it makes which claim."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from daylight.compare.folding import Unit, lemma
from daylight.compare.polarity import negators
from daylight.lexicon import load

REACH = 5
"""How many words after a mark its governed word may stand."""

UNDER = 8
"""How many words after a word of grading or of wishing its clause's modal may stand."""

BEFORE_ABLE = 3
"""How many words before "able to" its modal may stand: "would have the leverage to"."""

OPEN, ABLE, FIRM = 1, 2, 4
"""The ranks of "would not rule out", of "is able to" and of "will"."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A modal or hedge at unit ``at``: its rank (negative where negated), and the lemma that it governs."""

    at: int
    rank: int
    governed: str


def marks(words: list[Unit], senses: list[str]) -> list[Mark]:
    """The modal marks of a text, one a claim; those under a wish are none."""
    negated = set(negators(words))
    kept_open = [i for i in range(len(words)) if _kept_open(words, i, negated)]
    found = [Mark(i, OPEN, _governed(words, senses, i + 1)) for i in kept_open]
    for i, unit in enumerate(words):
        rank = ABLE if _able(words, i) else _ranks().get(unit.key, 0)
        if not rank or (unit.key in {"may", "will"} and unit.capital and i and not unit.after_ellipsis):
            continue
        if _adds_nothing(words, i) or any(i < j <= i + REACH for j in kept_open):
            continue
        if rank > 0 and negated & {i + 1, i + 2}:
            rank = -rank
        found.append(Mark(i, rank, _governed(words, senses, _last_of_clause(words, i))))
    return sorted(found, key=lambda mark: mark.at)


def _kept_open(words: list[Unit], i: int, negated: set[int]) -> bool:
    """Whether "rule out" stands at ``i`` and is denied."""
    out = lemma(words[i].key) == "rule" and i + 1 < len(words) and words[i + 1].key == "out"
    return out and bool(negated & {i - 1, i - 2})


def _is_modal(unit: Unit) -> bool:
    return unit.key not in load("strength")["grading"]


def _adds_nothing(words: list[Unit], i: int) -> bool:
    """Whether a modal is of a wish, of a clause that a word before it grades, or of what one is able to do."""
    if any(_able(words, j) for j in range(i + 1, min(len(words), i + 1 + BEFORE_ABLE))):
        return True
    lists = load("strength")
    above = {key for unit in words[max(0, i - UNDER) : i] for key in (unit.key, lemma(unit.key))}
    return bool(above & set(lists["wishes"])) or (_is_modal(words[i]) and bool(above & set(lists["grading"])))


def _able(words: list[Unit], i: int) -> bool:
    """Whether the word at ``i`` says that one can: "the leverage to"."""
    return words[i].key in load("strength")["abilities"] and i + 1 < len(words) and words[i + 1].key == "to"


def _last_of_clause(words: list[Unit], i: int) -> int:
    """Where the verb of a mark is to be looked for: behind the modal of its clause, if it has one."""
    if _is_modal(words[i]):
        return i
    reach = range(i + 1, min(len(words), i + 1 + UNDER))
    return next((j for j in reach if words[j].key in _ranks() and _is_modal(words[j])), i)


@cache
def _ranks() -> dict[str, int]:
    return {key: degree["rank"] for degree in load("strength")["degree"] for key in degree["keys"]}


def _governed(words: list[Unit], senses: list[str], i: int) -> str:
    """The content word after a mark, other marks passed over."""
    reach = range(i + 1, min(len(words), i + 1 + REACH))
    return next((senses[j] for j in reach if senses[j] and words[j].key not in _ranks()), "")
