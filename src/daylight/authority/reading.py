"""CSV, JSON, JSON lines and FollowTheMoney entities to records. A line that cannot be used is refused with its number."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from daylight.authority.values import Authority, Record
from daylight.errors import Empty, InputError, NotText, TooLarge
from daylight.model import EntityKind, Identifier

MAX_BYTES = 50_000_000
"""Half a million records with two aliases. 50,000 (5 MB) are read in 1.1 s of processor time."""

LONGEST = 500
"""Characters of a name, a role or an identifier."""

MOST = 200
"""Aliases and roles of one record that are read."""

_SEPARATOR = re.compile(r"[;|\n]")
_WIKIDATA = re.compile(r"Q\d+")
_KINDS: dict[str, EntityKind] = {
    "person": "person",
    "organization": "organization",
    "organisation": "organization",
    "company": "organization",
    "publicbody": "organization",
    "place": "place",
    "address": "place",
}
_IDENTIFYING = {
    "wikidata": "wikidata",
    "wikidataid": "wikidata",
    "wikidata_id": "wikidata",
    "viaf": "viaf",
    "isni": "isni",
    "lei": "lei",
    "leicode": "lei",
}
_ALIASES = ("aliases", "alias", "weakAlias", "previousName")
_ROLES = ("roles", "role", "position")

Fields = Mapping[str, Any]


def read_authority(path: Path) -> Authority:
    """The records of a file. Raises InputError with the line that is wrong, and what to do."""
    data = _bytes(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotText(str(path), "it is not UTF-8; save it as UTF-8") from error
    rows = _json_rows(text, path) if text.lstrip()[:1] in {"{", "["} else _csv_rows(text, path)
    records = tuple(_record(fields, f"{path}, {place}") for place, fields in rows)
    if not records:
        raise Empty(str(path), "there is no record in it; give rows of name, aliases, roles, identifiers")
    return Authority(records, hashlib.sha256(data).hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(str(path), f"{error.strerror or error}; give an authority file that can be read") from error
    if len(data) > MAX_BYTES:
        raise TooLarge(str(path), f"an authority file has at most {MAX_BYTES:,} bytes; give the records that you need")
    return data


def _csv_rows(text: str, path: Path) -> Iterator[tuple[str, Fields]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    if "name" not in (reader.fieldnames or ()):
        raise InputError(
            f"{path}, line 1", "there is no column “name”; the columns are name, aliases, roles, kind, identifiers"
        )
    try:
        for row in reader:
            yield f"line {reader.line_num}", {key: value for key, value in row.items() if isinstance(key, str) and value}
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}", f"it is not CSV: {error}; close every quotation mark") from error


def _json_rows(text: str, path: Path) -> Iterator[tuple[str, Fields]]:
    """The objects of a JSON list, of one object, or of one object a line."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from _json_lines(text, path)
        return
    for n, one in enumerate(whole if isinstance(whole, list) else [whole], 1):
        yield f"record {n}", _object(one, f"{path}, record {n}")


def _json_lines(text: str, path: Path) -> Iterator[tuple[str, Fields]]:
    for n, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                one = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise InputError(
                    f"{path}, line {n}", f"it is not JSON: {error!s:.100}; give one object on each line"
                ) from error
            yield f"line {n}", _object(one, f"{path}, line {n}")


def _object(value: object, where: str) -> Fields:
    if not isinstance(value, dict):
        raise InputError(where, "it is no object; give an object with “name”")
    properties = value.get("properties")
    if "schema" in value and isinstance(properties, dict):  # FollowTheMoney
        return {"id": value.get("id"), "kind": value["schema"]} | properties
    return value


def _record(fields: Fields, where: str) -> Record:
    fields = {key: value for key, value in fields.items() if value}
    names = _values(fields, "name", where)
    if not names:
        raise InputError(where, "there is no “name”; give one, or take the record out")
    kind = next((_KINDS[k.casefold()] for k in _values(fields, "kind", where) if k.casefold() in _KINDS), None)
    aliases = (*names[1:], *(v for key in _ALIASES for v in _values(fields, key, where)))
    roles = tuple(v for key in _ROLES for v in _values(fields, key, where))
    identifiers = tuple(dict.fromkeys(_identifiers(fields, where)))
    return Record(names[0], tuple(dict.fromkeys(aliases))[:MOST], roles[:MOST], identifiers, kind, where)


def _identifiers(fields: Fields, where: str) -> Iterator[Identifier]:
    if not fields.keys() & {"identifiers", "id"} and not any(key.casefold() in _IDENTIFYING for key in fields):
        return
    given = fields.get("identifiers")
    pairs = given if isinstance(given, dict) else {}
    yield from (Identifier(_short(str(scheme), where), value) for scheme in pairs for value in _values(pairs, scheme, where))
    for text in () if isinstance(given, dict) else _values(fields, "identifiers", where):
        scheme, colon, value = text.partition(":")
        yield Identifier(scheme.strip(), value.strip()) if colon else _bare(text)
    for key in fields:
        if key.casefold() in _IDENTIFYING:
            yield from (Identifier(_IDENTIFYING[key.casefold()], value) for value in _values(fields, key, where))
    yield from (_bare(value) for value in _values(fields, "id", where))


def _bare(value: str) -> Identifier:
    return Identifier("wikidata" if _WIKIDATA.fullmatch(value) else "id", value)


def _values(fields: Fields, key: str, where: str) -> list[str]:
    """The texts under a key: a text cut at ; and |, or a list of texts."""
    value = fields.get(key)
    if value is None:
        return []
    parts: Iterable[object] = _SEPARATOR.split(value) if isinstance(value, str) and key != "name" else value
    if isinstance(value, str) and key == "name":
        parts = [value]
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise InputError(where, f"“{key[:50]}” is neither a text nor a list of texts")
    return [_short(" ".join(str(part).split()), where) for part in parts if str(part).strip()]


def _short(value: str, where: str) -> str:
    if len(value) > LONGEST:
        raise TooLarge(where, f"“{value[:30]}…” is longer than {LONGEST} characters")
    return value
