"""Tables of a decisions file, whatever they decide: TOML, one table a decision, in the order of the file.

A file with a mistake in it is refused whole, with line and remedy.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic

from daylight.decisions.values import Kind
from daylight.errors import InputError, NotText, TooLarge

MAX_BYTES = 500_000
"""A decision takes about 150 bytes."""

MAX_DECISIONS = 5_000

LONGEST = 2_000
"""Characters of one value."""

MOST_DOTS = 100
"""Dots of one line. ``tomllib`` takes 2 s for one dotted key of 4,000 parts, and four times that for twice as many."""

FORMAT = "daylight.decisions/1"

Table = Mapping[str, Any]


class Wrong(Exception):
    """What is wrong with one table, and what to do."""


@dataclass(frozen=True, slots=True)
class Form(Generic[Kind]):
    """The tables of one name: what makes a decision of one, and the keys that it has beside "note"."""

    read: Callable[[Table], Kind]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forms(Generic[Kind]):
    """The tables that may stand in a file, by name. ``elsewhere`` says of others where they belong."""

    known: Mapping[str, Form[Kind]]
    elsewhere: Mapping[str, str]

    def form(self, name: str, where: str) -> Form[Kind]:
        """The form of the tables of this name. Raises InputError where they decide nothing here."""
        if name in self.elsewhere:
            raise InputError(where, f"[[{name}]] {self.elsewhere[name]}")
        if name not in self.known:
            raise InputError(where, f"“{name[:50]}” is no decision; known are {', '.join(self.known)}")
        return self.known[name]

    def decision(self, name: str, table: Table, where: str) -> Kind:
        """The decision of one table. Raises InputError."""
        form = self.form(name, where)
        unknown = [key for key in table if key not in form.keys and key != "note"]
        try:
            if unknown:
                raise Wrong(f"[[{name}]] has no “{unknown[0][:50]}”; it has {', '.join((*form.keys, 'note'))}")
            return replace(form.read(table), note=text(table, "note") or "")
        except Wrong as wrong:
            raise InputError(where, str(wrong)) from wrong


def read_file(path: Path, forms: Forms[Kind]) -> tuple[Kind, ...]:
    """The decisions of a file. Raises InputError, with the line where it can be known, and what to do."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(str(path), f"{error.strerror or error}; give a decisions file that can be read") from error
    if len(data) > MAX_BYTES:
        raise TooLarge(str(path), f"a decisions file has at most {MAX_BYTES:,} bytes; take out what no longer applies")
    try:
        return parse(data.decode("utf-8-sig"), str(path), forms)
    except UnicodeDecodeError as error:
        raise NotText(str(path), "it is not UTF-8; save it as UTF-8") from error


def parse(content: str, where: str, forms: Forms[Kind]) -> tuple[Kind, ...]:
    """The decisions of a text, each with its place in ``where``. Raises InputError."""
    found: list[tuple[int, Kind]] = []
    for name, tables in _document(content, where).items():
        lines = _lines(content, name)
        forms.form(name, _line(where, lines[0]) if lines else where)
        for n, table in enumerate(_checked(name, tables, where)):
            line = lines[n] if len(lines) == len(tables) else 0
            place = _line(where, line) if line else f"{where}, [[{name}]] number {n + 1}"
            found.append((line, replace(forms.decision(name, table, place), where=place)))
    if len(found) > MAX_DECISIONS:
        raise TooLarge(where, f"it has {len(found):,} decisions, at most {MAX_DECISIONS:,} are read")
    return tuple(decision for _, decision in sorted(found, key=lambda pair: pair[0]))


def _document(content: str, where: str) -> dict[str, Any]:
    if any(line.count(".") > MOST_DOTS for line in content.split("\n")):
        raise InputError(where, f"a line has more than {MOST_DOTS} dots; give fewer words, or break the line")
    try:
        document = tomllib.loads(content)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(where, f"it is not TOML: {error}; quote names and close every bracket") from error
    if document.pop("format", FORMAT) != FORMAT:
        raise InputError(where, f"its format is not {FORMAT}")
    return document


def _lines(content: str, name: str) -> list[int]:
    """The line of each table of one name."""
    head = re.compile(rf"\s*\[\[\s*{re.escape(name)}\s*\]\]")
    return [n for n, line in enumerate(content.split("\n"), 1) if head.match(line)]


def _line(where: str, line: int) -> str:
    return f"{where}, line {line}"


def _checked(name: str, tables: object, where: str) -> list[Table]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise InputError(where, f"write [[{name}]], in two brackets, before each decision")
    return tables


def text(table: Table, key: str, *, needed: bool = False) -> str | None:
    """The text under a key, None where there is none. Raises Wrong."""
    value = table.get(key)
    if value is None and not needed:
        return None
    if not isinstance(value, str) or not value.strip():
        raise Wrong(f'“{key}” is missing or is no text; write {key} = "…"')
    return short(value, key)


def needed(table: Table, key: str) -> str:
    """The text under a key, which must be there. Raises Wrong."""
    return text(table, key, needed=True) or ""


def short(value: str, key: str) -> str:
    """A text that is not too long. Raises Wrong."""
    if len(value) > LONGEST:
        raise Wrong(f"“{key}” is longer than {LONGEST:,} characters; its first words are enough")
    return value


def values(table: Table, key: str) -> list[Any]:
    """The list under a key, empty where there is none. Raises Wrong."""
    value = table.get(key, [])
    if not isinstance(value, list):
        raise Wrong(f'“{key}” is no list; write {key} = ["…", "…"]')
    return value


def texts(table: Table, key: str) -> tuple[str, ...]:
    """The texts of the list under a key. Raises Wrong."""
    return tuple(needed({key: value}, key) for value in values(table, key))
