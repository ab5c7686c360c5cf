"""How far a job is; where it ends, on to what it made."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from daylight.web import urls
from daylight.web.answers import AtDesk, go, page
from daylight.web.desk import NotFound

router = APIRouter()


@router.get("/jobs/{key}")
def job(request: Request, desk: AtDesk, key: str) -> Response:
    """The page of a job, which a script keeps up to date."""
    found = desk.jobs.get(key)
    if found is None:
        raise NotFound("This job is not known any more; what it made is among the stories.")
    if found.state == "done":
        return go(urls.story(found.made, found.anchor))
    return page(request, "job.html.j2", job=found)


@router.get("/jobs/{key}/state")
def state(desk: AtDesk, key: str) -> dict[str, str]:
    """The state of a job, for the script of its page."""
    found = desk.jobs.get(key)
    if found is None:
        raise NotFound("This job is not known any more.")
    return {"state": found.state, "told": found.told[-1] if found.told else found.state}
