"""How far a job is."""

from __future__ import annotations

from fastapi import APIRouter

from daylight.web.answers import AtDesk
from daylight.web.api.models import JobOut
from daylight.web.desk import NotFound
from daylight.web.jobs import Job

router = APIRouter(prefix="/jobs")


def told(job: Job) -> JobOut:
    """A job as the API tells it."""
    return JobOut(id=job.id, state=job.state, told=list(job.told), story=job.made or None, failed=job.failed or None)


@router.get("/{key}")
def job(desk: AtDesk, key: str) -> JobOut:
    """How far a job is, and what it made."""
    found = desk.jobs.get(key)
    if found is None:
        raise NotFound("This job is not known.")
    return told(found)
