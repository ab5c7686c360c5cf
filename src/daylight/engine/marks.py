"""Completion marks: which pieces are done, with which inputs and settings, and which files they wrote.

A mark is written last. A file without one is from a piece that was cut off, and is written again or swept away.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from daylight.engine.files import write_text
from daylight.engine.work import Done, File, Piece, Stage

MARKS = "work/done"


def write_mark(root: Path, stage: Stage, done: Done) -> None:
    """Say that a piece is done."""
    mark = {"stage": stage.digest, "key": done.piece.key, "files": [asdict(file) for file in done.files]}
    write_text(_path(root, stage, done.piece), json.dumps(mark, indent=1) + "\n")


def read_mark(root: Path, stage: Stage, piece: Piece) -> Done | None:
    """The piece, if it was done by this very stage from these very inputs and all its files are whole; None otherwise."""
    try:
        mark = json.loads(_path(root, stage, piece).read_text("utf-8"))
        files = tuple(File(**file) for file in mark["files"])
        same = mark["stage"] == stage.digest and mark["key"] == piece.key
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Done(piece, files) if same and all(_whole(root, file) for file in files) else None


def sweep(root: Path, stage: Stage, done: Iterable[Done], folders: Iterable[str]) -> None:
    """Remove what no piece of ``done`` wrote: marks of this stage, and files in ``folders``, which are its own."""
    done = tuple(done)
    known = {root / file.path for one in done for file in one.files}
    known |= {_path(root, stage, one.piece) for one in done}
    for folder in (f"{MARKS}/{stage.name}", *folders):
        for path in (root / folder).rglob("*"):
            if path.is_file() and path not in known:
                path.unlink()


def _path(root: Path, stage: Stage, piece: Piece) -> Path:
    return root / MARKS / stage.name / f"{piece.name}.json"


def _whole(root: Path, file: File) -> bool:
    """Whether the file is there in its full length."""
    try:
        return (root / file.path).stat().st_size == file.size
    except OSError:
        return False
