"""The first page: give reports, and the stories there are."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from daylight.web import urls
from daylight.web.answers import AtDesk, Sent, go, page
from daylight.web.given import given, items

router = APIRouter()

STORIES = 50
"""Stories on one page."""


@router.get(urls.HOME)
def home(request: Request, desk: AtDesk, after: str | None = None) -> Response:
    """The form for reports, and the stories, those changed last first."""
    stories = desk.stories(STORIES, after)
    more = stories[-1].id if len(stories) == STORIES else None
    return page(request, "home.html.j2", stories=stories, more=more)


@router.post(urls.STORIES)
async def add(form: Sent, desk: AtDesk) -> Response:
    """Take in the reports of the form as a new story."""
    written = given(form, urls.STORIES)
    return go(urls.job(desk.begin(await items(form, written), written.title, None, written).id))
