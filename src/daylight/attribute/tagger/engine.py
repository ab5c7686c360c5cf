"""Attributions by the network and the rules together."""

from __future__ import annotations

from daylight.attribute.finish import finish
from daylight.attribute.rules import engine as rules
from daylight.attribute.tagger.decoding import Outputs, Tied, decode
from daylight.attribute.tagger.features import features
from daylight.attribute.tagger.together import together
from daylight.attribute.tagger.windows import paragraphs, windows
from daylight.model import Annotated, Attribution
from daylight.models import tagger


def attribute(annotated: Annotated) -> tuple[Attribution, ...]:
    """Attributions of one report, in order; speakers are not resolved here.

    The rules read first; the network reads the words, their grammar and what the rules found; then the two are joined.
    """
    reading = rules.read(annotated)
    told = together(reading, tag(annotated, reading.attributions()))
    return tuple(finish(reading.grammar, reading.quoted, candidate, content) for candidate, content in told)


def tag(annotated: Annotated, by_rules: tuple[Attribution, ...]) -> list[Tied]:
    """What the network alone finds in one report, in tokens."""
    made = windows(annotated, features(annotated, by_rules), tagger.pieces)
    read = [(window, Outputs(*tagger.run(window.pieces, window.features, window.first))) for window in made]
    return decode(paragraphs(annotated), read)
