"""One job after the other, each with its steps; where one fails it says why, and nothing else stops."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest

from daylight.errors import InputError
from daylight.web.jobs import DEFECT, MOST_WAITING, Busy, Jobs, Tell


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_a_job_tells_its_steps_and_what_it_made(jobs: Jobs) -> None:
    def work(tell: Tell) -> str:
        tell("reading")
        tell("comparing")
        return "s-1"

    job, done = jobs.start("Comparing", work, given="what was pasted")
    done.result(5)
    assert (job.state, job.told, job.made, job.given) == ("done", ["reading", "comparing"], "s-1", None)
    assert jobs.get(job.id) is job


def test_a_job_that_fails_says_why_and_keeps_what_was_given(jobs: Jobs) -> None:
    def work(_: Tell) -> str:
        raise InputError("a.pdf", "this is a PDF file")

    job, done = jobs.start("Comparing", work, given="what was pasted")
    done.result(5)
    assert (job.state, job.failed, job.given) == ("failed", "a.pdf: this is a PDF file", "what was pasted")


def test_a_defect_is_told_as_one_and_the_next_job_is_done(jobs: Jobs) -> None:
    job, _ = jobs.start("Broken", lambda _: str(1 // 0))
    other, done = jobs.start("Whole", lambda _: "s-2")
    done.result(5)
    assert (job.failed, other.state) == (DEFECT, "done")


def test_no_more_jobs_wait_than_may(jobs: Jobs) -> None:
    hold = Event()
    for _ in range(MOST_WAITING):
        jobs.start("Waiting", lambda _: str(hold.wait(5)))
    with pytest.raises(Busy, match="wait until"):
        jobs.start("One more", lambda _: "")
    hold.set()
