"""How likely two attributions give the same thing said: the evidence weighed."""

from __future__ import annotations

import numpy as np

from daylight.align.evidence import Features, Matrix, Table, beside, cosine, shared
from daylight.align.sides import Side

# Logistic regression on pairs of attributions of one speaker in two reports: 203 pairs of three hand-made sets against some
# 800 others, rounded. Area under the curve of the sum: .96 (two rewrites of one report), .98 (one event in three reports),
# .99 (quotations of 44 events). Fitted on words without stems and synonyms; fitted again on those, dice is 4.0 and share
# 3.5, and as many pairs are joined (``python -m eval.alignment``).
DICE, SHARE, COSINE, RUN, DISTANCE, CONTEXT, BIAS = 3.6, 3.0, 2.4, 1.4, -1.5, 2.2, -5.2

APART = -1.0
"""Added where both are quotations of some length without a run of words in common: reports of one utterance share one."""

NEIGHBOUR, SURE = 0.7, 0.0
"""Added where the attributions just before or after have log odds of SURE or more: what follows in one report follows in the
other. On a pair of rewrites it joins 12 of 14 in place of 10, on one event 24 of 29 in place of 23."""

CUE, COUNTED = 0.8, 1.5
"""Added where both are told with the same cue other than "say" ("insisted", "stressed"), and where both count the same
thing, whatever the figure. The regression gives 1.2 and 3.0; the sets hold few, so half is taken."""

UNKNOWN, DESCRIBED, STRANGER = 1.5, 0.75, 1.5
"""Log odds that the words must make up for, for each of the two speakers that is not known; and again where one is
printed as somebody ("the company") in words that have nothing to do with the other, and no run of words is shared.
One person in words that are no name ("the front-runner") is DESCRIBED: half of it, and no stranger. Chosen by
reading two such pairs of one event compared by hand; it joins one of them."""

TOPIC = -2.0
"""Added where one side says something and the other only names what was spoken of ("on North Korea")."""

VERBATIM_DICE = 0.7
"""Overlap from which two attributions to different speakers, with a long run in common, are taken for the same words."""

WITHIN = 0.9
"""Part of the shorter of two such quotations that the longer one has too, where one report prints more of it."""


def log_odds(a: Side, b: Side, evidence: Features) -> Matrix:
    """Log odds of each pair. Inside one report the place says nothing: a lead gives again what stands far below."""
    odds: Matrix = (
        DICE * evidence.dice
        + SHARE * evidence.share
        + COSINE * evidence.cosine
        + RUN * evidence.run
        + CONTEXT * cosine(a.around, b.around)
        + CUE * (shared(a.cues, b.cues) > 0)
        + COUNTED * (shared(a.counted, b.counted) > 0)
        + APART * (a.quoted[:, None] & b.quoted[None, :] & (evidence.run == 0))
        - np.add.outer(_not_known(a), _not_known(b))
        - STRANGER * (_strangers(a, b) & (evidence.run == 0))
        + TOPIC * (a.topic[:, None] ^ b.topic[None, :])
        + BIAS
    )
    if a is b:
        np.fill_diagonal(odds, -np.inf)
        return odds
    odds += DISTANCE * evidence.distance
    odds += NEIGHBOUR * beside(odds >= SURE)
    return odds


def _not_known(side: Side) -> Matrix:
    """What each attribution's words must make up for because its speaker is not known."""
    cost: Matrix = np.where(side.described, DESCRIBED, UNKNOWN * side.unknown).astype(np.float32)
    return cost


def _strangers(a: Side, b: Side) -> Table:
    """Pairs with an unknown speaker whose sources are printed in words that have nothing in common."""
    unknown = (a.unknown & ~a.described)[:, None] | (b.unknown & ~b.described)[None, :]
    printed = (a.sources.mass[:, None] > 0) & (b.sources.mass[None, :] > 0)
    table: Table = unknown & printed & (shared(a.sources, b.sources) == 0)
    return table


def same_words(a: Side, b: Side, evidence: Features) -> Table:
    """Whether two attributions are the same words, or one quotation is the other with more around it."""
    quoted = a.quoted[:, None] & b.quoted[None, :]
    table: Table = (evidence.run >= 1) & ((evidence.dice >= VERBATIM_DICE) | quoted & (evidence.within >= WITHIN))
    return table
