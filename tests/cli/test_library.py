"""Stories kept in a library, from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from daylight.store import Library

from .conftest import EXAMPLES, Daylight

VELMARK = EXAMPLES / "velmark-dam"


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "shelf" / "library.db"
    monkeypatch.setenv("DAYLIGHT_LIBRARY", str(path))
    return path


def test_a_story_is_added_grows_and_is_found(daylight: Daylight, tmp_path: Path) -> None:
    first = daylight("add", VELMARK / "osk-gazette.txt", VELMARK / "tarnhold-courier.txt", "--title", "The dam")
    assert first.code == 0
    key = first.out.split()[0]
    grown = daylight("add", VELMARK / "globe24.txt", "--story", "the d")
    assert grown.code == 0
    assert grown.out.startswith(key)
    assert "too" in grown.out
    assert "3 reports" in daylight("stories").out
    found = [json.loads(line) for line in daylight("search", "spillway", "--json").out.splitlines()]
    assert {hit["story"] for hit in found} == {key}
    page = tmp_path / "page.html"
    assert daylight("show", key, "-o", page).code == 0
    assert "The dam" in daylight("stories", "--json").out
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert daylight("library", "check").code == 0


def test_the_decisions_of_a_file_are_kept_with_the_story_once(daylight: Daylight, library: Path, tmp_path: Path) -> None:
    decided = tmp_path / "desk.toml"
    decided.write_text('[[rename]]\nperson = "Marit Solenska"\nname = "Marit of the Dam"\n', "utf-8")
    for _ in range(2):
        ran = daylight("add", VELMARK / "globe24.txt", VELMARK / "osk-gazette.txt", "--decisions", decided)
        assert ran.code == 0
    key = ran.out.split()[0]
    with Library.open(library) as shelf:
        assert [str(past.decision) for past in shelf.history(key)] == ["“Marit Solenska” is called “Marit of the Dam”"]
        shelf.undo(key, shelf.history(key)[0].id)
    assert "Marit of the Dam" in daylight("show", key).out
    daylight("add", VELMARK / "globe24.txt", VELMARK / "osk-gazette.txt", "--decisions", decided)
    with Library.open(library) as shelf:
        assert shelf.decisions(key).all == ()


def test_what_cannot_be_read_is_named_and_the_rest_is_kept(daylight: Daylight, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x00\x01\x02" * 50)
    ran = daylight("add", bad, VELMARK / "globe24.txt")
    assert (ran.code, "bad.txt" in ran.err) == (1, True)
    assert "1 report" in daylight("stories").out


def test_a_library_is_not_made_by_looking_for_it(daylight: Daylight, library: Path) -> None:
    for command in (["stories"], ["show", "x"], ["search", "dam"], ["library", "check"]):
        ran = daylight(*command)
        assert (ran.code, "daylight add" in ran.err) == (1, True)
    assert not library.exists()


def test_a_story_that_nothing_fits_is_named(daylight: Daylight) -> None:
    daylight("add", VELMARK / "globe24.txt")
    ran = daylight("show", "nothing like it")
    assert (ran.code, "daylight stories" in ran.err) == (1, True)


def test_a_library_goes_elsewhere_and_comes_back(daylight: Daylight, library: Path, tmp_path: Path) -> None:
    daylight("add", VELMARK / "globe24.txt")
    assert daylight("library", "backup", tmp_path / "copy.db").code == 0
    assert daylight("library", "backup", tmp_path / "copy.db").code == 1
    assert daylight("library", "export", tmp_path / "all.zip").code == 0
    before = daylight("stories").out
    shutil.rmtree(library.parent)
    assert daylight("library", "import", tmp_path / "all.zip").code == 0
    assert daylight("stories").out == before
    assert daylight("stories", "--library", tmp_path / "copy.db").out == before


def test_a_search_for_nothing_and_an_unknown_kind_are_wrong_use(daylight: Daylight) -> None:
    daylight("add", VELMARK / "globe24.txt")
    assert daylight("search").code == 2
    assert daylight("search", "--kind", "lie").code == 2
    assert daylight("search", "nothing").code == 0
