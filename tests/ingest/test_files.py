from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from daylight.errors import Empty, InputError, NotText, TooLarge
from daylight.ingest import distinct, read, read_many, read_text
from daylight.settings import Settings

STORY = (
    "Harbour minister Ilse Vandermolen said on Monday that the Kestrel ferry would not sail before the inquiry ended.\r\n"
)


def test_plain_text_keeps_its_offsets_and_loses_only_a_mark(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbf" + STORY.encode())
    report = read(file)
    assert report.text == STORY
    assert report.source.path == str(file)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "big.txt"
    with file.open("wb") as out:
        out.truncate(50_000_000)
    start = time.process_time()
    with pytest.raises(TooLarge, match=r"50\.0 MB, more than the limit of 10 MB"):
        read(file)
    assert time.process_time() - start < 0.5


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(Empty, match="empty"):
        read(tmp_path / "a.txt")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "a.txt")


def test_a_path_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no path"):
        read(str(tmp_path) + "/a\0b")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="folder"):
        read(tmp_path)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotText, match="pipe"):
        read(tmp_path / "pipe")


def test_a_folder_is_its_text_and_html_files_in_order_and_every_failure_is_named(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(STORY + "B.")
    (tmp_path / "a.txt").write_text(STORY + "A.")
    (tmp_path / ".hidden.txt").write_text(STORY)
    (tmp_path / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "README.md").write_text(STORY + "How these were found.")
    (tmp_path / "deeper").mkdir()
    reports, skipped = read_many([tmp_path, tmp_path / "missing.txt"])
    assert [Path(r.source.path or "").name for r in reports] == ["a.txt", "b.txt"]
    assert [(Path(s.path or "").name, s.reason.split(";")[0]) for s in skipped] == [
        ("c.txt", "this is a picture"),
        ("missing.txt", "there is no such file"),
    ]


def test_a_folder_without_reports(tmp_path: Path) -> None:
    reports, skipped = read_many([tmp_path])
    assert reports == []
    assert "no report in this folder" in skipped[0].reason


def test_two_identical_reports_have_two_ids(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(STORY)
    reports, _ = read_many([tmp_path])
    first = read_text(STORY).id
    assert [r.id for r in reports] == [first, f"{first}-2", f"{first}-3"]


def test_an_id_that_looks_numbered_stays_apart() -> None:
    named = [read_text(STORY + str(i), id=name) for i, name in enumerate(("a", "a-2", "a", "a"))]
    assert [report.id for report in distinct(named)] == ["a", "a-2", "a-3", "a-4"]


def test_reports_beyond_the_limit_are_listed(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(STORY + name)
    reports, skipped = read_many([tmp_path], Settings(max_reports=2))
    assert len(reports) == 2
    assert [Path(s.path or "").name for s in skipped] == ["c.txt"]


def test_a_page_is_known_by_name_or_by_how_it_begins(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><html><body><article><p>{STORY}</p><p>{STORY}</p></article></body></html>"
    for name in ("a.html", "a.txt"):
        (tmp_path / name).write_text(page)
        assert read(tmp_path / name).source.media_type == "text/html"
    (tmp_path / "b.txt").write_text("<p> is an element. " + STORY)
    assert read(tmp_path / "b.txt").source.media_type == "text/plain"


def test_forty_reports_are_read_quickly(tmp_path: Path) -> None:
    for i in range(40):
        (tmp_path / f"{i}.txt").write_text(f"Ferry stays in port {i}\n\n" + STORY * 40)
    read(tmp_path / "0.txt")
    start = time.process_time()
    reports, _ = read_many([tmp_path])
    assert len(reports) == 40
    assert time.process_time() - start < 3
