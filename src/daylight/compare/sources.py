"""Whether the source of a statement can say anything: somebody, a body, or a paper that somebody wrote."""

from __future__ import annotations

from functools import cache

from daylight.compare.folding import lemma, units
from daylight.lexicon import load
from daylight.model import Annotated, Attribution

SHORTEST = 5
"""Letters of the shortest noun that is told for a person's by its ending: "teacher", not "per"."""


LABELLED = "colon/"
"""How the rule of an attribution begins whose source stands before a colon: "Op-Ed: …" is nobody's."""


def can_speak(one: Attribution, annotated: Annotated) -> bool:
    """Whether a source that was not resolved may be a speaker's: "figures", "we" and "that" are none's."""
    found = [annotated.tokens[i] for span in one.source for i in annotated.tokens_in(span)]
    if not found:
        return True
    words = {token.text.casefold() for token in found}
    if words <= _narrators() or words & _owned() or _is_shown(one, annotated) or one.rule.startswith(LABELLED):
        return False
    return any(token.pos == "PROPN" or _of_somebody(token.text.casefold(), token.lemma.casefold()) for token in found)


@cache
def _owned() -> frozenset[str]:
    return frozenset(load("pronouns")["own"].split())


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


def in_own_voice(one: Attribution, annotated: Annotated) -> bool:
    """Whether indirect speech says "I" or "our": then it is the reporter who speaks."""
    if one.kind != "indirect" or one.rule.startswith(LABELLED):
        return False
    inside = {annotated.tokens[i].text.casefold() for span in one.content for i in annotated.tokens_in(span)}
    return bool(inside & _owned())
