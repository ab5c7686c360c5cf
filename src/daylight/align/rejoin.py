"""Put utterances together again where no report tells them apart.

A long quotation is aligned utterance by utterance. Where neighbours came into one row, or where every report that has the
one has the other, word for word, they are shown as the one quotation that they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from daylight.model import Annotated, Attribution, Report, Span, Statement
from daylight.offsets import digest, join
from daylight.words import fold, words

_BETWEEN = re.compile(r"[\s,]*(?:\b(?:and|but)\s+)?")
"""What may stand between two utterances that were one clause after another."""


def rejoin(
    reports: Sequence[Annotated], attributions: Sequence[Attribution], statements: Sequence[Statement]
) -> tuple[tuple[Attribution, ...], tuple[Statement, ...]]:
    """The attributions and statements with utterances that belong together made one, in the same order."""
    texts = {r.report.id: r.report for r in reports}
    by_id = {a.id: a for a in attributions}
    following = _following(attributions)
    row_of = {i: n for n, s in enumerate(statements) for i in s.attributions}
    uniform = [_uniform([by_id[i] for i in s.attributions], texts) for s in statements]
    merged = list(range(len(statements)))
    for n, statement in enumerate(statements):
        after = {row_of.get(following.get(i, ""), n) for i in statement.attributions}
        for m in after - {n} if len(after) == 1 else ():
            if (
                uniform[n]
                and uniform[m]
                and {following[i] for i in statement.attributions} == set(statements[m].attributions)
            ):
                merged[m] = n
    rows: dict[int, list[Attribution]] = defaultdict(list)
    for n, statement in enumerate(statements):
        rows[_first(merged, n)] += [by_id[i] for i in statement.attributions]
    joined = {n: _join_neighbours(row, following, texts) for n, row in rows.items()}
    kept = tuple(
        replace(statements[n], id=digest("s", row[0].id), attributions=tuple(a.id for a in row)) for n, row in joined.items()
    )
    order = {report: k for k, report in enumerate(texts)}
    found = (a for row in joined.values() for a in row)
    return tuple(sorted(found, key=lambda a: (order[a.report], a.content, a.id))), kept


def _following(attributions: Iterable[Attribution]) -> dict[str, str]:
    """For each utterance the next one of the same attribution."""
    parts: dict[str, list[Attribution]] = defaultdict(list)
    for a in attributions:
        if a.part_of:
            parts[a.part_of].append(a)
    ordered = [sorted(group, key=lambda a: a.content) for group in parts.values()]
    return {a.id: b.id for group in ordered for a, b in pairwise(group)}


def _uniform(row: Sequence[Attribution], texts: dict[str, Report]) -> bool:
    """Whether every cell of a row has the same words, typography apart."""
    return len({_folded(a, texts[a.report]) for a in row}) == 1


def _folded(a: Attribution, report: Report) -> tuple[str, ...]:
    return tuple(fold(report.slice(word)) for span in a.content for word in words(report.text, span))


def _first(merged: Sequence[int], n: int) -> int:
    while merged[n] != n:
        n = merged[n]
    return n


def _join_neighbours(row: Iterable[Attribution], following: dict[str, str], texts: dict[str, Report]) -> list[Attribution]:
    """Utterances of one attribution that follow one another made one; the whole again where all of it is there."""
    joined: list[Attribution] = []
    last: dict[str, str] = {}
    for a in row:
        for k, before in enumerate(joined):
            if a.part_of and before.part_of == a.part_of and following.get(last[before.id]) == a.id:
                joined[k] = _one(before, a, texts[a.report].text)
                last[joined[k].id] = a.id
                break
        else:
            joined.append(a)
            last[a.id] = a.id
    return joined


def _one(a: Attribution, b: Attribution, text: str) -> Attribution:
    (*before, last), (first, *after) = a.content, b.content
    whole = _BETWEEN.fullmatch(text, last.end, first.start) is not None
    content = join((*before, *([Span(last.start, first.end)] if whole else [last, first]), *after), text)
    kind = a.kind if a.kind == b.kind else "mixed"
    made = digest("a", a.report, a.cue, content)
    return replace(a, id=made, content=content, kind=kind, part_of=None if made == a.part_of else a.part_of)
