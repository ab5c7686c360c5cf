"""What people decide about the stories of a corpus: from names of reports to rulings, and what became of each decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from daylight.decisions.values import Regroup
from daylight.engine import read_table
from daylight.stories import Ruling

_COLUMNS = ["report", "id", "url", "path", "part"]
_TOLD = 3  # reports that a person is told where a name may mean any of them

Reports = Mapping[str, Sequence[str]]
"""The reports that a name may mean, ``_TOLD`` of them and one more at most."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a decision means in this corpus: a ruling on reports by their ids, None where fewer than two are left.

    ``remarks`` say which of its names mean no report, or several, or one that another of them means.
    """

    decision: Regroup
    ruling: Ruling | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What became of a decision. ``reason`` says why it was not carried out, or what there is to add, "" for nothing;
    ``where`` is the file and line, which tell nothing about the decision."""

    text: str
    carried_out: bool
    reason: str = ""
    where: str = ""


def meant(decisions: Sequence[Regroup], paths: Iterable[Path]) -> tuple[Meant, ...]:
    """What decisions mean. ``paths`` are the files of the table of reports; none is read where nothing is decided."""
    names = {name for decision in decisions for name in decision.reports}
    reports = _called(names, paths) if names else {}
    return tuple(_meant(decision, reports) for decision in decisions)


def rulings_of(decisions: Iterable[Meant]) -> tuple[Ruling, ...]:
    """The rulings, each once, in an order that is not that of the decisions."""
    found = {one.ruling for one in decisions if one.ruling}
    return tuple(sorted(found, key=lambda ruling: (ruling.kind, ruling.articles)))


def outcomes(decisions: Iterable[Meant], refused: Mapping[Ruling, str]) -> tuple[Regrouped, ...]:
    """What became of decisions, in their order. ``refused`` are the rulings that were not carried out, and why."""
    return tuple(_outcome(one, refused) for one in decisions)


def _outcome(one: Meant, refused: Mapping[Ruling, str]) -> Regrouped:
    decision = one.decision
    text = f"{decision}{f' ({decision.note})' if decision.note else ''}"
    against = refused.get(one.ruling, "") if one.ruling else ""
    reason = "; ".join(filter(None, (*one.remarks, against)))
    return Regrouped(text, one.ruling is not None and not against, reason, decision.where)


def _meant(decision: Regroup, reports: Reports) -> Meant:
    found: dict[str, str] = {}
    remarks = []
    for name in decision.reports:
        known = reports.get(name, ())
        if len(known) != 1:
            remarks.append(_unclear(name, known))
        elif known[0] in found:
            remarks.append(f"“{found[known[0]]}” and “{name}” are one report")
        else:
            found[known[0]] = name
    ruling = Ruling(decision.kind, tuple(sorted(found))) if len(found) > 1 else None
    return Meant(decision, ruling, tuple(remarks))


def _unclear(name: str, reports: Sequence[str]) -> str:
    if not reports:
        return f"there is no report “{name}”; give its id, its url or its path as the table reports has it"
    some = ", ".join(reports[:_TOLD])
    return f"“{name}” may be any of {some}{' and others' if len(reports) > _TOLD else ''}; give the id"


def _called(names: Iterable[str], paths: Iterable[Path]) -> Reports:
    """The reports by those of these names that they have. An id of the corpus means its report and no other."""
    wanted = pa.array(sorted(names), pa.string())
    found: dict[str, list[str]] = defaultdict(list)
    own: dict[str, list[str]] = {}
    for path in paths:
        for name, report in dict.fromkeys(_names(read_table(path, _COLUMNS), wanted)):
            if name == report:
                own[name] = [report]
            elif len(found[name]) <= _TOLD:
                found[name].append(report)
    return found | own


def _names(reports: pa.Table, wanted: pa.Array) -> Iterator[tuple[str, str]]:
    """Each wanted name with the report that has it: its id in the corpus, the one that the input gave, its url, its path, or
    its path and the place in it."""
    place = pc.binary_join_element_wise(reports["path"], reports["part"], "#")
    for column in (*(reports[name] for name in _COLUMNS[:4]), place):
        here = pc.is_in(column, value_set=wanted)
        yield from zip(column.filter(here).to_pylist(), reports["report"].filter(here).to_pylist(), strict=True)
