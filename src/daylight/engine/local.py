"""The engine of one machine: a pool of processes, each with the models in its memory."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from daylight.engine.perform import perform
from daylight.engine.work import Failed, Piece, Result, Stage

AHEAD = 2
"""Pieces handed to the pool for each worker: one that is done, one that waits, so that none stands idle."""

KILLED = "its process was killed, twice; most likely it needs more memory than there is"


@dataclass(frozen=True, slots=True)
class Local:
    """Carries pieces out in ``workers`` processes; with one worker in this process, without a pool."""

    workers: int = 1

    def map(self, root: Path, stage: Stage, pieces: Iterable[Piece]) -> Iterator[Result]:
        """Carry out ``stage`` on each piece. See ``Engine``."""
        if self.workers == 1:
            yield from (perform(root, stage, piece) for piece in pieces)
            return
        rest = iter(pieces)
        while first := list(islice(rest, 1)):
            with _Pool(self.workers, AHEAD * self.workers, root, stage) as pool:
                yield from pool.run(first, rest)
            yield from _one_by_one(root, stage, pool.cut_off)


def _one_by_one(root: Path, stage: Stage, suspects: Iterable[Piece]) -> Iterator[Result]:
    """Pieces that were in a pool when one of its processes died, once more, so that the guilty one is known."""
    rest = iter(suspects)
    while first := list(islice(rest, 1)):
        with _Pool(1, 1, root, stage) as pool:
            yield from pool.run(first, rest)
        yield from (Failed(piece, KILLED) for piece in pool.cut_off)


class _Pool:
    """A process pool that remembers what was at work when it broke."""

    def __init__(self, workers: int, size: int, root: Path, stage: Stage) -> None:
        self._size, self._root, self._stage = size, root, stage
        self._waiting: dict[Future[Result], Piece] = {}
        context = multiprocessing.get_context("spawn")
        self._executor = ProcessPoolExecutor(workers, context, initializer=_begin)
        self.cut_off: list[Piece] = []

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)

    def run(self, first: list[Piece], rest: Iterator[Piece]) -> Iterator[Result]:
        """The results of these pieces and the rest, until none is left or a process has died."""
        self._submit(first)
        while self._waiting and not self.cut_off:
            self._submit(islice(rest, self._size - len(self._waiting)))
            finished, _ = wait(self._waiting, return_when=FIRST_COMPLETED)
            for future in finished:
                yield from self._take(future)
        self.cut_off.extend(self._waiting.values())

    def _submit(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            try:
                self._waiting[self._executor.submit(perform, self._root, self._stage, piece)] = piece
            except BrokenProcessPool:
                self.cut_off.append(piece)

    def _take(self, future: Future[Result]) -> Iterator[Result]:
        piece = self._waiting.pop(future)
        try:
            yield future.result()
        except BrokenProcessPool:
            self.cut_off.append(piece)


def _begin() -> None:
    """A worker's first act: one thread for each library, and an end when the run ends, without a word on Ctrl-C."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker of a run that was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
