"""Work that takes longer than a request: one job after the other, each telling how far it is."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Literal

from daylight.errors import DaylightError

State = Literal["waiting", "working", "done", "failed"]
Tell = Callable[[str], None]
Work = Callable[[Tell], str]
"""Does the work, told what to call at each step; gives the id of the story that it made or changed."""

MOST_WAITING = 20
"""Jobs that wait or work at once. Chosen."""
KEPT = 200
"""Jobs that are remembered after their end, for the page that shows them."""

DEFECT = "This is a defect of Daylight, not of what you gave. It is written in the terminal where the app runs."

log = logging.getLogger("daylight.web")


class Busy(DaylightError):
    """As many jobs wait as may."""


@dataclass(slots=True)
class Job:
    """A piece of work. ``told`` are its steps so far; ``made`` is the story, ``failed`` says in words why there is none.

    ``given`` is what a person gave for it, so that nothing is lost where it fails; ``anchor`` is
    the place on the page of the story where the person was.
    """

    title: str
    id: str = field(default_factory=lambda: secrets.token_urlsafe(9))
    state: State = "waiting"
    told: list[str] = field(default_factory=list)
    made: str = ""
    failed: str = ""
    given: Any = None
    anchor: str = ""


class Jobs:
    """The jobs of the app. One works at a time: a comparison fills the machine that it runs on."""

    def __init__(self) -> None:
        self._known: dict[str, Job] = {}
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="daylight-job")

    def start(self, title: str, work: Work, given: Any = None, anchor: str = "") -> tuple[Job, Future[None]]:
        """Put work behind what waits. Raises Busy where too much does."""
        if sum(job.state in {"waiting", "working"} for job in self._known.values()) >= MOST_WAITING:
            raise Busy("too much is being worked on; wait until some of it is done")
        job = Job(title, given=given, anchor=anchor)
        self._known[job.id] = job
        for old in list(self._known)[:-KEPT]:
            del self._known[old]
        return job, self._pool.submit(_run, job, work)

    def get(self, key: str) -> Job | None:
        """A job that is known."""
        return self._known.get(key)

    def close(self) -> None:
        """Wait for the job that works; those that wait are not begun."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _run(job: Job, work: Work) -> None:
    job.state = "working"
    try:
        job.made = work(job.told.append)
    except DaylightError as error:
        job.failed = str(error)
    except Exception:
        log.exception("the job %s failed", job.title)
        job.failed = DEFECT
    job.state = "failed" if job.failed else "done"
    if not job.failed:
        job.given = None
