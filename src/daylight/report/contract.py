"""Writing the JSON contract ``daylight.comparison/1`` (``schema.json`` beside this file describes it)."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from typing import Any

from daylight.model import About, Anchor, Comparison, Difference, Identifier, Place, Report, Skipped, Span

FORMAT = "daylight.comparison/1"

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_HEAD_OF_A_REPORT = ("id", "title", "outlet", "url", "published", "retrieved", "language", "source")


def to_json(comparison: Comparison) -> str:
    """The comparison as one JSON document, one space of indent, in the order of the model's fields.

    Text is written as it is, not escaped, so that people can read it; a lone surrogate, which no UTF-8 file can hold, is
    written as an escape.
    """
    document = {"format": FORMAT} | _plain(comparison)
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(document, ensure_ascii=False, indent=1))


def report_to_json(report: Report) -> str:
    """One report as it stands in the contract, as a JSON object."""
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(_plain(report), ensure_ascii=False))


def _plain(value: Any) -> Any:
    """Plain JSON values for a value of the model."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, About):
        return {value.type: value.id}
    if isinstance(value, Place | Anchor | Identifier):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        return _record(value)
    return value


def _record(value: Any) -> dict[str, Any]:
    """The fields of a dataclass, with what a reader of the JSON would otherwise have to work out."""
    record = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Report):
        return {name: record[name] for name in _HEAD_OF_A_REPORT} | record
    if isinstance(value, Difference):
        return record | {"trivial": value.trivial}
    if isinstance(value, Skipped):
        return {name: part for name, part in record.items() if part is not None}
    return record
