"""By what words are compared: inflection, derivation, synonyms and spellings of names do not keep two reports apart."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import snowballstemmer  # type: ignore[import-untyped]

from daylight.lexicon import load
from daylight.model import Annotated, Entity, Span
from daylight.words import fold, is_content

_SAYING = frozenset({"MD", "VB", "VBD", "VBP", "VBZ", ""})
"""Tags of verbs that can say something; a word without a tag may be one."""
NO_WORDS = frozenset({"PUNCT", "SPACE", "SYM"})


@dataclass(frozen=True, slots=True)
class Named:
    """Where a report names or points at the people, bodies and places of the story: spans in order, with entity ids.

    ``pointing`` marks the mentions that are no name: "the prime minister" is compared by its words too, since another
    report's "prime minister" may not have been resolved.
    """

    spans: Sequence[Span]
    entities: Sequence[str]
    pointing: Sequence[bool]

    def at(self, offset: int) -> tuple[str | None, bool]:
        """The entity whose mention holds ``offset``, if any, and whether the words there count for themselves."""
        i = bisect_right(self.spans, offset, key=lambda span: span.start) - 1
        return (self.entities[i], self.pointing[i]) if i >= 0 and offset < self.spans[i].end else (None, True)


NOBODY = Named((), (), ())


def named(entities: Iterable[Entity]) -> Mapping[str, Named]:
    """The mentions of each report; a mention inside another is left out."""
    found: dict[str, list[tuple[Span, str, bool]]] = defaultdict(list)
    for entity in entities:
        names = (place for spelling in entity.spellings for place in spelling.mentions)
        for places, pointing in ((names, False), (entity.pointers, True)):
            for place in places:
                found[place.report].append((place.span, entity.id, pointing))
    return {report: _outermost(places) for report, places in found.items()}


def _outermost(places: Iterable[tuple[Span, str, bool]]) -> Named:
    kept: list[tuple[Span, str, bool]] = []
    for place in sorted(places, key=lambda p: (p[0].start, -p[0].end, p[2], p[1])):
        if not kept or place[0].start >= kept[-1][0].end:
            kept.append(place)
    return Named([p[0] for p in kept], [p[1] for p in kept], [p[2] for p in kept])


def terms_of(
    report: Annotated, spans: Iterable[Span], names: Named = NOBODY, without: frozenset[str] = frozenset()
) -> frozenset[str]:
    """What the content words that begin inside ``spans`` are compared by; ``without`` lists words and entities to pass over.

    A mention counts as the entity that it names, once, however it is spelt.
    """
    found = set()
    for token in (report.tokens[i] for span in spans for i in report.tokens_in(span)):
        entity, counts = names.at(token.span.start)
        if entity:
            found.add(entity)
        word = fold(token.text)
        if counts and token.pos not in NO_WORDS and is_content(word) and not {word, entity} & without:
            found.add(concept(fold(token.lemma or token.text)))
    return frozenset(found - without)


def counted_in(report: Annotated, spans: Iterable[Span]) -> frozenset[str]:
    """What is counted or measured inside ``spans``: the nouns that numbers belong to, as they are compared.

    "Nobody" counts people, and finds none.
    """
    tokens = [report.tokens[i] for span in spans for i in report.tokens_in(span)]
    heads = (report.tokens[t.head] for t in tokens if t.pos == "NUM" or t.text[0].isdigit())
    found = {concept(fold(head.lemma)) for head in heads if head.pos == "NOUN"}
    people = load("tallies")["none"]["people"]
    return frozenset(found | {concept(people["counted"]) for t in tokens if fold(t.text) in people["words"]})


def has_verb(report: Annotated, spans: Iterable[Span]) -> bool:
    """Whether a finite verb, a modal or an infinitive begins inside ``spans``: whether they can say anything at all."""
    return any(report.tokens[i].tag in _SAYING for span in spans for i in report.tokens_in(span))


def denies(report: Annotated, spans: Iterable[Span]) -> bool:
    """Whether a negation, or a verb that denies, stands inside ``spans``."""
    inside = (report.tokens[i] for span in spans for i in report.tokens_in(span))
    return any(not _denying().isdisjoint({fold(t.text), fold(t.lemma)}) for t in inside)


@cache
def _denying() -> frozenset[str]:
    lists = load("polarity")
    return frozenset([*lists["negators"], *lists["denials"]])


@lru_cache(maxsize=1 << 16)
def concept(lemma: str) -> str:
    """The stem of a folded lemma, or that of the first word in its group of synonyms and then of paraphrases."""
    stem = _stem(lemma)
    stem = _groups("synonyms").get(stem, stem)
    return _groups("paraphrase").get(stem, stem)


@cache
def _groups(topic: str) -> Mapping[str, str]:
    """The stem that stands for each stem of a group; the first group that has it counts."""
    groups = [[_stem(word) for word in group if " " not in word] for group in load(topic)["groups"]]
    return {stem: group[0] for group in reversed(groups) for stem in group}


def _stem(word: str) -> str:
    stem: str = _english().stemWord(word)
    return stem


@cache
def _english() -> Any:
    return snowballstemmer.stemmer("english")
