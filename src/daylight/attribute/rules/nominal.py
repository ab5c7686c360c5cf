"""Complements that are phrases: objects, prepositional phrases, and what a passive or an adjective takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from daylight import lexicon
from daylight.attribute.circumstances.moments import is_time
from daylight.attribute.grammar import Grammar
from daylight.attribute.rules.clausal import clause_name
from daylight.attribute.rules.cues import Family
from daylight.attribute.rules.frame import Frame, Range

_OBJECTIVE = frozenset({"about", "against", "as", "for", "of", "on", "over", "to", "with"})
"""Prepositions that go on with an object's content ("accused him of"); "during", "by", "in" tell of the circumstances."""

_TELLING = frozenset({"acl", "ccomp", "relcl", "prep", "xcomp", "appos"})
_WHENCE = frozenset({"at", "by", "during", "from", "in"})
"""Prepositions that tell where words come from, not what they are about ("a line from the debate")."""
_PLAIN = frozenset({"det", "amod", "nummod", "compound", "punct", "predet"})


def active(g: Grammar, verb: int) -> Iterator[Frame]:
    """The frames of an active verb whose complement is a phrase."""
    cue = g.cue_of(verb)
    lemma = g.lemmas[verb]
    thing = g.child(verb, "dobj")
    predicate = g.child(verb, "oprd")
    if thing is not None and thing > verb:
        last, named = _complements(g, verb, thing)
        name = "object-as" if named else _object_name(g, thing)
        yield Frame("verb", lemma, name, verb, cue, ((g.low[thing], last),))
    elif thing is not None:
        yield Frame("verb", lemma, "fronted", verb, cue, (g.whole(thing),))
    elif predicate is not None and predicate > verb:
        yield Frame("verb", lemma, "object-as", verb, cue, ((max(verb + 1, g.low[predicate]), g.high[predicate]),))
    yield from _prepositional(g, verb, "verb", lemma, cue)


def _object_name(g: Grammar, thing: int) -> str:
    """What sort of object: one that goes on to tell something, a thing, or what tells nothing ("the claim", "it")."""
    if any(_tells(g, k) for k in g.kids[thing] if k > thing):
        return "object"
    if g.tokens[thing].pos == "PRON":
        return "mention"
    plain = all(g.tokens[k].dep in _PLAIN or k > thing for k in g.kids[thing])
    return "mention" if plain and g.tokens[thing].lemma.lower() in lexicon.load("nouns")["utterances"] else "thing"


def _tells(g: Grammar, kid: int) -> bool:
    """Whether a complement of an object tells more of it, and not when or where it was uttered."""
    if g.tokens[kid].dep not in _TELLING or g.tokens[kid].text.lower() in _WHENCE:
        return False
    when = is_time(g.tokens[kid + 1 : g.high[kid] + 1]) if g.tokens[kid].dep == "prep" else None
    return when is None or kid + 1 + when[1] < g.high[kid]


def _complements(g: Grammar, verb: int, thing: int) -> tuple[int, bool]:
    """The last token of what the verb says of its object ("the offer *as an insult*"), and whether it names or likens it."""
    last = g.high[thing]
    named = False
    for kid in g.kids[verb]:
        word = g.tokens[kid].text.lower()
        label = g.tokens[kid].dep
        if kid <= thing or g.low[kid] > last + 1:
            continue
        if label == "oprd" or (label == "prep" and word in _OBJECTIVE):
            last = max(last, g.high[kid])
            named = named or label == "oprd" or word == "as"
    return last, named


def _prepositional(g: Grammar, head: int, family: Family, lemma: str, cue: Range) -> Iterator[Frame]:
    for kid in g.children(head, "prep"):
        goal = g.child(kid, "pobj", "pcomp")
        if kid > head and goal is not None and g.low[kid] == kid and kid + 1 <= g.high[kid]:
            whole = (cue[0], kid) if kid == cue[1] + 1 else cue
            name = "prep-" + g.tokens[kid].text.lower()
            yield Frame(family, lemma, name, head, whole, ((kid + 1, g.high[kid]),))


def passive(g: Grammar, verb: int) -> Iterator[Frame]:
    """The frames of a passive whose subject is what is said; the source is its by-phrase."""
    patient = g.child(verb, "nsubjpass")
    cue = g.cue_of(verb)
    lemma = g.lemmas[verb]
    if patient is None:
        return
    parts = [g.whole(patient)]
    name = "passive-object"
    for kid in g.kids[verb]:
        if kid > verb and (
            g.tokens[kid].dep == "oprd"
            or (g.tokens[kid].dep == "prep" and g.tokens[kid].text.lower() in {"as", "for", "of"})
        ):
            parts.append(g.whole(kid))
            name = "passive-as"
    if g.child(verb, "agent") is not None:
        name += "-by"
    yield Frame("verb", lemma, name, verb, cue, tuple(parts), "agent")
    for frame in _prepositional(g, verb, "verb", lemma, cue):
        yield replace(frame, name="passive-" + frame.name, source="agent")


def adjective(g: Grammar, verb: int) -> Iterator[Frame]:
    """The frames of a copula with an adjective ("is confident that …")."""
    quality = g.child(verb, "acomp")
    if quality is None:
        return
    lemma = g.tokens[quality].lemma.lower()
    first, _ = g.verb_group(verb)
    cue = (first, quality)
    clause = g.child(quality, "ccomp") or g.child(verb, "ccomp")
    if clause is not None and clause > quality:
        yield Frame("adjective", lemma, clause_name(g, clause), verb, cue, (g.whole(clause),))
    infinitive = g.child(quality, "xcomp")
    if infinitive is not None and infinitive > quality:
        yield Frame("adjective", lemma, "to", verb, cue, (g.whole(infinitive),))
    yield from _prepositional(g, quality, "adjective", lemma, cue)
