"""From a form beside a statement, a difference, a person or a block to what a decisions file would say.

Each gives tables (kind, keys and values) as ``decisions.reading`` takes them, so that there is one reader of decisions.
Things are called by id and by words, so that a decision survives a further report after which the id is another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from daylight.decisions import parse_decision
from daylight.decisions.values import Decision
from daylight.model import Attribution, Comparison, Entity, Report

if TYPE_CHECKING:
    from starlette.datastructures import FormData

FIRST_WORDS = 12
LONGEST = 300
"""Words of a content, and code points, by which it is known again: the last word may be cut."""

Table = tuple[str, dict[str, Any]]
NOBODY = "nobody"


def decisions_of(form: FormData, comparison: Comparison) -> tuple[Decision, ...]:
    """The decisions that a form stands for. Raises InputError, which says what is missing."""
    note = text(form, "note")
    made = _READERS.get(text(form, "kind"), _unknown)(form, Things(comparison))
    return tuple(parse_decision(kind, table | ({"note": note} if note else {}), "this form") for kind, table in made)


def text(form: FormData, name: str) -> str:
    """The text of a field, "" where there is none."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def texts(form: FormData, name: str) -> list[str]:
    """The texts of a field that may be there several times."""
    return [value for value in form.getlist(name) if isinstance(value, str) and value.strip()]


@dataclass(frozen=True, slots=True)
class Things:
    """What a form's ids mean."""

    comparison: Comparison

    def person(self, key: str) -> dict[str, str]:
        """Somebody by id and name, as a decision calls them; an unknown id stands for itself."""
        found: Sequence[Entity] = [e for e in self.comparison.entities if e.id == key]
        return {"id": key, "name": found[0].name} if found else {"id": key}

    def said(self, key: str) -> dict[str, str]:
        """Something said by id, report and first words."""
        reports = {report.id: report for report in self.comparison.reports}
        for a in self.comparison.attributions:
            if a.id == key:
                return {"id": a.id, "words": first_words(reports[a.report], a), "report": a.report}
        return {"id": key}

    def said_first(self, statement: str) -> str:
        """The first attribution of a statement; an unknown id stands for itself."""
        return next((s.attributions[0] for s in self.comparison.statements if s.id == statement), statement)


def first_words(report: Report, a: Attribution) -> str:
    """The words by which something said is known again."""
    words = " ".join(report.slice(span) for span in a.content).split()
    return " ".join(words[:FIRST_WORDS])[:LONGEST]


def _unknown(form: FormData, _: Things) -> list[Table]:
    return [(text(form, "kind"), {})]


def _merge(form: FormData, things: Things) -> list[Table]:
    people = [things.person(key) for key in texts(form, "person")]
    return [("merge", {"people": people} | _name(form))]


def _split(form: FormData, things: Things) -> list[Table]:
    mentions = {"spellings": texts(form, "spelling"), "reports": texts(form, "report")}
    return [("split", {"person": things.person(text(form, "person"))} | mentions | _name(form))]


def _rename(form: FormData, things: Things) -> list[Table]:
    return [("rename", {"person": things.person(text(form, "person"))} | _name(form))]


def _name(form: FormData) -> dict[str, str]:
    name = text(form, "name")
    return {"name": name} if name else {}


def _reject_person(form: FormData, things: Things) -> list[Table]:
    return [("reject", {"person": things.person(text(form, "person"))})]


def _reject_said(form: FormData, things: Things) -> list[Table]:
    return [("reject", {"said": things.said(key)}) for key in _chosen(form)]


def _reject_difference(form: FormData, _: Things) -> list[Table]:
    return [("reject", {"difference": text(form, "difference")})]


def _source(form: FormData, things: Things) -> list[Table]:
    speaker = text(form, "speaker")
    who: Any = "" if speaker == NOBODY else things.person(speaker) if speaker else {}
    return [("source", {"said": things.said(key), "speaker": who}) for key in _chosen(form)]


def _align(form: FormData, things: Things) -> list[Table]:
    ends = [things.said_first(key) for key in texts(form, "statement")]
    return [("align", {"said": [things.said(key) for key in ends]})]


def _separate(form: FormData, things: Things) -> list[Table]:
    return [("separate", {"said": [things.said(key) for key in texts(form, "said")]})]


def _block(form: FormData, _: Things) -> list[Table]:
    return [("block", {"words": text(form, "words"), "report": text(form, "report"), "role": text(form, "role")})]


def _chosen(form: FormData) -> list[str]:
    """The attributions that are ticked; where none is, one without a name, which is refused in words."""
    return texts(form, "said") or [""]


_READERS: dict[str, Callable[[FormData, Things], list[Table]]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "reject-person": _reject_person,
    "reject-said": _reject_said,
    "reject-difference": _reject_difference,
    "source": _source,
    "align": _align,
    "separate": _separate,
    "block": _block,
}
