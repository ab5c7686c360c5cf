"""What stands beside the cue: when, where and to which outlet it was said, how sure the report is, whether it was denied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daylight import lexicon
from daylight.attribute.candidate import Candidate
from daylight.attribute.grammar import Grammar
from daylight.attribute.moments import is_time, moment
from daylight.model import Location, Moment, Span

_WHERE = frozenset({"at", "from", "in"})
_BESIDE = frozenset({"prep", "npadvmod", "advmod", "dobj", "dative", "pobj"})


@dataclass(frozen=True, slots=True)
class Circumstance:
    """The fields of an attribution that come from the words beside its cue."""

    negated: bool
    hedges: tuple[Span, ...]
    time: Moment | None
    place: Location | None
    via: tuple[Span, ...]


def circumstance(g: Grammar, candidate: Candidate, content: tuple[Span, ...]) -> Circumstance:
    """The circumstances of one attribution; nothing is taken from its content."""
    beside = [k for k in _beside(g, candidate.head) if not any(span.overlaps(g.tokens[k].span) for span in content)]
    return Circumstance(
        _negated(g, candidate),
        tuple(sorted(set(_hedges(g, candidate)))),
        _time(g, beside),
        _place(g, beside),
        _via(g, candidate, beside),
    )


def _governors(g: Grammar, head: int) -> Iterator[int]:
    """The verbs above a cue that share its subject, nearest first: "refused to say", "seemed to rule out"."""
    for _ in range(4):
        if not g.infinitive(head):
            return
        head = g.tokens[head].head
        yield head


def _beside(g: Grammar, head: int) -> list[int]:
    chain = [head, *_governors(g, head)]
    return sorted(k for verb in chain for k in g.kids[verb] if g.tokens[k].dep in _BESIDE)


def _negated(g: Grammar, candidate: Candidate) -> bool:
    words = lexicon.load("hedges")
    chain = [candidate.head, *_governors(g, candidate.head)]
    if any(g.tokens[verb].lemma.lower() in words["denials"] for verb in chain):
        return True
    near = {
        *range(candidate.cue[0], candidate.cue[1] + 1),
        *(k for verb in chain for k in g.kids[verb] if k < candidate.head),
    }
    return any(g.tokens[i].text.lower() in words["negations"] for i in near)


def _hedges(g: Grammar, candidate: Candidate) -> Iterator[Span]:
    words = lexicon.load("hedges")
    for verb in (candidate.head, *_governors(g, candidate.head)):
        token = g.tokens[verb]
        if verb != candidate.head and token.lemma.lower() in words["governors"]:
            yield token.span
        if verb != candidate.head and token.tag == "VBN" and token.lemma.lower() in words["reported"]:
            yield token.span
        for kid in g.kids[verb]:
            text = g.tokens[kid].text.lower()
            if (g.tokens[kid].dep == "advmod" and text in words["adverbs"]) or (
                g.tokens[kid].dep == "aux" and text in words["modals"]
            ):
                yield g.tokens[kid].span


def _time(g: Grammar, beside: list[int]) -> Moment | None:
    """The first expression of time beside the cue; a preposition is left out ("on Friday")."""
    for kid in beside:
        if g.tokens[kid].dep == "pobj":
            continue
        first, last = (kid + 1 if g.tokens[kid].dep == "prep" else g.low[kid]), g.high[kid]
        found = is_time(g.tokens[first : last + 1])
        if found is not None:
            return moment(g, first + found[0], first + found[1])
    return None


def _place(g: Grammar, beside: list[int]) -> Location | None:
    """The first place beside the cue: a place's name, or an occasion at one ("a conference in Lisbon")."""
    for kid in beside:
        goal = g.child(kid, "pobj") if g.tokens[kid].dep == "prep" and g.tokens[kid].text.lower() in _WHERE else None
        if goal is None or g.tokens[goal].text in g.addressees:
            continue
        first, last = g.noun_phrase(goal)
        for inner in g.children(goal, "prep"):
            if g.tokens[inner].text.lower() not in _WHERE and inner <= last:
                last = g.low[inner] - 1
        if _holds(g, first, last, "place"):
            return Location(g.span(first, last))
    return None


def _holds(g: Grammar, first: int, last: int, kind: str) -> bool:
    """Whether a name of the kind stands among the tokens."""
    return first <= last and any(name.kind == kind for name in g.names_in(g.span(first, last)))


def _via(g: Grammar, candidate: Candidate, beside: list[int]) -> tuple[Span, ...]:
    words = lexicon.load("hedges")["via"]
    for kid in beside:
        token = g.tokens[kid]
        if token.dep in {"dobj", "dative"} and candidate.lemma in words["verbs"] and _outlet(g, kid):
            return (_unglued(g, kid),)
        if token.dep == "prep":
            event = g.child(kid, "pobj")
            if event is not None and g.tokens[event].lemma.lower() in words["events"]:
                for inner in g.children(event, "prep"):
                    goal = g.child(inner, "pobj")
                    if g.tokens[inner].text.lower() in {"with", "to"} and goal is not None and _outlet(g, goal):
                        return (_unglued(g, goal),)
    return ()


def _unglued(g: Grammar, noun: int) -> Span:
    """The phrase of a noun, without a time before it and a name run together with its last word."""
    first, last = g.noun_phrase(noun)
    when = is_time(g.tokens[first : last + 1])
    if when is not None and first + when[1] < last:
        first += when[1] + 1
    glued = g.glued(last)
    return Span(g.tokens[first].span.start, glued.start if glued else g.tokens[last].span.end)


def _outlet(g: Grammar, noun: int) -> bool:
    """Whether a noun phrase is an outlet: an organisation's name or a word such as "newspaper"."""
    if g.tokens[noun].lemma.lower() in lexicon.load("hedges")["via"]["outlets"]:
        return True
    if g.tokens[noun].pos != "PROPN":
        return False
    phrase = g.span(*g.noun_phrase(noun))
    names = g.names_in(phrase)
    return not any(name.kind == "person" for name in names) or _lone(g, phrase)


def _lone(g: Grammar, phrase: Span) -> bool:
    """Whether no longer name of a person in the report holds a one-word name: people are introduced by full names."""
    word = g.text[phrase.start : phrase.end]
    return len(word.split()) == 1 and word not in g.name_parts
