"""The order of the stages. No other module knows it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from daylight.align import align, find_copies, pair_sentences
from daylight.annotate import annotate
from daylight.attribute import attribute
from daylight.compare import find_differences, find_positions
from daylight.model import Attribution, Comparison, MadeBy, Report, Story
from daylight.resolve import resolve
from daylight.settings import DEFAULT, Settings


def compare(reports: Iterable[Report], settings: Settings = DEFAULT) -> Comparison:
    """Compare the reports of one event."""
    kept = tuple(reports)
    annotated = annotate(kept)
    found = tuple(chain.from_iterable(attribute(a, settings) for a in annotated))
    pairs = pair_sentences(annotated)
    entities, attributions = resolve(annotated, found, pairs)
    statements = align(annotated, attributions, entities)
    story = Story(annotated, entities, attributions, statements)
    return Comparison(
        made_by=MadeBy("0.1.0", settings.digest(), ()),
        reports=kept,
        entities=entities,
        attributions=attributions,
        statements=statements,
        differences=find_differences(story),
        positions=find_positions(story),
        copies=find_copies(annotated, pairs),
        skipped=(),
    )


def attributions(report: Report, settings: Settings = DEFAULT) -> tuple[Attribution, ...]:
    """The attributions of one report, with speakers resolved inside it."""
    (annotated,) = annotate([report])
    return resolve([annotated], attribute(annotated, settings), ())[1]
