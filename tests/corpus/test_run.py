"""The tables of a corpus: right, complete, the same however they were made, and made again only where something changed."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import Any

import pytest

from daylight.corpus import ROWS
from daylight.corpus.opening import compared, find_story
from daylight.corpus.stages import hearing
from daylight.corpus.summary import files_of
from daylight.corpus.tables import TableName, schema
from daylight.engine import Engine, Local, read_table
from daylight.errors import InputError
from daylight.model import Heard, Report
from daylight.pipeline import compare, hear
from daylight.settings import Settings
from tests.corpus.made import RULES, contents, made, write_reports


def rows(root: Path, name: TableName) -> list[dict[str, Any]]:
    return [row for path in files_of(root, name) for row in read_table(path).to_pylist()]


@pytest.mark.parametrize("name", ROWS)
def test_a_table_has_the_columns_that_are_written_down(corpus: Path, name: TableName) -> None:
    for path in files_of(corpus, name):
        assert read_table(path).schema.equals(schema(name), check_metadata=True)


def test_reports_are_in_the_stories_that_the_input_says(corpus: Path) -> None:
    given = {row["report"]: row["id"] for row in rows(corpus, "reports")}
    stories: dict[str, list[str]] = {}
    for row in rows(corpus, "stories"):
        stories.setdefault(row["story"], []).append(given[row["report"]])
    assert sorted(stories.values()) == [["bridge-1", "bridge-2"], ["french"], ["school-1"]]


def test_a_story_is_what_a_comparison_of_its_reports_alone_is(corpus: Path) -> None:
    story = next(row["story"] for row in rows(corpus, "statements") if len(row["reports"]) == 2)
    found = compared(corpus, find_story(corpus, story))
    assert found == compare(found.reports, RULES)
    kinds = [row["kind"] for row in rows(corpus, "differences") if row["story"] == story and row["place"] == 1]
    assert kinds == [difference.kind for difference in found.differences]
    assert "reworded-in-quotes" in kinds


def test_spans_of_the_tables_are_in_the_texts(corpus: Path) -> None:
    texts = {row["report"]: row["text"] for row in rows(corpus, "reports")}
    quoted = [row for row in rows(corpus, "attributions") if " … " not in row["text"]]
    assert quoted
    assert all(texts[row["report"]][row["start"] : row["end"]] == row["text"] for row in quoted)


def test_who_is_spoken_of_is_in_the_row(corpus: Path) -> None:
    said = {row["text"]: row["about"] for row in rows(corpus, "attributions")}
    assert any("Dara Quill" in about for about in said.values())


def test_what_is_not_read_is_listed_and_kept(corpus: Path) -> None:
    assert any("its language is fr" in row["reason"] for row in rows(corpus, "skipped"))
    assert "french" in [row["id"] for row in rows(corpus, "reports")]


@pytest.mark.parametrize("engine", [Local(workers=2), pytest.param(None, marks=pytest.mark.ray)], ids=["local", "ray"])
def test_the_bytes_are_the_same_on_every_engine(
    corpus: Path, tmp_path: Path, engine: Engine | None, request: pytest.FixtureRequest
) -> None:
    source = write_reports(tmp_path / "news.jsonl")
    assert made(source, tmp_path / "out", engine or request.getfixturevalue("cluster")).finished
    assert contents(tmp_path / "out") == contents(corpus)


def test_a_second_run_reads_nothing_again_and_a_moved_input_is_the_same(corpus: Path, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in corpus.rglob("*.parquet")}
    made(write_reports(tmp_path / "moved" / "news.jsonl"), corpus)
    after = {path: path.stat().st_mtime_ns for path in corpus.rglob("*.parquet")}
    changed = {path.relative_to(corpus).parts[:2] for path in before if after[path] != before[path]}
    assert {parts[0] for parts in changed} <= {"work", "reports", "blocks"}
    assert not {parts for parts in changed if parts[0] == "work" and parts[1] != "read"}


def test_a_report_more_is_added_and_one_less_leaves_no_trace(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    write_reports(folder / "a.jsonl", "school-1")
    write_reports(folder / "b.jsonl", "bridge-1")
    made(folder, out)
    whole = contents(out)
    write_reports(folder / "c.jsonl", "bridge-2")
    made(folder, out)
    assert len(rows(out, "reports")) == 3
    (folder / "c.jsonl").unlink()
    made(folder, out)
    assert contents(out) == whole


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the stage has heard, in order; "break" in one raises."""
    heard: list[str] = []

    def watched(report: Report, settings: Settings) -> Heard:
        heard.append(report.text)
        if "break" in report.text:
            raise RecursionError("too deep")
        return hear(report, settings)

    monkeypatch.setattr(hearing, "hear", watched)
    return heard


def test_a_report_that_breaks_a_stage_is_listed_and_costs_no_other(tmp_path: Path, calls: list[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("The dam at Tarn will hold, said Mayor Ilse Brandt.")
    (folder / "b.txt").write_text("Winds will break the old record, said Ada Bell of the weather service in Tarn.")
    (folder / "c.txt").write_bytes(b"")
    summary = made(folder, tmp_path / "out")
    listed = {row["path"]: row["reason"] for row in rows(tmp_path / "out", "skipped")}
    assert "RecursionError: too deep" in listed["in/b.txt"]
    assert "empty" in listed["in/c.txt"]
    assert (summary.finished, len(calls), len(rows(tmp_path / "out", "stories"))) == (True, 2, 2)
    assert {row["path"] for row in rows(tmp_path / "out", "attributions")} == {"in/a.txt"}


def test_a_folder_that_another_run_holds_is_refused(tmp_path: Path) -> None:
    source = write_reports(tmp_path / "a.jsonl", "school-1")
    (tmp_path / "out" / "work").mkdir(parents=True)
    with (tmp_path / "out" / "work" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(InputError, match="another run"):
            made(source, tmp_path / "out")


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        made(tmp_path / "nowhere", tmp_path / "out")
