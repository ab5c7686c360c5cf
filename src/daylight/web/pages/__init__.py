"""The pages that a person looks at, and the forms on them."""

from fastapi import APIRouter

from daylight.web.pages import correct, home, job, search, send, story

router = APIRouter()
for room in (home, job, story, correct, search, send):
    router.include_router(room.router)

__all__ = ["router"]
