"""Quotations and the cue beside them: "…," she said; she said: "…"; "…," she said, "…"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from daylight.attribute.extent import Quoted
from daylight.attribute.grammar import Grammar
from daylight.model import Quotation

REACH = 45
"""Tokens between a quotation and its cue, at most: covers 99 of 100 cues of the training articles."""
_TERMINAL = ".?!…"
_OPEN = ",:"
_STARTS = _TERMINAL + "\n”\"'’):—–-,;"
IsCue = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Direct:
    """What the quotations' surroundings tell.

    ``verbs`` maps a cue verb to its quotations; ``orphans`` are whole utterances without a cue beside them.
    """

    verbs: dict[int, list[int]]
    orphans: list[int]


def link(g: Grammar, quoted: Quoted, is_cue: IsCue) -> Direct:
    """Give each quotation that is an utterance of its own the cue verb beside it."""
    verbs: dict[int, list[int]] = {}
    orphans: list[int] = []
    for k, quotation in enumerate(quoted.all):
        if quotation.continues is not None:
            continue
        verb = _after(g, quoted, k, is_cue)
        if verb is None:
            verb = _before(g, quoted, k, is_cue)
        if verb is not None:
            verbs.setdefault(verb, []).append(k)
        elif is_utterance(g, quotation):
            orphans.append(k)
    return Direct(verbs, orphans)


def is_utterance(g: Grammar, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence by itself: nothing of the sentence stands before it, and it ends in a full stop."""
    inner = g.text[quotation.inner.start : quotation.inner.end].rstrip()
    return _opens(g, quotation) and bool(inner) and (inner[-1] in _TERMINAL or not quotation.closed)


def _opens(g: Grammar, quotation: Quotation) -> bool:
    """Whether a sentence begins with the quotation."""
    before = _left(g, quotation)
    return not before or before[-1] in _STARTS


def _left(g: Grammar, quotation: Quotation) -> str:
    """The characters before a quotation; where a colon hands over to the paragraph, those up to the colon."""
    before = g.text[max(0, quotation.span.start - 6) : quotation.span.start]
    return before.rstrip() if before.rstrip().endswith(":") else before.rstrip(" \u00a0")


def _after(g: Grammar, quoted: Quoted, k: int, is_cue: IsCue) -> int | None:
    """The cue verb in the rest of the sentence, after a quotation that ends in a comma, a question mark, or the like."""
    last = quoted.all[quoted.chain(k)[-1]]
    inner = g.text[last.inner.start : last.inner.end].rstrip()
    following = g.text[last.span.end : last.span.end + 3].lstrip(" \u00a0")
    if not inner or not _opens(g, quoted.all[k]) or not (inner[-1] in ",?!…-—–" or following[:1] in {",", "—", "–", "-"}):
        return None
    first = g.annotated.tokens_in(last.span).stop
    for i in range(first, min(first + REACH, len(g.tokens))):
        token = g.tokens[i]
        if quoted.of[i] >= 0 or "\n" in g.text[last.span.end : token.span.start] or (token.tag == "." and i > first):
            return None
        if is_cue(i) and token.dep != "relcl" and token.tag != "VBG":
            return i
    return None


def _before(g: Grammar, quoted: Quoted, k: int, is_cue: IsCue) -> int | None:
    """The cue verb before a quotation: right before it, or anywhere in the sentence if a comma or colon stands between."""
    quotation = quoted.all[k]
    first = g.annotated.tokens_in(quotation.span).start
    left = _left(g, quotation)
    marked = bool(left) and left[-1] in _OPEN
    edge = quotation.span.start - len(g.text[max(0, quotation.span.start - 6) : quotation.span.start]) + len(left)
    if not (_fills(g, quotation) if marked else _ends(g, quoted, k)):
        return None
    for i in range(first - 1, max(first - 1 - REACH, -1), -1):
        token = g.tokens[i]
        if quoted.of[i] >= 0 or (token.tag == "." and i < first - 1) or "\n" in g.text[token.span.end : edge]:
            return None
        if is_cue(i):
            return i
        if not marked:
            return None
    return None


def _fills(g: Grammar, quotation: Quotation) -> bool:
    """Whether a quotation after a comma or colon is the whole content: a sentence of its own, or one that goes on."""
    if g.text[quotation.inner.start : quotation.inner.start + 1].islower():
        before = g.text[max(0, quotation.span.start - 120) : quotation.span.start]
        return ":" in before[-2:] or any(mark in before for mark in '”"')
    return True


def _ends(g: Grammar, quoted: Quoted, k: int) -> bool:
    """Whether the sentence ends with the quotation."""
    last = quoted.all[quoted.chain(k)[-1]]
    following = g.text[last.span.end : last.span.end + 3].lstrip(" \u00a0")
    return (
        not following or following[0] in _TERMINAL + "\n,;" or g.text[last.inner.end - 1 : last.inner.end] in set(_TERMINAL)
    )
