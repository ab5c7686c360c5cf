"""The forms that correct one thing, and what they decide."""

from __future__ import annotations

from typing import get_args

from fastapi import APIRouter, Request, Response

from daylight.model import BlockRole, Comparison
from daylight.web import urls
from daylight.web.answers import AtDesk, Sent, go, page
from daylight.web.corrections import decisions_of, text
from daylight.web.desk import NotFound
from daylight.web.things import Choice, Name, everybody, statements, thing
from daylight.web.urls import What

router = APIRouter(prefix="/stories/{key}")

FRAGMENT = "x-daylight-part"
"""The header by which the app's script asks for the forms alone, to put them beside the thing."""


@router.get("/correct/{what}/{anchor}")
def forms(request: Request, desk: AtDesk, key: str, what: What, anchor: str) -> Response:
    """The forms for one thing: alone, or on a page of their own."""
    story, comparison = desk.story(key)
    found = thing(comparison, what, anchor)
    if found is None:
        raise NotFound("This is not in the story any more; it may have been corrected meanwhile.")
    own = getattr(found, "id", None)
    return page(
        request,
        "correct.html.j2" if FRAGMENT in request.headers else "correcting.html.j2",
        story=story,
        what=what,
        thing=found,
        back=anchor,
        others=[choice for choice in _choices(comparison, what) if choice.id != own],
        everybody=everybody(comparison),
        roles=get_args(BlockRole),
    )


def _choices(comparison: Comparison, what: What) -> tuple[Name, ...] | tuple[Choice, ...]:
    """What the thing can be put together with."""
    if what == "statement":
        return statements(comparison)
    return everybody(comparison) if what == "person" else ()


@router.post("/decisions")
def decide(form: Sent, desk: AtDesk, key: str) -> Response:
    """Keep what a form decides, and compare again."""
    _, comparison = desk.story(key)
    return go(urls.job(desk.decide(key, decisions_of(form, comparison), text(form, "back")).id))


@router.post("/decisions/{decision}/undo")
def undo(desk: AtDesk, key: str, decision: str) -> Response:
    """Undo a decision, and compare again."""
    return go(urls.job(desk.undo(key, decision).id))
