"""How far a run is, shown on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from daylight.cli.output import warn

if TYPE_CHECKING:
    from daylight.engine import Pace

EVERY = 30.0
"""Seconds between two lines where nobody looks at the screen."""


@contextmanager
def watching(quiet: bool) -> Iterator[Callable[[Pace], None]]:
    """A function that shows how far a stage is: in place on a screen, else a line now and then and one at its end."""
    if quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        from rich.console import Console

        with Console(stderr=True).status("reading") as status:
            yield lambda pace: status.update(str(pace))
    else:
        yield _Lines().tell


class _Lines:
    def __init__(self) -> None:
        self._told = time.monotonic()

    def tell(self, pace: Pace) -> None:
        """A line, if the last one is long ago or the stage is at its end."""
        now = time.monotonic()
        if now - self._told >= EVERY or pace.kept + pace.done == pace.total:
            self._told = now
            warn(str(pace))
