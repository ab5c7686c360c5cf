from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Daylight


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {
        "a": "Mayor Ilse Brandt said the pier would stay open. “We will not close it,” she said.\n",
        "b": "The pier stays open, Mayor Ilsa Brant said. The spokesman said that boats would call on Friday.\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path


def test_a_starting_file_names_everybody_and_decides_nothing(daylight: Daylight, folder: Path) -> None:
    run = daylight("decisions", folder)
    assert (run.code, run.err) == (0, "")
    assert '"Ilse Brandt"' in run.out
    (folder / "decisions.toml").write_text(run.out)
    assert daylight("decisions", folder, "--check").out == "nothing has been decided\n"


def test_decisions_beside_the_reports_are_applied_and_told(daylight: Daylight, folder: Path) -> None:
    (folder / "decisions.toml").write_text(
        '[[source]]\nsource = "The spokesman"\nspeaker = "Ilsa Brant"\n[[rename]]\nperson = "Jo"\nname = "Joe"\n'
    )
    run = daylight("compare", folder, "-f", "json")
    assert run.code == 0
    assert "decisions.toml, line 4: not carried out: “Jo” is called “Joe”" in run.err
    found = json.loads(run.out)
    names = {entity["id"]: entity["name"] for entity in found["entities"]}
    second = {names.get(a["speaker"]) for a in found["attributions"] if a["report"] == found["reports"][1]["id"]}
    assert second == {"Ilsa Brant"}
    assert [one["status"] for one in found["decisions"]] == ["not-applied", "applied"]
    assert found["made_by"]["decisions"]


def test_the_check_ends_with_1_where_a_decision_does_not_fit(daylight: Daylight, folder: Path) -> None:
    file = folder / "mine"
    file.write_text('[[rename]]\nperson = "Jo"\nname = "Joe"\n')
    run = daylight("decisions", folder, "--decisions", file, "--check")
    assert run.code == 1
    assert "nobody is printed as “Jo”" in run.out


def test_a_mistake_in_the_file_is_named_and_nothing_is_written(daylight: Daylight, folder: Path) -> None:
    (folder / "decisions.toml").write_text('\n[[merge]]\npeople = ["A"]\n')
    run = daylight("compare", folder)
    assert (run.code, run.out) == (1, "")
    assert "decisions.toml, line 2: “people” needs two names or more" in run.err


def test_decisions_about_a_corpus_are_none_about_a_story(daylight: Daylight, folder: Path) -> None:
    (folder / "decisions.toml").write_text('[[together]]\nreports = ["a", "b"]\n')
    run = daylight("compare", folder)
    assert (run.code, run.out) == (1, "")
    assert "decisions.toml, line 1: [[together]] is about a corpus" in run.err


def test_an_authority_file_gives_identifiers(daylight: Daylight, folder: Path) -> None:
    file = folder / "people.csv"
    file.write_text("name,roles,identifiers\nIlse Brandt,mayor,wikidata:Q1\n")
    found = json.loads(daylight("compare", folder, "-f", "json", "--authority", file).out)
    assert [{"scheme": "wikidata", "value": "Q1"}] in [entity["identifiers"] for entity in found["entities"]]
    assert found["made_by"]["authority"]
    assert any(one["kind"] == "identify" for one in found["decisions"])


def test_a_merge_is_seen_by_alignment_and_undone_with_its_line(daylight: Daylight, folder: Path) -> None:
    (folder / "b.txt").write_text("The pier stays open, said Harbour Trust. “We will never close it,” it said.\n")
    before = daylight("compare", folder, "-f", "json").out
    (folder / "decisions.toml").write_text('[[merge]]\npeople = ["Ilse Brandt", "Harbour Trust"]\n')
    merged = json.loads(daylight("compare", folder, "-f", "json").out)
    assert len(merged["statements"]) < len(json.loads(before)["statements"])
    (folder / "decisions.toml").unlink()
    assert daylight("compare", folder, "-f", "json").out == before
