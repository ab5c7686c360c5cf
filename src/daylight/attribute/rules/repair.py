"""Mend the parser's commonest mistake about speech: hanging a second cue inside the clause of the first.

In "Bell said Orr had left but added that …" and "Bell said it was late, adding that …" the second cue shares the first one's
subject. Statistical parsers often attach it to the reported clause ("had left", "was late").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from daylight.model import Token

_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "conj", "relcl", "acl", "pcomp", "prep", "dobj", "pobj", "attr", "acomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
REACH = 8
"""How many heads to climb, at most."""


def mended(tokens: tuple[Token, ...], speaks: Callable[[Token], bool]) -> tuple[Token, ...]:
    """The tokens, second cues moved to the cue above. ``speaks`` knows the verbs of saying."""
    found = list(tokens)
    subjects = {token.head for token in tokens if token.dep in _SUBJECTS}
    for i, token in enumerate(tokens):
        if token.pos == "VERB" and i not in subjects and speaks(token) and _second(tokens, i):
            cue = _cue_above(tokens, i, speaks)
            if cue is not None:
                found[i] = replace(token, head=cue)
    return tuple(found)


def _second(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether token ``i`` looks like a second cue: a participle after a comma, a conjunct unlike the verb beside it."""
    token = tokens[i]
    if token.dep == "advcl":
        return token.tag == "VBG" and i > 0 and tokens[i - 1].text == ","
    return token.dep == "conj" and token.tag in {"VBD", "VBZ"} and tokens[token.head].tag != token.tag


def _cue_above(tokens: tuple[Token, ...], i: int, speaks: Callable[[Token], bool]) -> int | None:
    """The nearest verb of saying above ``i`` in whose reported clause it hangs; None if there is none."""
    here = tokens[i].head
    for _ in range(REACH):
        token = tokens[here]
        if token.head == here or token.dep not in _CLAUSES:
            return None
        above = token.head
        if token.dep == "ccomp" and token.head < i and tokens[above].pos == "VERB" and speaks(tokens[above]):
            same = tokens[above].tag == tokens[i].tag
            return above if same or tokens[i].dep == "advcl" else None
        here = above
    return None
