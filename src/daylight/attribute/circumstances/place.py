"""Where something was said."""

from __future__ import annotations

from daylight.attribute.circumstances.around import Around
from daylight.attribute.grammar import Grammar
from daylight.model import Location, Span

_WHERE = frozenset({"at", "from", "in", "inside", "near", "outside"})


def place(g: Grammar, beside: Around) -> Location | None:
    """The first place around the cue: a place's name, or an occasion at one ("a conference in Lisbon").

    "Here" means the place of the dateline.
    """
    for head in beside.adjuncts:
        token = g.tokens[head]
        if token.text.lower() == "here" and (where := _dateline(g)) is not None:
            return Location(where)
        goal = g.child(head, "pobj") if token.dep == "prep" and token.text.lower() in _WHERE else None
        if goal is None or g.tokens[goal].text in g.addressees:
            continue
        first, last = _phrase(g, goal)
        if _holds_place(g, first, last):
            return Location(g.span(first, last))
    return None


def _phrase(g: Grammar, noun: int) -> tuple[int, int]:
    """The phrase of a noun up to what tells something else than where: "a conference in Lisbon | on fishing"."""
    first, last = g.noun_phrase(noun)
    for kid in g.children(noun, "prep", "acl"):
        where = g.tokens[kid].dep == "prep" and g.tokens[kid].text.lower() in _WHERE
        if not where and noun < kid <= last:
            last = g.low[kid] - 1
    return first, last


def _holds_place(g: Grammar, first: int, last: int) -> bool:
    """Whether a place's name stands among the tokens."""
    return first <= last and any(name.kind == "place" for name in g.names_in(g.span(first, last)))


def _dateline(g: Grammar) -> Span | None:
    """The place that the dateline names."""
    for block in g.annotated.report.blocks:
        if block.role == "dateline":
            return next((name.span for name in g.names_in(block.span) if name.kind == "place"), None)
    return None
