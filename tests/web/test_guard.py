"""Nobody but the person at this machine changes anything, and nothing that the app shows acts by itself."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from starlette.testclient import TestClient

from daylight.web import api, pages, urls
from daylight.web.guard import Guard
from tests.web.conftest import HOST, Visitor

UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}


def changes(router: APIRouter) -> list[tuple[str, str]]:
    """Every method and path of the app that may change something."""
    shown = FastAPI()
    shown.include_router(router, include_in_schema=True)
    return [(m.upper(), p) for p, methods in shown.openapi()["paths"].items() for m in methods if m.upper() in UNSAFE]


def test_a_change_without_the_token_is_refused_wherever_it_is_sent(visitor: Visitor) -> None:
    known = [*changes(api.router), *changes(pages.router)]
    assert len(known) >= 17
    for method, path in known:
        for headers in ({}, {"x-daylight-token": "guessed"}):
            answer = visitor.client.request(method, path, headers=headers, data={"token": "guessed"})
            assert answer.status_code == 403, (method, path)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": f"https://{HOST}"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
    ids=str,
)
def test_a_change_from_another_site_is_refused_even_with_the_token(visitor: Visitor, headers: dict[str, str]) -> None:
    address = urls.part(visitor.story, "name")
    answer = visitor.client.post(address, data={"token": visitor.token, "title": "Mine"}, headers=headers)
    assert answer.status_code == 403
    assert "The pier" in visitor.get(urls.HOME).text


@pytest.mark.parametrize("headers", [{}, {"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"}], ids=str)
def test_a_change_from_the_app_or_from_a_program_is_done(visitor: Visitor, headers: dict[str, str]) -> None:
    address = urls.part(visitor.story, "name")
    visitor.client.post(address, data={"token": visitor.token, "title": "Ours"}, headers=headers)
    assert "Ours" in visitor.get(urls.HOME).text


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8050", "127.0.0.1", "127.0.0.1:8051", "[::1]:8050"])
def test_a_name_that_was_pointed_here_is_not_answered(visitor: Visitor, host: str) -> None:
    assert visitor.get(urls.HOME, headers={"host": host}).status_code == 421


@pytest.mark.parametrize("path", ["/", "/stories/none", "/static/app.js", "/receive", "/api/stories", "/nothing"])
def test_every_answer_says_what_a_browser_may_do_with_it(visitor: Visitor, path: str) -> None:
    headers = visitor.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert ("cross-origin-opener-policy" in headers) == (path != "/receive")


def test_a_body_over_the_limit_is_refused_however_it_is_announced() -> None:
    async def reads(_: Any, receive: Any, send: Any) -> None:
        more = True
        while more:
            more = (await receive()).get("more_body", False)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body"})

    client = TestClient(Guard(reads, frozenset({"testserver"}), 1_000))
    assert client.post("/", content=b"x" * 900).status_code == 200
    assert client.post("/", content=b"x" * 1_100).status_code == 413


def test_no_page_has_a_script_or_a_style_of_its_own_or_asks_anybody_else(visitor: Visitor) -> None:
    for path in (urls.HOME, urls.story(visitor.story), urls.BOOKMARKLET, urls.RECEIVE):
        text = visitor.get(path).text
        assert "<style" not in text
        assert text.count("<script") == text.count('<script src="/static/')
        assert " onclick=" not in text
        assert 'src="http' not in text
