"""How far the report itself stands behind an attribution: "reportedly said", "is said to have told", "may have said"."""

from __future__ import annotations

from collections.abc import Iterator

from daylight import lexicon
from daylight.attribute.circumstances.around import Around
from daylight.attribute.grammar import Grammar
from daylight.model import Span


def hedges(g: Grammar, beside: Around) -> tuple[Span, ...]:
    """The hedges of a cue, in text order."""
    return tuple(sorted(set(_found(g, beside.chain))))


def _found(g: Grammar, chain: tuple[int, ...]) -> Iterator[Span]:
    words = lexicon.load("hedges")
    cue = chain[0]
    for verb in chain:
        token = g.tokens[verb]
        lemma = token.lemma.lower()
        if verb != cue and (lemma in words["governors"] or (token.tag == "VBN" and lemma in words["reported"])):
            yield token.span
        for kid in g.kids[verb]:
            text, dep = g.tokens[kid].text.lower(), g.tokens[kid].dep
            if (dep == "advmod" and text in words["adverbs"]) or (dep == "aux" and text in words["modals"]):
                yield g.tokens[kid].span
