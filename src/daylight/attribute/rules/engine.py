"""Attributions by rules over the parse."""

from __future__ import annotations

from daylight.attribute.extent import Quoted
from daylight.attribute.finish import finish
from daylight.attribute.grammar import Grammar
from daylight.attribute.rules.continued import continued
from daylight.attribute.rules.cues import cues
from daylight.attribute.rules.finders import Finder
from daylight.attribute.rules.repair import mended
from daylight.attribute.rules.select import apart, outermost
from daylight.model import Annotated, Attribution
from daylight.settings import DEFAULT, Settings


def attribute(annotated: Annotated, settings: Settings = DEFAULT) -> tuple[Attribution, ...]:  # noqa: ARG001
    """Attributions of one report, in order; speakers are not resolved here."""
    lexicon = cues()
    grammar = Grammar(annotated, mended(annotated.tokens, lexicon.speaks))
    quoted = Quoted(grammar)
    finder = Finder(grammar, quoted, lexicon)
    chosen = outermost(grammar, list(finder.candidates()))
    joined = continued(grammar, quoted, chosen, finder.direct.orphans)
    return tuple(finish(grammar, quoted, candidate, content) for candidate, content in apart(grammar, joined))
