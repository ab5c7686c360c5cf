"""The words of an engine: a piece of work, what comes out of it, and what became of it.

An engine maps stages over files and knows nothing of what is in them. All paths are relative to one folder, the root of
the run, and use "/", so that a run can be moved and machines of a cluster can share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Piece:
    """One unit of work of a stage, done as a whole or not at all.

    ``name`` tells it from the other pieces of its stage and is a file name; ``key`` is a digest of everything that it
    reads: a piece whose name, key and stage are as before is not done again. ``inputs`` is what the stage asked for when
    it planned the piece, mostly paths; no engine looks into it. ``weight`` is how much work it is, in units that the
    stage chooses (reports), for the rate that a person sees.
    """

    name: str
    key: str
    inputs: tuple[str, ...]
    weight: int = 1

    def under(self, folder: str) -> tuple[str, ...]:
        """Those of its inputs that are paths of files in ``folder``."""
        return tuple(path for path in self.inputs if path.startswith(f"{folder}/"))


@dataclass(frozen=True, slots=True)
class Output:
    """One table to write as the Parquet file ``path``, ``group`` rows to a row group."""

    path: str
    table: pa.Table
    group: int = 1 << 16


class Stage(Protocol):
    """A picklable maker of tables. The same piece gives the same tables, in the same order, in any process.

    ``name`` names the folder of its completion marks. ``digest`` stands for all that its outputs depend on beside the
    piece: its settings, its models, the form of its tables.
    """

    @property
    def name(self) -> str:
        """What the stage is called; a file name."""

    @property
    def digest(self) -> str:
        """Changes when the same piece would give other tables."""

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """The tables of ``piece``, made one after the other as they are taken."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that a piece wrote: its path, bytes, SHA-256 and rows."""

    path: str
    size: int
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class Done:
    """A piece that is done, now or in an earlier run."""

    piece: Piece
    files: tuple[File, ...]

    def under(self, folder: str) -> tuple[File, ...]:
        """Those of its files that stand in ``folder``."""
        return tuple(file for file in self.files if file.path.startswith(f"{folder}/"))


@dataclass(frozen=True, slots=True)
class Failed:
    """A piece that could not be done, and why. Nothing marks it, so that the next run tries it again."""

    piece: Piece
    reason: str


Result = Done | Failed


class Engine(Protocol):
    """Carries pieces out, on one machine or many. In which order they come back is not said.

    ``with`` ends what it has begun: processes, or a cluster.
    """

    def __enter__(self) -> Self:
        """The engine."""

    def __exit__(self, *_: object) -> None:
        """End what was begun."""

    def map(self, root: Path, stage: Stage, pieces: Iterable[Piece]) -> Iterator[Result]:
        """Carry out ``stage`` on each piece: a piece that fails, or kills its process, costs no other piece."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a stage: the pieces that are done, in the order of the plan, and those that failed.

    ``kept`` of them an earlier run had done. ``seconds`` by the clock.
    """

    done: tuple[Done, ...]
    failed: tuple[Failed, ...] = ()
    kept: int = 0
    seconds: float = 0.0

    def files(self, folder: str) -> tuple[File, ...]:
        """All files in ``folder`` that the pieces wrote, in their order."""
        return tuple(file for one in self.done for file in one.under(folder))
