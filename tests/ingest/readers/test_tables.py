from __future__ import annotations

import io
import sys

import pytest

from bench import made
from daylight.ingest import Options, read_all_bytes
from daylight.model import Report, Skipped
from daylight.settings import Settings


def read(data: bytes, name: str = "a.csv", options: Options | None = None) -> list[Report | Skipped]:
    found = read_all_bytes(data, name, options or Options(), name=name)
    return [one if isinstance(one, Skipped) else one[0] for one in found]


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_a_row_is_a_report_and_its_line_ends_stay(name: str, separator: str) -> None:
    first, second = read(made.table(separator), name)
    assert isinstance(first, Report)
    assert (first.text, first.title, first.outlet) == (made.STORY, "Ferry stays in port", "Pier Gazette")
    assert isinstance(second, Report)
    assert second.source.part == "row 3"


def test_columns_with_other_names_are_told() -> None:
    data = made.table().replace(b"text,", b"body,", 1)
    (item,) = read(data)
    assert isinstance(item, Skipped)
    assert "it has body, title" in item.reason
    assert "--column text=NAME" in item.reason
    assert all(isinstance(one, Report) for one in read(data, options=Options(columns={"text": "body"})))


def test_a_column_that_is_not_there_is_named() -> None:
    (item,) = read(made.table(), options=Options(columns={"published": "day"}))
    assert isinstance(item, Skipped)
    assert '"day"' in item.reason


def test_a_bad_row_costs_itself() -> None:
    first, second, third = read(b"text,title\n" + b"words one,a\nwords,b,c\nwords two,d\n")
    assert isinstance(first, Report)
    assert isinstance(second, Skipped)
    assert second.path == "a.csv, row 3"
    assert isinstance(third, Report)


def test_a_quotation_mark_that_is_not_closed_is_said_and_bounded() -> None:
    options = Options(Settings(max_bytes=200_000))
    found = read(b'text\n"' + b"word\n" * 100_000, options=options)
    assert any(isinstance(one, Skipped) for one in found)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_spreadsheets(encoding: str) -> None:
    (report,) = read("text,title\n“Fähre,” she said,a\n".replace("Fähre,", "Fähre").encode(encoding))
    assert isinstance(report, Report)
    assert report.text == "“Fähre” she said"


def test_parquet_rows_are_reports_and_an_empty_one_is_named() -> None:
    first, second = read(made.parquet([made.STORY, None]), "a.parquet")
    assert isinstance(first, Report)
    assert (first.text, first.source.part) == (made.STORY, "row 1")
    assert isinstance(second, Skipped)
    assert "empty" in second.reason


def test_dates_of_parquet_are_dates() -> None:
    from datetime import UTC, datetime

    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table({"text": [made.STORY], "published": [datetime(2025, 5, 5, 10, tzinfo=UTC)]}), out)
    (report,) = read(out.getvalue(), "a.parquet")
    assert isinstance(report, Report)
    assert report.published == "2025-05-05T10:00:00+00:00"


def test_a_text_over_the_limit_in_parquet_costs_itself() -> None:
    found = read(made.parquet(["a" * 3_000, *["words"] * 50]), "a.parquet", Options(Settings(max_bytes=1_000)))
    assert isinstance(found[0], Skipped)
    assert sum(isinstance(one, Report) for one in found) == 50


def test_without_pyarrow_the_reason_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made.parquet()
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (item,) = read(data, "a.parquet")
    assert isinstance(item, Skipped)
    assert "daylight-news[tables]" in item.reason
