"""Typed differences between the reports of a story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from operator import gt, lt

from rapidfuzz import fuzz

from daylight.compare import explain
from daylight.compare.circumstances import compare_places, compare_times
from daylight.compare.coverage import only_here
from daylight.compare.explain import Group
from daylight.compare.findings import Told
from daylight.compare.folding import units
from daylight.compare.frame import frame
from daylight.compare.people import compare_names, compare_roles
from daylight.compare.rows import Against, Row, against_reference, agreeing, readings, row, turned
from daylight.compare.speakers import compare_speakers
from daylight.compare.stitches import compare_stitches
from daylight.model import (
    TRIVIAL_KINDS,
    About,
    Annotated,
    Attribution,
    Difference,
    DifferenceKind,
    Entity,
    Place,
    Statement,
    Story,
)
from daylight.offsets import digest
from daylight.words import is_content

MAX_CHANGED = 12
"""Most word pairs named in one difference; more are shown by the marks in the texts."""

FORM = "contractions"
"""The rule of a rewording that an editor wants to be told last."""

ONE_OCCASION = 0.5
"""Least share of the longer one's content words at which two cells tell of one thing said, at one time and place."""

ALIKE = 70
"""Ratio of two names from which on they are read as spellings of one: the name rule of the entity tells of that."""


@dataclass(frozen=True, slots=True)
class _Index:
    """The story by id."""

    attributions: Mapping[str, Attribution]
    reports: Mapping[str, Annotated]
    entities: Mapping[str, Entity]
    labels: dict[str, str]
    mentions: Mapping[Place, Entity]


def find_differences(story: Story) -> tuple[Difference, ...]:
    """Differences in the order of the statements, those about people last; contractions after them, then what is trivial."""
    index = _Index(
        {a.id: a for a in story.attributions},
        {a.report.id: a for a in story.reports},
        {e.id: e for e in story.entities},
        explain.labels(a.report for a in story.reports),
        {place: e for e in story.entities for s in e.spellings for place in s.mentions},
    )
    found = [one for statement in story.statements for one in _of_statement(statement, index)]
    found = _without_doubles(found + compare_stitches(story, index.labels))
    for entity in story.entities:
        found += compare_names(entity, index.labels) + compare_roles(entity, index.labels)
    return tuple(sorted(found, key=lambda difference: (difference.trivial, difference.rule == FORM)))


def _of_statement(statement: Statement, index: _Index) -> list[Difference]:
    cells = [index.attributions[i] for i in statement.attributions]
    if len({a.report for a in cells}) < 2:
        return only_here(statement, cells, index.labels)
    line = row(statement, index.attributions, index.reports)
    views = [(view, _by_kind(view, index)) for view in turned(line)]
    kinds = dict.fromkeys(kind for _, by_kind in views for kind in by_kind)
    found = []
    for kind in kinds:
        seen = [(view, by_kind[kind]) for view, by_kind in views if kind in by_kind]
        told = readings(seen[:1] if kind in TRIVIAL_KINDS else seen)
        found.append(_difference(kind, [(view, _telling(against)) for view, against in told], index))
    return _one_of_a_kind(found + compare_speakers(statement, cells, index.entities, index.reports, index.labels))


def _by_kind(line: Row, index: _Index) -> dict[DifferenceKind, list[Against]]:
    """What the others differ in from the reference, by the kind that it is in this story."""
    against = [one for of_kind in against_reference(line).values() for one in of_kind] + _circumstances(line, index)
    found: dict[DifferenceKind, list[Against]] = {}
    for one in against:
        settled = _settled(one.told.kind, one, line, index)
        if settled is not None:
            found.setdefault(settled.told.kind, []).append(settled)
    return found


def _circumstances(line: Row, index: _Index) -> list[Against]:
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


def _settled(kind: DifferenceKind, one: Against, line: Row, index: _Index) -> Against | None:
    """The kind that the story's entities and times make of a finding, None where they explain it away."""
    if kind == "name":
        return _settled_name(one, index)
    if one.told.rule == "condition":
        return None if _told_elsewhere(one, index) else one
    if one.told.note and kind in {"number", "superseded", "polarity"}:
        moment = index.reports[line.reference.attribution.report].report.published
        others = [index.reports[report].report.published for report in one.reports]
        if _overtaken(one.told.note, moment, others):
            return replace(one, told=replace(one.told, kind="superseded"))
        return None if kind == "superseded" else one
    return one


def _told_elsewhere(one: Against, index: _Index) -> bool:
    """Whether the report that leaves a condition out has all its words in another place."""
    words = {unit.key for pair in one.told.changed for text in pair for unit in units(text) if is_content(unit.key)}
    lacking = (one.told.a if not one.told.changed[0][0] else one.told.b)[0].report
    return words <= {unit.key for unit in units(index.reports[lacking].report.text)}


