"""How likely two attributions give the same thing said: the evidence weighed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from daylight.align.evidence import Features, Index, Matrix, Table, beside, cosine, shared
from daylight.align.nearness import near_share
from daylight.align.sides import Side

WEIGHTS = {
    # What both say: words in common or near, pairs of lemmas in a row, words inside quotation marks, the sense.
    "words": 6.4,
    "pairs": 5.0,
    "quotes": 1.4,
    "sense": 3.5,
    "context": 3.4,  # the sense of the sentences around
    # Told with the same cue other than "say" ("insisted", "stressed"); counting the same thing, whatever the figure. The
    # regression gives 2.7 and 4.5; the pairs hold few, so half is taken.
    "cue": 1.3,
    "counted": 2.2,
    # Both are quotations, as far as they have no two words in a row in common. The regression gives -3.7 on outlets that
    # print what was said; quotations that were translated there and back share less.
    "apart": -2.5,
    "distance": -2.4,  # between the places in the reports, 0 to 1; not of two quotations
    # One side says something and the other only names what was spoken of ("on North Korea"); both only name it.
    "topic": -1.75,
    "topics": -1.0,
    "negated": -0.3,  # one side denies something and the other does not
    # For each of the two speakers that is not known: the printed sources have nothing in common; they have a word in common
    # ("two former presidents", "former President Brandt"); one person in words that are no name ("the front-runner").
    "unknown": -3.5,
    "akin": -0.9,
    "described": -0.6,  # the regression would reward it; the pairs hold few
}
"""What each kind of evidence adds to the log odds.

Logistic regression, rounded (``python -m training.odds``), on pairs of attributions that one speaker has, or may have, in
two reports: 253 pairs of 39 events that were hard to tell, read for it (``eval/rows.jsonl``), and others of the same events
that were not. Each is weighed by how many such pairs it stands for. The area under the curve, on the hard pairs of events
that are left out, is .79. With equal words only in place of near ones, and without "pairs", "quotes", "apart" and "negated",
it is .75. The pair model (``daylight.models.pairs``) alone has .52 on them, and beside the others it adds nothing.
"""

BIAS = -6.0

NEIGHBOUR, SURE = 0.7, 0.0
"""Added where the attributions just before or after have log odds of SURE or more: what follows in one report follows in the
other. On a pair of rewrites it joins 12 of 14 in place of 10, on one event 24 of 29 in place of 23."""

SLIGHT_PAIRS, SLIGHT_QUOTES = 1.0, 2.0
"""Added to the pairs of words, and to the weight, of the shorter, so that two words are not a quotation."""

VERBATIM_DICE = 0.7
"""Overlap from which two attributions to different speakers, with a long run in common, are taken for the same words."""

WITHIN = 0.9
"""Part of the shorter of two such quotations that the longer one has too, where one report prints more of it."""


def log_odds(a: Side, b: Side, evidence: Features, weight: Mapping[str, float]) -> Matrix:
    """Log odds of each pair of attributions of two reports, or of one report with itself."""
    odds = np.full((len(a.at), len(b.at)), BIAS, dtype=np.float32)
    for name, table in weighed(a, b, evidence, weight).items():
        odds += WEIGHTS[name] * table
    if a is b:
        np.fill_diagonal(odds, -np.inf)
        return odds
    return odds + NEIGHBOUR * beside(odds >= SURE)


def weighed(a: Side, b: Side, evidence: Features, weight: Mapping[str, float]) -> dict[str, Matrix]:
    """The tables that WEIGHTS weighs.

    Of two quotations the place in the report says nothing, nor inside one report: a lead gives again what stands far below.
    """
    quotations = _both(a.direct, b.direct)
    pairs = shared(a.pairs, b.pairs) / (_lighter(a.pairs, b.pairs) + SLIGHT_PAIRS)
    tables = {
        "words": near_share(a.reach, b.reach),
        "pairs": pairs,
        "quotes": _quotes_in_common(a, b, weight),
        "sense": evidence.cosine,
        "context": cosine(a.around, b.around),
        "cue": shared(a.cues, b.cues) > 0,
        "counted": shared(a.counted, b.counted) > 0,
        "apart": quotations * (1 - pairs),
        "distance": evidence.distance * ~quotations * (a is not b),
        "topic": a.topic[:, None] ^ b.topic[None, :],
        "topics": _both(a.topic, b.topic),
        "negated": a.negated[:, None] ^ b.negated[None, :],
    }
    return {name: table.astype(np.float32) for name, table in (tables | _not_known(a, b)).items()}


def _not_known(a: Side, b: Side) -> dict[str, Matrix]:
    """How many of the two speakers are not known, by what is printed of them."""
    somebody = np.add.outer(1 * (a.unknown & ~a.described), 1 * (b.unknown & ~b.described))
    akin = shared(a.sources, b.sources) > 0
    described = np.add.outer(1 * a.described, 1 * b.described)
    return {"unknown": somebody * ~akin, "akin": somebody * akin, "described": described}


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


def same_words(a: Side, b: Side, evidence: Features) -> Table:
    """Whether two attributions are the same words, or one quotation is the other with more around it."""
    one_longer = _both(a.quoted, b.quoted) & (evidence.within >= WITHIN)
    table: Table = (evidence.run >= 1) & ((evidence.dice >= VERBATIM_DICE) | one_longer)
    return table


def strangers(a: Side, b: Side) -> Table:
    """Whether the speakers of two attributions are two, though one of them is not known: several people are not one of
    them, and "he" is no body. Not where the printed sources have a word in common."""
    apart = _both(a.several, b.person) | _both(a.person, b.several) | _both(a.lone, b.body) | _both(a.body, b.lone)
    table: Table = apart & ~(shared(a.sources, b.sources) > 0)
    return table
