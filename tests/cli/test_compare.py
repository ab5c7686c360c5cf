from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Daylight

MILL = EXAMPLES / "pellow-mill"


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    paths[0].write_text("Mayor Ilse Brandt said the pier would stay open. “We will not close it,” she said.\n")
    paths[1].write_text("The pier stays open, Mayor Ilse Brandt said. “We will never close it,” she said.\n")
    return paths


def test_a_summary_goes_to_standard_output_and_nothing_else(daylight: Daylight, two: list[Path]) -> None:
    run = daylight("compare", *two)
    assert (run.code, run.err) == (0, "")
    assert "Ilse Brandt" in run.out


def test_json_on_standard_output_is_the_contract(daylight: Daylight, two: list[Path]) -> None:
    run = daylight("compare", *two, "--format", "json")
    assert json.loads(run.out)["format"] == "daylight.comparison/1"


@pytest.mark.parametrize(
    ("name", "begins"), [("page.html", "<!doctype html"), ("data.json", "{"), ("table.md", "# ")], ids=lambda v: v
)
def test_the_suffix_says_how_a_file_is_written(
    daylight: Daylight, two: list[Path], tmp_path: Path, name: str, begins: str
) -> None:
    target = tmp_path / name
    run = daylight("compare", *two, "-o", target)
    assert run.code == 0
    assert "Ilse Brandt" in run.out
    assert str(target) in run.err
    assert target.read_text("utf-8").lower().startswith(begins)


def test_several_files_come_from_one_comparison(daylight: Daylight, two: list[Path], tmp_path: Path) -> None:
    run = daylight("compare", *two, "-q", "-o", tmp_path / "p.html", "-o", tmp_path / "d.json")
    assert (run.code, run.out, run.err) == (0, "", "")
    assert (tmp_path / "p.html").exists()
    assert (tmp_path / "d.json").exists()


def test_a_folder_stands_for_the_reports_in_it(daylight: Daylight) -> None:
    run = daylight("compare", MILL, "--format", "json")
    assert run.code == 0, run.err
    found = {Path(report["source"]["path"]).name for report in json.loads(run.out)["reports"]}
    assert found == {"pellow-observer.txt", "county-standard.txt", "lantern-news.html"}


def test_json_lines_come_in_on_standard_input(daylight: Daylight) -> None:
    lines = [
        {"text": "Mayor Ilse Brandt said the pier would stay open.", "outlet": "Pier Post", "published": "2024-05-02"},
        {"text": "Mayor Ilse Brandt said the pier would close.", "outlet": "Tide"},
    ]
    run = daylight("compare", "-", "--format", "json", stdin="\n".join(map(json.dumps, lines)))
    assert run.code == 0, run.err
    assert {report["outlet"] for report in json.loads(run.out)["reports"]} == {"Pier Post", "Tide"}


def test_the_same_reports_give_the_same_bytes(daylight: Daylight, two: list[Path]) -> None:
    assert daylight("compare", *two, "-f", "json").out == daylight("compare", *two, "-f", "json").out


def test_an_old_page_stays_whole_when_nothing_can_be_compared(daylight: Daylight, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("old")
    run = daylight("compare", tmp_path / "gone.txt", "-o", page)
    assert run.code == 1
    assert page.read_text() == "old"


def test_a_missing_file_is_named_and_the_rest_is_done(daylight: Daylight, two: list[Path], tmp_path: Path) -> None:
    run = daylight("compare", *two, tmp_path / "gone.txt", "-f", "json")
    assert run.code == 1
    assert "gone.txt" in run.err
    found = json.loads(run.out)
    assert len(found["reports"]) == 2
    assert any("gone.txt" in item.get("path", "") for item in found["skipped"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare"],
        ["compare", "a.txt", "--format", "pdf"],
        ["compare", "a.txt", "--no-such-option"],
        ["compare", "a.txt", "-o", "page.pdf"],
        ["compare", "a.txt", "-o", "no/such/folder/page.html"],
        ["compare", "a.txt", "-o", "."],
        ["compare", "-", "-"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_2_before_any_work(daylight: Daylight, arguments: list[str]) -> None:
    run = daylight(*arguments)
    assert run.code == 2
    assert run.out == ""
    assert run.err
