"""A page of the web by its address, taken with care: public machines only, within limits, as its owner allows.

A host is looked up once, every address of it is checked, and the checked address is connected to, so that a name that
changes its mind between the two leads nowhere. Each redirect goes through all of it again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from daylight.errors import NotFetched
from daylight.ingest.addresses import Network
from daylight.ingest.robots import Robots
from daylight.version import VERSION

if TYPE_CHECKING:
    from httpx2 import AsyncClient, Response

AGENT = "Daylight"
USER_AGENT = f"{AGENT}/{VERSION} (reads a page that a person named; obeys robots.txt)"

PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/feed+json"})
PORTS = frozenset({80, 443, 8080, 8443})
LONGEST_URL = 2_000
INTERNET = Network()
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` for everything, with redirects and robots.txt; ``size`` in bytes once unpacked. Chosen, not measured."""

    seconds: float = 20.0
    size: int = 10_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. ``url`` is where the redirects ended; ``retrieved`` is ISO 8601 in UTC.

    ``unchanged`` says that the server has nothing newer than what ``etag`` and ``modified`` of the last time stand for.
    """

    url: str
    data: bytes
    media_type: str
    retrieved: str
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


class _Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches pages, one after the other; keeps the robots.txt of the sites that it has seen."""

    limits: Limits = Limits()
    network: Network = INTERNET
    accept: frozenset[str] = PAGES
    robots: Robots = field(default_factory=lambda: Robots(AGENT))

    def fetch(self, url: str, since: Fetched | None = None) -> Fetched:
        """The page at ``url``; ``since`` is what it gave the last time. Raises NotFetched, which says why and what to do."""
        # On a thread of its own, since the caller's may run an event loop already, as in a notebook.
        with ThreadPoolExecutor(max_workers=1) as thread:
            return thread.submit(lambda: asyncio.run(self._within_time(url.strip(), since))).result()

    async def _within_time(self, url: str, since: Fetched | None) -> Fetched:
        import httpx2

        try:
            async with asyncio.timeout(self.limits.seconds), _client() as client:
                return await self._follow(client, url, _condition(since))
        except TimeoutError as error:
            told = f"no answer within {self.limits.seconds:g} seconds; try again, or save the page and give the file"
            raise NotFetched(url, told) from error
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
            raise NotFetched(url, f"the site cannot be reached ({error}); check the address and your network") from error

    async def _follow(self, client: AsyncClient, url: str, headers: Mapping[str, str]) -> Fetched:
        at = url
        for _ in range(self.limits.redirects + 1):
            await self._ask_leave(client, at)
            answer = await self._get(client, at, headers)
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return self._taken(at, answer)
            at = urljoin(at, answer.headers["location"])
        raise NotFetched(url, f"it leads on more than {self.limits.redirects} times; give the address where it ends")

    async def _ask_leave(self, client: AsyncClient, url: str) -> None:
        parts = _checked(url)

        async def get(address: str) -> tuple[int, bytes]:
            for _ in range(self.limits.redirects + 1):
                answer = await self._get(client, address, {})
                if answer.status not in REDIRECTS or "location" not in answer.headers:
                    return answer.status, answer.body
                address = urljoin(address, answer.headers["location"])
            return 404, b""

        if not await self.robots.allow(url, f"{parts.scheme}://{parts.netloc}", get):
            raise NotFetched(url, "the site asks programs not to read this page (robots.txt); save it in a browser")

    async def _get(self, client: AsyncClient, url: str, headers: Mapping[str, str]) -> _Answer:
        """One answer, from the first of the checked addresses that takes the connection."""
        import httpx2

        _checked(url)
        named = httpx2.URL(url)
        host = named.raw_host.decode("ascii")
        own = {"host": named.netloc.decode("ascii"), "user-agent": USER_AGENT, "accept": ", ".join(sorted(self.accept))}
        *others, last = await self._addresses(url, host)
        for address in (*others, last):
            dialled, port = self.network.dial(address, named.port or (443 if named.scheme == "https" else 80))
            there = named.copy_with(host=dialled, port=port)
            try:
                asked = client.stream("GET", there, headers=own | dict(headers), extensions={"sni_hostname": host})
                async with asked as response:
                    return _Answer(response.status_code, response.headers, await self._body(url, response))
            except httpx2.ConnectError:
                if address == last:
                    raise
        raise AssertionError("the last address has answered or raised")

    async def _addresses(self, url: str, host: str) -> list[str]:
        try:
            return await self.network.public(host)
        except PermissionError as error:
            raise NotFetched(url, "its address is not on the open internet; give the page as a file") from error
        except (OSError, UnicodeError) as error:
            raise NotFetched(url, "there is no such site; check the address") from error

    async def _body(self, url: str, response: Response) -> bytes:
        """The body, unpacked as it comes, so that no more than the limit and one piece of it is ever held."""
        body = bytearray()
        async for piece in response.aiter_bytes(16_384):
            body += piece
            if len(body) > self.limits.size:
                raise NotFetched(url, f"it has more than {self.limits.size / 1e6:g} MB; save its text and give the file")
        return bytes(body)

    def _taken(self, url: str, answer: _Answer) -> Fetched:
        media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        found = Fetched(
            url=url,
            data=answer.body,
            media_type=media_type,
            retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
            etag=answer.headers.get("etag"),
            modified=answer.headers.get("last-modified"),
            unchanged=answer.status == 304,
        )
        if answer.status not in {200, 304}:
            raise NotFetched(url, f"the site answers {answer.status}; {_remedy(answer.status)}")
        if not found.unchanged and media_type and media_type not in self.accept:
            raise NotFetched(url, f"this is {media_type[:60]}, not a page; give the address of the story itself")
        return found


def _client() -> AsyncClient:
    """A client that keeps no connection: two hosts of one address must each show their own certificate."""
    from httpx2 import AsyncClient, Limits

    return AsyncClient(trust_env=False, timeout=None, limits=Limits(max_keepalive_connections=0))


def _checked(url: str) -> SplitResult:
    """The parts of an address that may be asked. Raises NotFetched."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise NotFetched(url[:LONGEST_URL], "this is no address of a page; copy it from the browser") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or len(url) > LONGEST_URL or not url.isprintable():
        raise NotFetched(url[:LONGEST_URL], "this is no address of a page; it begins with http:// or https://")
    if parts.username or parts.password:
        raise NotFetched(url, "the address holds a name or a password; save the page and give the file")
    if port is not None and port not in PORTS:
        raise NotFetched(url, f"port {port} is not asked; save the page and give the file")
    return parts


def _condition(since: Fetched | None) -> dict[str, str]:
    """The headers that ask for what is newer only."""
    told = {"if-none-match": since.etag, "if-modified-since": since.modified} if since else {}
    return {name: value for name, value in told.items() if value}


def _remedy(status: int) -> str:
    match status:
        case 401 | 402 | 403 | 451:
            return "it wants a login or turns programs away: save the page in a browser and give the file"
        case 404 | 410:
            return "the page is gone or the address is wrong"
        case 429:
            return "it was asked too often: wait a while"
        case _:
            return "try again later, or save the page and give the file"
