"""Decisions about which attributions say the same: after alignment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from daylight.align import statement
from daylight.decisions.outcome import Outcome, applied, carry_out, not_applied
from daylight.decisions.refer import Sayings, Unfit
from daylight.decisions.values import Align, Decisions, Said, Separate
from daylight.model import About, Attribution, Decided, Report, Statement

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the matrix, as ids of attributions in the order of the reports.

    ``place`` is the number of the row in which each attribution stood at first.
    """

    sayings: Sayings
    rows: tuple[Row, ...]
    place: Mapping[str, int]

    def ids(self, said: Iterable[Said]) -> list[str]:
        """The attributions that are meant, each once."""
        return list(dict.fromkeys(a.id for one in said for a in self.sayings.find(one)))

    def of(self, ids: Iterable[str]) -> list[Row]:
        """The rows that hold the attributions."""
        wanted = set(ids)
        return [row for row in self.rows if wanted & set(row)]

    def replaced(self, old: Sequence[Row], *new: Row) -> Rows:
        """With some rows taken out and others put in, each where the first of its attributions stood."""
        order = {a.id: n for n, a in enumerate(self.sayings.attributions)}
        rows = [*(row for row in self.rows if row not in old), *(tuple(sorted(row, key=order.__getitem__)) for row in new)]
        stand = sorted(rows, key=lambda row: (min(self.place[i] for i in row), order[row[0]]))
        return replace(self, rows=tuple(stand))


def decide_statements(
    reports: Sequence[Report], attributions: Sequence[Attribution], statements: Sequence[Statement], decisions: Decisions
) -> tuple[tuple[Statement, ...], tuple[Decided, ...]]:
    """The statements with rows joined and parted, and what became of each decision. Rows are joined first."""
    if not any(isinstance(decision, Align | Separate) for decision in decisions.all):
        return tuple(statements), ()
    place = {i: n for n, s in enumerate(statements) for i in s.attributions}
    start = Rows(Sayings(reports, attributions), tuple(s.attributions for s in statements), place)
    rows, joined = carry_out(start, decisions.of(Align), _align)
    rows, parted = carry_out(rows, decisions.of(Separate), _separate)
    known = {s.attributions: s for s in statements}
    by_id = {a.id: a for a in attributions}
    order = [report.id for report in reports]
    made = tuple(known.get(row) or statement([by_id[i] for i in row], order) for row in rows.rows)
    return made, tuple(_told(rows, made, outcome) for outcome in (*joined, *parted))


def _told(rows: Rows, made: Sequence[Statement], outcome: Outcome) -> Decided:
    """What became of a decision, and of which statements it now speaks."""
    decision, decided = outcome
    if decided.status == "not-applied":
        return decided
    ids = {about.id for about in decided.about}
    if isinstance(decision, Align) and len(rows.of(ids)) > 1:
        return not_applied(decision, "another decision says otherwise, and comes after it")
    return replace(decided, about=tuple(About("statement", s.id) for s in made if ids & set(s.attributions)))


def _align(rows: Rows, decision: Align) -> tuple[Rows, Decided]:
    ids = rows.ids(decision.said)
    old = rows.of(ids)
    about = [About("attribution", i) for i in ids]
    if len(old) < 2:
        return rows, applied(decision, *about, reason="they are in one row already")
    return rows.replaced(old, tuple(i for row in old for i in row)), applied(decision, *about)


def _separate(rows: Rows, decision: Separate) -> tuple[Rows, Decided]:
    ids = set(rows.ids(decision.said))
    old = rows.of(ids)
    if len(old) > 1:
        raise Unfit("they are not in one row; give one decision for each row")
    (whole,) = old
    about = [About("attribution", i) for i in whole]
    rest = tuple(i for i in whole if i not in ids)
    if not rest:
        return rows, applied(decision, *about, reason="they have a row of their own already")
    return rows.replaced(old, tuple(i for i in whole if i in ids), rest), applied(decision, *about)
