"""Sentences that one report prints as one quotation, where another shows that more was said between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from daylight.compare.explain import stitched
from daylight.model import About, Annotated, Attribution, Difference, Place, Span, Statement, Story
from daylight.offsets import digest

MARKS = " “”\"‘’'"
"""Quotation marks and spaces, which a quoted explanation brings itself."""

CUTS = ("…", "...", "…]", "...]", "[…", "[...")
"""How a cut is marked at the end or the beginning of a sentence."""

Parts = Sequence[Attribution]


def compare_stitches(story: Story, labels: Mapping[str, str]) -> list[Difference]:
    """One difference for each place where a report runs two sentences together, at the row of the second."""
    row_of = {i: statement for statement in story.statements for i in statement.attributions}
    reports = {a.report.id: a for a in story.reports}
    wholes = list(_wholes(story.attributions))
    found: dict[str, Difference] = {}
    for parts in wholes:
        for first, second in pairwise(parts):
            if first.id in row_of and second.id in row_of and _runs_on(first, second, reports[first.report]):
                rows = (row_of[first.id], row_of[second.id])
                for other in wholes:
                    if other[0].report != first.report and (between := _between(other, rows)):
                        one = _difference((first, second), between, rows[1], reports, labels)
                        found.setdefault(one.id, one)
    return list(found.values())


def _wholes(attributions: Sequence[Attribution]) -> Iterator[Parts]:
    """The utterances of each attribution that has several, in order."""
    parts: dict[str, list[Attribution]] = defaultdict(list)
    for one in attributions:
        if one.part_of:
            parts[one.part_of].append(one)
    yield from (sorted(group, key=lambda a: a.content) for group in parts.values() if len(group) > 1)


def _runs_on(first: Attribution, second: Attribution, annotated: Annotated) -> bool:
    """Whether two direct utterances follow each other inside one pair of quotation marks, with no sign of a cut."""
    if not first.kind == second.kind == "direct":
        return False
    gap = Span(first.content[-1].end, second.content[0].start)
    inside = any(q.span.start <= first.content[-1].start and gap.end < q.span.end for q in annotated.quotations)
    ends = annotated.report.slice(first.content[-1]).rstrip(), annotated.report.slice(second.content[0]).lstrip()
    return inside and not annotated.report.slice(gap).strip() and not (ends[0].endswith(CUTS) or ends[1].startswith(CUTS))


def _between(parts: Parts, rows: tuple[Statement, Statement]) -> Parts:
    """The utterances that stand between those of two rows in another report's quotation; () for none."""
    ids = [one.id for one in parts]
    at = [next((ids.index(i) for i in row.attributions if i in ids), -1) for row in rows]
    kept = parts[at[0] + 1 : at[1]] if rows[0] is not rows[1] and 0 <= at[0] < at[1] else ()
    joined = {i for row in rows for i in row.attributions}
    return kept if not joined & {one.id for one in kept} and all(one.kind == "direct" for one in kept) else ()


def _difference(
    pair: tuple[Attribution, Attribution],
    between: Parts,
    row: Statement,
    reports: Mapping[str, Annotated],
    labels: Mapping[str, str],
) -> Difference:
    other = between[0].report
    left_out = " ".join(reports[other].report.slice(span) for one in between for span in one.content).strip(MARKS)
    evidence = [Place(pair[0].report, span) for one in pair for span in one.content]
    evidence += [Place(other, span) for one in between for span in one.content]
    return Difference(
        id=digest("d", "reworded-in-quotes", row.id),
        kind="reworded-in-quotes",
        about=About("statement", row.id),
        evidence=tuple(evidence),
        explanation=stitched(labels[pair[0].report], labels[other], left_out),
        rule="stitched",
        score=0.8,
        changed=(("", left_out),),
    )
