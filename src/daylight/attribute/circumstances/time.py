"""When something was said."""

from __future__ import annotations

from daylight.attribute.circumstances.around import Around, is_occasion
from daylight.attribute.circumstances.moments import is_time, moment
from daylight.attribute.grammar import Grammar
from daylight.model import Moment


def time(g: Grammar, beside: Around) -> Moment | None:
    """The first expression of time around the cue; a preposition is left out ("on Friday")."""
    for head in beside.adjuncts:
        first, last = (head + 1 if g.tokens[head].dep == "prep" else g.low[head]), g.high[head]
        found = is_time(g.tokens[first : last + 1])
        if found is not None:
            return moment(g, first + found[0], first + found[1])
        owned = _owned(g, head)
        if owned is not None:
            return owned
    for noun in beside.told:
        first, last = g.noun_phrase(noun)
        found = is_time(g.tokens[first : last + 1])
        if found is not None:
            return moment(g, first + found[0], first + found[1])
    return None


def _owned(g: Grammar, prep: int) -> Moment | None:
    """The day of an occasion: "at Monday's briefing", "in a Tuesday interview"."""
    noun = g.child(prep, "pobj")
    if noun is None or not is_occasion(g, noun):
        return None
    for kid in g.children(noun, "poss", "compound", "nmod", "npadvmod"):
        found = is_time(g.tokens[kid : kid + 1])
        if found is not None:
            return moment(g, kid, kid)
    return None
