"""Questions to the tables, and what they may not do."""

from __future__ import annotations

from pathlib import Path

import pytest

from daylight.corpus.asking import ask, questions
from daylight.errors import InputError


def test_who_said_what_about_whom(corpus: Path) -> None:
    found = ask(corpus, "who-said-what", {"speaker": "%Brandt%", "about": "%quill%"}).to_pylist()
    assert {(row["speaker"], row["about"], row["outlet"]) for row in found} == {("Ilse Brandt", "Dara Quill", "Orrin Post")}


def test_outlets_that_reworded_a_quotation(corpus: Path) -> None:
    found = {row["outlet"]: row["reworded"] for row in ask(corpus, "reworded-quotes", {}).to_pylist()}
    assert found == {"Orrin Post": 1, "Hallow Echo": 1}


def test_how_many_independent_texts_a_story_has(corpus: Path) -> None:
    (story,) = ask(corpus, "independent-texts", {}).to_pylist()
    assert (story["reports"], story["texts"], story["outlets"], story["first"]) == (2, 2, 2, "2031-03-03")


def test_a_speaker_over_time(corpus: Path) -> None:
    found = ask(corpus, "speaker-over-time", {"speaker": "%Quill%"}).to_pylist()
    assert [row["month"] for row in found if row["stories"]] == sorted(row["month"] for row in found)
    assert found[0]["outlets"] == 2


def test_where_reports_stand_by_the_names_that_a_decision_takes(corpus: Path) -> None:
    found = {row["id"]: row for row in ask(corpus, "where-reports-stand", {}).to_pylist()}
    assert found["bridge-1"]["story"] == found["bridge-2"]["story"] != found["school-1"]["story"]
    assert (found["bridge-2"]["place"], found["bridge-2"]["reason"]) == (
        "news.jsonl#line 2",
        "the input says so: event bridge",
    )


@pytest.mark.parametrize("name", sorted(questions()))
def test_a_question_takes_what_it_says(corpus: Path, name: str) -> None:
    assert ask(corpus, name, questions()[name].parameters).num_rows
    with pytest.raises(InputError, match="it takes"):
        ask(corpus, name, {"nobody": "1"})


def test_any_question_in_sql_with_parameters(corpus: Path) -> None:
    found = ask(corpus, "SELECT count(*) AS n FROM reports WHERE outlet = $outlet", {"outlet": "Orrin Post"})
    assert found.to_pylist() == [{"n": 2}]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('/etc/hostname')",
        "COPY reports TO '/tmp/stolen.csv'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SELECT",
        "SELECT $nobody",
    ],
)
def test_no_other_file_is_read_or_written_and_a_mistake_is_told(corpus: Path, sql: str) -> None:
    with pytest.raises(InputError, match="cannot be answered"):
        ask(corpus, sql, {})


def test_a_folder_without_a_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no corpus"):
        ask(tmp_path, "independent-texts", {})
