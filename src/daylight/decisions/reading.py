"""A decisions file: TOML, one table a decision. A file with a mistake in it is refused whole, with line and remedy."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from daylight.decisions.values import (
    Align,
    Decision,
    Decisions,
    Merge,
    NotStory,
    Ref,
    Reject,
    Rename,
    Said,
    Separate,
    Speaks,
    Split,
)
from daylight.errors import InputError, NotText, TooLarge
from daylight.model import BlockRole

MAX_BYTES = 500_000
"""A decision takes about 150 bytes."""

MAX_DECISIONS = 5_000

LONGEST = 2_000
"""Characters of one value."""

MOST_DOTS = 100
"""Dots of one line. ``tomllib`` takes 2 s for one dotted key of 4,000 parts, and four times that for twice as many."""

FORMAT = "daylight.decisions/1"

Table = Mapping[str, Any]


class _Wrong(Exception):
    """What is wrong with one table, and what to do."""


def read_decisions(path: Path) -> Decisions:
    """The decisions of a file. Raises InputError, with the line where it can be known, and what to do."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(str(path), f"{error.strerror or error}; give a decisions file that can be read") from error
    if len(data) > MAX_BYTES:
        raise TooLarge(str(path), f"a decisions file has at most {MAX_BYTES:,} bytes; take out what no longer applies")
    try:
        return parse_decisions(data.decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        raise NotText(str(path), "it is not UTF-8; save it as UTF-8") from error


def parse_decisions(text: str, where: str = "decisions") -> Decisions:
    """The decisions that a text holds."""
    if any(line.count(".") > MOST_DOTS for line in text.split("\n")):
        raise InputError(where, f"a line has more than {MOST_DOTS} dots; give fewer words, or break the line")
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(where, f"it is not TOML: {error}; quote names and close every bracket") from error
    if document.pop("format", FORMAT) != FORMAT:
        raise InputError(where, f"its format is not {FORMAT}")
    found: list[tuple[int, Decision]] = []
    for kind, tables in document.items():
        lines = _lines(text, kind)
        for n, table in enumerate(_tables(kind, tables, where)):
            line = lines[n] if len(lines) == len(tables) else 0
            place = f"{where}, line {line}" if line else f"{where}, [[{kind}]] number {n + 1}"
            try:
                found.append((line, replace(_decision(kind, table), where=place)))
            except _Wrong as wrong:
                raise InputError(place, str(wrong)) from wrong
    if len(found) > MAX_DECISIONS:
        raise TooLarge(where, f"it has {len(found):,} decisions, at most {MAX_DECISIONS:,} are read")
    return Decisions(tuple(decision for _, decision in sorted(found, key=lambda pair: pair[0])))


def parse_decision(kind: str, table: Table, where: str = "decision") -> Decision:
    """One decision, from what stands in one table of a file. Raises InputError."""
    if kind not in _READERS:
        raise InputError(where, f"“{kind[:50]}” is no decision; known are {', '.join(_READERS)}")
    try:
        return _decision(kind, table)
    except _Wrong as wrong:
        raise InputError(where, str(wrong)) from wrong


def _lines(text: str, kind: str) -> list[int]:
    """The line of each table of one kind."""
    head = re.compile(rf"\s*\[\[\s*{re.escape(kind)}\s*\]\]")
    return [n for n, line in enumerate(text.split("\n"), 1) if head.match(line)]


def _tables(kind: str, tables: object, where: str) -> list[Table]:
    if kind not in _READERS:
        raise InputError(where, f"“{kind}” is no decision; known are {', '.join(_READERS)}")
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise InputError(where, f"write [[{kind}]], in two brackets, before each decision")
    return tables


def _decision(kind: str, table: Table) -> Decision:
    read, keys = _READERS[kind]
    unknown = [key for key in table if key not in keys and key != "note"]
    if unknown:
        raise _Wrong(f"[[{kind}]] has no “{unknown[0][:50]}”; it has {', '.join((*keys, 'note'))}")
    return replace(read(table), note=_text(table, "note") or "")


def _text(table: Table, key: str, *, needed: bool = False) -> str | None:
    value = table.get(key)
    if value is None and not needed:
        return None
    if not isinstance(value, str) or not value.strip():
        raise _Wrong(f'“{key}” is missing or is no text; write {key} = "…"')
    return _short(value, key)


def _short(value: str, key: str) -> str:
    if len(value) > LONGEST:
        raise _Wrong(f"“{key}” is longer than {LONGEST:,} characters; its first words are enough")
    return value


def _needed(table: Table, key: str) -> str:
    return _text(table, key, needed=True) or ""


def _list(table: Table, key: str) -> list[Any]:
    value = table.get(key, [])
    if not isinstance(value, list):
        raise _Wrong(f'“{key}” is no list; write {key} = ["…", "…"]')
    return value


def _texts(table: Table, key: str) -> tuple[str, ...]:
    return tuple(_needed({key: value}, key) for value in _list(table, key))


def _fields(value: object, key: str, known: set[str]) -> dict[str, str]:
    if not isinstance(value, dict) or not value or set(value) - known:
        raise _Wrong(f"“{key}” is to be a text, or a table of {', '.join(sorted(known))}")
    return {name: _needed(value, name) for name in value}


def _ref(value: object, key: str) -> Ref:
    if isinstance(value, str) and value.strip():
        return Ref(name=_short(value, key))
    return Ref(**_fields(value, key, {"id", "name"}))


def _said(value: object, key: str) -> Said:
    if isinstance(value, str) and value.strip():
        return Said(words=_short(value, key))
    fields = _fields(value, key, {"id", "words", "report"})
    if not fields.keys() & {"id", "words"}:
        raise _Wrong(f"“{key}” needs an id or words")
    return Said(**fields)


def _merge(table: Table) -> Merge:
    people = tuple(_ref(value, "people") for value in _list(table, "people"))
    if len(people) < 2:
        raise _Wrong("“people” needs two names or more")
    return Merge(people, _text(table, "name"))


def _split(table: Table) -> Split:
    made = Split(
        _ref(table.get("person"), "person"), _texts(table, "spellings"), _texts(table, "reports"), _text(table, "name")
    )
    if not (made.spellings or made.reports):
        raise _Wrong("say which mentions are somebody else's: “spellings”, “reports” or both")
    return made


def _rename(table: Table) -> Rename:
    return Rename(_ref(table.get("person"), "person"), _needed(table, "name"))


def _reject(table: Table) -> Reject:
    if len(table.keys() & {"person", "said", "difference"}) != 1:
        raise _Wrong("give one of “person”, “said” and “difference”")
    return Reject(
        _ref(table["person"], "person") if "person" in table else None,
        _said(table["said"], "said") if "said" in table else None,
        _text(table, "difference"),
    )


def _source(table: Table) -> Speaks:
    if not table.keys() & {"source", "said"}:
        raise _Wrong("say which source: its words as “source”, or what it says as “said”")
    speaker = None if table.get("speaker") == "" else _ref(table.get("speaker"), "speaker")
    said = _said(table["said"], "said") if "said" in table else None
    return Speaks(speaker, _text(table, "source"), _text(table, "report"), said)


def _align(table: Table) -> Align:
    said = tuple(_said(value, "said") for value in _list(table, "said"))
    if len(said) < 2:
        raise _Wrong("“said” needs two attributions or more")
    return Align(said)


def _separate(table: Table) -> Separate:
    said = tuple(_said(value, "said") for value in _list(table, "said"))
    if not said:
        raise _Wrong("“said” needs an attribution")
    return Separate(said)


def _block(table: Table) -> NotStory:
    role = _text(table, "role") or "promotion"
    if role not in get_args(BlockRole):
        raise _Wrong(f"“role” is one of {', '.join(get_args(BlockRole))}")
    return NotStory(_needed(table, "words"), _text(table, "report"), role)  # type: ignore[arg-type]


_READERS: dict[str, tuple[Callable[[Table], Decision], tuple[str, ...]]] = {
    "merge": (_merge, ("people", "name")),
    "split": (_split, ("person", "spellings", "reports", "name")),
    "rename": (_rename, ("person", "name")),
    "reject": (_reject, ("person", "said", "difference")),
    "source": (_source, ("source", "report", "said", "speaker")),
    "align": (_align, ("said",)),
    "separate": (_separate, ("said",)),
    "block": (_block, ("words", "report", "role")),
}
