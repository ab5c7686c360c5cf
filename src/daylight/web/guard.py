"""What stands before every request: whom the app answers, what it takes, and what a browser may do with the answer.

The app listens on this machine only, but so does the browser: any page that is open in it can send requests here. So a
request must name this host (a foreign name that was pointed here is refused: DNS rebinding), one that changes something
must come from a page of the app or from no page at all, and carry the app's token (``token.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.datastructures import Headers, MutableHeaders

from daylight.web import urls
from daylight.web.problems import problem

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

READING = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), clipboard-read=()",
}
KNOWS_ITS_OPENER = frozenset({urls.RECEIVE})
"""The page that a bookmarklet opens and speaks to."""


class _TooMuch(Exception):
    """The body is over the limit."""


@dataclass(frozen=True, slots=True)
class Guard:
    """``hosts`` are the names and ports by which the app is reached; ``most`` is the size of a body in bytes."""

    app: ASGIApp
    hosts: frozenset[str]
    most: int

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on what may pass."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        told = _Headed(send, scope["path"])
        refusal = self._refusal(scope["method"], Headers(scope=scope))
        if refusal:
            await problem(*refusal)(scope, receive, told)
            return
        try:
            await self.app(scope, _Counted(receive, self.most), told)
        except _TooMuch:
            await problem(413, f"It has more than {self.most // 1_000_000} MB; give fewer or shorter reports.")(
                scope, receive, told
            )

    def _refusal(self, method: str, headers: Mapping[str, str]) -> tuple[int, str] | None:
        if headers.get("host") not in self.hosts:
            return 421, "This is not the address of the app; use the one that it printed at its start."
        if method not in READING and not self._from_here(headers):
            return 403, "This came from another site than the app, and nothing was changed."
        return None

    def _from_here(self, headers: Mapping[str, str]) -> bool:
        """Whether a page of the app sent it, or no page: a browser always says which, a program does not."""
        origin = headers.get("origin")
        if origin is not None and origin.removeprefix("http://") not in self.hosts:
            return False
        return headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}


@dataclass(slots=True)
class _Counted:
    """Receives a body up to a limit."""

    receive: Receive
    most: int
    seen: int = 0

    async def __call__(self) -> Message:
        message = await self.receive()
        self.seen += len(message.get("body", b""))
        if self.seen > self.most:
            raise _TooMuch
        return message


@dataclass(frozen=True, slots=True)
class _Headed:
    """Sends an answer with the headers that each has."""

    send: Send
    path: str

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._set(message)
        await self.send(message)

    def _set(self, message: dict[str, Any] | Message) -> None:
        headers = MutableHeaders(scope=message)
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
        headers.setdefault("cache-control", "no-store")
        if self.path not in KNOWS_ITS_OPENER:
            headers["cross-origin-opener-policy"] = "same-origin"
