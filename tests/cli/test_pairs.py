from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Daylight


def lines(*rows: dict[str, Any]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_quotes_are_told_apart_by_how_they_differ(daylight: Daylight) -> None:
    given = lines(
        {"id": "s", "a": "We will not close the pier", "b": "We will not close the pier,"},
        {"id": "r", "a": "We will not close the old pier", "b": "We will never close the old pier"},
        {"id": "t", "a": "We will not close the pier, unless it falls down", "b": "We will not close the pier"},
        {"id": "d", "a": "We will not close the pier", "b": "My sister keeps bees"},
    )
    run = daylight("pairs", "--of", "quotes", stdin=given)
    assert run.code == 0
    found = {row["id"]: row for row in rows(run.out)}
    assert {key: row["relation"] for key, row in found.items()} == {
        "s": "same",
        "r": "reworded",
        "t": "trimmed",
        "d": "different",
    }
    assert found["r"]["changed"] == [["not", "never"]]
    assert found["t"]["cut_before_qualifier"]


def test_statements_have_a_relation_and_kinds(daylight: Daylight) -> None:
    given = lines(
        {"id": 1, "a": "The pier will stay open.", "b": "The pier will stay open."},
        {"id": 2, "a": "The mayor said 2,357 boats had left.", "b": "The mayor said 4,460 boats had left."},
    )
    same, number = rows(daylight("pairs", "--of", "statements", stdin=given).out)
    assert same["relation"] == "same"
    assert number["relation"] == "differs"
    assert "number" in number["kinds"]
    assert number["score"] < same["score"]


def test_names_are_judged_with_their_kind(daylight: Daylight) -> None:
    given = lines(
        {"id": 1, "a": "Zbyněk Hřebíčkov", "b": "Zbynek Hrebickov", "kind": "person"},
        {"id": 2, "a": "Zbyněk Hřebíčkov", "b": "Marta Winsloe", "kind": "person"},
    )
    same, other = rows(daylight("pairs", "--of", "names", stdin=given).out)
    assert (same["same"], other["same"]) == (True, False)


def test_a_file_is_read_like_standard_input(daylight: Daylight, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n" + lines({"id": 7, "a": "yes", "b": "yes"}) + "\n")
    assert rows(daylight("pairs", "--of", "quotes", path).out)[0]["id"] == 7


def test_a_bad_line_is_named_by_its_number_and_the_rest_is_done(daylight: Daylight) -> None:
    given = '{"id": 1, "a": "x"}\nnothing\n[1]\n{"id": 4, "a": "yes", "b": "yes"}\n'
    run = daylight("pairs", "--of", "quotes", stdin=given)
    assert run.code == 1
    assert [row["id"] for row in rows(run.out)] == [4]
    assert ["line 1" in run.err, "line 2" in run.err, "line 3" in run.err, "line 4" in run.err] == [True, True, True, False]


def test_a_kind_of_name_that_is_none_is_named(daylight: Daylight) -> None:
    run = daylight("pairs", "--of", "names", stdin=lines({"id": 1, "a": "x", "b": "y", "kind": "ship"}))
    assert run.code == 1
    assert "ship" in run.err


def test_a_missing_file_ends_with_1_and_a_wrong_kind_with_2(daylight: Daylight, tmp_path: Path) -> None:
    assert daylight("pairs", "--of", "quotes", tmp_path / "gone.jsonl").code == 1
    assert daylight("pairs", "--of", "colours").code == 2
    assert daylight("pairs").code == 2
