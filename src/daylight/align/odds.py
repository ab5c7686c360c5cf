"""How likely two attributions give the same thing said: the evidence weighed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from daylight.align.evidence import Features, Index, Matrix, Table, beside, cosine, shared
from daylight.align.nearness import near_share
from daylight.align.sides import Side

# Logistic regression on pairs of attributions that one speaker has, or may have, in two reports, rounded: 253 pairs of 43
# events that were hard to tell, read and labelled by hand; 620 of the same events that were not; and the quotations of
# those events. Each is weighed by how many such pairs it stands for. The area under the curve, on the hard pairs of events
# that are left out, is .79; with the overlap of equal words in place of NEAR, and without PAIRS, APART, QUOTES and NEGATED,
# .75; of the pair model (``daylight.models.pairs``) alone .52, and beside the others it adds nothing.
NEAR, PAIRS, COSINE, CONTEXT, QUOTES, DISTANCE, BIAS = 6.4, 5.0, 3.5, 3.4, 1.4, -2.4, -6.0

APART = -2.5
"""Added where both are quotations, as far as they have no two words in a row in common: two reports of one utterance do."""

NEIGHBOUR, SURE = 0.7, 0.0
"""Added where the attributions just before or after have log odds of SURE or more: what follows in one report follows in the
other. On a pair of rewrites it joins 12 of 14 in place of 10, on one event 24 of 29 in place of 23."""

CUE, COUNTED = 1.3, 2.2
"""Added where both are told with the same cue other than "say" ("insisted", "stressed"), and where both count the same
thing, whatever the figure. The regression gives 2.7 and 4.4; the pairs hold few, so half is taken."""

UNKNOWN, AKIN, DESCRIBED = 3.5, 0.9, 0.6
"""Log odds that the words must make up for, for each of the two speakers that is not known: UNKNOWN, AKIN where the printed
sources have a word in common ("two former presidents", "former President Brandt"), DESCRIBED for one person in words that
are no name ("the front-runner")."""

TOPIC, TOPICS = -1.75, -1.0
"""Added where one side says something and the other only names what was spoken of ("on North Korea"); where both do."""

NEGATED = -0.3
"""Added where one side denies something and the other does not."""

SLIGHT_PAIRS, SLIGHT_QUOTES = 1.0, 2.0
"""Added to the pairs of words, and to the weight, of the shorter, so that two words are not a quotation."""

VERBATIM_DICE = 0.7
"""Overlap from which two attributions to different speakers, with a long run in common, are taken for the same words."""

WITHIN = 0.9
"""Part of the shorter of two such quotations that the longer one has too, where one report prints more of it."""


def log_odds(a: Side, b: Side, evidence: Features, weight: Mapping[str, float]) -> Matrix:
    """Log odds of each pair.

    Of two quotations the place in the report says nothing, nor inside one report: a lead gives again what stands far below.
    """
    quotations = _both(a.direct, b.direct)
    pairs = shared(a.pairs, b.pairs) / (_lighter(a.pairs, b.pairs) + SLIGHT_PAIRS)
    odds: Matrix = (
        NEAR * near_share(a.reach, b.reach)
        + PAIRS * pairs
        + APART * quotations * (1 - pairs)
        + QUOTES * _quotes_in_common(a, b, weight)
        + COSINE * evidence.cosine
        + CONTEXT * cosine(a.around, b.around)
        + CUE * (shared(a.cues, b.cues) > 0)
        + COUNTED * (shared(a.counted, b.counted) > 0)
        - _not_known(a, b)
        + TOPIC * (a.topic[:, None] ^ b.topic[None, :])
        + TOPICS * _both(a.topic, b.topic)
        + NEGATED * (a.negated[:, None] ^ b.negated[None, :])
        + BIAS
    )
    if a is b:
        np.fill_diagonal(odds, -np.inf)
        return odds
    odds += DISTANCE * evidence.distance * ~quotations
    odds += NEIGHBOUR * beside(odds >= SURE)
    return odds


def _quotes_in_common(a: Side, b: Side, weight: Mapping[str, float]) -> Matrix:
    """The part of the shorter side's quoted words that the other quotes too, where the reporter put words around some."""
    lighter = _lighter(a.quotes, b.quotes)
    common = shared(a.quotes, b.quotes, weight) / (lighter + SLIGHT_QUOTES)
    part: Matrix = common * (a.mixed[:, None] | b.mixed[None, :])
    return part


def _lighter(a: Index, b: Index) -> Matrix:
    lighter: Matrix = np.minimum(a.mass[:, None], b.mass[None, :])
    return lighter


def _both(a: Table, b: Table) -> Table:
    table: Table = a[:, None] & b[None, :]
    return table


def _not_known(a: Side, b: Side) -> Matrix:
    """What the words of each pair must make up for because one or both of its speakers are not known."""
    somebody = np.add.outer(1 * (a.unknown & ~a.described), 1 * (b.unknown & ~b.described))
    described = np.add.outer(1 * a.described, 1 * b.described)
    akin = shared(a.sources, b.sources) > 0
    cost: Matrix = (np.where(akin, AKIN, UNKNOWN) * somebody + DESCRIBED * described).astype(np.float32)
    return cost


def same_words(a: Side, b: Side, evidence: Features) -> Table:
    """Whether two attributions are the same words, or one quotation is the other with more around it."""
    one_longer = _both(a.quoted, b.quoted) & (evidence.within >= WITHIN)
    table: Table = (evidence.run >= 1) & ((evidence.dice >= VERBATIM_DICE) | one_longer)
    return table
