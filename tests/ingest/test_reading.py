from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest

from bench import made
from daylight.errors import InputError, TooSlow
from daylight.ingest import Options, files_of, read, read_all, read_all_bytes, read_bytes
from daylight.ingest.reading import MOST_FAILED
from daylight.ingest.timing import time_limit
from daylight.model import Report, Skipped
from daylight.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in made.files().items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def names(files: list[Path]) -> set[str]:
    return {path.name for path in files}


def test_every_format_gives_reports_that_name_their_file(folder: Path) -> None:
    for name in made.files():
        reports = [one for one in read_all([folder / name]) if isinstance(one, Report)]
        assert reports, name
        assert {report.source.path for report in reports} == {str(folder / name)}
        assert {report.language for report in reports} == {"en"}


def test_a_folder_stands_for_its_documents(folder: Path) -> None:
    (folder / "notes.xml").write_text("<notes/>")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    found = names(files_of(folder))
    assert {"story.txt", "page.html", "story.pdf", "feed.rss", "item.json", "item.xml", "crawl.warc.gz"} <= found
    assert not found & {"stories.csv", "stories.jsonl", "stories.parquet", "notes.xml", "picture.png"}


def test_a_folder_without_documents_stands_for_its_tables(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    for name in ("stories.csv", "stories.jsonl.gz", "inner/stories.parquet"):
        (tmp_path / name).write_bytes(made.files()[Path(name).name])
    assert names(files_of(tmp_path)) == {"stories.csv", "stories.jsonl.gz"}
    assert names(files_of(tmp_path, deep=True)) == {"stories.csv", "stories.jsonl.gz", "stories.parquet"}


def test_one_report_at_a_time_is_held(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(made.json_lines(3))
    reading = read_all([tmp_path / "a.jsonl"])
    assert isinstance(next(reading), Report)
    (tmp_path / "a.jsonl").unlink()
    assert len(list(reading)) == 2


def test_a_packed_file_that_breaks_off_gives_what_came_before() -> None:
    packed = gzip.compress(made.json_lines(2_000))
    found = list(read_all_bytes(packed[: len(packed) // 2], "a.jsonl.gz", name="a.jsonl.gz"))
    assert isinstance(found[0], tuple)
    assert isinstance(found[-1], Skipped)
    assert "gzip" in found[-1].reason


def test_a_file_that_fails_and_fails_is_given_up() -> None:
    found = list(read_all_bytes(b"{}\n" * (MOST_FAILED + 50), "a.jsonl", name="a.jsonl"))
    assert len(found) == MOST_FAILED + 1
    assert isinstance(found[-1], Skipped)
    assert found[-1].path == "a.jsonl"


def test_a_file_of_several_reports_is_not_read_as_one(folder: Path) -> None:
    with pytest.raises(InputError, match="several reports"):
        read(folder / "stories.jsonl")


def test_what_is_given_wins_over_what_the_bytes_say() -> None:
    from daylight.ingest import Facts

    report = read_bytes(made.newsml(), "item.xml", Facts(outlet="Given"))
    assert (report.outlet, report.title) == ("Given", "Ferry stays in port")


def endless() -> None:
    """Goes on whatever is raised, as a library might."""
    while True:
        try:
            time.sleep(0.01)
        except Exception:  # noqa: S112
            continue


def test_a_reading_that_does_not_end_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(TooSlow, match="max_seconds"), time_limit(0.1, "a"):
        endless()
    assert time.monotonic() - began < 2


def test_limits_nest() -> None:
    def quick_then_endless() -> None:
        with time_limit(5, "inner"):
            pass
        endless()

    with pytest.raises(TooSlow, match="outer"), time_limit(0.2, "outer"):
        quick_then_endless()


def test_a_slow_report_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from daylight.ingest import item

    def slow(text: str, *_: object) -> Report:
        time.sleep(5 if text.endswith("1") else 0)
        raise InputError("", "read")

    monkeypatch.setitem(item._MAKERS, "plain", slow)
    found = list(read_all_bytes(made.json_lines(3), "a.jsonl", Options(Settings(max_seconds=0.2)), name="a.jsonl"))
    reasons = [one.reason for one in found if isinstance(one, Skipped)]
    assert reasons[0] == reasons[2] == "read"
    assert "max_seconds" in reasons[1]
