"""From chosen candidates to attributions: spans, kind, id."""

from __future__ import annotations

from daylight.attribute.candidate import Candidate
from daylight.attribute.circumstance import circumstance
from daylight.attribute.extent import Quoted
from daylight.attribute.grammar import Grammar
from daylight.model import Attribution, AttributionKind, Span
from daylight.offsets import digest


def finish(g: Grammar, quoted: Quoted, candidate: Candidate, content: tuple[Span, ...]) -> Attribution:
    """The attribution of a candidate whose content, continuations included, is ``content``."""
    report = g.annotated.report.id
    cue = (g.span(*candidate.cue),)
    source = candidate.source
    around = circumstance(g, candidate, content)
    return Attribution(
        digest("a", report, cue, content),
        report,
        kind_of(g, quoted, content),
        (source,) if source else (),
        cue,
        content,
        via_source=around.via,
        negated=around.negated,
        hedges=around.hedges,
        time=around.time,
        place=around.place,
        rule=f"{candidate.family}/{candidate.cue_class}/{candidate.frame}",
        score=round(candidate.score, 3),
    )


def kind_of(g: Grammar, quoted: Quoted, content: tuple[Span, ...]) -> AttributionKind:
    """Direct where every word stands inside quotation marks, indirect where none does."""
    inside = [
        quoted.of[i] >= 0
        for span in content
        for i in g.annotated.tokens_in(span)
        if g.tokens[i].pos not in {"PUNCT", "SPACE", "SYM"}
    ]
    if not any(inside):
        return "indirect"
    return "direct" if all(inside) else "mixed"
