"""Reports as records with named fields: JSON objects, rows of CSV and Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from daylight.errors import InputError, TooLarge
from daylight.ingest.decode import clean_code_points
from daylight.ingest.item import Item, Options
from daylight.ingest.text import Facts
from daylight.settings import Settings

FACTS = ("id", "title", "outlet", "url", "published", "retrieved", "language", "event")
FIELDS = ("text", "html", *FACTS)
"""What a record may say: ``text``, or a web page in ``html``, and facts."""

LONGEST_VALUE = 2_000
"""Code points of an id, title, outlet, address or date. Chosen with room to spare."""
MOST_NAMED = 12
"""Columns that a message lists."""


def item_of(record: Mapping[str, Any], part: str | None, options: Options) -> Item:
    """The report that a record holds. Raises InputError, its ``where`` the part, where it holds none."""
    facts = Facts(**{key: _fact(record, options.columns.get(key, key), part) for key in FACTS})
    for key in ("text", "html"):
        text = record.get(options.columns.get(key, key))
        if isinstance(text, str) and (text or key == "html"):
            text = clean_code_points(text)
            return Item(_bytes(text, part, options.settings), text, "plain" if key == "text" else "page", facts, part)
    raise InputError(part or "", _no_text(record, options))


def _no_text(record: Mapping[str, Any], options: Options) -> str:
    wanted = options.columns.get("text", "text")
    if wanted in record and not record[wanted]:
        return f'its "{wanted}" is empty'
    has = ", ".join(str(name)[:40] for name in list(record)[:MOST_NAMED]) or "nothing"
    return f'it has no "{wanted}" (it has {has}); say where the report is with --column text=NAME'


def check_columns(names: Iterable[str], where: str, options: Options) -> None:
    """Raise InputError where a table has no column for the text, or none that ``options.columns`` asks for."""
    names = list(names)
    missing = [column for column in options.columns.values() if column not in names]
    if missing:
        listed = ", ".join(names[:MOST_NAMED])
        raise InputError(where, f'it has no column "{missing[0]}"; its columns are {listed}')
    if not {options.columns.get(key, key) for key in ("text", "html")} & set(names):
        raise InputError(where, _no_text(dict.fromkeys(names), options))


def _bytes(text: str, part: str | None, settings: Settings) -> bytes:
    if len(text) > settings.max_bytes:
        raise TooLarge(
            part or "", f"its text is over the limit of {settings.max_bytes:,} bytes; raise the setting max_bytes"
        )
    return text.encode()


def _fact(record: Mapping[str, Any], key: str, part: str | None) -> str | None:
    """A value that may be missing; numbers are taken as written."""
    value = record.get(key)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise InputError(part or "", f'"{key}" is no text; give it as a string or leave it out')
    if value is None or not str(value).strip():
        return None
    if len(str(value)) > LONGEST_VALUE:
        raise TooLarge(part or "", f'"{key}" is longer than {LONGEST_VALUE:,} characters; shorten it')
    return clean_code_points(str(value))
