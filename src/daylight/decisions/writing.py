"""Decisions as the text of a decisions file: what ``reading`` reads back as the same values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from daylight.decisions.tables import FORMAT
from daylight.decisions.values import KINDS, Decision, Decisions, Ref, Said

FEW_DOTS = 10
"""Dots of one text that are written as they are: the reader refuses a line of more than a hundred."""

_UNTOLD = frozenset({"note", "where"})


def write_decisions(decisions: Decisions) -> str:
    """A decisions file that holds these decisions, one table each, in their order; ``where`` is not written."""
    parts = [f'format = "{FORMAT}"', *("\n".join(_table(decision)) for decision in decisions.all)]
    return "\n\n".join(parts) + "\n"


def _table(decision: Decision) -> Iterator[str]:
    yield f"[[{KINDS[type(decision)]}]]"
    for name, value in _told(decision).items():
        yield f"{name} = {_value(value)}"


def _told(decision: Decision) -> Mapping[str, Any]:
    """The fields that say something. A source that nobody can know has a speaker, who is nobody: ""."""
    told = {field.name: getattr(decision, field.name) for field in fields(decision) if field.name not in _UNTOLD}
    if KINDS[type(decision)] == "source" and told["speaker"] is None:
        told["speaker"] = ""
    kept = {name: value for name, value in told.items() if value not in {None, ()}}
    return kept | ({"note": decision.note} if decision.note else {})


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_value(part) for part in value)}]"
    if isinstance(value, Ref | Said):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return f"{{ {', '.join(f'{name} = {quoted(text)}' for name, text in pairs if text is not None)} }}"
    return quoted(str(value))


def quoted(text: str) -> str:
    """A TOML string on one line, whatever the text holds."""
    few = text.count(".") <= FEW_DOTS
    return '"' + "".join(char if char == "." and few else _escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return char if char.isprintable() and char != "." else f"\\U{ord(char):08X}"
