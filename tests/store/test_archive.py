"""A library goes to another place and comes back whole."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from daylight.decisions.values import Merge, Ref
from daylight.errors import LibraryError
from daylight.model import Comparison, Report
from daylight.store import Library, export, load

Reports = tuple[Report, ...]


@pytest.fixture
def filled(library: Library, reports: Reports, comparison: Comparison) -> Library:
    originals = {r.source.sha256: Path(r.source.path or "").read_bytes() for r in reports[:2]}
    story = library.add(reports, originals).story
    library.save(story, comparison, comparison.made_by.settings)
    library.decide(story, Merge((Ref(name="A"), Ref(name="B"))))
    library.add(reports[:1])
    return library


def everything(library: Library) -> list[object]:
    return [
        (s.id, s.title, library.reports(s.id), library.comparison(s.id), library.decisions(s.id))
        for s in sorted(library.stories(), key=lambda s: s.id)
    ]


def test_a_backup_holds_everything_and_never_overwrites(filled: Library, tmp_path: Path) -> None:
    filled.backup(tmp_path / "copy.db")
    with Library.open(tmp_path / "copy.db") as copy:
        assert everything(copy) == everything(filled)
        assert copy.problems() == ()
    with pytest.raises(LibraryError, match="already"):
        filled.backup(tmp_path / "copy.db")


def test_what_is_exported_and_loaded_is_the_same(filled: Library, tmp_path: Path, reports: Reports) -> None:
    assert export(filled, tmp_path / "all.zip") == 2
    with Library.open(tmp_path / "other.db") as other:
        assert load(other, tmp_path / "all.zip") == 2
        assert everything(other) == everything(filled)
        assert other.original(reports[0].source.sha256) == filled.original(reports[0].source.sha256)
        assert load(other, tmp_path / "all.zip") == 2
        assert everything(other) == everything(filled)
        assert other.problems() == ()


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"library.json": "[]"},
        {"library.json": '{"format": "daylight.library/9"}'},
        {"library.json": '{"format": "daylight.library/1"}', "stories/000001/story.json": "{}"},
        {
            "library.json": '{"format": "daylight.library/1"}',
            "stories/000001/story.json": '{"id": "x", "title": "", "created": "", "updated": ""}',
            "stories/000001/reports.jsonl": '{"id": "../../etc"}\n',
        },
    ],
)
def test_an_archive_that_is_none_is_refused(library: Library, tmp_path: Path, files: dict[str, str]) -> None:
    path = tmp_path / "odd.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    with pytest.raises(LibraryError):
        load(library, path)
    path.write_bytes(b"PK no zip")
    with pytest.raises(LibraryError):
        load(library, path)
