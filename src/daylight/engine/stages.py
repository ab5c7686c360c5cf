"""Carrying out a whole stage: what is done stays, the rest is done, what belongs to nothing is swept away."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from daylight.engine.marks import read_mark, sweep
from daylight.engine.pace import Pace
from daylight.engine.work import Done, Engine, Failed, Outcome, Piece, Stage

Watcher = Callable[[Pace], None]
"""Called as a stage begins and after each piece."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a run is at work: the engine, the folder that holds all files, and who watches."""

    engine: Engine
    root: Path
    watch: Watcher = lambda _: None


def carry_out(site: Site, stage: Stage, pieces: Iterable[Piece], folders: Iterable[str]) -> Outcome:
    """Carry out ``stage`` on ``pieces`` but for those that an earlier run has done.

    ``folders`` are those that this stage alone writes to: what no piece of now wrote there is removed at the end, unless
    one failed.
    """
    began = time.monotonic()
    plan = tuple(pieces)
    done = {piece.name: mark for piece in plan if (mark := read_mark(site.root, stage, piece))}
    kept = len(done)
    failed: list[Failed] = []
    pace = Pace(stage.name, sum(p.weight for p in plan), sum(p.weight for p in plan if p.name in done))
    site.watch(pace)
    for result in site.engine.map(site.root, stage, [piece for piece in plan if piece.name not in done]):
        if isinstance(result, Done):
            done[result.piece.name] = result
        else:
            failed.append(result)
        pace = pace.after(result.piece.weight, time.monotonic() - began, isinstance(result, Failed))
        site.watch(pace)
    found = tuple(done[piece.name] for piece in plan if piece.name in done)
    if not failed:
        sweep(site.root, stage, found, folders)
    ordered = tuple(sorted(failed, key=lambda one: one.piece.name))
    return Outcome(found, ordered, kept, time.monotonic() - began)
