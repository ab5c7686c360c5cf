"""``python -m bench.cluster [--articles N]``: machines lost in the middle of a run, on a Ray cluster of two nodes here.

A stage that waits and writes, or with ``--articles`` a corpus of so many from files to tables, is carried out whole; with a
worker killed; with the driver killed and begun again; and with a node killed: each when half of the work is done. Nothing
may be lost, nothing done twice beyond what was at work, and the files must be those of one process, byte for byte.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from bench.corpus import write
from daylight.corpus import Options
from daylight.corpus import run as run_corpus
from daylight.engine import Local, Output, Pace, Piece, Site, carry_out
from daylight.engine.cluster import Cluster
from eval.copies import corpus
from eval.data import NoData
from eval.disguise import WAYS

PIECES = [Piece(f"p{number:02d}", f"key {number}", (str(number),)) for number in range(24)]
WORKER = b"ray::perform"


class Job(Protocol):
    """Something to carry out; ``stage`` is the one in the middle of which something is lost."""

    @property
    def stage(self) -> str:
        """The name of the stage."""

    def __call__(self, site: Site) -> None:
        """Carry it out."""


@dataclass(frozen=True)
class Waiting:
    """A stage that waits, then writes its number. ``seconds`` is no part of what it makes."""

    seconds: float = 0.0
    name: str = "waiting"
    digest: str = "1"

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """One table."""
        with (root / f"begun-{piece.name}").open("a") as log:
            log.write("x")
        time.sleep(self.seconds)
        yield Output(f"made/{piece.name}.parquet", pa.table({"n": [int(piece.inputs[0])] * 1000}))


@dataclass(frozen=True)
class Pieces:
    """The stage that waits, over all pieces."""

    seconds: float = 0.2
    stage: str = "waiting"

    def __call__(self, site: Site) -> None:
        """Carry it out."""
        from bench.cluster import Waiting as Stage  # by a name that the workers can import

        site.root.mkdir(exist_ok=True)
        carry_out(site, Stage(self.seconds), PIECES, ("made",))


@dataclass(frozen=True)
class Corpus:
    """A corpus from files to tables."""

    source: Path
    stage: str = "hear"

    def __call__(self, site: Site) -> None:
        """Carry it out."""
        run_corpus([self.source], site, Options())


def run(job: Job, root: Path, address: str, halfway: Callable[[], None]) -> None:
    """Carry a job out on the cluster; ``halfway`` is called once, when half of its stage is done."""
    paces: dict[str, Pace] = {}
    called: list[bool] = []

    def watch(pace: Pace) -> None:
        paces[pace.stage] = pace
        if pace.stage == job.stage and pace.done and 2 * (pace.kept + pace.done) >= pace.total and not called:
            called.append(True)
            halfway()

    with Cluster(address=address) as engine:
        job(Site(engine, root, watch))
    told = [f"{stage} {pace.kept:,} before, {pace.done:,} now, {pace.failed} failed" for stage, pace in paces.items()]
    print("\n".join(f"  {line}" for line in told), flush=True)


def driven(job: Job, root: Path, address: str, halfway: Callable[[], None]) -> None:
    """``run`` in a process of its own."""
    driver = multiprocessing.get_context("spawn").Process(target=run, args=(job, root, address, halfway))
    driver.start()
    driver.join()


def check(root: Path, whole: Path) -> None:
    """Compare the files, and count the pieces of the stage that waits that were begun more than once."""
    same = _made(root) == _made(whole)
    twice = sum(len(path.read_text()) > 1 for path in root.glob("begun-*"))
    print(f"  the same bytes: {'yes' if same else 'NO'}; pieces begun more than once: {twice}", flush=True)


def _made(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.parquet")}


def _nothing() -> None:
    """Let a run be."""


def _kill_driver() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _kill_worker() -> None:
    """Kill one process that is at work."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if path.read_bytes().startswith(WORKER):
                os.kill(int(path.parent.name), signal.SIGKILL)
                return
    print("  no worker was found", flush=True)


def show(job: Job, folder: Path) -> None:
    """The runs, each beside that of one process."""
    from ray.cluster_utils import Cluster as Nodes

    nodes = Nodes(initialize_head=True, head_node_args={"num_cpus": 1})
    second = nodes.add_node(num_cpus=1)
    whole = folder / "whole"
    job(Site(Local(), whole))
    for number, (told, steps) in enumerate(
        (
            ("nothing lost", [_nothing]),
            ("a worker killed", [_kill_worker]),
            ("the driver killed, and begun again", [_kill_driver, _nothing]),
        )
    ):
        print(told, flush=True)
        for halfway in steps:
            driven(job, folder / str(number), nodes.address, halfway)
        check(folder / str(number), whole)
    print("a node killed", flush=True)
    run(job, folder / "node", nodes.address, lambda: nodes.remove_node(second, False))
    check(folder / "node", whole)
    nodes.shutdown()  # type: ignore[no-untyped-call]


def main() -> None:
    """The stage that waits, or a corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=0, metavar="N", help="a corpus of so many, not a stage that waits")
    articles = int(parser.parse_args().articles)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not articles:
            show(Pieces(), folder)
            return
        try:
            made = corpus(1 + articles // (len(WAYS) + 3))[:articles]
        except NoData as absent:
            print(f"skipped: {absent}")
            return
        show(Corpus(write(folder / "in", made)), folder)


if __name__ == "__main__":
    main()
