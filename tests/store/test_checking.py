"""A library that is whole has no problem; each sort of damage is told."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from daylight.model import Comparison, Report
from daylight.store import Library


@pytest.fixture
def path(tmp_path: Path, reports: tuple[Report, ...], comparison: Comparison) -> Path:
    path = tmp_path / "whole.db"
    originals = {r.source.sha256: Path(r.source.path or "").read_bytes() for r in reports}
    with Library.open(path) as library:
        library.save(library.add(reports, originals).story, comparison, "settings")
        assert library.problems() == ()
    return path


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE original SET data = x'00'", "damaged"),
        ("UPDATE original SET sha256 = 'a' || substr(sha256, 2) WHERE substr(sha256, 1, 1) <> 'a'", "changed"),
        ("UPDATE report SET record = '{}'", "cannot be read"),
        ("UPDATE report SET text = text || 'x'", "another text"),
        ("UPDATE said SET words = 'nobody'", "search index"),
        ("DELETE FROM said WHERE number = (SELECT max(number) FROM said)", "compare again"),
        ("UPDATE story SET comparison = x'00'", "damaged"),
        ("UPDATE said SET report = 'gone' WHERE number = (SELECT min(number) FROM said)", "not there"),
    ],
)
def test_damage_is_told(path: Path, damage: str, told: str) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute(damage)
    with Library.open(path) as library:
        assert any(told in problem for problem in library.problems())
