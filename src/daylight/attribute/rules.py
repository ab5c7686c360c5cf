"""Attributions by rules over the parse."""

from __future__ import annotations

from daylight.model import STORY_ROLES, Annotated, Attribution, AttributionKind, Span
from daylight.offsets import digest
from daylight.settings import DEFAULT, Settings

_CUES = {"say", "tell", "state", "add", "insist", "announce", "warn", "call"}


def attribute(annotated: Annotated, settings: Settings = DEFAULT) -> tuple[Attribution, ...]:
    """Attributions of one report, in order; speakers are not resolved here."""
    found = []
    tokens = annotated.tokens
    children: dict[int, list[int]] = {}
    for i, token in enumerate(tokens):
        children.setdefault(token.head, []).append(i)

    def subtree(i: int) -> list[int]:
        return sorted([i] + [j for c in children.get(i, []) if c != i for j in subtree(c)])

    for i, token in enumerate(tokens):
        if token.lemma not in _CUES or token.pos != "VERB" or annotated.role_at(token.span.start) not in STORY_ROLES:
            continue
        subjects = [c for c in children.get(i, []) if tokens[c].dep == "nsubj"]
        clauses = [c for c in children.get(i, []) if tokens[c].dep == "ccomp"]
        if not clauses:
            continue
        source = tuple(Span(tokens[s[0]].span.start, tokens[s[-1]].span.end) for s in map(subtree, subjects[:1]))
        inside = subtree(clauses[0])
        content = Span(tokens[inside[0]].span.start, tokens[inside[-1]].span.end)
        quoted = [q for q in annotated.quotations if q.span.overlaps(content)]
        kind: AttributionKind = (
            "direct" if any(q.span.covers(content) for q in quoted) else "mixed" if quoted else "indirect"
        )
        report = annotated.report.id
        found.append(
            Attribution(
                digest("a", report, token.span, content),
                report,
                kind,
                source,
                (token.span,),
                (content,),
                rule="verb",
                score=0.5,
            )
        )
    return tuple(found)
