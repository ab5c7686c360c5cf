"""``python -m training.odds``: fit the weights of ``daylight.align.odds`` and print them beside those in use.

Pairs of two reports whose speakers agree or are not known, as tables of evidence. Hard ones were read (``eval/rows.jsonl``).
Easy ones, drawn by seed, are those that the weights in use put far from the threshold: EASY_OTHER or less is taken for two
things said, EASY_SAME or more for one (of 120 such read, 5 were not). They keep the fit from leaning on the hard ones alone,
which were drawn by the odds. A pair counts by how many of its kind it stands for. Event by event a tenth is left out for the
area under the curve, on hard pairs.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from daylight.align import pair_sentences
from daylight.align.evidence import features
from daylight.align.links import sides_of
from daylight.align.odds import BIAS, WEIGHTS, weighed
from daylight.align.sides import Side
from daylight.attribute import attribute, is_reported_speech, utterances
from daylight.model import Annotated, Attribution, Entity
from daylight.resolve import resolve
from eval.corpus import annotated
from eval.data import NoData, need
from eval.rows import Read, likest, pairs, reports

EASY_OTHER, EASY_SAME = -3.0, 3.0
DRAWN = {False: (12, 20.0), True: (3, 2.5)}
"""For easy pairs of two things and of one: how many are drawn from an event, and how many each counts for."""

RIDGE = 3.0
FOLDS = 10
STEPS = 60
Table = NDArray[np.float64]


class Example(NamedTuple):
    """The evidence on one pair, in the order of WEIGHTS."""

    event: str
    evidence: tuple[float, ...]
    same: bool
    weight: float
    hard: bool


def examples(event: str, read: Sequence[Read]) -> list[Example]:
    """The pairs of one event."""
    names = sorted(reports(event))
    told = annotated([need("gold", "texts", f"{name}.txt") for name in names])
    attributions, entities = _attributions(told)
    evidence = dict(_evidence(told, attributions, entities))
    place = {a.id: n for n, a in enumerate(attributions)}
    by_name = dict(zip(names, told, strict=True))
    hard = []
    for pair in read:
        ends = [likest(by_name[name].report, content, attributions) for name, content in (pair.a, pair.b)]
        key = tuple(sorted(place[a.id] for a in ends if a))
        if pair.verdict != "related" and key in evidence:
            hard.append(Example(event, evidence[key], pair.verdict == "same", pair.weight, hard=True))
    return hard + list(_easy(event, sorted(evidence.values())))


def _attributions(told: Sequence[Annotated]) -> tuple[list[Attribution], tuple[Entity, ...]]:
    whole = ((r, a) for r in told for a in attribute(r) if is_reported_speech(a))
    found = tuple(part for r, a in whole for part in utterances(r, a))
    entities, attributions = resolve(told, found, pair_sentences(told))
    return [a for a in attributions if a.content], entities


def _evidence(
    told: Sequence[Annotated], attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> Iterator[tuple[tuple[int, ...], tuple[float, ...]]]:
    sides, _, weight = sides_of(told, attributions, entities)
    for a, b in combinations([side for side in sides if side.at], 2):
        tables = weighed(a, b, features(a.contents, b.contents, weight), weight)
        stacked = np.stack([tables[name] for name in WEIGHTS], axis=-1)
        yield from _rows(a, b, stacked, attributions)


def _rows(
    a: Side, b: Side, stacked: NDArray[np.float32], attributions: Sequence[Attribution]
) -> Iterator[tuple[tuple[int, ...], tuple[float, ...]]]:
    for x, i in enumerate(a.at):
        for y, j in enumerate(b.at):
            if None in (speakers := {attributions[i].speaker, attributions[j].speaker}) or len(speakers) == 1:
                yield tuple(sorted((i, j))), tuple(stacked[x, y].tolist())


def _easy(event: str, evidence: Sequence[tuple[float, ...]]) -> Iterator[Example]:
    odds = [BIAS + sum(w * x for w, x in zip(WEIGHTS.values(), row, strict=True)) for row in evidence]
    drawing = random.Random(event)  # noqa: S311 (a sample, not a secret)
    for same, (count, weight) in DRAWN.items():
        far = [row for row, o in zip(evidence, odds, strict=True) if (o >= EASY_SAME if same else o <= EASY_OTHER)]
        for row in drawing.sample(far, min(count, len(far))):
            yield Example(event, row, same, weight, hard=False)


def fit(given: Sequence[Example]) -> Table:
    """Weights in the order of WEIGHTS, the bias last: logistic regression with a ridge on scaled evidence."""
    x, y, w = _arrays(given)
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / scale, np.ones(len(x))]
    ridge = RIDGE * np.diag([1.0] * x.shape[1] + [0.0])
    beta = np.zeros(z.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(z @ beta, -30, 30)))
        curve = (z * (w * p * (1 - p))[:, None]).T @ z + ridge + 1e-9 * np.eye(len(beta))
        beta += np.linalg.solve(curve, z.T @ (w * (y - p)) - ridge @ beta)
    weights = beta[:-1] / scale
    return np.append(weights, beta[-1] - weights @ mean)


def area(given: Sequence[Example]) -> float:
    """Area under the curve on the hard pairs, each event scored by weights fitted without its tenth of the events."""
    events = sorted({e.event for e in given})
    random.Random(0).shuffle(events)  # noqa: S311 (a split, not a secret)
    scored: list[tuple[float, bool]] = []
    for n in range(FOLDS):
        left_out = set(events[n::FOLDS])
        weights = fit([e for e in given if e.event not in left_out])
        scored += [(float(weights[:-1] @ e.evidence), e.same) for e in given if e.hard and e.event in left_out]
    same, other = ([s for s, label in scored if label == wanted] for wanted in (True, False))
    return float(np.mean([(a > b) + 0.5 * (a == b) for a in same for b in other]))


def _arrays(given: Sequence[Example]) -> tuple[Table, Table, Table]:
    return (
        np.array([e.evidence for e in given]),
        np.array([e.same for e in given], float),
        np.array([e.weight for e in given]),
    )


def main() -> None:
    """Fit and print."""
    try:
        read = pairs()
        given = [
            e for event in sorted({r.event for r in read}) for e in examples(event, [r for r in read if r.event == event])
        ]
    except NoData as absent:
        print(f"skipped: {absent}")
        return
    print(f"{sum(e.hard for e in given)} hard pairs, {sum(not e.hard for e in given)} easy ones")
    print(f"area under the curve, hard pairs of events left out: {area(given):.3f}")
    for (name, used), fitted in zip([*WEIGHTS.items(), ("bias", BIAS)], fit(given), strict=True):
        print(f"{name:10s} in use {used:6.2f}   fitted {fitted:6.2f}")


if __name__ == "__main__":
    main()
