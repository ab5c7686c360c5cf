"""Search in the library, and who speaks in it."""

from __future__ import annotations

from typing import get_args

from fastapi import APIRouter, Request, Response

from daylight.model import DifferenceKind, Place
from daylight.report.labels import label
from daylight.report.links import anchor, place_anchor
from daylight.store import Hit
from daylight.web import urls
from daylight.web.answers import AtDesk, page
from daylight.web.wanted import Wanted

router = APIRouter()

HITS = 30
"""Places on one page."""


@router.get(urls.SEARCH)
def search(request: Request, desk: AtDesk, wanted: Wanted, after: str | None = None) -> Response:
    """The form, and the places where all holds that it asks for."""
    with desk.open() as library:
        hits = library.search(wanted.query(), HITS, after) if wanted.given() else None
    more = urls.search(**wanted.given(), after=hits.after) if hits and hits.after else None
    kinds = [(kind, label("kind", kind)) for kind in get_args(DifferenceKind)]
    return page(request, "search.html.j2", wanted=wanted, hits=hits, more=more, kinds=kinds, place=_place)


@router.get(urls.SPEAKERS)
def speakers(request: Request, desk: AtDesk, begins: str = "") -> Response:
    """Everybody who speaks, the talkative first."""
    with desk.open() as library:
        found = library.speakers(begins[:200])
    return page(request, "speakers.html.j2", speakers=found, begins=begins[:200])


def _place(hit: Hit) -> str:
    """The place on the page of the story: the statement, or the words in the full text."""
    if hit.statement:
        return urls.story(hit.story, anchor("statement", hit.statement))
    return urls.story(hit.story, place_anchor(Place(hit.report, hit.span)))
