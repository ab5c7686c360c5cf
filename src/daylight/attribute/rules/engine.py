"""Attributions by rules over the parse."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.attribute.candidate import Candidate
from daylight.attribute.extent import Quoted
from daylight.attribute.finish import finish
from daylight.attribute.grammar import Grammar
from daylight.attribute.rules.continued import continued
from daylight.attribute.rules.cues import cues
from daylight.attribute.rules.finders import Finder
from daylight.attribute.rules.repair import mended
from daylight.attribute.rules.select import apart, outermost
from daylight.model import Annotated, Attribution, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules make of one report: its grammar, its quotations, and the candidates with their contents, in order."""

    grammar: Grammar
    quoted: Quoted
    told: tuple[tuple[Candidate, tuple[Span, ...]], ...]

    def attributions(self) -> tuple[Attribution, ...]:
        """The candidates as attributions, circumstances included."""
        return tuple(finish(self.grammar, self.quoted, candidate, content) for candidate, content in self.told)


def read(annotated: Annotated) -> Reading:
    """Find the candidates of one report, and choose among them."""
    lexicon = cues()
    grammar = Grammar(annotated, mended(annotated.tokens, lexicon.speaks))
    quoted = Quoted(grammar)
    finder = Finder(grammar, quoted, lexicon)
    chosen = outermost(grammar, list(finder.candidates()))
    joined = continued(grammar, quoted, chosen, finder.direct.orphans)
    return Reading(grammar, quoted, tuple(apart(grammar, joined)))


def attribute(annotated: Annotated) -> tuple[Attribution, ...]:
    """Attributions of one report, in order; speakers are not resolved here."""
    return read(annotated).attributions()
