"""A watcher on a server of this machine, which stands for public ones by an own resolver; the clock is a number."""

from __future__ import annotations

import random
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest

from daylight.ingest.addresses import Network
from daylight.ingest.fetch import FEEDS, PAGES, Fetcher
from daylight.model import Skipped
from daylight.settings import Settings
from daylight.store import Library
from daylight.watch import Memory, News, Tools, Watcher
from daylight.watch.politeness import LEAST, MOST, PAUSE

PUBLIC = "93.184.216.34"
FEED = "http://pier.example/rss"
SETTINGS = Settings(attribution="rules")
FIRST = (
    "Fourteen lifeboats of the Kestrel ferry failed an inspection in Osk on Monday.",
    "“Some 14 of the 57 lifeboats failed the inspection,” harbour minister Ilse Vandermolen said.",
    "The Kestrel ferry stays in port until the inquiry ends, Vandermolen said.",
)
SECOND = (
    "Twenty-four lifeboats of the Kestrel ferry failed an inspection in Osk on Monday.",
    "“Some 24 of the 57 lifeboats failed the inspection,” harbour minister Ilse Vandermolen said.",
    "The Kestrel ferry will stay in port until the inquiry ends, Vandermolen said.",
)


class Site:
    """What the server gives, and what it was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.entries: list[str] = []
        self.asked: list[str] = []
        self.robots = ""
        self.status = 200
        self.head = ""

    def publish(self, path: str, title: str, paragraphs: tuple[str, ...]) -> None:
        body = "".join(f"<p>{line}</p>" for line in paragraphs)
        self.pages[path] = (
            f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
        )
        self.entries.insert(0, _entry(path, title))

    def feed(self) -> str:
        return f"<rss version='2.0'><channel><title>Pier Gazette</title>{self.head}{''.join(self.entries)}</channel></rss>"


def _entry(path: str, title: str, text: str = "A teaser.") -> str:
    day = "<pubDate>Mon, 05 May 2025 10:00:00 GMT</pubDate>"
    return f"<item><title>{title}</title><link>http://pier.example{path}</link>{day}<description>{text}</description></item>"


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def network(site: Site) -> Iterator[Network]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            tag = f'"{len(site.entries)}"'
            if self.path == "/robots.txt":
                self.answer(200, site.robots, "text/plain")
            elif self.path != "/rss":
                self.answer(200 if self.path in site.pages else 404, site.pages.get(self.path, ""), "text/html")
            elif self.headers["if-none-match"] == tag:
                self.answer(304, "", "text/xml")
            else:
                self.answer(site.status, site.feed(), "application/rss+xml", tag)

        def answer(self, status: int, body: str, kind: str, tag: str = "") -> None:
            self.send_response(status)
            for name, value in {"content-type": kind, "content-length": str(len(body.encode())), "etag": tag}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    async def resolve(_: str) -> list[str]:
        return [PUBLIC]

    yield Network(resolve, lambda *_: ("127.0.0.1", server.server_port))
    server.shutdown()
    server.server_close()


class FakeClock:
    def __init__(self) -> None:
        self.time = 1_000_000.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as found:
        yield found


@pytest.fixture
def watcher(network: Network, clock: FakeClock, library: Library, tmp_path: Path) -> Watcher:
    pages = Fetcher(network=network)
    feeds = Fetcher(network=network, accept=FEEDS | PAGES, robots=pages.robots)
    given = Tools(feeds, pages, clock, random.Random(1), every=600)  # noqa: S311 - spreads askings, guards nothing
    return Watcher([FEED], library, Memory(tmp_path / "watch.json"), given, SETTINGS)


def rounds(watcher: Watcher, clock: FakeClock) -> list[News | Skipped]:
    """One round, at the time at which the feed is due."""
    clock.time = max(clock.time, watcher.feeds[0].due)
    return list(watcher.round())


def test_a_story_gains_a_difference_and_it_is_told(watcher: Watcher, clock: FakeClock, site: Site, library: Library) -> None:
    site.publish("/a", "Ferry stays in port", FIRST)
    (news,) = rounds(watcher, clock)
    assert isinstance(news, News)
    assert (news.title, news.reports, news.changed) == ("Ferry stays in port", 1, ())
    (report,) = library.reports(news.story)
    assert (report.url, report.outlet) == ("http://pier.example/a", "Pier Gazette")
    assert report.published == "2025-05-05T10:00:00+00:00"
    assert report.retrieved
    assert library.original(report.source.sha256).data.startswith(b"<html>")
    site.publish("/b", "Kestrel stays in port after inspection", SECOND)
    (more,) = rounds(watcher, clock)
    assert isinstance(more, News)
    assert (more.story, more.reports, more.differences) == (news.story, 2, more.differences)
    assert more.differences
    assert any("14" in line and "24" in line for line in more.changed)


def test_what_has_not_changed_is_not_sent_again(watcher: Watcher, clock: FakeClock, site: Site) -> None:
    site.publish("/a", "Ferry stays in port", FIRST)
    rounds(watcher, clock)
    asked = len(site.asked)
    assert rounds(watcher, clock) == []
    assert site.asked[asked:] == ["/rss"]


def test_a_feed_is_left_alone_until_it_is_due(watcher: Watcher, clock: FakeClock, site: Site) -> None:
    site.publish("/a", "Ferry stays in port", FIRST)
    rounds(watcher, clock)
    asked = len(site.asked)
    clock.time += 599
    assert list(watcher.round()) == []
    assert len(site.asked) == asked
    assert clock.time + 1 <= watcher.feeds[0].due <= clock.time + 120


def test_a_feed_that_fails_is_asked_less_and_less(watcher: Watcher, clock: FakeClock, site: Site) -> None:
    site.status = 503
    waits = []
    for _ in range(12):
        (failed,) = rounds(watcher, clock)
        assert isinstance(failed, Skipped)
        assert failed.path == FEED
        waits.append(watcher.feeds[0].due - clock.time)
    assert 1_200 <= waits[0] <= 1_320
    assert all(later > sooner * 1.7 for sooner, later in pairwise(waits[:6]))
    assert waits[-1] <= MOST * 1.1
    site.status = 200
    site.publish("/a", "Ferry stays in port", FIRST)
    rounds(watcher, clock)
    assert watcher.feeds[0].failures == 0


def test_what_a_feed_asks_for_wins(watcher: Watcher, clock: FakeClock, site: Site) -> None:
    site.head = "<ttl>60</ttl>"
    site.publish("/a", "Ferry stays in port", FIRST)
    rounds(watcher, clock)
    assert watcher.feeds[0].due - clock.time >= 3_600


def test_pages_of_a_site_are_asked_for_some_seconds_apart(watcher: Watcher, clock: FakeClock, site: Site) -> None:
    for path in ("/missing-a", "/missing-b"):
        site.entries.append(_entry(path, path))
    rounds(watcher, clock)
    assert clock.slept == [pytest.approx(PAUSE)] * 2


def test_a_page_that_fails_is_tried_again_and_then_given_up(watcher: Watcher, clock: FakeClock, site: Site) -> None:
    site.entries.append(_entry("/missing", "Gone"))
    told = [found for _ in range(5) for found in rounds(watcher, clock)]
    assert len(told) == 3
    assert all(isinstance(one, Skipped) and "404" in one.reason for one in told)


def test_robots_are_obeyed(watcher: Watcher, clock: FakeClock, site: Site) -> None:
    site.robots = "User-agent: *\nDisallow: /a"
    site.publish("/a", "Ferry stays in port", FIRST)
    (refused,) = rounds(watcher, clock)
    assert isinstance(refused, Skipped)
    assert "robots.txt" in refused.reason
    assert "/a" not in site.asked


def test_a_story_that_a_feed_carries_whole_is_not_asked_for(watcher: Watcher, clock: FakeClock, site: Site) -> None:
    site.entries.append(_entry("/a", "Ferry stays in port", " ".join(FIRST * 9)))
    (news,) = rounds(watcher, clock)
    assert isinstance(news, News)
    assert "/a" not in site.asked


def test_what_was_seen_is_remembered(watcher: Watcher, clock: FakeClock, site: Site, library: Library) -> None:
    site.publish("/a", "Ferry stays in port", FIRST)
    rounds(watcher, clock)
    again = Watcher([FEED], library, Memory(watcher.memory.path), watcher.tools, SETTINGS)
    assert list(again.round()) == []
    clock.time = again.feeds[0].due
    assert list(again.round()) == []
    assert site.asked.count("/a") == 1


def test_no_feed_is_asked_more_often_than_is_decent(watcher: Watcher, clock: FakeClock, site: Site) -> None:
    site.publish("/a", "Ferry stays in port", FIRST)
    hasty = Watcher([FEED], watcher.library, watcher.memory, Tools(*_parts(watcher.tools), every=1), SETTINGS)
    list(hasty.round())
    assert hasty.feeds[0].due - clock.time >= LEAST


def _parts(given: Tools) -> tuple[Fetcher, Fetcher, FakeClock, random.Random]:
    assert isinstance(given.clock, FakeClock)
    return given.feeds, given.pages, given.clock, given.draw
