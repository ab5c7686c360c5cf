"""The engine of one machine: a pool of processes, each with the models in its memory."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import Self

from daylight.engine.perform import perform
from daylight.engine.work import Failed, Piece, Result, Stage

AHEAD = 2
"""Pieces handed to the pool for each worker: one that is done, one that waits, so that none stands idle."""

KILLED = "its process was killed, twice; most likely it needs more memory than there is"


class Local:
    """Carries pieces out in ``workers`` processes, which live as long as this does; with one worker in this process."""

    def __init__(self, workers: int = 1) -> None:
        self.workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Nothing is begun before there is work."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        self._pool = None

    def map(self, root: Path, stage: Stage, pieces: Iterable[Piece]) -> Iterator[Result]:
        """Carry out ``stage`` on each piece. See ``Engine``."""
        if self.workers == 1:
            yield from (perform(root, stage, piece) for piece in pieces)
            return
        rest = iter(pieces)
        while first := list(islice(rest, 1)):
            self._pool = self._pool or _pool(self.workers)
            batch = _Batch(self._pool, AHEAD * self.workers, root, stage)
            yield from batch.run(first, rest)
            if batch.cut_off:
                self._pool = None
                yield from _one_by_one(root, stage, batch.cut_off)


def _one_by_one(root: Path, stage: Stage, suspects: Iterable[Piece]) -> Iterator[Result]:
    """Pieces that were in a pool when one of its processes died, once more, so that the guilty one is known."""
    rest = iter(suspects)
    while first := list(islice(rest, 1)):
        with _pool(1) as pool:
            batch = _Batch(pool, 1, root, stage)
            yield from batch.run(first, rest)
        yield from (Failed(piece, KILLED) for piece in batch.cut_off)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_begin)


class _Batch:
    """Pieces of one stage in a pool; remembers what was at work when the pool broke."""

    def __init__(self, pool: ProcessPoolExecutor, size: int, root: Path, stage: Stage) -> None:
        self._pool, self._size, self._root, self._stage = pool, size, root, stage
        self._waiting: dict[Future[Result], Piece] = {}
        self.cut_off: list[Piece] = []

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
                self._waiting[self._pool.submit(perform, self._root, self._stage, piece)] = piece
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
