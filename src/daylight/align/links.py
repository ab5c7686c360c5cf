"""What is known of every two attributions of a story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np

from daylight.align.evidence import Matrix, Table, features, nearly_best, numbers_of, rarity
from daylight.align.nearness import spellings, vocabulary
from daylight.align.odds import log_odds, same_words, strangers
from daylight.align.sides import Bags, Side, quoted_in, side_of
from daylight.align.terms import NOBODY, concept, named, terms_of
from daylight.model import Annotated, Attribution, Entity
from daylight.words import fold

RIVAL = 1.5
"""A pair is proposed when its log odds are within this of the best that either side has in the other's report."""


@dataclass(frozen=True, slots=True)
class Links:
    """What is known of every pair of attributions: symmetric tables of shape (n, n).

    ``odds`` are log odds that the two give the same thing said. ``same_words`` marks pairs whose words are nearly the same,
    ``strangers`` those whose speakers cannot be one though one is not known, ``proposed`` those that no other pair of their
    reports outdoes. ``terms`` and ``numbers`` are the content words and the numbers of each attribution; ``headline`` says
    whether it stands in one.
    """

    odds: Matrix
    same_words: Table
    strangers: Table
    proposed: Table
    terms: Sequence[frozenset[str]]
    numbers: Sequence[frozenset[str]]
    headline: Sequence[bool]


def link(reports: Sequence[Annotated], attributions: Sequence[Attribution], entities: Sequence[Entity]) -> Links:
    """Compare every two attributions, report by report. Each must have a content."""
    by_id = {r.report.id: r for r in reports}
    sides, bags, weight = sides_of(reports, attributions, entities)
    size = (len(attributions), len(attributions))
    numbers = [numbers_of(by_id[a.report], a.content) for a in attributions]
    headline = [by_id[a.report].role_at(a.content[0].start) == "headline" for a in attributions]
    odds = np.zeros(size, np.float32)
    same, apart, proposed = (np.zeros(size, np.bool_) for _ in range(3))
    links = Links(odds, same, apart, proposed, bags.contents, numbers, headline)
    for a, b in combinations_with_replacement(sides, 2):
        if a.at and b.at:
            _fill(links, a, b, weight)
    return links


def sides_of(
    reports: Sequence[Annotated], attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> tuple[list[Side], Bags, dict[str, float]]:
    """The side of each report, the words of each attribution, and what each word weighs in the story."""
    by_id = {r.report.id: r for r in reports}
    names, own = named(entities), _own_names(entities)
    contents, quotes = (
        [
            terms_of(by_id[a.report], spans, names.get(a.report, NOBODY), own.get(a.speaker or "", frozenset()))
            for a, spans in zip(attributions, parts, strict=True)
        ]
        for parts in ([a.content for a in attributions], [quoted_in(by_id[a.report], a) for a in attributions])
    )
    sources = [terms_of(by_id[a.report], a.source) | _concepts(own.get(a.speaker or "", ())) for a in attributions]
    sentences = (terms_of(r, [s.span], names.get(r.report.id, NOBODY)) for r in reports for s in r.sentences)
    weight = rarity([*sentences, *contents])
    bags = Bags(contents, quotes, sources, frozenset(e.id for e in entities if e.kind == "person"))
    known = vocabulary(contents, spellings(reports), weight)
    return [side_of(r, attributions, bags, known, weight) for r in reports], bags, weight


def _own_names(entities: Sequence[Entity]) -> dict[str, frozenset[str]]:
    """Each entity and the words of its name: "he" and "Brandt" must not keep two reports apart."""
    return {e.id: frozenset({e.id, *(fold(word) for s in e.spellings for word in s.text.split())}) for e in entities}


def _concepts(words: Iterable[str]) -> frozenset[str]:
    return frozenset(concept(word) for word in words)


def _fill(links: Links, a: Side, b: Side, weight: Mapping[str, float]) -> None:
    """Enter the pairs of two reports, or those of one report with itself."""
    evidence = features(a.contents, b.contents, weight)
    odds = log_odds(a, b, evidence, weight)
    for table, values in (
        (links.odds, odds),
        (links.same_words, same_words(a, b, evidence)),
        (links.strangers, strangers(a, b)),
        (links.proposed, nearly_best(odds, RIVAL)),
    ):
        table[np.ix_(a.at, b.at)] = values
        table[np.ix_(b.at, a.at)] = values.T
