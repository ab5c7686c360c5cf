"""Compare, and keep nothing."""

from __future__ import annotations

from fastapi import APIRouter, Response

from daylight.decisions import NO_DECISIONS, parse_decisions
from daylight.web.answers import AtDesk
from daylight.web.api.contract import ANSWER, answer
from daylight.web.api.given import items
from daylight.web.api.models import CompareIn

router = APIRouter()


@router.post("/compare", responses=ANSWER, response_class=Response)
def compare(desk: AtDesk, given: CompareIn) -> Response:
    """Compare reports, and answer when it is done. Nothing is kept."""
    decisions = parse_decisions(given.decisions) if given.decisions else NO_DECISIONS
    return answer(desk.compared(items(given), decisions))
