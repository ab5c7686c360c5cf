"""Cues that are no verbs: "according to", adverbs such as "reportedly" and nouns such as "claim"."""

from __future__ import annotations

from collections.abc import Iterator

from daylight import lexicon
from daylight.attribute.grammar import Grammar
from daylight.attribute.rules.frame import Frame, Range


def frames(g: Grammar, i: int) -> Iterator[tuple[Frame, Range | None]]:
    """Every frame of a cue that is no verb, each with its source."""
    token = g.tokens[i]
    if token.text.lower() == "according":
        yield from according(g, i)
    elif token.pos == "NOUN":
        yield from noun(g, i)
        yield from framing(g, i)
    elif token.pos == "ADV":
        yield from ((frame, None) for frame in adverb(g, i))


def according(g: Grammar, i: int) -> Iterator[tuple[Frame, Range]]:
    """ "According to X", "per X": the frame and the source. The content is the clause that it modifies."""
    to = i + 1
    if to >= len(g.tokens) or g.tokens[to].text.lower() != "to":
        return
    goal = g.child(to, "pobj", "pcomp")
    if goal is None:
        goal = g.child(i, "pobj")
    if goal is None or goal <= to:
        return
    first, last = to + 1, g.high[goal]
    low, high = clause_of(g, i)
    ranges = tuple(r for r in ((low, i - 1), (last + 1, high)) if r[0] <= r[1])
    if ranges:
        yield Frame("verb", "accord", "to", i, (i, to), ranges, "given"), (first, last)


def clause_of(g: Grammar, i: int) -> Range:
    """The clause that a sentence adverbial modifies: its sentence."""
    whole = g.sentence_of(i)
    return whole.start, whole.stop - 1


def framing(g: Grammar, i: int) -> Iterator[tuple[Frame, Range]]:
    """ "In Bell's words, …", "in their view": the noun frames the sentence."""
    owner = g.child(i, "poss")
    before = g.tokens[i].head
    if owner is None or g.tokens[i].dep != "pobj" or g.tokens[before].text.lower() != "in" or g.high[i] != i:
        return
    if before + 1 != g.low[owner] or g.tokens[i].lemma.lower() not in lexicon.load("nouns")["framing"]:
        return
    low, high = clause_of(g, i)
    ranges = tuple(r for r in ((low, before - 1), (i + 1, high)) if r[0] <= r[1])
    lemma = g.tokens[i].lemma.lower()
    yield Frame("noun", lemma, "framing", i, (g.high[owner] + 1, i), ranges, "given"), (g.low[owner], owner)


def adverb(g: Grammar, i: int) -> Iterator[Frame]:
    """An adverb that says that others say it."""
    verb = g.tokens[i].head
    if g.tokens[i].dep != "advmod" or verb == i:
        return
    low, high = g.low[verb], g.high[verb]
    ranges = tuple(r for r in ((low, i - 1), (i + 1, high)) if r[0] <= r[1])
    yield Frame("adverb", g.tokens[i].text.lower(), "clause", i, (i, i), ranges, "none")


def noun(g: Grammar, i: int) -> Iterator[tuple[Frame, Range | None]]:
    """A noun of saying or thinking with its own complement: "X's claim that", "a warning from X about".

    Its frames are named apart where nobody's claim it is ("that-alone").
    """
    lemma = g.tokens[i].lemma.lower()
    source = _possessor(g, i)
    cue = _noun_cue(g, i)
    if source is not None and source[1] >= cue[0]:
        cue = (source[1] + 1, cue[1]) if source[1] < i else cue
    alone = "" if source else "-alone"
    for kid in g.kids[i]:
        name = _complement(g, kid) if kid > i else None
        if name is None:
            continue
        content, whole = g.whole(kid), cue
        if name.startswith("prep-"):
            content = (kid + 1, g.high[kid])
            whole = (cue[0], kid) if kid == cue[1] + 1 else cue
        yield Frame("noun", lemma, name + alone, i, whole, (content,), "given"), source


def _complement(g: Grammar, kid: int) -> str | None:
    """The lexicon's name of a noun's complement; None for what is none."""
    token = g.tokens[kid]
    if token.dep in {"acl", "ccomp", "relcl"} and _that(g, kid):
        return "that"
    if token.dep in {"acl", "xcomp"} and any(g.tokens[k].tag == "TO" for k in g.kids[kid]):
        return "to"
    if token.dep == "prep" and g.high[kid] > kid and token.text.lower() not in {"by", "from", "in", "at"}:
        return "prep-" + token.text.lower()
    return None


def _that(g: Grammar, clause: int) -> bool:
    first = g.tokens[g.low[clause]]
    return first.text.lower() in {"that", "whether"} and first.dep == "mark"


def _noun_cue(g: Grammar, i: int) -> Range:
    """The noun, with the verb that governs it where nothing but the noun's own words stands between."""
    token = g.tokens[i]
    first = g.low[i]
    while first < i and g.tokens[first].dep in {"poss", "case"}:
        first = g.high[first] + 1
    verb = token.head
    if token.dep == "dobj" and verb < i and g.tokens[verb].pos == "VERB":
        group = g.verb_group(verb)
        if g.low[i] == group[1] + 1:
            first = group[0]
    return min(first, i), i


def _possessor(g: Grammar, i: int) -> Range | None:
    owner = g.child(i, "poss")
    if owner is not None:
        return g.low[owner], owner
    for kid in g.children(i, "prep"):
        if g.tokens[kid].text.lower() in {"by", "from", "among", "between"} and g.high[kid] > kid:
            return kid + 1, g.high[kid]
    token = g.tokens[i]
    if token.dep in {"dobj", "pobj", "attr"}:
        verb = token.head if token.dep != "pobj" else g.tokens[token.head].head
        if g.tokens[verb].pos in {"VERB", "AUX"}:
            subject = g.subject(verb)
            if subject is not None and g.tokens[subject].dep != "expl":
                return g.noun_phrase(subject)
    return None
