"""The files of a corpus, and the pieces in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from daylight.corpus.grouping import Cut, grouped, long_digest
from daylight.engine import Piece
from daylight.errors import InputError
from daylight.ingest import files_of

TOGETHER = Cut(mean=64, most=256)
"""Small files that one piece reads. A file that holds many reports is read in a piece of its own."""

_SMALL = 200_000  # bytes; a long article as a page of the web


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read. ``name`` is what it is called in the corpus: the name of the input that was given, and the path
    in it, so that a corpus does not change when its input is moved."""

    name: str
    path: Path


def inputs_of(paths: Iterable[Path]) -> tuple[Input, ...]:
    """The files of files and folders, folders in them too, in order of their names. Raises InputError for a path that is
    not there, or two that are called the same."""
    found: dict[str, Input] = {}
    for given in paths:
        if not given.exists():
            raise InputError(str(given), "there is no such file or folder; check the path")
        for file in files_of(given, deep=True):
            one = Input(_name(file, given), file.absolute())
            if found.setdefault(one.name, one).path != one.path:
                raise InputError(str(given), "two inputs have the same name; put them into one folder, or rename one")
    return tuple(found[name] for name in sorted(found))


def pieces_of(inputs: Iterable[Input]) -> Iterator[Piece]:
    """What to read together. The key of a piece says size and time of change of its files: no file is opened for it."""
    small: list[Input] = []
    large: list[Input] = []
    for one in inputs:
        (small if one.path.stat().st_size <= _SMALL else large).append(one)
    for group in (*grouped(small, lambda one: one.name, TOGETHER), *([one] for one in large)):
        names = tuple(part for one in group for part in (one.name, str(one.path)))
        yield Piece(long_digest(*names[::2]), long_digest(*map(_state, group)), names, len(group))


def inputs_in(piece: Piece) -> Iterator[Input]:
    """The files of a piece."""
    for name, path in zip(piece.inputs[::2], piece.inputs[1::2], strict=True):
        yield Input(name, Path(path))


def _name(file: Path, given: Path) -> str:
    top = given.absolute()
    return top.name if top == file.absolute() else f"{top.name}/{file.absolute().relative_to(top).as_posix()}"


def _state(one: Input) -> str:
    state = one.path.stat()
    return f"{one.name} {state.st_size} {state.st_mtime_ns}"
