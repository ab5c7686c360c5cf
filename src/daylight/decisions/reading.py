"""The decisions about a story, from the tables of a decisions file."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from daylight.decisions.tables import Form, Forms, Table, Wrong, needed, parse, read_file, short, text, texts, values
from daylight.decisions.values import (
    Align,
    Decision,
    Decisions,
    Merge,
    NotStory,
    Ref,
    RegroupKind,
    Reject,
    Rename,
    Said,
    Separate,
    Speaks,
    Split,
)
from daylight.model import BlockRole


def read_decisions(path: Path) -> Decisions:
    """The decisions of a file about a story. Raises InputError, with the line where it can be known, and what to do."""
    return Decisions(read_file(path, _FORMS))


def parse_decisions(content: str, where: str = "decisions") -> Decisions:
    """The decisions that a text holds. Raises InputError."""
    return Decisions(parse(content, where, _FORMS))


def parse_decision(kind: str, table: Table, where: str = "decision") -> Decision:
    """One decision, from what stands in one table of a file. Raises InputError."""
    return _FORMS.decision(kind, table, where)


def _fields(value: object, key: str, known: set[str]) -> dict[str, str]:
    if not isinstance(value, dict) or not value or set(value) - known:
        raise Wrong(f"“{key}” is to be a text, or a table of {', '.join(sorted(known))}")
    return {name: needed(value, name) for name in value}


def _ref(value: object, key: str) -> Ref:
    if isinstance(value, str) and value.strip():
        return Ref(name=short(value, key))
    return Ref(**_fields(value, key, {"id", "name"}))


def _said(value: object, key: str) -> Said:
    if isinstance(value, str) and value.strip():
        return Said(words=short(value, key))
    fields = _fields(value, key, {"id", "words", "report"})
    if not fields.keys() & {"id", "words"}:
        raise Wrong(f"“{key}” needs an id or words")
    return Said(**fields)


def _merge(table: Table) -> Merge:
    people = tuple(_ref(value, "people") for value in values(table, "people"))
    if len(people) < 2:
        raise Wrong("“people” needs two names or more")
    return Merge(people, text(table, "name"))


def _split(table: Table) -> Split:
    made = Split(
        _ref(table.get("person"), "person"), texts(table, "spellings"), texts(table, "reports"), text(table, "name")
    )
    if not (made.spellings or made.reports):
        raise Wrong("say which mentions are somebody else's: “spellings”, “reports” or both")
    return made


def _rename(table: Table) -> Rename:
    return Rename(_ref(table.get("person"), "person"), needed(table, "name"))


def _reject(table: Table) -> Reject:
    if len(table.keys() & {"person", "said", "difference"}) != 1:
        raise Wrong("give one of “person”, “said” and “difference”")
    return Reject(
        _ref(table["person"], "person") if "person" in table else None,
        _said(table["said"], "said") if "said" in table else None,
        text(table, "difference"),
    )


def _source(table: Table) -> Speaks:
    if not table.keys() & {"source", "said"}:
        raise Wrong("say which source: its words as “source”, or what it says as “said”")
    speaker = None if table.get("speaker") == "" else _ref(table.get("speaker"), "speaker")
    said = _said(table["said"], "said") if "said" in table else None
    return Speaks(speaker, text(table, "source"), text(table, "report"), said)


def _align(table: Table) -> Align:
    said = tuple(_said(value, "said") for value in values(table, "said"))
    if len(said) < 2:
        raise Wrong("“said” needs two attributions or more")
    return Align(said)


def _separate(table: Table) -> Separate:
    said = tuple(_said(value, "said") for value in values(table, "said"))
    if not said:
        raise Wrong("“said” needs an attribution")
    return Separate(said)


def _block(table: Table) -> NotStory:
    role = text(table, "role") or "promotion"
    if role not in get_args(BlockRole):
        raise Wrong(f"“role” is one of {', '.join(get_args(BlockRole))}")
    return NotStory(needed(table, "words"), text(table, "report"), role)  # type: ignore[arg-type]


_FORMS: Forms[Decision] = Forms(
    {
        "merge": Form(_merge, ("people", "name")),
        "split": Form(_split, ("person", "spellings", "reports", "name")),
        "rename": Form(_rename, ("person", "name")),
        "reject": Form(_reject, ("person", "said", "difference")),
        "source": Form(_source, ("source", "report", "said", "speaker")),
        "align": Form(_align, ("said",)),
        "separate": Form(_separate, ("said",)),
        "block": Form(_block, ("words", "report", "role")),
    },
    elsewhere=dict.fromkeys(
        get_args(RegroupKind), "is about a corpus; keep it in a file of its own, for daylight corpus run --decisions"
    ),
)
