"""Whether a content says something or only names it."""

from __future__ import annotations

from daylight.compare.folding import lemma, units
from daylight.model import Annotated, Attribution

INFERRING = frozenset({"seem", "appear"})
"""Words in the cue (lemmas) of what the reporter infers: "seemed to agree"."""

VERBS = frozenset({"VERB", "AUX"})


def says_something(one: Attribution, annotated: Annotated) -> bool:
    """Whether the content is direct speech or a clause, a verb being its head."""
    inside = [i for span in one.content for i in annotated.tokens_in(span)]
    if not inside or one.kind == "direct":
        return True
    known = set(inside)
    roots = (annotated.tokens[i] for i in inside if annotated.tokens[i].head == i or annotated.tokens[i].head not in known)
    return any(token.pos in VERBS for token in roots)


def verbs_in(one: Attribution, annotated: Annotated) -> bool:
    """Whether the content has any verb: "the company of sailing with too few hands" has one."""
    return any(annotated.tokens[i].pos in VERBS for span in one.content for i in annotated.tokens_in(span))


def is_inferred(cue: str) -> bool:
    """Whether the reporter infers what a cue, as printed, introduces."""
    return bool({lemma(unit.key) for unit in units(cue)} & INFERRING)
