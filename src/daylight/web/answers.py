"""How routes answer: a page from a template, an address to go on to, and what they have at hand."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, cast

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.datastructures import FormData

from daylight.report import assets
from daylight.web import urls
from daylight.web.desk import Desk
from daylight.web.problems import problem
from daylight.web.token import FIELD, HEADER, is_right

FILES = frozenset({"app.css", "app.js", "icon.svg", "receive.js"})


def _desk(request: Request) -> Desk:
    return cast("Desk", request.app.state.desk)


AtDesk = Annotated[Desk, Depends(_desk)]


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of the app. What a template shows is escaped, whatever it holds."""
    text = assets.environment("daylight.web").get_template(template)
    given = {"urls": urls, "static": _address, "token": request.app.state.token, **values}
    return HTMLResponse(text.render(**given).encode("utf-8", "replace"), status)


def go(address: str) -> RedirectResponse:
    """On to another page, by GET."""
    return RedirectResponse(address, 303)


def wants_page(request: Request) -> bool:
    """Whether whoever asks looks at pages; programs are told in JSON."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith(urls.API)


def failure(request: Request, status: int, detail: str) -> Any:
    """What went wrong, as a page or as a problem in JSON."""
    if not wants_page(request):
        return problem(status, detail)
    return page(request, "problem.html.j2", status, title="That did not work", detail=detail)


@cache
def static(name: str) -> bytes | None:
    """A file of the app; None where there is none of this name."""
    if name == "page.css":
        return assets.style().encode()
    if name == "page.js":
        return assets.script().encode()
    if name not in FILES:
        return None
    return files("daylight.web").joinpath("static", name).read_bytes()


@cache
def _address(name: str) -> str:
    return urls.static(name, hashlib.sha256(static(name) or b"").hexdigest()[:12])


async def _form(request: Request) -> AsyncIterator[FormData]:
    """The form of a request, its files let go of at the end."""
    async with request.form() as form:
        yield form


Sent = Annotated[FormData, Depends(_form)]


class Forged(Exception):
    """A change without the app's token."""


async def check_token(request: Request) -> None:
    """Refuse a change that does not carry the app's token, in its header or in a field of its form."""
    if request.method in {"GET", "HEAD", "OPTIONS"}:
        return
    given = request.headers.get(HEADER)
    if given is None and request.headers.get("content-type", "").startswith(("multipart/", "application/x-www-form")):
        form = await request.form(max_files=200, max_fields=2_000, max_part_size=4_000_000)
        field = form.get(FIELD)
        given = field if isinstance(field, str) else None
    if not is_right(given, request.app.state.token):
        await request.close()
        raise Forged
