"""Cues that the parser tied to no content: set off by commas, at the end, or before a clause."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.attribute.grammar import FINITE, Grammar
from daylight.attribute.rules.clausal import own_words
from daylight.attribute.rules.frame import Frame

_SUBORDINATE = frozenset({"VBN", "VBG", "IN", "WRB", "TO"})


REACH = 14
"""Tokens between a cue and the colon that hands over to what is said, at most."""
CLAUSE = 40
"""Tokens after a colon among which a clause has its verb."""


def handed_over(g: Grammar, verb: int) -> Iterator[Frame]:
    """The clause after a colon: "repeating a line from the debate: the mill is …"."""
    stop = g.sentence_of(verb).stop
    last = g.verb_group(verb)[1]
    colon = next((i for i in range(last + 1, min(last + REACH, stop)) if g.tokens[i].text == ":"), None)
    if colon is None or colon + 1 >= len(g.tokens) or g.block_of(colon) != g.block_of(colon + 1):
        return
    end = g.sentence_of(colon + 1).stop
    told = any(g.tokens[i].tag in FINITE for i in range(colon + 1, min(end, colon + CLAUSE)))
    if told and not any(g.tokens[i].tag in FINITE for i in range(last + 1, colon)):
        yield Frame("verb", g.lemmas[verb], "colon", verb, g.cue_of(verb), ((colon + 1, end - 1),))


def frames(g: Grammar, verb: int) -> Iterator[Frame]:
    """A cue that the parser tied to no content: in between commas or at the end ("…, he said, …"), or before a clause."""
    subject = g.child(verb, "nsubj")
    if subject is None or g.tokens[verb].dep in {"relcl", "acl"}:
        return
    own = own_words(g, verb)
    low, high = min(own), max(own)
    sentence = g.sentence_of(verb)
    lemma = g.lemmas[verb]
    after = g.tokens[high + 1].tag if high + 1 < sentence.stop else "."
    if low > sentence.start and g.tokens[low - 1].tag in {",", ":"} and after in {",", ".", ":"}:
        ranges = tuple(r for r in ((sentence.start, low - 1), (high + 1, sentence.stop - 1)) if r[0] <= r[1])
        if after == "." and g.tokens[ranges[0][0]].tag in _SUBORDINATE:
            return
        yield Frame("verb", lemma, "paren", verb, g.cue_of(verb), ranges)
    last = g.verb_group(verb)[1]
    rest = range(last + 1, sentence.stop)
    if any(g.tokens[i].tag in FINITE for i in rest) and subject < verb:
        yield Frame(
            "verb", lemma, "torn" if g.torn(last + 1) else "bare", verb, g.cue_of(verb), ((last + 1, sentence.stop - 1),)
        )
