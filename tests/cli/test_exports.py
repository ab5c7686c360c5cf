from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Daylight


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    said = "Mayor Ilse Brandt said the pier would stay open. “We will not close it,” she said."
    path.write_text(f"Outlet: =SUM(A1)\nTitle: The pier\n\n{said}\n")
    return path


def test_one_run_writes_each_format_by_its_suffix(daylight: Daylight, report: Path, tmp_path: Path) -> None:
    names = ("t.csv", "t.xlsx", "t.jsonl", "t.parquet", "t.xml")
    run = daylight("compare", report, "-q", *(part for name in names for part in ("-o", tmp_path / name)))
    assert (run.code, run.err) == (0, "")
    starts = [(tmp_path / name).read_bytes()[:5] for name in names]
    assert starts == [b'"stat', b"PK\x03\x04\x14", b'{"rec', b"PAR1\x15", b"<?xml"]


def test_csv_on_standard_output_has_the_table_that_is_named(daylight: Daylight, report: Path) -> None:
    run = daylight("compare", report, "-f", "csv", "--table", "attributions", "--bom")
    assert run.out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(run.out.removeprefix("\ufeff"), newline="")))
    assert [row["kind"] for row in rows] == ["indirect", "direct"]
    assert {row["outlet"] for row in rows} == {"'=SUM(A1)"}


def test_a_workbook_has_the_table_that_is_named_alone(daylight: Daylight, report: Path, tmp_path: Path) -> None:
    daylight("compare", report, "-q", "-o", tmp_path / "t.xlsx", "--table", "differences")
    assert openpyxl.load_workbook(tmp_path / "t.xlsx").sheetnames == ["differences"]


@pytest.mark.parametrize("form", ["webannotation", "schemaorg"])
def test_linked_data_on_standard_output_is_json(daylight: Daylight, report: Path, form: str) -> None:
    assert "@context" in json.loads(daylight("compare", report, "-f", form).out)
