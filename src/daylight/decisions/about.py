"""What decisions speak of, once all stages are done: ids that are gone are looked up again, or left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from daylight.model import About, Attribution, Decided, Story


def settle(told: Iterable[Decided], before: Sequence[Attribution], story: Story) -> tuple[Decided, ...]:
    """Decisions that speak only of entities and statements of the story; of an attribution, by the statement that holds it.

    ``before`` are the attributions as the decisions knew them, before neighbours were made one.
    """
    row = _rows(before, story)
    known = {About("entity", e.id) for e in story.entities} | {About("statement", s.id) for s in story.statements}
    return tuple(replace(d, about=tuple(dict.fromkeys(_now(d.about, row, known)))) for d in told)


def _now(about: Iterable[About], row: Mapping[str, str], known: set[About]) -> Iterator[About]:
    for one in about:
        here = About("statement", row.get(one.id, "")) if one.type == "attribution" else one
        if here in known:
            yield here


def _rows(before: Sequence[Attribution], story: Story) -> dict[str, str]:
    """For each attribution, as it was, the statement that holds its words now."""
    of = {i: s.id for s in story.statements for i in s.attributions}
    joined: dict[object, list[Attribution]] = defaultdict(list)
    for a in story.attributions:
        joined[a.report, a.cue].append(a)
    gone = {a.id: holder for a in before if a.id not in of for holder in joined[a.report, a.cue] if _holds(holder, a)}
    return of | {key: of[holder.id] for key, holder in gone.items()}


def _holds(holder: Attribution, part: Attribution) -> bool:
    return any(span.covers(part.content[0]) for span in holder.content if part.content)
