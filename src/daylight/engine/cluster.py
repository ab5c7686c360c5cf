"""The engine of many machines: Ray, as the extra ``daylight-news[ray]``.

Every machine must see the folder of the run under the same path. Ray is asked for one thing, to carry out pieces and to
try again where a worker or a machine is lost; files and marks do the rest, so that a driver that dies costs the pieces at
work.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Self

from daylight.engine.local import AHEAD, KILLED
from daylight.engine.perform import perform
from daylight.engine.work import Failed, Piece, Result, Stage
from daylight.errors import InputError

RETRIES = 2
"""How often a piece is tried again whose worker or machine was lost."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Carries pieces out on a Ray cluster: the one at ``address``, or one of ``workers`` processes begun for this run."""

    workers: int = 1
    address: str | None = None

    def __enter__(self) -> Self:
        """Nothing is begun before there is work."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the cluster; one that was begun for this run ends."""
        import ray

        ray.shutdown()

    def map(self, root: Path, stage: Stage, pieces: Iterable[Piece]) -> Iterator[Result]:
        """Carry out ``stage`` on each piece. See ``Engine``."""
        ray = self._connected()
        task = ray.remote(num_cpus=1, max_retries=RETRIES)(perform)
        shared = ray.put(stage)
        rest = iter(pieces)
        waiting: dict[Any, Piece] = {}
        width = AHEAD * int(ray.cluster_resources().get("CPU", 1))
        while True:
            for piece in islice(rest, width - len(waiting)):
                waiting[task.remote(root.absolute(), shared, piece)] = piece
            if not waiting:
                return
            ready, _ = ray.wait(list(waiting))
            for reference in ready:
                yield _result(ray, reference, waiting.pop(reference))

    def _connected(self) -> Any:
        """Ray, begun or joined."""
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        try:
            import ray
        except ImportError as error:
            raise InputError("--engine ray", "this engine needs Ray: pip install 'daylight-news[ray]'") from error
        if not ray.is_initialized():
            own: dict[str, Any] = {} if self.address else {"num_cpus": self.workers, "include_dashboard": False}
            ray.init(address=self.address or "local", log_to_driver=False, logging_level=logging.ERROR, **own)
        return ray


def _result(ray: Any, reference: Any, piece: Piece) -> Result:
    try:
        result: Result = ray.get(reference)
    except (ray.exceptions.RayTaskError, ray.exceptions.RaySystemError) as error:
        return Failed(piece, f"Ray: {error}")
    except ray.exceptions.RayError:
        return Failed(piece, KILLED)
    return result
