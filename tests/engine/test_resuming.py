"""A run goes on where it was, and does again only what changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from daylight.engine import Local, Outcome, Piece, Site, carry_out
from tests.engine.stages import FOLDERS, STEPS, Doubling, contents, pieces, times

ROOT = Path(__file__).parents[2]


def carried(root: Path, stage: Doubling, work: list[Piece]) -> Outcome:
    return carry_out(Site(Local(), root), stage, work, FOLDERS)


def test_nothing_is_done_again_when_nothing_changed(tmp_path: Path) -> None:
    first = carried(tmp_path, Doubling(), pieces(0, 1))
    second = carried(tmp_path, Doubling(), pieces(0, 1))
    assert (first.kept, second.kept, first.done == second.done) == (0, 2, True)
    assert times(tmp_path) == {"p00": 1, "p01": 1}


def test_other_settings_do_everything_again(tmp_path: Path) -> None:
    carried(tmp_path, Doubling(), pieces(0, 1))
    carried(tmp_path, Doubling(factor=4), pieces(0, 1))
    assert times(tmp_path) == {"p00": 2, "p01": 2}


def test_another_input_does_its_piece_again(tmp_path: Path) -> None:
    carried(tmp_path, Doubling(), pieces(0, 1))
    carried(tmp_path, Doubling(), [pieces(0)[0], Piece("p01", "key 7", ("7",))])
    assert times(tmp_path) == {"p00": 1, "p01": 2}


def test_what_is_no_longer_asked_for_is_removed(tmp_path: Path) -> None:
    carried(tmp_path, Doubling(), pieces(0, 1))
    carried(tmp_path, Doubling(), pieces(1))
    assert sorted(contents(tmp_path)) == ["doubled/p01.parquet", "halved/p01.parquet"]


@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_a_damaged_file_is_written_again(tmp_path: Path, damage: str) -> None:
    carried(tmp_path, Doubling(), pieces(0, 1))
    whole = contents(tmp_path)
    file = tmp_path / "doubled" / "p00.parquet"
    file.write_bytes(file.read_bytes()[:100]) if damage == "cut" else file.unlink()
    carried(tmp_path, Doubling(), pieces(0, 1))
    assert contents(tmp_path) == whole
    assert times(tmp_path) == {"p00": 2, "p01": 1}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"stage": 1}', '{"stage": "factor 2", "key": "key 0", "files": [{}]}'])
def test_a_damaged_mark_is_no_mark(tmp_path: Path, text: str) -> None:
    carried(tmp_path, Doubling(), pieces(0))
    (tmp_path / "work" / "done" / "doubling" / "p00.json").write_text(text)
    carried(tmp_path, Doubling(), pieces(0))
    assert times(tmp_path) == {"p00": 2}


@pytest.mark.parametrize("step", STEPS)
def test_a_run_killed_at_any_step_goes_on_where_it_was(tmp_path: Path, step: str) -> None:
    carried(tmp_path / "whole", Doubling(), pieces(*range(4)))
    code = (
        "import pathlib, sys; from tests.engine.stages import *; from daylight.engine import *\n"
        "stage = Doubling(victim='p02', die_at=sys.argv[2])\n"
        "carry_out(Site(Local(), pathlib.Path(sys.argv[1])), stage, pieces(*range(4)), FOLDERS)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "killed"), step]
    killed = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": "src"}, check=False)  # noqa: S603 - our own code
    assert killed.returncode == -9
    outcome = carried(tmp_path / "killed", Doubling(), pieces(*range(4)))
    assert outcome.kept == 2
    assert times(tmp_path / "killed") == {"p00": 1, "p01": 1, "p02": 2, "p03": 1}
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")
