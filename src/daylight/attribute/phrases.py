"""Cues that are no verbs: "according to", adverbs such as "reportedly", nouns such as "claim", and the bare colon."""

from __future__ import annotations

from collections.abc import Iterator

from daylight import lexicon
from daylight.attribute.frame import Frame, Range
from daylight.attribute.grammar import Grammar

SPEAKER = 8
"""Words before a colon that may name a speaker, at most."""


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
    elif token.text == ":":
        yield from colon(g, i)


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
    """A noun of saying or thinking with its own complement: "X's claim that", "a warning from X about"."""
    lemma = g.tokens[i].lemma.lower()
    source = _possessor(g, i)
    cue = _noun_cue(g, i)
    if source is not None and source[1] >= cue[0]:
        cue = (source[1] + 1, cue[1]) if source[1] < i else cue
    for kid in g.kids[i]:
        if kid < i:
            continue
        label = g.tokens[kid].dep
        if label in {"acl", "ccomp", "relcl"} and _that(g, kid):
            yield Frame("noun", lemma, "that", i, cue, ((g.low[kid], g.high[kid]),), "given"), source
        elif label in {"acl", "xcomp"} and any(g.tokens[k].tag == "TO" for k in g.kids[kid]):
            yield Frame("noun", lemma, "to", i, cue, ((g.low[kid], g.high[kid]),), "given"), source
        elif label == "prep" and g.high[kid] > kid and g.tokens[kid].text.lower() not in {"by", "from", "in", "at"}:
            whole = (cue[0], kid) if kid == cue[1] + 1 else cue
            yield (
                Frame("noun", lemma, "prep-" + g.tokens[kid].text.lower(), i, whole, ((kid + 1, g.high[kid]),), "given"),
                source,
            )


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


def colon(g: Grammar, i: int) -> Iterator[tuple[Frame, Range]]:
    """A name and a colon at the start of a line: "Smith: …". The content runs to the end of the line."""
    sentence = g.annotated.sentences[g.tokens[i].sentence]
    block = g.annotated.report.blocks[sentence.block].span
    first = g.annotated.tokens_in(block).start
    if not first < i <= first + SPEAKER or i + 1 >= len(g.tokens) or g.tokens[i + 1].span.start >= block.end:
        return
    words = [g.tokens[k] for k in range(first, i)]
    speaker = g.span(first, i - 1)
    shouted = all(word.text.isupper() for word in words if word.text.isalpha())
    if any((word.pos in {"VERB", "AUX"} and not shouted) or word.tag == "." for word in words):
        return
    if not words[0].text[:1].isupper():
        return
    last = g.annotated.tokens_in(block).stop - 1
    kind = "line"
    if shouted:
        kind = "transcript"
    elif g.tokens[i + 1].tag in {"``", "''"}:
        kind = "quotation"
    elif any(name.kind == "person" and name.span == speaker for name in g.names_in(speaker)):
        kind = "person"
    yield Frame("colon", "colon", kind, i, (i, i), ((i + 1, last),), "given"), (first, i - 1)
