"""The REST API: all that the pages do, for programs. The comparison that it gives is the contract, byte for byte."""

from typing import Any

from fastapi import APIRouter

from daylight.web.api import compare, decisions, jobs, search, stories
from daylight.web.problems import MEDIA_TYPE, SCHEMA

WENT_WRONG: dict[int | str, dict[str, Any]] = {
    "default": {"description": "What went wrong, in words (RFC 9457)", "content": {MEDIA_TYPE: {"schema": SCHEMA}}}
}

router = APIRouter(prefix="/api", responses=WENT_WRONG)
for room in (compare, stories, decisions, search, jobs):
    router.include_router(room.router)

__all__ = ["router"]
