"""``python -m bench.library [--reports N] [--readers N] [--pause S] [--kills N]``: a library read while it is written.

One process adds reports, ten to a story, with a comparison each, as fast as it can; the readers, threads of two processes,
search all the while and pause between two searches, as people do. What a search takes is from opening the file to the words
that are shown. Then writers are killed (SIGKILL) at random moments: whatever they had confirmed has to be there.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path

from bench.stories import made_story
from daylight.errors import DaylightError
from daylight.store import Library, Query
from eval.data import ROOT

STORY = 10
"""Reports of one story."""
PROCESSES = 2
WRITER = ROOT / "tests" / "store" / "writer.py"
QUERIES = (
    Query("boats"),
    Query('"damaged in the storm"'),
    Query("deckhand timetable", since="2031-03-05"),
    Query(speaker="Okonjo"),
    Query("boats", speaker="Tobias Venn"),
    Query(kind="number"),
    Query("storm", outlet="Outlet 3"),
)


def write(path: Path, reports: int) -> float:
    """Add so many reports, compared; returns the seconds that it took."""
    story = made_story(STORY, 4 * STORY)
    began = time.perf_counter()
    with Library.open(path) as library:
        for number in range(reports // STORY):
            named = tuple(replace(r, title=f"Storm {number}, {r.title}") for r in story.reports)
            key = library.add(named).story
            library.save(key, replace(story, reports=named), "0")
    return time.perf_counter() - began


def read(path: Path, threads: int, pause: float, done: Event, answer: Connection) -> None:
    """Search by so many threads until it is done; sends the seconds of each search, and what went wrong."""
    taken: list[float] = []
    wrong: list[str] = []
    readers = [threading.Thread(target=_reader, args=(path, n, pause, done, taken, wrong)) for n in range(threads)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    answer.send((taken, wrong))


def _reader(  # noqa: PLR0913, PLR0917 - what a thread is started with
    path: Path, seed: int, pause: float, done: Event, taken: list[float], wrong: list[str]
) -> None:
    chance = random.Random(seed)  # noqa: S311 - chance, no secret
    while not done.wait(chance.uniform(0, 2 * pause)):
        began = time.perf_counter()
        try:
            with Library.open(path) as library:
                library.search(chance.choice(QUERIES))
        except DaylightError as error:
            wrong.append(str(error))
        taken.append(time.perf_counter() - began)


def show_reading(path: Path, reports: int, readers: int, pause: float) -> None:
    """Print what readers waited while the writer wrote."""
    write(path, STORY)
    context = multiprocessing.get_context("spawn")
    done = context.Event()
    pipes = [context.Pipe(duplex=False) for _ in range(PROCESSES)]
    jobs = [context.Process(target=read, args=(path, readers // PROCESSES, pause, done, sending)) for _, sending in pipes]
    for job in jobs:
        job.start()
    time.sleep(2)
    seconds = write(path, reports)
    done.set()
    answers = [receiving.recv() for receiving, _ in pipes]
    for job in jobs:
        job.join()
    taken = sorted(one for times, _ in answers for one in times)
    wrong = [one for _, errors in answers for one in errors]
    print(f"{reports} reports added in {seconds:.1f} s while {readers} readers searched, each every {pause:g} s or so")
    print(f"{len(taken)} searches, {len(wrong)} errors {wrong[:3] or ''}")
    at = {share: 1000 * taken[min(int(share * len(taken)), len(taken) - 1)] for share in (0.5, 0.95, 1.0)}
    print(f"a search took {at[0.5]:.0f} ms (median), {at[0.95]:.0f} ms (95 of 100), {at[1.0]:.0f} ms (slowest)")


def killed(path: Path, kills: int) -> Iterator[str]:
    """Start and kill writers; yields the id of each story that one had confirmed."""
    chance = random.Random(7)  # noqa: S311 - chance, no secret
    for turn in range(kills):
        with subprocess.Popen(
            [sys.executable, str(WRITER), str(path), str(turn)], stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None  # noqa: S101 - it was asked for
            yield child.stdout.readline().strip()
            time.sleep(chance.uniform(0, 0.3))
            child.kill()
            yield from (line.strip() for line in child.stdout if line.endswith("\n"))


def show_kills(path: Path, kills: int) -> None:
    """Print what killed writers had confirmed, and whether it is there."""
    confirmed = set(killed(path, kills))
    with Library.open(path) as library:
        lost = confirmed - {story.id for story in library.stories(1_000_000)}
        problems = library.problems()
    print(f"{kills} writers killed: {len(confirmed)} stories confirmed, {len(lost)} lost, {len(problems)} problems found")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="A library that is read while it is written, and whose writers are killed.")
    parser.add_argument("--reports", type=int, default=500, metavar="N", help="reports that the writer adds (500)")
    parser.add_argument("--readers", type=int, default=50, metavar="N", help="readers (50)")
    parser.add_argument("--pause", type=float, default=1.0, metavar="S", help="mean seconds between two searches (1)")
    parser.add_argument("--kills", type=int, default=100, metavar="N", help="writers to kill (100)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        show_reading(Path(folder) / "read.db", args.reports, args.readers, args.pause)
        if args.kills:
            show_kills(Path(folder) / "killed.db", args.kills)


if __name__ == "__main__":
    main()
