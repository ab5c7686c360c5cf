"""How often a site is asked. The figures are chosen, with the custom of feed readers in mind."""

from __future__ import annotations

import random
import time
from typing import Protocol
from urllib.parse import urlsplit

LEAST = 300.0
"""Seconds between two askings for one feed, at least, whatever was said."""
MOST = 86_400.0
"""Seconds after which a feed that fails again and again is still asked."""
SPREAD = 0.1
"""Share of the interval by which it is drawn out, so that many watchers do not ask in the same moment."""
PAUSE = 2.0
"""Seconds between two pages of one site."""


class Clock(Protocol):
    """The time, in seconds since 1970, and waiting: exchanged in tests."""

    def now(self) -> float:
        """What time it is."""

    def sleep(self, seconds: float) -> None:
        """Let so much time pass."""


class SystemClock:
    """The machine's own."""

    def now(self) -> float:
        """What time it is."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Let so much time pass."""
        time.sleep(seconds)


def interval(every: float, failures: int, draw: random.Random) -> float:
    """Seconds until a feed is asked again: doubled with each failure in a row, drawn out by chance, never shortened."""
    seconds = min(MOST, max(LEAST, every) * 2.0 ** min(failures, 20))
    return seconds * draw.uniform(1.0, 1.0 + SPREAD)


class Manners:
    """Waits before each page, so that no site is asked twice in ``PAUSE`` seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._asked: dict[str, float] = {}

    def wait_for(self, url: str) -> None:
        """Return when the site of ``url`` may be asked."""
        site = urlsplit(url).netloc
        left = self._asked.get(site, 0.0) + PAUSE - self._clock.now()
        if left > 0:
            self._clock.sleep(left)
        self._asked[site] = self._clock.now()
