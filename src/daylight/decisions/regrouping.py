"""The decisions about a corpus, from the tables of a decisions file: which reports are of one event, and which are not."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import get_args

from daylight.decisions.tables import Form, Forms, Table, Wrong, parse, read_file, texts
from daylight.decisions.values import KINDS, Regroup, RegroupKind


def read_regrouping(path: Path) -> tuple[Regroup, ...]:
    """The decisions of a file about a corpus. Raises InputError, with the line where it can be known, and what to do."""
    return read_file(path, _FORMS)


def parse_regrouping(content: str, where: str = "decisions") -> tuple[Regroup, ...]:
    """The decisions about a corpus that a text holds. Raises InputError."""
    return parse(content, where, _FORMS)


def _regroup(kind: RegroupKind, table: Table) -> Regroup:
    reports = texts(table, "reports")
    if len(reports) < 2:
        raise Wrong("“reports” needs two reports or more")
    return Regroup(kind, reports)


_FORMS: Forms[Regroup] = Forms(
    {kind: Form(partial(_regroup, kind), ("reports",)) for kind in get_args(RegroupKind)},
    elsewhere=dict.fromkeys(
        KINDS.values(), "is about one story; keep it in a file of its own, for daylight compare --decisions"
    ),
)
