"""Stages that double numbers, and fail in every way that a stage can."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from daylight.engine import Output, Piece

STEPS = ("before", "between", "after")


@dataclass(frozen=True)
class Doubling:
    """Writes twice the number of its piece to "doubled", and its half to "halved".

    ``die_at`` is the step at which the process is killed when it comes to ``victim``: each time, or once where ``once``
    is set. ``raise_on`` names a piece that fails.
    """

    factor: int = 2
    victim: str = ""
    die_at: str = ""
    once: bool = True
    raise_on: str = ""
    name: str = "doubling"

    @property
    def digest(self) -> str:
        return f"factor {self.factor}"

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        number = int(piece.inputs[0])
        (root / "made").mkdir(parents=True, exist_ok=True)
        with (root / "made" / piece.name).open("a") as log:
            log.write("x")
        if piece.name == self.raise_on:
            raise ValueError("this piece is no good")
        self._die(root, piece, "before")
        yield Output(f"doubled/{piece.name}.parquet", pa.table({"n": [self.factor * number] * 3}))
        self._die(root, piece, "between")
        yield Output(f"halved/{piece.name}.parquet", pa.table({"n": [number / self.factor]}))
        self._die(root, piece, "after")

    def _die(self, root: Path, piece: Piece, step: str) -> None:
        killed = root / "killed"
        if piece.name == self.victim and step == self.die_at and not (self.once and killed.exists()):
            killed.touch()
            os.kill(os.getpid(), signal.SIGKILL)


FOLDERS = ("doubled", "halved")


def pieces(*numbers: int) -> list[Piece]:
    """A piece for each number; its key says the number too, as a digest would."""
    return [Piece(f"p{n:02d}", f"key {n}", (str(n),)) for n in numbers]


def times(root: Path) -> dict[str, int]:
    """How often each piece was begun."""
    return {path.name: len(path.read_text()) for path in sorted((root / "made").glob("*"))}


def contents(root: Path) -> dict[str, bytes]:
    """All files of the outputs, byte for byte."""
    return {str(p.relative_to(root)): p.read_bytes() for f in FOLDERS for p in sorted((root / f).rglob("*"))}
