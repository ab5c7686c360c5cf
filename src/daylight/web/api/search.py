"""Search in the library, and who speaks in it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from daylight.store import Hit
from daylight.web.answers import AtDesk
from daylight.web.api.models import HitOut, HitsOut, PieceOut, SpeakerOut
from daylight.web.wanted import Wanted

router = APIRouter()


@router.get("/search")
def search(
    desk: AtDesk, wanted: Wanted, limit: Annotated[int, Query(ge=1, le=200)] = 30, after: str | None = None
) -> HitsOut:
    """Places in the reports; with ``speaker`` or ``kind`` in what is said. All that is given must hold."""
    with desk.open() as library:
        found = library.search(wanted.query(), limit, after)
    return HitsOut(total=found.total, after=found.after, items=[_hit(hit) for hit in found.items])


@router.get("/speakers")
def speakers(desk: AtDesk, begins: Annotated[str, Query(max_length=200)] = "") -> list[SpeakerOut]:
    """Everybody who is reported to say something, over all stories. Their words: search with ``speaker``."""
    with desk.open() as library:
        found = library.speakers(begins)
    return [SpeakerOut(name=s.name, stories=s.stories, statements=s.statements) for s in found]


def _hit(hit: Hit) -> HitOut:
    names = ("story", "title", "report", "outlet", "published", "attribution", "statement", "speaker")
    return HitOut(
        **{name: getattr(hit, name) for name in names},
        span=(hit.span.start, hit.span.end),
        snippet=[PieceOut(text=text, matched=matched) for text, matched in hit.snippet],
    )
