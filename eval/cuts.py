"""Whether alignment leans on how one engine cuts what is said: ``python -m eval.cuts``.

Each way changes the content of every attribution of every second report, so that two cells of one statement are cut
differently; the labels stay. As in a comparison each is then parted into its utterances (``daylight.attribute.utterances``):
two cells share a row where an utterance of each does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from daylight.attribute import utterances
from daylight.model import Annotated, Attribution, Span
from eval.alignment import pair_f1, run
from eval.data import NoData

FEWEST = 4
"""Words that are left on either side of a cut; a shorter content stays as it is."""

Cut = Callable[[Annotated, Attribution], Span]


def as_given(_: Annotated, attribution: Attribution) -> Span:
    """The content from its first character to its last."""
    return Span(attribution.content[0].start, attribution.content[-1].end)


def to_the_sentence(report: Annotated, attribution: Attribution) -> Span:
    """All of the sentences that the content touches, source and cue with it."""
    numbers = _sentences(report, attribution)
    return Span(report.sentences[numbers[0]].span.start, report.sentences[numbers[-1]].span.end)


def with_the_next(report: Annotated, attribution: Attribution) -> Span:
    """The content and the sentence after it, if the paragraph has one."""
    span, last = as_given(report, attribution), _sentences(report, attribution)[-1]
    following = report.sentences[last + 1 : last + 2]
    return (
        Span(span.start, following[0].span.end) if following and following[0].block == report.sentences[last].block else span
    )


def longest_clause(report: Annotated, attribution: Attribution) -> Span:
    """The longest stretch between commas, semicolons, dashes and conjunctions that leave FEWEST words on both sides."""
    span = as_given(report, attribution)
    inside = report.tokens_in(span)
    parts, first = [], 0
    for n, i in enumerate(inside):
        token = report.tokens[i]
        breaks = token.text in {",", ";", "–", "—"} or token.dep in {"cc", "mark"}
        if breaks and n - first >= FEWEST and len(inside) - n > FEWEST:
            parts.append(Span(report.tokens[inside[first]].span.start, token.span.start))
            first = n
    if not parts:
        return span
    return max(*parts, Span(report.tokens[inside[first]].span.start, span.end), key=lambda part: part.end - part.start)


def without_the_first_words(report: Annotated, attribution: Attribution) -> Span:
    """The content without its first three words, where enough is left: what an engine leaves to the cue."""
    span = as_given(report, attribution)
    inside = report.tokens_in(span)
    return Span(report.tokens[inside[3]].span.start, span.end) if len(inside) >= 3 + FEWEST else span


WAYS: Mapping[str, Cut] = {
    "as given": as_given,
    "to the sentence": to_the_sentence,
    "with the next sentence": with_the_next,
    "the longest clause": longest_clause,
    "without the first words": without_the_first_words,
}


def cut(way: str, reports: Sequence[Annotated], attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those of every second report cut in ``way``; ids stay."""
    changed = {r.report.id: r for r in reports[1::2]}
    make = WAYS[way]
    return [
        replace(a, content=(make(changed[a.report], a),)) if a.report in changed and a.content else a for a in attributions
    ]


def _sentences(report: Annotated, attribution: Attribution) -> list[int]:
    inside = report.tokens_in(Span(attribution.content[0].start, attribution.content[-1].end))
    return [report.tokens[inside[0]].sentence, report.tokens[inside[-1]].sentence]


def parted(way: str, reports: Sequence[Annotated], attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions cut in ``way``, each in its utterances."""
    by_id = {r.report.id: r for r in reports}
    return [part for a in cut(way, reports, attributions) for part in utterances(by_id[a.report], a)]


def main() -> None:
    """Print pair F1 of both sets for each way to cut."""
    try:
        for way in WAYS:
            cases = run(partial(parted, way))
            scores = {kind: pair_f1([case for case in cases if case.kind == kind]) for kind in ("cells", "quotations")}
            print(f"{way:25s}", "   ".join(f"{kind} {score:5.1f}" for kind, score in scores.items()))
    except NoData as absent:
        print(f"skipped: {absent}")


if __name__ == "__main__":
    main()
