"""``daylight corpus`` from the shell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Daylight
from tests.corpus.made import write_reports


@pytest.fixture
def made(daylight: Daylight, tmp_path: Path) -> Path:
    source = write_reports(tmp_path / "news.jsonl", "bridge-1", "bridge-2", "school-1")
    run = daylight("corpus", "run", source, tmp_path / "out", "--attribution", "rules")
    assert run.code == 0, run.err
    assert "3 reports, 3 independent texts; stories of several reports: 1" in run.out
    assert "daylight: compare: 3 of 3" in run.err
    return tmp_path / "out"


def test_a_corpus_is_made_asked_and_shown(daylight: Daylight, made: Path) -> None:
    asked = daylight("corpus", "query", made, "independent-texts", "--format", "jsonl")
    story = json.loads(asked.out)["story"]
    page = made.parent / "page.html"
    assert daylight("corpus", "page", made, story[:12], "-o", page).code == 0
    assert "Dara Quill" in page.read_text("utf-8")
    shown = daylight(
        "corpus", "query", made, "SELECT speaker, text FROM statements", "-o", made.parent / "said.csv", "-f", "csv"
    )
    assert (shown.code, shown.out) == (0, "")
    assert "Ilse Brandt" in (made.parent / "said.csv").read_text("utf-8")


def test_its_stories_are_put_into_the_library_once(daylight: Daylight, made: Path) -> None:
    desk = made.parent / "desk.db"
    assert "stories put into the library: 1" in daylight("corpus", "import", made, "--library", desk).err
    assert "stories put into the library: 0" in daylight("corpus", "import", made, "--library", desk).err
    assert daylight("library", "check", "--library", desk).code == 0
    assert "Dara Quill" in daylight("search", "lorry", "--library", desk).out


def test_an_answer_too_wide_for_a_table_is_told_fact_by_fact(daylight: Daylight, made: Path) -> None:
    names = ", ".join(f"{number} AS column_{number}" for number in range(8))
    told = daylight("corpus", "query", made, f"SELECT {names}, '\x1b[31m' AS hostile, NULL AS nothing").out
    assert "column_7  7" in told
    assert "nothing" not in told
    assert "\x1b" not in told


def test_the_questions_are_listed(daylight: Daylight, tmp_path: Path) -> None:
    assert "who-said-what" in daylight("corpus", "query", tmp_path).out


def test_reports_are_put_together_and_apart_by_a_file(daylight: Daylight, made: Path) -> None:
    file = made.parent / "regroup.toml"
    file.write_text('[[apart]]\nreports = ["bridge-1", "school-1"]\n\n[[apart]]\nreports = ["bridge-1", "\\u001b[31m"]\n')
    run = daylight("corpus", "run", made.parent / "news.jsonl", made, "--attribution", "rules", "--decisions", file)
    assert run.code == 0
    assert "decisions carried out: 1; not: 1" in run.out
    assert f"{file}, line 4: not carried out: “bridge-1” and “␛[31m” are of different events – there is no report" in run.out
    kept = json.loads((made / "corpus.json").read_text("utf-8"))["decisions"]
    assert {one["text"]: one["carried_out"] for one in kept}["“bridge-1” and “school-1” are of different events"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('[[together]]\nreports = ["a"]', "line 1: “reports” needs two reports or more"),
        ('[[merge]]\npeople = ["A", "B"]', "line 1: [[merge]] is about one story"),
    ],
)
def test_a_bad_file_of_decisions_is_refused_before_anything_is_begun(
    daylight: Daylight, tmp_path: Path, table: str, said: str
) -> None:
    file = tmp_path / "regroup.toml"
    file.write_text(table)
    run = daylight("corpus", "run", write_reports(tmp_path / "news.jsonl"), tmp_path / "out", "--decisions", file)
    assert run.code == 1
    assert said in run.err
    assert not (tmp_path / "out").exists()


def test_what_was_left_out_is_told(daylight: Daylight, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("The dam at Tarn will hold, said Mayor Ilse Brandt.")
    (folder / "b.txt").write_bytes(b"")
    run = daylight("corpus", "run", folder, tmp_path / "out", "--attribution", "rules")
    assert run.code == 1
    assert "skipped, 1 times: this file is empty" in run.out


def test_a_report_that_quotes_nobody_is_no_failure(daylight: Daylight, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The dam at Tarn was built in one summer, and it has held in every flood since then.")
    run = daylight("corpus", "run", tmp_path / "a.txt", tmp_path / "out", "--attribution", "rules")
    assert (run.code, "skipped, 1 times: read, but nobody" in run.out) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["query", "out", "SELECT 1"], "there is no corpus"),
        (["page", "out", "story-1", "-o", "page.html"], "there is no corpus"),
        (["run", "nowhere", "out"], "no such file"),
    ],
)
def test_a_mistake_is_one_line(
    daylight: Daylight, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    run = daylight("corpus", *arguments)
    assert run.code == 1
    assert said in run.err


def test_wrong_use_is_refused(daylight: Daylight, made: Path) -> None:
    assert daylight("corpus", "query", made, "who-said-what", "--set", "speaker").code == 2
    assert daylight("corpus", "run", made, made, "--address", "auto").code == 2
