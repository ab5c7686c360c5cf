"""Reading the JSON contract back into a Comparison."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from daylight.errors import InputError
from daylight.invariants import verify
from daylight.model import About, Comparison, Report, Span
from daylight.report.contract import FORMAT


def from_json(text: str) -> Comparison:
    """The comparison that ``to_json`` wrote; fields that this version does not know are left out.

    Raises InputError when the text is not JSON of this format, and OffsetError when it breaks an invariant of
    the model (a span that does not fit its report, an unknown id).
    """
    try:
        document = json.loads(text)
        if document["format"] != FORMAT:
            raise InputError("JSON", f"the format is {document['format']!r}, not {FORMAT!r}")
        comparison: Comparison = _read(Comparison, document)
        verify(comparison)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InputError("JSON", f"this is not a {FORMAT} document: {error!r}") from error
    return comparison


def report_from_json(text: str) -> Report:
    """The report that ``report_to_json`` wrote. Raises InputError when the text is none."""
    try:
        report: Report = _read(Report, json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InputError("JSON", f"this is no report: {error!r}") from error
    return report


def _read(hint: Any, value: Any) -> Any:
    """``value`` as the type that ``hint`` names."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return None if value is None else _read(next(part for part in get_args(hint) if part is not NoneType), value)
    if origin in (tuple, Literal):
        return (_read_tuple if origin is tuple else _one_of)(get_args(hint), value)
    if hint is Span:
        return Span(*_read_tuple((int, int), value))
    if is_dataclass(hint) or hasattr(hint, "_fields"):
        return hint(**_arguments(hint, _about(value) if hint is About else value))
    return _scalar(hint, value)


def _about(value: dict[str, Any]) -> dict[str, Any]:
    """``{"statement": id}`` as the fields of About."""
    ((kind, key),) = value.items()
    return {"type": kind, "id": key}


def _scalar(hint: Any, value: Any) -> Any:
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is not hint:
        raise TypeError(f"{value!r:.60} where {hint.__name__} belongs")
    return value


def _read_tuple(parts: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r:.60} where a list belongs")
    if parts[-1] is Ellipsis:
        return tuple(_read(parts[0], item) for item in value)
    return tuple(_read(part, item) for part, item in zip(parts, value, strict=True))


def _one_of(allowed: tuple[str, ...], value: Any) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r:.60} is none of {', '.join(allowed)}")
    return str(value)


def _arguments(hint: Any, value: dict[str, Any]) -> dict[str, Any]:
    """Each known field of ``hint`` from the JSON object; one that is missing takes its default, if it has one."""
    required, hints = _shape(hint)
    if missing := required - value.keys():
        raise KeyError(f"{hint.__name__} without {', '.join(sorted(missing))}")
    return {name: _read(part, value[name]) for name, part in hints.items() if name in value}


@cache
def _shape(hint: Any) -> tuple[frozenset[str], dict[str, Any]]:
    """The names of the fields that have no default, and the type of every field."""
    hints = get_type_hints(hint)
    if not is_dataclass(hint):
        return frozenset(hints), hints
    own = fields(hint)
    required = (f.name for f in own if f.default is MISSING and f.default_factory is MISSING)
    return frozenset(required), {f.name: hints[f.name] for f in own}
