"""Whether the source of a statement can say anything: somebody, a body, or a paper that somebody wrote."""

from __future__ import annotations

from functools import cache

from daylight.compare.folding import lemma, units
from daylight.lexicon import load
from daylight.model import Annotated, Attribution

SHORTEST = 5
"""Letters of the shortest noun that is told for a person's by its ending: "teacher", not "per"."""


def can_speak(one: Attribution, annotated: Annotated) -> bool:
    """Whether a source that was not resolved may be a speaker's: "figures", "we" and "that" are none's."""
    found = [annotated.tokens[i] for span in one.source for i in annotated.tokens_in(span)]
    if not found:
        return True
    words = {token.text.casefold() for token in found}
    if words <= _narrators() or _is_shown(one, annotated):
        return False
    return any(token.pos == "PROPN" or _of_somebody(token.text.casefold(), token.lemma.casefold()) for token in found)


@cache
def _narrators() -> frozenset[str]:
    return frozenset(load("pronouns")["narrators"].split())


def _of_somebody(word: str, base: str) -> bool:
    if {word, base} & _speakers():
        return True
    return len(base) >= SHORTEST and base.endswith(tuple(load("roles")["person_suffixes"]))


@cache
def _speakers() -> frozenset[str]:
    """Pronouns and nouns of those who speak, and of papers."""
    nouns = load("roles")["people"].split() + load("organizations")["bodies"].split() + load("titles")["offices"].split()
    papers = load("nouns")["artifacts"] + load("nouns")["papers"]
    return frozenset([*load("pronouns")["somebody"].split(), *nouns, *papers])


def _is_shown(one: Attribution, annotated: Annotated) -> bool:
    """Whether a thing shows it: "figures indicate that …"."""
    words = {lemma(unit.key) for span in one.cue for unit in units(annotated.report.slice(span))}
    return bool(words & set(load("stances")["showing_cues"]))
