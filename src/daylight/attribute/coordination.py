"""Where a second thing is said under one cue: clauses that "and" or "but" puts side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from daylight.model import Annotated, Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_FINITE = frozenset({"VERB", "AUX"})


def clause_starts(annotated: Annotated, span: Span) -> Iterator[int]:
    """The tokens that open a further clause inside ``span``, each just after its conjunction, in order.

    What is printed inside quotation marks is left whole, for what another report cuts off there must be told.
    A clause is another thing said where it has its own "that" ("and that …"), where it stands beside the main clause with a
    subject of its own, or where two things done are named ("about closing the pier and selling the boats").
    """
    inside = annotated.tokens_in(span)
    held = set(inside)
    for i in inside:
        if i - 1 in held and annotated.tokens[i - 1].text in {"and", "but"} and not _is_quoted(annotated, i):
            joined = _joined_by(annotated, i - 1, inside)
            if _has_own_that(annotated, i) or any(_is_said_beside(annotated, *pair, held) for pair in joined):
                yield i


def _is_quoted(annotated: Annotated, i: int) -> bool:
    start = annotated.tokens[i].span.start
    return any(q.span.start < start < q.span.end for q in annotated.quotations)


def _has_own_that(annotated: Annotated, i: int) -> bool:
    token = annotated.tokens[i]
    return token.text == "that" and token.dep == "mark" and annotated.tokens[token.head].dep in {"conj", "ccomp"}


def _joined_by(annotated: Annotated, conjunction: int, inside: Iterable[int]) -> Iterator[tuple[int, int]]:
    """What a conjunction joins: the head before it and the head after it."""
    first = annotated.tokens[conjunction].head
    for second in inside:
        token = annotated.tokens[second]
        if second > conjunction and token.dep == "conj" and token.head == first:
            yield first, second


def _is_said_beside(annotated: Annotated, first: int, second: int, held: Set[int]) -> bool:
    a, b = annotated.tokens[first], annotated.tokens[second]
    if a.tag == b.tag == "VBG":
        return a.dep == "pcomp" and not _is_under_a_verb(annotated, first, held)
    is_main = a.head not in held or a.head == first
    return is_main and {a.pos, b.pos} <= _FINITE and _has_subject(annotated, second, first)


def _is_under_a_verb(annotated: Annotated, i: int, held: Set[int]) -> bool:
    """Whether a verb inside ``held`` governs the token, through whatever stands between."""
    head = annotated.tokens[i].head
    while head in held and head != i:
        if annotated.tokens[head].pos in _FINITE:
            return True
        i, head = head, annotated.tokens[head].head
    return False


def _has_subject(annotated: Annotated, verb: int, after: int) -> bool:
    return any(t.head == verb and t.dep in _SUBJECTS for t in annotated.tokens[after + 1 : verb])
