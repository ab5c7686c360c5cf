"""Cue verbs and adjectives with the complements that carry the content."""

from __future__ import annotations

from collections.abc import Iterator

from daylight import lexicon
from daylight.attribute.grammar import Grammar
from daylight.attribute.rules import clausal, loose, nominal
from daylight.attribute.rules.frame import Frame

_PASSIVE = frozenset({"nsubjpass", "auxpass"})


def frames(g: Grammar, verb: int) -> Iterator[Frame]:
    """Every frame that the verb's complements fill, the fullest first."""
    token = g.tokens[verb]
    if token.lemma == "be" or token.pos == "AUX":
        yield from nominal.adjective(g, verb)
        return
    if g.lemmas[verb] in lexicon.load("hedges")["aspectual"] and any(g.infinitive(k) for k in g.kids[verb]):
        return
    yield from loose.handed_over(g, verb)
    passive = is_passive(g, verb)
    bare = True
    for frame in (*clausal.frames(g, verb, passive), *(nominal.passive if passive else nominal.active)(g, verb)):
        bare = bare and frame.name.startswith("prep-")
        yield frame
    if bare and not passive:
        yield from loose.frames(g, verb)


def is_passive(g: Grammar, verb: int) -> bool:
    """Whether the verb is a passive, or a past participle that stands for one ("asked whether …, she left")."""
    token = g.tokens[verb]
    if any(g.tokens[k].dep in _PASSIVE for k in g.kids[verb]):
        return True
    if token.tag != "VBN":
        return False
    active = any(g.tokens[k].dep in {"aux", "nsubj"} for k in g.kids[verb])
    return token.dep in {"acl", "advcl"} and not active
