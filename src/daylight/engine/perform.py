"""Carrying out one piece: the only thing that any engine does."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from daylight.engine.files import write_table
from daylight.engine.marks import write_mark
from daylight.engine.work import Done, Failed, Piece, Result, Stage


def perform(root: Path, stage: Stage, piece: Piece) -> Result:
    """Make and write the tables of a piece, then its mark. An error of the stage fails this piece and no other."""
    try:
        done = Done(piece, tuple(write_table(root, output) for output in stage(root, piece)))
        write_mark(root, stage, done)
    except Exception as error:
        return Failed(piece, f"{type(error).__name__}: {error}")
    finally:
        pa.default_memory_pool().release_unused()  # what one large piece needed is not kept for all those after it
    return done
