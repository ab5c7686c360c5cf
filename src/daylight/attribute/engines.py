"""The engines that find attributions, by the name that a setting gives."""

from __future__ import annotations

from daylight.attribute.rules import engine as rules
from daylight.model import Annotated, Attribution
from daylight.settings import DEFAULT, Settings


def attribute(annotated: Annotated, settings: Settings = DEFAULT) -> tuple[Attribution, ...]:
    """Attributions of one report, in order; speakers are not resolved here."""
    if settings.attribution == "rules":
        return rules.attribute(annotated)
    from daylight.attribute.tagger import engine as tagger

    return tagger.attribute(annotated)
