"""What people really hand over: each gives a clear answer, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Daylight

STORY = "Mayor Ilse Brandt said on Friday that the pier would stay open. “We will not close it,” she told Harbour Radio.\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(STORY)
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n\t\n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8),
        ("huge.txt", b"All work and no play. " * 2_400_000),
    ],
    ids=["empty", "blank", "binary", "50 MB"],
)
def test_a_file_that_cannot_be_read_is_named_with_a_reason(
    daylight: Daylight, good: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    run = daylight("compare", good, path, "-f", "json")
    assert run.code == 1
    (line,) = run.err.splitlines()
    assert name in line
    assert len(line.split(": ", 2)[-1].split()) >= 3, "a reason that a person understands"
    assert len(json.loads(run.out)["reports"]) == 1
    alone = daylight("compare", path)
    assert (alone.code, alone.out) == (1, "")
    assert name in alone.err


def test_a_report_in_another_language_is_kept_and_said_not_to_be_examined(
    daylight: Daylight, good: Path, tmp_path: Path
) -> None:
    other = tmp_path / "deutsch.txt"
    other.write_text(
        "Die Bürgermeisterin sagte am Freitag, die alte Seebrücke bleibe auch im kommenden Winter geöffnet. „Wir werden sie "
        "nicht schließen“, erklärte sie dem Hafenfunk, und die Händler am Ufer waren darüber sehr erleichtert.\n"
    )
    run = daylight("compare", good, other, "-f", "json")
    assert run.code == 1
    assert "English" in run.err
    found = json.loads(run.out)
    assert len(found["reports"]) == 2
    assert all(absent["reason"] == "not-examined" for s in found["statements"] for absent in s["absent"])


def test_an_unclosed_quotation_mark_costs_no_more_than_its_quotation(daylight: Daylight, tmp_path: Path) -> None:
    path = tmp_path / "unclosed.txt"
    path.write_text(
        "Mayor Ilse Brandt said: “We will not close the pier.\n\nThe harbour master, Otto Krane, said the pier was safe.\n"
    )
    run = daylight("compare", path, "-f", "json")
    assert run.code == 0, run.err
    found = json.loads(run.out)
    text = found["reports"][0]["text"]
    contents = [text[start:end] for a in found["attributions"] for start, end in a["content"]]
    assert any("the pier was safe" in content for content in contents)


def test_two_identical_reports_agree_and_are_told_to_be_copies(daylight: Daylight, good: Path, tmp_path: Path) -> None:
    twin = tmp_path / "twin.txt"
    twin.write_text(STORY)
    run = daylight("compare", good, twin, "-f", "json")
    assert run.code == 0, run.err
    found = json.loads(run.out)
    assert len({report["id"] for report in found["reports"]}) == 2
    assert found["differences"] == []
    assert found["copies"][0]["verbatim"] == pytest.approx(1.0)


def test_one_report_alone_is_read_and_nothing_is_said_to_differ(daylight: Daylight, good: Path) -> None:
    run = daylight("compare", good, "-f", "json")
    assert run.code == 0, run.err
    found = json.loads(run.out)
    assert found["statements"]
    assert found["differences"] == []


def test_forty_reports_are_compared(daylight: Daylight, tmp_path: Path) -> None:
    for i in range(40):
        (tmp_path / f"report-{i:02}.txt").write_text(f"{STORY}\nShe said that {i + 3} boats had left the harbour.\n")
    run = daylight("compare", tmp_path, "-f", "json")
    assert run.code == 0, run.err
    found = json.loads(run.out)
    assert len(found["reports"]) == 40
    assert max(len(s["attributions"]) for s in found["statements"]) >= 40


def test_a_broken_line_on_standard_input_is_named_and_the_rest_is_done(daylight: Daylight) -> None:
    lines = [json.dumps({"text": STORY}), "{broken", json.dumps({"title": "no text"}), "[]"]
    run = daylight("compare", "-", "-f", "json", stdin="\n".join(lines))
    assert run.code == 1
    assert len(run.err.splitlines()) == 3
    assert len(json.loads(run.out)["reports"]) == 1


def test_words_of_a_report_never_become_markup_or_control_the_terminal(daylight: Daylight, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text("Mayor Ilse Brandt said <script>alert(1)</script> was [bold red]safe[/] \x1b[31mand \u202eold.\n")
    shown = daylight("compare", path)
    assert shown.code == 0
    assert "\x1b[31m" not in shown.out
    page = daylight("compare", path, "-f", "html")
    assert "<script>alert(1)" not in page.out
