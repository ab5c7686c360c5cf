"""A difference of a row told in a sentence: which reports print which words."""

from __future__ import annotations

from daylight.compare import explain
from daylight.compare.explain import Group
from daylight.compare.findings import Told
from daylight.compare.folding import units
from daylight.compare.rows import Against, Row, agreeing
from daylight.compare.settling import Index
from daylight.model import DifferenceKind


def cut_clause(against: list[Against], index: Index) -> str:
    """The first words of a limiting clause that a report leaves out and prints nowhere else; "" for none."""
    return next((one.told.cut for one in against if one.told.cut and not _printed(one, index)), "")


def _printed(one: Against, index: Index) -> bool:
    """Whether the report that cuts prints the lost clause elsewhere."""
    lost = " ".join(one.told.cut.casefold().split())
    shorter = {place.report for place in (one.told.b if one.told.rule == "trimmed" else one.told.a)}
    texts = (" ".join(index.reports[report].report.text.casefold().replace("’", "'").split()) for report in sorted(shorter))
    return all(lost.replace("’", "'") in text for text in texts)


def explained(kind: DifferenceKind, against: list[Against], line: Row, index: Index) -> str:
    """The sentence for one kind of difference against one wording of the row."""
    mine = (index.labels[line.reference.attribution.report],)
    theirs = tuple(dict.fromkeys(index.labels[report] for one in against for report in one.reports))
    first = against[0].told
    if kind == "trimmed":
        longer, shorter = (mine, theirs) if first.rule == "trimmed" else (theirs, mine)
        if first.note and len(against) == 1:
            return explain.scrap(longer, shorter, first.note)
        same = all(one.told.left_out == first.left_out for one in against)
        return explain.trimmed(longer, shorter, cut_clause(against, index), first.left_out if same else "")
    if kind == "typography":
        return explain.typographic(mine + theirs)
    if kind == "quoted-vs-paraphrased":
        quoting, telling = (mine, theirs) if line.reference.quoted else (theirs, mine)
        return explain.paraphrased(quoting, telling, first.note if len(against) == 1 else "")
    return explain.differing(kind, _groups(kind, against, line, index), explain.LEADS_BY_RULE.get((kind, first.rule), ""))


def _groups(kind: DifferenceKind, against: list[Against], line: Row, index: Index) -> list[Group]:
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
    """The changed words of one side as they follow each other, and nothing that it does not print."""
    pairs = [pair for one in told for pair in one.phrases or one.changed]
    return " … ".join(pair[side] for pair in pairs if pair[side])
