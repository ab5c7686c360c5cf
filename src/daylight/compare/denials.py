"""Whether a negation in what somebody says is the speaker's own denial of the thing."""

from __future__ import annotations

from daylight.compare.folding import Unit, lemma
from daylight.compare.topics import Voice
from daylight.lexicon import load
from daylight.model import Annotated

INNER_REACH = 3
"""Words between "he" and the verb by which his words are told: "he had previously said"."""


def is_own_denial(one: Voice, i: int, annotated: Annotated) -> bool:
    """Whether the negation at unit ``i`` denies something, and as the speaker's own position.

    It does not in a conditional sentence ("if there is no wall, there is no deal"), of a time or a need ("not while …"), as
    a noun ("the dispute"), in "nothing to do with", and in the words of another whom the speaker cites.
    """
    before, after = one.words[:i], [unit.key for unit in one.words[i + 1 : i + 3]]
    if any(unit.key in load("polarity")["conditions"] for unit in before):
        return False
    if after[:1] and after[0] in load("stances")["beside_the_thing"]:
        return False
    if one.words[i].key == "nothing" and after == ["to", "do"]:
        return False
    return i < len(own_words(one)) and not _is_noun(one, one.words[i], annotated)


def _is_noun(one: Voice, unit: Unit, annotated: Annotated) -> bool:
    """Whether a word that may be a verb stands as a noun."""
    places = one.cell.content.places(unit.span)
    inside = annotated.tokens_in(places[0].span) if places else range(0)
    return any(annotated.tokens[k].pos == "NOUN" and unit.key not in load("polarity")["negators"] for k in inside)


def own_words(one: Voice) -> list[Unit]:
    """The words up to a clause that tells what a third person said."""
    reporting = set(load("stances")["reporting"])
    for k, unit in enumerate(one.words):
        inner = one.words[k + 1 : k + 1 + INNER_REACH]
        if unit.key in {"he", "she", "they"} and any(lemma(word.key) in reporting for word in inner):
            return one.words[:k]
    return one.words
