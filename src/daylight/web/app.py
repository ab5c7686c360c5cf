"""The application: pages, API, static files, and what guards them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from daylight.errors import InputError, LibraryError
from daylight.version import VERSION
from daylight.web import api, pages
from daylight.web.answers import Forged, check_token, failure, static
from daylight.web.desk import Desk, NotFound
from daylight.web.guard import Guard
from daylight.web.jobs import DEFECT, Busy
from daylight.web.token import token_beside

MOST_BYTES = 60_000_000
"""Of one request. Two dozen saved web pages; a report has at most ``Settings.max_bytes``."""

FORGED = (
    "This came without the app’s token, and nothing was changed. Go back, load the page again and send what you wrote once "
    "more; a program sends the token in the header X-Daylight-Token."
)
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


def create_app(desk: Desk, hosts: frozenset[str]) -> FastAPI:
    """The app over one library. ``hosts`` are the names and ports by which it is reached ("127.0.0.1:8050")."""

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.jobs.close()

    app = FastAPI(
        title="Daylight",
        version=VERSION,
        description="Reports of one event compared, kept, corrected and searched, on this machine.",
        dependencies=[Depends(check_token)],
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=life,
    )
    app.state.desk = desk
    app.state.token = token_beside(desk.library)
    app.include_router(pages.router, include_in_schema=False)
    app.include_router(api.router)
    app.get("/static/{name}", include_in_schema=False)(_static)
    for kind, handler in HANDLERS.items():
        app.add_exception_handler(kind, handler)
    app.add_middleware(Guard, hosts=hosts, most=MOST_BYTES)
    return app


def _static(name: str) -> Response:
    content = static(name)
    if content is None:
        raise HTTPException(404, "There is no such file.")
    media_type = TYPES[name.rpartition(".")[2]]
    return Response(content, media_type=media_type, headers={"cache-control": "max-age=31536000, immutable"})


def _http(request: Request, error: Any) -> Any:
    return failure(request, error.status_code, str(error.detail))


def _invalid(request: Request, error: Any) -> Any:
    told = "; ".join(f"{'.'.join(str(part) for part in one['loc'][1:])}: {one['msg']}" for one in error.errors()[:5])
    return failure(request, 422, told)


def _unread(request: Request, error: Any) -> Any:
    return failure(request, 422, str(error))


def _missing(request: Request, error: Any) -> Any:
    return failure(request, 404, str(error))


def _forged(request: Request, _: Any) -> Any:
    return failure(request, 403, FORGED)


def _defect(request: Request, _: Any) -> Any:
    return failure(request, 500, DEFECT)


def _busy(request: Request, error: Any) -> Any:
    return failure(request, 503, str(error))


HANDLERS = {
    HTTPException: _http,
    RequestValidationError: _invalid,
    InputError: _unread,
    LibraryError: _unread,
    NotFound: _missing,
    Forged: _forged,
    Busy: _busy,
    Exception: _defect,
}
