"""Tables carry every word and offset with its source, and what a report prints never acts in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight import frames
from daylight.export import TABLES, Table, harmless, printed, tables, to_csv, to_jsonl, to_parquet, to_xlsx
from daylight.model import Comparison
from tests.report.hostile import PAYLOADS, hostile
from tests.report.pier import ATTRIBUTIONS, DIFFERENCES, PIER, REPORTS, STATEMENTS

TEXTS = {report.id: report.text for report in REPORTS}
CELLS, DIFFS, SAID = tables(PIER)


def test_each_row_has_its_words_at_its_offsets_and_its_source() -> None:
    for row in (*CELLS.rows, *DIFFS.rows, *SAID.rows):
        report = next(r for r in REPORTS if r.id == row["report"])
        assert (row["outlet"], row["url"], row["published"]) == (report.outlet, report.url, report.published)
        assert (row["retrieved"], row["sha256"]) == (report.retrieved, report.source.sha256)
        start, end = row.get("start"), row.get("end")
        if isinstance(start, int) and isinstance(end, int):
            assert report.text[start:end] == row["text"]


def test_there_is_a_row_for_each_cell_each_place_of_a_difference_and_each_attribution() -> None:
    assert len(CELLS.rows) == len(ATTRIBUTIONS) + sum(len(s.absent) for s in STATEMENTS)
    assert len(DIFFS.rows) == sum(len(d.evidence) for d in DIFFERENCES)
    assert {row["difference"] for row in DIFFS.rows} == {d.id for d in DIFFERENCES}
    assert [row["attribution"] for row in SAID.rows] == [a.id for a in ATTRIBUTIONS]


def test_an_empty_cell_says_why() -> None:
    empty = {(row["number"], row["report"]): row["absent"] for row in CELLS.rows if row["absent"]}
    assert empty[3, "courier"] == "not-in-report"
    assert empty[5, "courier"] == "not-examined"


def test_csv_is_read_back_as_it_was() -> None:
    for table in (CELLS, DIFFS, SAID):
        rows = list(csv.DictReader(io.StringIO(to_csv(table), newline="")))
        assert len(rows) == len(table.rows)
        for read, row in zip(rows, table.rows, strict=True):
            texts = {name: value for name, value in row.items() if isinstance(value, str)}
            assert {name: printed(read[name]) for name in texts} == texts


def test_the_byte_order_mark_is_there_when_asked_for_and_only_then() -> None:
    assert to_csv(CELLS, bom=True).removeprefix("\ufeff") == to_csv(CELLS)
    assert not to_csv(CELLS).startswith("\ufeff")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1", "''@x"])
def test_a_formula_becomes_text(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["", "‘We will not", "'The mill costs us", "we = they", "'", "“=”"])
def test_what_no_spreadsheet_calculates_stays_as_printed(text: str) -> None:
    assert harmless(text) == text


@given(st.text() | st.text("'=+-@\t\r\n x"))
def test_harmless_text_is_printed_again_and_begins_no_formula(text: str) -> None:
    assert printed(harmless(text)) == text
    assert harmless(text).lstrip()[:1] not in tuple("=+-@")


def said(payload: str) -> Comparison:
    """The pier with a title and an outlet that say the payload."""
    return replace(PIER, reports=(replace(REPORTS[0], title=payload, outlet=payload), *REPORTS[1:]))


@settings(max_examples=40, deadline=None)
@given(st.text("=+-@'\",;\t\r\n ab", max_size=12))
def test_no_cell_of_a_csv_file_begins_a_formula_and_each_reads_back(payload: str) -> None:
    table = tables(said(payload))[0]
    for read, row in zip(csv.reader(io.StringIO(to_csv(table), newline="")), ({}, *table.rows), strict=True):
        if row:
            assert not any(cell.lstrip()[:1] in tuple("=+-@") for cell in read if cell)
            assert printed(read[list(table.columns).index("title")]) == (row["title"] or "")


@settings(max_examples=10, deadline=None)
@given(st.text("=+-@'\",; ab", max_size=12))
def test_no_cell_of_a_workbook_is_a_formula_and_each_reads_back(payload: str) -> None:
    found = tables(said(payload))
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(found)))
    assert book.sheetnames == list(TABLES)
    for table in found:
        rows = list(book[table.name].iter_rows())
        assert [cell.value for cell in rows[0]] == list(table.columns)
        for cells, row in zip(rows[1:], table.rows, strict=True):
            assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
            title = cells[list(table.columns).index("title")].value
            assert (title or "") == (row["title"] or "")


def test_json_lines_are_the_rows() -> None:
    lines = [json.loads(line) for line in to_jsonl(CELLS, DIFFS, SAID).splitlines()]
    assert [line.pop("record") for line in lines] == [t.name for t in (CELLS, DIFFS, SAID) for _ in t.rows]
    assert lines == [*CELLS.rows, *DIFFS.rows, *SAID.rows]


@pytest.mark.parametrize("table", [CELLS, DIFFS, SAID], ids=TABLES)
def test_parquet_and_frames_hold_the_same_rows_with_their_types(table: Table) -> None:
    assert pq.read_table(io.BytesIO(to_parquet(table))).to_pylist() == list(table.rows)
    assert frames.polars(PIER)[table.name].to_dicts() == list(table.rows)
    frame = frames.pandas(PIER)[table.name]
    assert list(frame.columns) == list(table.columns)
    assert frame.astype(object).where(frame.notna(), None).to_dict("records") == list(table.rows)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_only_words(payload: str) -> None:
    for table in tables(hostile(payload)):
        read = list(csv.reader(io.StringIO(to_csv(table), newline="")))
        assert len(read) == len(table.rows) + 1
        assert to_jsonl(table).encode().count(b"\n") == len(table.rows)
        assert pq.read_table(io.BytesIO(to_parquet(table))).num_rows == len(table.rows)
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(tables(hostile(payload)))))
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert to_xlsx(tables(PIER)) == to_xlsx(tables(PIER))
    assert to_parquet(CELLS) == to_parquet(CELLS)
