"""Mapping stages over files, restartable, on one machine or many. Nothing here knows what is in the files."""

from daylight.engine.files import read_table, write_text
from daylight.engine.local import Local
from daylight.engine.pace import Pace
from daylight.engine.stages import Site, Watcher, carry_out
from daylight.engine.work import Done, Engine, Failed, File, Outcome, Output, Piece, Stage

__all__ = [
    "Done",
    "Engine",
    "Failed",
    "File",
    "Local",
    "Outcome",
    "Output",
    "Pace",
    "Piece",
    "Site",
    "Stage",
    "Watcher",
    "carry_out",
    "read_table",
    "write_text",
]
