"""Whether sources lead to the right speaker, against gold coreference: ``python -m eval.speakers [--errors]``.

Counted are the sources of the attributions that we find in GUM's news, each article alone. A source stands for a gold
entity: that of the widest gold mention inside its first stretch, else of the narrowest named kind around where it begins;
a source that stands for none is not counted. One of our entities is the gold entity that most of its own names lie in
(the narrowest person, organization or place around each).

*right*: of the sources that we give a speaker, those whose speaker is the source's gold entity.
*resolved*: of the sources whose gold entity is named anywhere in its article, those that we give a speaker.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from daylight.model import Attribution, Entity, Span
from daylight.pipeline import speakers_and_attributions
from eval.data import NoData, need
from eval.figures import Figure, bootstrap
from eval.gum import NAMED_KINDS, GoldArticle, read

_SLACK = 1
"""A gold mention counts as inside a source that it overhangs by one character: a comma or a quotation mark."""


class Case(NamedTuple):
    """One source: its words, whether its gold entity is named, our speaker's name if any, and whether that is right."""

    article: str
    words: str
    named: bool
    speaker: str | None
    right: bool


def data() -> list[Path]:
    """The files that the figures depend on."""
    return sorted(need("gum_news").glob("*.conllu"))


def run() -> list[list[Case]]:
    """The sources of each article."""
    return [list(_cases(read(path))) for path in data()]


def _cases(article: GoldArticle) -> list[Case]:
    entities, attributions = speakers_and_attributions(article.report)
    ours = {entity.id: (entity.name, _gold_of(entity, article)) for entity in entities}
    named = {m.entity for m in article.mentions if m.named}
    found = [(a, gold) for a in attributions if (gold := _meant(a, article)) is not None]
    return [_case(article, a, gold, named=gold in named, ours=ours) for a, gold in found]


def _case(
    article: GoldArticle, found: Attribution, gold: str, *, named: bool, ours: Mapping[str, tuple[str, str | None]]
) -> Case:
    name, speaker = ours[found.speaker] if found.speaker else (None, None)
    return Case(article.report.id, article.report.slice(found.source[0]), named, name, speaker == gold)


def _meant(attribution: Attribution, article: GoldArticle) -> str | None:
    """The gold entity that a source stands for."""
    if not attribution.source:
        return None
    source = attribution.source[0]
    inside = [
        (m.span.end - m.span.start, m.entity)
        for m in article.mentions
        if source.start - _SLACK <= m.span.start and m.span.end <= source.end + _SLACK
    ]
    return max(inside)[1] if inside else _around(Span(source.start, source.start + 1), article)


def _around(span: Span, article: GoldArticle) -> str | None:
    """The gold entity of the narrowest person, organization or place around a stretch."""
    around = [
        (m.span.end - m.span.start, m.entity) for m in article.mentions if m.kind in NAMED_KINDS and m.span.covers(span)
    ]
    return min(around)[1] if around else None


def _gold_of(entity: Entity, article: GoldArticle) -> str | None:
    spans = [place.span for spelling in entity.spellings for place in spelling.mentions]
    counted = Counter(gold for span in spans if (gold := _around(span, article)) is not None)
    return counted.most_common(1)[0][0] if counted else None


def right(articles: Sequence[Sequence[Case]]) -> float:
    """Of the sources that are given a speaker, the share given the right one, in per cent."""
    told = [case for cases in articles for case in cases if case.speaker is not None]
    return 100 * sum(case.right for case in told) / len(told) if told else 100.0


def resolved(articles: Sequence[Sequence[Case]]) -> float:
    """Of the sources whose entity is named, the share given a speaker, in per cent."""
    named = [case for cases in articles for case in cases if case.named]
    return 100 * sum(case.speaker is not None for case in named) / len(named) if named else 100.0


def figures() -> list[Figure]:
    """Both shares, with intervals over articles."""
    articles = run()
    every = [case for cases in articles for case in cases]
    told, named = sum(case.speaker is not None for case in every), sum(case.named for case in every)
    return [
        Figure("speakers: of the resolved sources, right", right(articles), told, *bootstrap(articles, right)),
        Figure("speakers: of the named sources, resolved", resolved(articles), named, *bootstrap(articles, resolved)),
    ]


def main() -> None:
    """Print the figures, and the sources that came out wrong or not at all on request."""
    parser = argparse.ArgumentParser(description="Score the resolving of sources to speakers.")
    parser.add_argument("--errors", action="store_true", help="list the sources that came out wrong or unresolved")
    args = parser.parse_args()
    try:
        articles = run()
    except NoData as absent:
        print(f"skipped: {absent}")
        return
    every = [case for cases in articles for case in cases]
    told, named = [case for case in every if case.speaker is not None], [case for case in every if case.named]
    print(f"right    {sum(case.right for case in told)} of {len(told)} resolved = {right(articles):.1f}")
    print(f"resolved {sum(c.speaker is not None for c in named)} of {len(named)} named = {resolved(articles):.1f}")
    for case in every if args.errors else ():
        if case.speaker is not None and not case.right:
            print(f"{case.article}: wrong: {case.words} | {case.speaker}")
        elif case.speaker is None and case.named:
            print(f"{case.article}: none: {case.words}")


if __name__ == "__main__":
    main()
