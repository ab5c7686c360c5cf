"""A condition that one text sets for a claim and the other leaves out: "would close the dam if more cracks are found"."""

from __future__ import annotations

from daylight.compare.findings import Finding
from daylight.compare.folding import Unit
from daylight.compare.frame import Frame, extent
from daylight.lexicon import load
from daylight.model import Span

MAIN = 0.75
"""Least share of the claim's content words, without the condition, that the other text has too."""

LEAST, CONDITION_WORDS = 3, 2
"""Fewest content words of such a claim, and of the condition."""

KNOWN = 0.5
"""Share of the condition's words in the other text from which on it is told there in other words."""

_ENDS = frozenset(",;:.!?—–")


def compare_conditions(pair: Frame) -> list[Finding]:
    """At most one finding, of the text that alone has a condition."""
    left, right = _condition(pair.text_a, pair.a, pair.senses_a), _condition(pair.text_b, pair.b, pair.senses_b)
    if bool(left) == bool(right):
        return []
    senses, other = (pair.senses_a, pair.senses_b) if left else (pair.senses_b, pair.senses_a)
    clause = left or right
    main = {sense for i, sense in enumerate(senses) if sense and i not in clause}
    own = {senses[i] for i in clause if senses[i]}
    if len(main) < LEAST or len(own) < CONDITION_WORDS:
        return []
    if len(main & set(other)) < MAIN * len(main) or len(own & set(other)) >= KNOWN * len(own):
        return []
    span = extent(pair.a if left else pair.b, tuple(clause))
    return [Finding("content", "condition", span if left else Span(0, 0), Span(0, 0) if left else span, 0.6)]


def _condition(text: str, words: list[Unit], senses: list[str]) -> range:
    """The units of the first clause that a condition opens, up to the next mark; empty for none."""
    lists = load("qualifiers")
    keys = [unit.key for unit in words]
    for i in range(len(keys)):
        opened = next((o for o in lists["conditions"] if keys[i : i + len(o)] == o), None)
        if opened is None or keys[i - 1 : i] in lists["not_after"] or keys[i : i + 2] in lists["no_limits"]:
            continue
        stop = next((j for j in range(i + 1, len(words)) if _parted(text, words, j)), len(words))
        return range(i, stop) if any(senses[i:stop]) else range(0)
    return range(0)


def _parted(text: str, words: list[Unit], j: int) -> bool:
    """Whether a mark stands before the unit ``j``."""
    return bool(_ENDS & set(text[words[j - 1].span.end : words[j].span.start]))
