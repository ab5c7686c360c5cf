"""``python -m bench.cluster``: machines lost in the middle of a run, on a Ray cluster of two nodes on this machine.

A stage that waits and writes is carried out whole, with the driver killed and begun again, and with a node killed: nothing
may be lost, nothing done twice beyond what was at work, and the files must be the same, byte for byte.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from daylight.engine import Local, Output, Pace, Piece, Site, carry_out
from daylight.engine.cluster import Cluster

PIECES = [Piece(f"p{number:02d}", f"key {number}", (str(number),)) for number in range(24)]
HALFWAY = len(PIECES) // 2
FOLDERS = ("made",)


@dataclass(frozen=True)
class Waiting:
    """Waits, then writes its number. ``seconds`` is no part of what it makes."""

    seconds: float = 0.0
    name: str = "waiting"
    digest: str = "1"

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """One table."""
        with (root / f"begun-{piece.name}").open("a") as log:
            log.write("x")
        time.sleep(self.seconds)
        yield Output(f"made/{piece.name}.parquet", pa.table({"n": [int(piece.inputs[0])] * 1000}))


def run(root: Path, address: str, halfway: Callable[[], None]) -> None:
    """Carry the stage out on the cluster; ``halfway`` is called once, when half of the pieces are done."""
    from bench.cluster import Waiting as Stage  # by a name that the workers can import

    called: list[bool] = []

    def watch(pace: Pace) -> None:
        if pace.kept + pace.done >= HALFWAY and not called:
            called.append(True)
            halfway()

    with Cluster(address=address) as engine:
        outcome = carry_out(Site(engine, root, watch), Stage(0.2), PIECES, FOLDERS)
        print(
            f"  {outcome.kept} pieces before, {len(outcome.done) - outcome.kept} now, {len(outcome.failed)} failed",
            flush=True,
        )


def driven(root: Path, address: str, halfway: Callable[[], None]) -> None:
    """``run`` in a process of its own."""
    driver = multiprocessing.get_context("spawn").Process(target=run, args=(root, address, halfway))
    driver.start()
    driver.join()


def check(root: Path, whole: Path) -> None:
    """Compare the files, and count the pieces that were begun more than once."""
    same = _made(root) == _made(whole)
    twice = sum(len(path.read_text()) > 1 for path in root.glob("begun-*"))
    print(f"  the same bytes: {'yes' if same else 'NO'}; pieces begun more than once: {twice}", flush=True)


def _made(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "made").iterdir()}


def _nothing() -> None:
    """Let a run be."""


def _kill_driver() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Three runs."""
    from ray.cluster_utils import Cluster as Nodes

    nodes = Nodes(initialize_head=True, head_node_args={"num_cpus": 1})
    second = nodes.add_node(num_cpus=1)
    with tempfile.TemporaryDirectory() as name:
        whole, plain, driver, node = (Path(name) / part for part in ("whole", "plain", "driver", "node"))
        for root in (whole, plain, driver, node):
            root.mkdir()
        carry_out(Site(Local(), whole), Waiting(), PIECES, FOLDERS)
        print("nothing lost", flush=True)
        driven(plain, nodes.address, _nothing)
        check(plain, whole)
        print("the driver killed, and begun again", flush=True)
        driven(driver, nodes.address, _kill_driver)
        driven(driver, nodes.address, _nothing)
        check(driver, whole)
        print("a node killed", flush=True)
        run(node, nodes.address, lambda: nodes.remove_node(second, False))
        check(node, whole)
    nodes.shutdown()  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()
