"""The words around a cue that may tell the circumstances of an utterance.

An adjunct is a phrase that hangs on the cue ("said *on Friday*"), on a participle that says what the speaker was doing
("*speaking in Lisbon*, she said"), on whoever is told ("told reporters *in Lisbon*"), or on the occasion that another one
names ("at a news conference *in Lisbon* *on Friday*").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daylight import lexicon
from daylight.attribute.candidate import Candidate
from daylight.attribute.grammar import SUBJECTS, Grammar
from daylight.model import Span

_ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "tmod"})
_TOLD = frozenset({"dobj", "dative", "iobj"})
_PARTICIPLES = frozenset({"advcl", "acl", "prep", "pcomp", "conj", "dep"})
DEPTH = 4
"""Prepositions under one another that are followed: "in remarks at a conference in Lisbon on Friday" has three."""
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Around:
    """``chain`` is the cue's verb and those above it that share its subject, nearest first ("refused to say": say, refuse).

    ``adjuncts`` are the heads of adjuncts, ``told`` those of the phrases of whoever is told, both in text order.
    """

    chain: tuple[int, ...]
    adjuncts: tuple[int, ...]
    told: tuple[int, ...]


def around(g: Grammar, candidate: Candidate, content: tuple[Span, ...]) -> Around:
    """What stands around a cue and outside its content."""
    chain = (candidate.head, *_governors(g, candidate.head))
    outside = _Outside(g, content)
    verbs = (*chain, *_doing(g, chain, outside))
    objects = {k for verb in chain for k in g.kids[verb] if g.tokens[k].dep in _TOLD}
    told = [k for k in sorted(objects | set(_to(g, chain))) if outside(k)]
    found: set[int] = set()
    for head in (*verbs, *told):
        found.update(_adjuncts(g, head, outside))
    return Around(chain, tuple(sorted(found)), tuple(told))


class _Outside:
    """Whether a token stands outside the content."""

    def __init__(self, g: Grammar, content: tuple[Span, ...]) -> None:
        self._inside = {i for span in content for i in g.annotated.tokens_in(span)}

    def __call__(self, i: int) -> bool:
        return i not in self._inside


def _governors(g: Grammar, head: int) -> Iterator[int]:
    """The verbs above a cue that share its subject, nearest first: "refused to say", "seemed to rule out"."""
    for _ in range(DEPTH):
        if not g.infinitive(head):
            return
        head = g.tokens[head].head
        yield head


def _doing(g: Grammar, chain: tuple[int, ...], outside: _Outside) -> Iterator[int]:
    """Participles that say how somebody came to speak, beside the cue or beside its subject."""
    speaking = lexicon.load("occasions")["speaking"]
    subjects = [k for verb in chain for k in g.children(verb, *SUBJECTS)]
    for head in (*chain, *subjects):
        for kid in g.kids[head]:
            token = g.tokens[kid]
            if token.dep in _PARTICIPLES and token.tag == "VBG" and token.lemma.lower() in speaking and outside(kid):
                yield kid


def _to(g: Grammar, chain: tuple[int, ...]) -> Iterator[int]:
    """Those who are told with a preposition: "said to reporters"."""
    for verb in chain:
        for prep in g.children(verb, "prep", "dative"):
            goal = g.child(prep, "pobj")
            if g.tokens[prep].text.lower() == "to" and goal is not None:
                yield goal


def _adjuncts(g: Grammar, head: int, outside: _Outside, depth: int = 0) -> Iterator[int]:
    """Adjuncts of a word, and those of the occasions that they name."""
    if depth > DEPTH:
        return
    for kid in g.kids[head]:
        if g.tokens[kid].dep not in _ADJUNCTS or not outside(kid):
            continue
        yield kid
        goal = g.child(kid, "pobj")
        if goal is not None and is_occasion(g, goal):
            yield from _adjuncts(g, goal, outside, depth + 1)
        elif g.tokens[kid].dep == "prep":
            yield from _adjuncts(g, kid, outside, depth + 1)


def is_occasion(g: Grammar, noun: int) -> bool:
    """Whether a noun names an occasion or a form of speaking: "conference", "interview", "letter"."""
    return g.tokens[noun].lemma.lower() in lexicon.load("occasions")["nouns"]