def _overtaken(note: str, first: str | None, others: list[str | None]) -> bool:
    """Whether the reports' times say that one figure came after the other, and did so the way such a figure moves."""
    if not all(first and other and not first.startswith(other) and not other.startswith(first) for other in others):
        return False
    later, earlier = (all(compare(first or "", other or "") for other in others) for compare in (lt, gt))
    return {"rises": later, "falls": earlier, "moves": later or earlier}[note]


def _settled_name(one: Against, index: _Index) -> Against | None:
    words = one.told.changed[0]
    if fuzz.ratio(words[0].casefold(), words[1].casefold()) >= ALIKE:
        return None
    x, y = _entity(one.told.a, index), _entity(one.told.b, index)
    if x is not None and x == y:
        return None
    if x is not None and y is not None and x.kind == y.kind == "place":
        return replace(one, told=replace(one.told, kind="date-or-place"))
    if x is None or y is None or x.kind != y.kind:
        return None
    return one


def _entity(places: tuple[Place, ...], index: _Index) -> Entity | None:
    """The entity that a mention at or around the first place names."""
    for place in places:
        for mention, entity in index.mentions.items():
            if mention.report == place.report and mention.span.overlaps(place.span):
                return entity
    return None


def _difference(kind: DifferenceKind, views: list[tuple[Row, list[Against]]], index: _Index) -> Difference:
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
        explanation=" ".join(_explained(kind, against, line, index) for line, against in views),
        rule=all_against[0].told.rule,
        score=max(one.told.score for one in all_against),
        changed=changed,
        cut_before_qualifier=bool(_cut(all_against, index)),
    )


def _cut(against: list[Against], index: _Index) -> str:
    """The first words of a limiting clause that a report leaves out and prints nowhere else; "" for none."""
    return next((one.told.cut for one in against if one.told.cut and not _printed(one, index)), "")


def _printed(one: Against, index: _Index) -> bool:
    """Whether the report that cuts prints the lost clause elsewhere."""
    lost = " ".join(one.told.cut.casefold().split())
    shorter = {place.report for place in (one.told.b if one.told.rule == "trimmed" else one.told.a)}
    texts = (" ".join(index.reports[report].report.text.casefold().replace("’", "'").split()) for report in sorted(shorter))
    return all(lost.replace("’", "'") in text for text in texts)


def _explained(kind: DifferenceKind, against: list[Against], line: Row, index: _Index) -> str:
    mine = (index.labels[line.reference.attribution.report],)
    theirs = tuple(dict.fromkeys(index.labels[report] for one in against for report in one.reports))
    first = against[0].told
    if kind == "trimmed":
        longer, shorter = (mine, theirs) if first.rule == "trimmed" else (theirs, mine)
        same = all(one.told.left_out == first.left_out for one in against)
        return explain.trimmed(longer, shorter, _cut(against, index), first.left_out if same else "")
    if kind == "typography":
        return explain.typographic(mine + theirs)
    if kind == "quoted-vs-paraphrased":
        quoting, telling = (mine, theirs) if line.reference.quoted else (theirs, mine)
        return explain.paraphrased(quoting, telling, first.note if len(against) == 1 else "")
    return explain.differing(kind, _groups(kind, against, line, index), explain.LEADS_BY_RULE.get((kind, first.rule), ""))


def _groups(kind: DifferenceKind, against: list[Against], line: Row, index: _Index) -> list[Group]:
    """The reference's words, then each other distinct wording with the reports that print it; figures in order of time."""
    by_reports: dict[tuple[str, ...], list[Told]] = {}
    for one in against:
        by_reports.setdefault(one.reports, []).append(one.told)
    printed: dict[str, str] = {}
    told: dict[str, list[str]] = {}
    for reports, differences in by_reports.items():
        words = _words(differences, 1)
        folded = " ".join(unit.key for unit in units(words))
        printed.setdefault(folded, words)
        told.setdefault(folded, []).extend(reports)
    groups = [(_words(next(iter(by_reports.values())), 0), agreeing(line, against))]
    groups += [(printed[folded], tuple(dict.fromkeys(reports))) for folded, reports in told.items()]
    if kind == "superseded":
        groups.sort(key=lambda group: min(index.reports[report].report.published or "" for report in group[1]))
    return [Group(tuple(index.labels[report] for report in reports), words) for words, reports in groups]


def _words(told: list[Told], side: int) -> str:
    """The changed words of one side as they follow each other; a dash where the other side alone has words."""
    pairs = [pair for one in told for pair in one.phrases or one.changed]
    return " … ".join(pair[side] or "–" for pair in pairs) if any(pair[side] for pair in pairs) else ""


def _without_doubles(found: list[Difference]) -> list[Difference]:
    """The first difference of each id."""
    return list({one.id: one for one in reversed(found)}.values())[::-1]


def _one_of_a_kind(found: list[Difference]) -> list[Difference]:
    """The first difference of each kind: ids and pages want one."""
    return list({one.kind: one for one in reversed(found)}.values())[::-1]
