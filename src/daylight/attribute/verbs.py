"""Cue verbs and adjectives with the complements that carry the content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daylight.attribute.cues import Family
from daylight.attribute.grammar import Grammar

_WH = frozenset({"WP", "WRB", "WDT", "WP$"})
_PASSIVE = frozenset({"nsubjpass", "auxpass"})
_BE = frozenset({"be", "become", "remain", "feel", "seem", "sound", "appear"})
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """A complement of a cue: the lexicon's name for it, the cue's and the content's token ranges, the source's if special.

    ``source`` is "subject", "agent" (a passive's by-phrase) or "none".
    """

    family: Family
    lemma: str
    name: str
    head: int
    cue: Range
    content: tuple[Range, ...]
    source: str = "subject"


def frames(g: Grammar, verb: int) -> Iterator[Frame]:
    """Every frame that the verb's complements fill, the fullest first."""
    token = g.tokens[verb]
    lemma = token.lemma.lower()
    passive = any(g.tokens[k].dep in _PASSIVE for k in g.kids[verb]) or (token.dep == "acl" and token.tag == "VBN")
    if token.lemma == "be" or token.pos == "AUX":
        yield from _adjective(g, verb)
        return
    if token.dep == "xcomp" and g.tokens[token.head].lemma in _BE and token.tag == "VBN":
        passive = True
    yield from _clausal(g, verb, lemma, passive)
    yield from (_passive if passive else _nominal)(g, verb, lemma)


def _clausal(g: Grammar, verb: int, lemma: str, passive: bool) -> Iterator[Frame]:
    cue = g.verb_group(verb)
    clause = g.child(verb, "ccomp")
    if clause is not None:
        yield Frame(
            "verb",
            lemma,
            ("passive-" if passive else "") + _clause_name(g, clause),
            verb,
            cue,
            clause_ranges(g, verb, clause),
            "agent" if passive else "subject",
        )
    infinitive = g.child(verb, "xcomp")
    if infinitive is None:
        return
    goal = (g.low[infinitive], g.high[infinitive])
    patient = g.child(verb, "nsubjpass")
    thing = g.child(verb, "dobj", "dative")
    kind = "to" if any(g.tokens[k].tag == "TO" for k in g.kids[infinitive]) else "ing"
    if passive and patient is not None:
        yield Frame("verb", lemma, "passive-" + kind, verb, cue, (_whole(g, patient), goal), "agent")
    elif thing is not None and thing < infinitive:
        yield Frame("verb", lemma, "object-" + kind, verb, cue, ((g.low[thing], goal[1]),))
    elif lemma in {"seem", "appear"}:
        subject = g.subject(verb)
        parts = (_whole(g, subject), goal) if subject is not None else (goal,)
        yield Frame("verb", lemma, "raised", verb, cue, parts, "none")
    else:
        yield Frame("verb", lemma, kind, verb, cue, (goal,))


def _clause_name(g: Grammar, clause: int) -> str:
    first = g.tokens[g.low[clause]]
    if any(g.tokens[k].tag == "TO" for k in g.kids[clause]):
        return "object-to"
    if first.tag in _WH or first.text.lower() in {"whether", "if"}:
        return "whether"
    return "that" if g.tokens[clause].tag != "VBG" else "object-ing"


def clause_ranges(g: Grammar, verb: int, clause: int) -> tuple[Range, ...]:
    """The clause without the cue and its subject where they stand inside, with the adverbials right after it."""
    low, high = g.low[clause], g.high[clause]
    if clause > verb:
        low = max(low, verb + 1)
        for kid in g.kids[verb]:
            if kid > high and g.tokens[kid].dep in {"advcl", "prep", "npadvmod", "advmod"} and g.low[kid] == high + 1:
                high = g.high[kid]
        return ((low, high),)
    return _around(g, verb, low, high)


def _around(g: Grammar, verb: int, low: int, high: int) -> tuple[Range, ...]:
    """``low``-``high`` without the part of the cue's own clause that stands inside it."""
    own = [i for i in _own(g, verb) if low <= i <= high]
    return ((low, min(own) - 1), (max(own) + 1, high)) if own else ((low, high),)


def _own(g: Grammar, verb: int) -> list[int]:
    first, last = g.verb_group(verb)
    own = [first, last]
    for kid in g.kids[verb]:
        if g.tokens[kid].dep in {"nsubj", "nsubjpass", "dobj", "dative", "prep", "npadvmod", "agent", "mark"}:
            own += [g.low[kid], g.high[kid]]
    return own


def _whole(g: Grammar, head: int) -> Range:
    return g.low[head], g.high[head]


def _nominal(g: Grammar, verb: int, lemma: str) -> Iterator[Frame]:
    cue = g.verb_group(verb)
    thing = g.child(verb, "dobj")
    predicate = g.child(verb, "oprd")
    if thing is not None and thing > verb:
        end = g.high[thing]
        name = "object"
        for kid in g.kids[verb]:
            if kid <= thing:
                continue
            if g.tokens[kid].dep == "oprd" or (g.tokens[kid].dep == "prep" and g.tokens[kid].text.lower() == "as"):
                name = "object-as"
            if g.tokens[kid].dep in {"oprd", "prep", "advcl"} and g.low[kid] <= end + 1:
                end = max(end, g.high[kid])
        yield Frame("verb", lemma, name, verb, cue, ((g.low[thing], end),))
    elif thing is not None:
        yield Frame("verb", lemma, "fronted", verb, cue, (_whole(g, thing),))
    elif predicate is not None and predicate > verb:
        yield Frame("verb", lemma, "object-as", verb, cue, ((max(verb + 1, g.low[predicate]), g.high[predicate]),))
    yield from _prepositional(g, verb, "verb", lemma, cue)


def _prepositional(g: Grammar, head: int, family: Family, lemma: str, cue: Range) -> Iterator[Frame]:
    for kid in g.children(head, "prep"):
        goal = g.child(kid, "pobj", "pcomp")
        if kid > head and goal is not None and g.low[kid] == kid and kid + 1 <= g.high[kid]:
            whole = (cue[0], kid) if kid == cue[1] + 1 else cue
            name = "prep-" + g.tokens[kid].text.lower()
            yield Frame(family, lemma, name, head, whole, ((kid + 1, g.high[kid]),))


def _passive(g: Grammar, verb: int, lemma: str) -> Iterator[Frame]:
    patient = g.child(verb, "nsubjpass")
    cue = g.verb_group(verb)
    if patient is None:
        return
    parts = [_whole(g, patient)]
    name = "passive-object"
    for kid in g.kids[verb]:
        if kid > verb and (
            g.tokens[kid].dep == "oprd"
            or (g.tokens[kid].dep == "prep" and g.tokens[kid].text.lower() in {"as", "for", "of"})
        ):
            parts.append(_whole(g, kid))
            name = "passive-as"
    yield Frame("verb", lemma, name, verb, cue, tuple(parts), "agent")


def _adjective(g: Grammar, verb: int) -> Iterator[Frame]:
    adjective = g.child(verb, "acomp")
    if adjective is None:
        return
    lemma = g.tokens[adjective].lemma.lower()
    first, _ = g.verb_group(verb)
    cue = (first, adjective)
    clause = g.child(adjective, "ccomp") or g.child(verb, "ccomp")
    if clause is not None and clause > adjective:
        yield Frame("adjective", lemma, _clause_name(g, clause), verb, cue, (_whole(g, clause),))
    infinitive = g.child(adjective, "xcomp")
    if infinitive is not None and infinitive > adjective:
        yield Frame("adjective", lemma, "to", verb, cue, (_whole(g, infinitive),))
    yield from _prepositional(g, adjective, "adjective", lemma, cue)
