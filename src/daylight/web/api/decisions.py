"""Decisions about a story: taken, listed, undone."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from daylight.decisions import parse_decision, write_decisions
from daylight.web.answers import AtDesk
from daylight.web.api.jobs import told
from daylight.web.api.models import DecisionIn, DecisionOut, JobOut
from daylight.web.history import told as history

router = APIRouter(prefix="/stories/{key}/decisions")

FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "A decisions file", "content": {"application/toml": {"schema": {"type": "string"}}}}
}


@router.get("")
def decisions(desk: AtDesk, key: str) -> list[DecisionOut]:
    """Every decision about a story and what became of it, the last one first."""
    _, comparison = desk.story(key)
    with desk.open() as library:
        found = history(library.history(key), comparison)
    return [
        DecisionOut(id=one.id, text=one.text, note=one.note, when=one.when, status=one.status, reason=one.reason)
        for one in found
    ]


@router.get("/file", responses=FILE, response_class=Response)
def file(desk: AtDesk, key: str) -> Response:
    """The decisions that stand, as a decisions file."""
    desk.record(key)
    with desk.open() as library:
        content = write_decisions(library.decisions(key))
    return Response(content, media_type="application/toml")


@router.post("", status_code=202)
def decide(desk: AtDesk, key: str, given: DecisionIn) -> JobOut:
    """Take a decision, and compare again."""
    desk.record(key)
    return told(desk.decide(key, [parse_decision(given.kind, given.table())]))


@router.delete("/{decision}", status_code=202)
def undo(desk: AtDesk, key: str, decision: str) -> JobOut:
    """Undo a decision, and compare again."""
    return told(desk.undo(key, decision))
