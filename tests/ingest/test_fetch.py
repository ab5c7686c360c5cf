"""Pages by their address: from a server of this machine, which stands for public ones by an own resolver."""

from __future__ import annotations

import asyncio
import gzip
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from daylight.errors import NotFetched
from daylight.ingest.addresses import Network, is_public
from daylight.ingest.fetch import USER_AGENT, Fetcher, Limits

PUBLIC = "93.184.216.34"
HOSTS = {
    "news.example": [PUBLIC],
    "other.example": [PUBLIC],
    "inside.example": ["10.0.0.7"],
    "both.example": [PUBLIC, "127.0.0.1"],
    "strict.example": [PUBLIC],
    "broken.example": [PUBLIC],
}
STORY = b"<html><body><article><p>The pier is shut.</p></article></body></html>"


class Site(BaseHTTPRequestHandler):
    asked: list[tuple[str, str, str]] = []  # noqa: RUF012 - what the tests look at

    def do_GET(self) -> None:
        host = self.headers["host"].partition(":")[0]
        self.asked.append((host, self.path, self.headers["user-agent"]))
        if self.path == "/robots.txt":
            self.answer({"strict.example": 200, "broken.example": 503}.get(host, 404), b"User-agent: *\nDisallow: /*closed")
        elif self.path.startswith("/to/"):
            self.answer(302, b"", location=self.path.removeprefix("/to/"))
        elif self.path == "/slow":
            time.sleep(1)
        elif self.path == "/known" and self.headers["if-none-match"] == '"7"':
            self.answer(304, b"")
        elif self.path == "/bomb":
            self.answer(200, gzip.compress(b"<p>" + b"x" * 5_000_000), encoding="gzip")
        elif self.path == "/gone":
            self.answer(404, b"")
        else:
            self.answer(200, STORY, kind="image/png" if self.path == "/picture" else "text/html; charset=utf-8", etag='"7"')

    def answer(self, status: int, body: bytes, kind: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        names = {"encoding": "content-encoding"}
        for name, value in {"content-type": kind, "content-length": str(len(body)), **headers}.items():
            self.send_header(names.get(name, name), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def network() -> Iterator[Network]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()

    async def resolve(host: str) -> list[str]:
        return HOSTS.get(host, [])

    yield Network(resolve, lambda address, _: ("127.0.0.1", server.server_port) if address == PUBLIC else (address, 9))
    server.shutdown()
    server.server_close()


def test_a_page_comes_with_its_address_type_and_time(network: Network) -> None:
    found = Fetcher(network=network).fetch(" http://news.example/story ")
    assert (found.url, found.data, found.media_type) == ("http://news.example/story", STORY, "text/html")
    assert found.retrieved.endswith("+00:00")
    assert Site.asked[-1] == ("news.example", "/story", USER_AGENT)


def test_a_page_can_be_asked_for_while_an_event_loop_runs_as_in_a_notebook(network: Network) -> None:
    async def cell() -> bytes:
        return Fetcher(network=network).fetch("http://news.example/story").data

    with ThreadPoolExecutor(1) as notebook:  # a thread without the loop that the browser's tests leave in this one
        assert notebook.submit(lambda: asyncio.run(cell())).result() == STORY


def test_redirects_are_followed_to_where_they_end(network: Network) -> None:
    found = Fetcher(network=network).fetch("http://news.example/to/http://other.example/story")
    assert found.url == "http://other.example/story"


def test_what_has_not_changed_is_not_sent_again(network: Network) -> None:
    fetcher = Fetcher(network=network)
    first = fetcher.fetch("http://news.example/known")
    assert fetcher.fetch("http://news.example/known", first).unchanged


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("ftp://news.example/x", "begins with http"),
        ("file:///etc/passwd", "begins with http"),
        ("news.example", "begins with http"),
        ("http://[::1", "no address"),
        ("http://news.example:99999/", "no address"),
        ("http://news.example:22/", "port 22"),
        ("http://me:secret@news.example/", "a name or a password"),
        ("http://news.example/" + "x" * 3_000, "begins with http"),
        ("http://inside.example/", "not on the open internet"),
        ("http://both.example/", "not on the open internet"),
        ("http://127.0.0.1/", "no such site"),
        ("http://nowhere.example/", "no such site"),
        ("http://news.example/to/http://inside.example/", "not on the open internet"),
        ("http://news.example/to/file:///etc/passwd", "begins with http"),
        ("http://news.example/to/to/to/to/to/to/to/to/to/x", None),
        ("http://news.example/picture", "this is image/png"),
        ("http://news.example/gone", "answers 404; the page is gone"),
        ("http://strict.example/a/closed/door", "robots.txt"),
        ("http://broken.example/story", "robots.txt"),
    ],
)
def test_what_may_not_be_asked_or_is_no_page_is_refused_in_words(network: Network, url: str, told: str | None) -> None:
    with pytest.raises(NotFetched, match=told):
        Fetcher(network=network).fetch(url)


def test_a_circle_of_redirects_ends(network: Network) -> None:
    with pytest.raises(NotFetched, match="more than 3 times"):
        Fetcher(Limits(redirects=3), network).fetch("http://news.example" + "/to/" * 9)


def test_a_page_over_the_limit_is_refused_however_small_it_was_packed(network: Network) -> None:
    with pytest.raises(NotFetched, match="more than 1 MB"):
        Fetcher(Limits(size=1_000_000), network).fetch("http://news.example/bomb")


def test_a_site_that_does_not_answer_costs_no_more_than_the_limit(network: Network) -> None:
    began = time.perf_counter()
    with pytest.raises(NotFetched, match="no answer within"):
        Fetcher(Limits(seconds=0.3), network).fetch("http://news.example/slow")
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "not an address",
    ],
)
def test_an_address_that_is_not_of_the_open_internet_is_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_an_address_of_the_open_internet_is_told(address: str) -> None:
    assert is_public(address)
