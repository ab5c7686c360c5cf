"""Through whom something was said: the outlet that was told."""

from __future__ import annotations

from daylight import lexicon
from daylight.attribute.candidate import Candidate
from daylight.attribute.circumstances.around import Around
from daylight.attribute.circumstances.moments import is_time
from daylight.attribute.grammar import Grammar
from daylight.model import Span

_GIVEN = frozenset({"with", "to", "for"})
_PRINTED = frozenset({"in", "on", "to"})


def via(g: Grammar, candidate: Candidate, beside: Around, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The outlet that was told, or that an interview was given to, as printed; empty where none is named.

    Nothing in the content is: "called on | the Courier to print it".
    """
    words = lexicon.load("hedges")["via"]
    for noun in beside.told:
        if candidate.lemma in words["verbs"] and is_outlet(g, noun):
            return (_unglued(g, noun),)
    for head in beside.adjuncts:
        goal = g.child(head, "pobj") if g.tokens[head].dep == "prep" else None
        if goal is None or any(span.overlaps(g.tokens[goal].span) for span in content):
            continue
        printed, governor = g.tokens[head].text.lower(), g.tokens[head].head
        given = printed in _GIVEN and g.tokens[governor].lemma.lower() in words["events"]
        if (
            (given and is_outlet(g, goal))
            or (printed in _PRINTED and _known(g, goal))
            or (printed == "on" and _body(g, goal))
        ):
            return (_unglued(g, goal),)
    return ()


def is_outlet(g: Grammar, noun: int) -> bool:
    """Whether a noun phrase is an outlet: an organisation's name or a word such as "newspaper". Who only hears is none."""
    words = lexicon.load("hedges")["via"]
    lemma = g.tokens[noun].lemma.lower()
    if lemma in words["outlets"]:
        return True
    if g.tokens[noun].pos != "PROPN" or lemma in words["hearers"]:
        return False
    phrase = g.span(*g.noun_phrase(noun))
    names = g.names_in(phrase)
    return not any(name.kind == "person" for name in names) or _lone(g, phrase)


def _known(g: Grammar, noun: int) -> bool:
    """Whether a name is surely an outlet's: it was told something in the report, or ends in a word for one."""
    token = g.tokens[noun]
    if token.pos != "PROPN":
        return False
    return token.text in g.addressees or token.text.lower() in lexicon.load("hedges")["via"]["titles"]


def _body(g: Grammar, noun: int) -> bool:
    """Whether a phrase ends in the name of an organisation: "on Channel Six"."""
    end = g.tokens[noun].span.end
    return any(n.kind == "organization" and n.span.end == end for n in g.names_in(g.span(*g.noun_phrase(noun))))


def _unglued(g: Grammar, noun: int) -> Span:
    """The phrase of a noun, without a time before it and a name run together with its last word."""
    first, last = g.noun_phrase(noun)
    when = is_time(g.tokens[first : last + 1])
    if when is not None and first + when[1] < last:
        first += when[1] + 1
    glued = g.glued(last)
    return Span(g.tokens[first].span.start, glued.start if glued else g.tokens[last].span.end)


def _lone(g: Grammar, phrase: Span) -> bool:
    """Whether a one-word name is nobody's: people are introduced by full names, and do other things than report."""
    word = g.text[phrase.start : phrase.end]
    return len(word.split()) == 1 and word not in g.name_parts and word not in g.doers
