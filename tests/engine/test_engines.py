"""What holds on every engine: all pieces are done, once, to the same bytes, whatever dies on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from daylight.engine import Engine, Local, Pace, Site, carry_out
from tests.engine.stages import FOLDERS, STEPS, Doubling, contents, pieces, times


def test_all_pieces_are_done_to_the_same_bytes_as_by_one_worker(tmp_path: Path, engine: Engine) -> None:
    one = carry_out(Site(Local(), tmp_path / "one"), Doubling(), pieces(*range(9)), FOLDERS)
    many = carry_out(Site(engine, tmp_path / "many"), Doubling(), pieces(*range(9)), FOLDERS)
    assert many.done == one.done
    assert contents(tmp_path / "many") == contents(tmp_path / "one")
    assert (len(many.done), many.failed) == (9, ())


@pytest.mark.parametrize("step", STEPS)
def test_a_worker_killed_at_any_step_costs_nothing(tmp_path: Path, engine: Engine, step: str) -> None:
    stage = Doubling(victim="p02", die_at=step)
    outcome = carry_out(Site(engine, tmp_path), stage, pieces(*range(5)), FOLDERS)
    assert [one.piece.name for one in outcome.done] == ["p00", "p01", "p02", "p03", "p04"]
    assert {path.suffix for folder in FOLDERS for path in (tmp_path / folder).iterdir()} == {".parquet"}
    assert times(tmp_path)["p02"] == 2


def test_a_piece_that_always_kills_its_worker_is_told_and_costs_no_other(tmp_path: Path, engine: Engine) -> None:
    stage = Doubling(victim="p01", die_at="between", once=False)
    outcome = carry_out(Site(engine, tmp_path), stage, pieces(*range(4)), FOLDERS)
    assert [one.piece.name for one in outcome.done] == ["p00", "p02", "p03"]
    assert [(one.piece.name, "was killed" in one.reason) for one in outcome.failed] == [("p01", True)]


def test_a_piece_that_raises_is_told_and_costs_no_other(tmp_path: Path, engine: Engine) -> None:
    outcome = carry_out(Site(engine, tmp_path), Doubling(raise_on="p00"), pieces(0, 1), FOLDERS)
    assert [one.piece.name for one in outcome.done] == ["p01"]
    assert [one.reason for one in outcome.failed] == ["ValueError: this piece is no good"]
    again = carry_out(Site(engine, tmp_path), Doubling(), pieces(0, 1), FOLDERS)
    assert (len(again.done), again.kept, times(tmp_path)) == (2, 1, {"p00": 2, "p01": 1})


def test_a_watcher_hears_how_far_it_is(tmp_path: Path, engine: Engine) -> None:
    heard: list[Pace] = []
    work = [replace(piece, weight=10) for piece in pieces(0, 1, 2)]
    carry_out(Site(engine, tmp_path, heard.append), Doubling(), work, FOLDERS)
    assert [(pace.done, pace.total) for pace in heard] == [(0, 30), (10, 30), (20, 30), (30, 30)]
    assert heard[-1].left == 0
