"""From chosen candidates to attributions: spans, kind, id."""

from __future__ import annotations

from daylight.attribute.candidate import Candidate
from daylight.attribute.circumstances import circumstances
from daylight.attribute.extent import Quoted
from daylight.attribute.grammar import Grammar
from daylight.model import Attribution, AttributionKind, Span
from daylight.offsets import digest


def finish(g: Grammar, quoted: Quoted, candidate: Candidate, content: tuple[Span, ...]) -> Attribution:
    """The attribution of a candidate whose content, continuations included, is ``content``."""
    report = g.annotated.report.id
    cue = (g.span(*candidate.cue),)
    around = circumstances(g, candidate, content)
    return Attribution(
        digest("a", report, cue, content),
        report,
        kind_of(g, quoted, content),
        sources_of(g, candidate.source) if candidate.source else (),
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


def sources_of(g: Grammar, source: Span) -> tuple[Span, ...]:
    """The source; in a headline, each of the names that a comma joins: "Brandt, Orr differ on the pier"."""
    inside = g.annotated.tokens_in(source)
    block = g.block_of(inside.stop - 1)
    words = range(g.annotated.tokens_in(block.span).start, inside.stop)
    if block.role != "headline" or any(g.tokens[i].pos != "PROPN" and g.tokens[i].text != "," for i in words):
        return (source,)
    commas = [i for i in words if g.tokens[i].text == ","]
    starts, ends = [words.start, *(i + 1 for i in commas)], [*commas, words.stop]
    return tuple(g.span(first, stop - 1) for first, stop in zip(starts, ends, strict=True) if first < stop)


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
