from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Daylight

STORY = (
    "Tidal news\r\n\r\n“We will not close it,” said Ilse Brandt, the mayor 🛥.\r\n\r\nOtto Krane said the pier was old.\r\n"
)


def test_offsets_count_the_code_points_of_the_file_as_it_is(daylight: Daylight, tmp_path: Path) -> None:
    path = tmp_path / "tidal-news.txt"
    path.write_bytes(STORY.encode())
    run = daylight("quotes", path)
    assert run.code == 0, run.err
    (line,) = run.out.splitlines()
    row = json.loads(line)
    assert row["id"] == "tidal-news"
    found = [
        (a["kind"], [STORY[s:e] for s, e in a["source"]], [STORY[s:e] for s, e in a["cue"]]) for a in row["attributions"]
    ]
    assert ("direct", ["Ilse Brandt, the mayor 🛥"], ["said"]) in found or any(
        kind == "direct" and source[0].startswith("Ilse Brandt") and cue == ["said"] for kind, source, cue in found
    )
    assert any(kind == "indirect" and source == ["Otto Krane"] for kind, source, _ in found)
    names = {entity["id"]: entity["name"] for entity in row["entities"]}
    assert {names[a["speaker"]] for a in row["attributions"] if a["speaker"]} == {"Ilse Brandt", "Otto Krane"}


def test_one_line_a_report_and_a_bad_file_costs_only_itself(daylight: Daylight, tmp_path: Path) -> None:
    for name in ("a", "c"):
        (tmp_path / f"{name}.txt").write_text("Otto Krane said the pier was old.\n")
    run = daylight("quotes", tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt")
    assert run.code == 1
    assert "b.txt" in run.err
    assert [json.loads(line)["id"] for line in run.out.splitlines()] == ["a", "c"]


def test_a_report_without_attributions_still_has_its_line(daylight: Daylight, tmp_path: Path) -> None:
    (tmp_path / "quiet.txt").write_text("It rained in the valley for the whole of the afternoon.\n")
    run = daylight("quotes", tmp_path / "quiet.txt")
    assert run.code == 0
    assert json.loads(run.out)["attributions"] == []
