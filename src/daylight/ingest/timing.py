"""A time limit on work that cannot be trusted to end."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from daylight.errors import TooSlow

_AGAIN = 0.5
"""Seconds after which a limit that went unheard, in a C function or a bare except, is told again."""


class _Expired(BaseException):
    """Not an Exception, so that no library takes it for an error of its own and goes on."""


@contextmanager
def time_limit(seconds: float, where: str) -> Iterator[None]:
    """Raise TooSlow where the body takes longer.

    It interrupts by a timer signal, which the system gives to the main thread of a process only: elsewhere, and on Windows,
    the limits on sizes alone bound the work. Limits nest: the outer one is taken up again, with the time that it had left.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    left, _ = signal.getitimer(signal.ITIMER_REAL)
    before = signal.signal(signal.SIGALRM, _expire)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    except _Expired:
        raise TooSlow(where, f"reading it took more than {seconds:g} seconds; raise the setting max_seconds") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, left)
        signal.signal(signal.SIGALRM, before)


def _expire(_signal: int, _frame: FrameType | None) -> None:
    raise _Expired
