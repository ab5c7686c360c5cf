"""CSV: one report a row, its columns named in the first."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import TextIOWrapper

from daylight.errors import InputError, NotText
from daylight.ingest.decode import encoding_of
from daylight.ingest.detect import suffix_of
from daylight.ingest.item import Item, Options
from daylight.ingest.opened import Opened
from daylight.ingest.readers.records import check_columns, item_of
from daylight.model import Skipped

SEPARATORS = ",;\t|"


def read_csv(file: Opened, options: Options) -> Iterator[Item | Skipped]:
    """One report from each row; rows count as a spreadsheet counts them, the names being row 1.

    A row that cannot be read costs itself alone. No field is held beyond ``max_bytes``.
    """
    limit = options.settings.max_bytes
    csv.field_size_limit(max(csv.field_size_limit(), limit))  # of the process; the standard library knows no other
    text = TextIOWrapper(file.stream, encoding_of(file.head()), errors="replace", newline="")
    try:
        yield from _items(file, _lines(text, limit), options)
    finally:
        text.detach()  # else it would close what whoever opened it closes


def _items(file: Opened, lines: Iterator[str], options: Options) -> Iterator[Item | Skipped]:
    first = next(lines, "")
    separator = _separator(file, first)
    names = [name.strip() for name in next(csv.reader([first], delimiter=separator), [])]
    check_columns(names, file.where, options)
    for number, row in _rows(csv.reader(lines, delimiter=separator)):
        part = f"row {number}"
        try:
            if isinstance(row, csv.Error):
                raise NotText(part, f"it is no row of a CSV file ({row}); look for a quotation mark that is not closed")
            yield item_of(_record(names, row, part), part, options)
        except InputError as error:
            yield Skipped(error.reason, path=part)


def _lines(text: TextIOWrapper, limit: int) -> Iterator[str]:
    """The lines; of one over the limit the beginning, which is a row by itself and too long."""
    while line := text.readline(limit + 1):
        rest = line
        while len(rest) > limit and not rest.endswith("\n"):
            rest = text.readline(limit + 1)
        yield line


def _rows(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The rows that are not blank with their numbers; an error in the place of one that cannot be read."""
    number = 1
    while True:
        number += 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, error
            continue
        if any(value.strip() for value in row):
            yield number, row


def _record(names: list[str], row: list[str], part: str) -> dict[str, str]:
    if len(row) > len(names):
        raise InputError(part, f"it has {len(row)} fields where the first row names {len(names)}; mend the row")
    return dict(zip(names, row, strict=False))


def _separator(file: Opened, first: str) -> str:
    """The mark that parts most of the first line; a tab in a .tsv file."""
    return "\t" if suffix_of(file.name) == ".tsv" else max(SEPARATORS, key=first.count)
