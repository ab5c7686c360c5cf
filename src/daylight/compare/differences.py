"""Typed differences between the reports of a story."""

from __future__ import annotations

from daylight.compare import explain
from daylight.compare.circumstances import compare_places, compare_times
from daylight.compare.coverage import only_here
from daylight.compare.frame import frame
from daylight.compare.people import compare_names, compare_roles
from daylight.compare.printed import printed_in
from daylight.compare.rows import Against, Row, against_reference, readings, row, turned
from daylight.compare.settling import Index, settled
from daylight.compare.speakers import compare_speakers
from daylight.compare.stitches import compare_stitches
from daylight.compare.telling import cut_clause, explained
from daylight.model import (
    TRIVIAL_KINDS,
    About,
    Difference,
    DifferenceKind,
    Statement,
    Story,
)
from daylight.offsets import digest

MAX_CHANGED = 12
"""Most word pairs named in one difference; more are shown by the marks in the texts."""

FORM = "contractions"
"""The rule of a rewording that an editor wants to be told last."""

ONE_OCCASION = 0.5
"""Least share of the longer one's content words at which two cells tell of one thing said, at one time and place."""


def find_differences(story: Story) -> tuple[Difference, ...]:
    """Differences in the order of the statements, those about people last; contractions after them, then what is trivial."""
    index = Index(
        {a.id: a for a in story.attributions},
        {a.report.id: a for a in story.reports},
        {e.id: e for e in story.entities},
        explain.labels(a.report for a in story.reports),
        {place: e for e in story.entities for s in e.spellings for place in s.mentions},
        printed_in(story.reports),
    )
    found = [one for statement in story.statements for one in _of_statement(statement, index)]
    found = _without_doubles(found + compare_stitches(story, index.labels))
    for entity in story.entities:
        found += compare_names(entity, index.labels) + compare_roles(entity, index.labels)
    return tuple(sorted(found, key=lambda difference: (difference.trivial, difference.rule == FORM)))


def _of_statement(statement: Statement, index: Index) -> list[Difference]:
    cells = [index.attributions[i] for i in statement.attributions]
    if len({a.report for a in cells}) < 2:
        return only_here(statement, cells, index)
    line = row(statement, index.attributions, index.reports)
    views = [(view, _by_kind(view, index)) for view in turned(line)]
    kinds = dict.fromkeys(kind for _, by_kind in views for kind in by_kind)
    found = []
    for kind in kinds:
        seen = [(view, by_kind[kind]) for view, by_kind in views if kind in by_kind]
        told = readings(seen[:1] if kind in TRIVIAL_KINDS else seen)
        found.append(_difference(kind, [(view, _telling(against)) for view, against in told], index))
    return _one_of_a_kind(found + compare_speakers(statement, cells, index.entities, index.reports, index.labels))


def _by_kind(line: Row, index: Index) -> dict[DifferenceKind, list[Against]]:
    """What the others differ in from the reference, by the kind that it is in this story."""
    against = [one for of_kind in against_reference(line).values() for one in of_kind] + _circumstances(line, index)
    found: dict[DifferenceKind, list[Against]] = {}
    for one in against:
        kept = settled(one.told.kind, one, line, index)
        if kept is not None:
            found.setdefault(kept.told.kind, []).append(kept)
    return found


def _circumstances(line: Row, index: Index) -> list[Against]:
    a = line.reference.attribution
    found = []
    for other in line.others:
        b = other.attribution
        if frame(line.reference.content.text, other.content.text).mutual < ONE_OCCASION:
            continue
        told = compare_times(a, b, index.reports) + compare_places(a, b, index.entities, index.reports)
        found += [Against(one, (b.report,)) for one in told]
    return found


def _telling(against: list[Against]) -> list[Against]:
    """Those that differ in more than contractions, if any do."""
    return [one for one in against if one.told.rule != FORM] or against


def _difference(kind: DifferenceKind, views: list[tuple[Row, list[Against]]], index: Index) -> Difference:
    """One difference of a kind, with the evidence of each distinct wording."""
    all_against = [one for _, against in views for one in against]
    evidence = tuple(dict.fromkeys(place for one in all_against for place in (*one.told.a, *one.told.b)))
    changed = tuple(dict.fromkeys(pair for one in all_against for pair in one.told.changed))[:MAX_CHANGED]
    statement = views[0][0].statement.id
    return Difference(
        id=digest("d", kind, statement),
        kind=kind,
        about=About("statement", statement),
        evidence=evidence,
        explanation=" ".join(explained(kind, against, line, index) for line, against in views),
        rule=all_against[0].told.rule,
        score=max(one.told.score for one in all_against),
        changed=changed,
        cut_before_qualifier=bool(cut_clause(all_against, index)),
    )


def _without_doubles(found: list[Difference]) -> list[Difference]:
    """The first difference of each id."""
    return list({one.id: one for one in reversed(found)}.values())[::-1]


def _one_of_a_kind(found: list[Difference]) -> list[Difference]:
    """The first difference of each kind: ids and pages want one."""
    return list({one.kind: one for one in reversed(found)}.values())[::-1]
