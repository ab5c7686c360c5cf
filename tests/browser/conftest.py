"""A real browser: Debian's Chromium, driven by Playwright. Where there is none the tests are skipped and say so."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from daylight.report import to_html
from tests.report.hostile import PAYLOADS, hostile
from tests.report.pier import PIER
from tests.report.test_page import many

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]

PATIENCE = 30_000
"""Milliseconds that an expectation may take: a busy machine is slow, and a test that passes never waits so long."""

expect.set_options(timeout=PATIENCE)

Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium on this machine (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages on disk, by name."""
    folder = tmp_path_factory.mktemp("pages")
    pages = {"pier": PIER, "eight": many(8), "twenty": many(20), "hostile": hostile("".join(PAYLOADS))}
    written = {}
    for name, comparison in pages.items():
        written[name] = folder / f"{name}.html"
        written[name].write_text(to_html(comparison), "utf-8")
    return written


@pytest.fixture
def opened(chromium: Browser, files: dict[str, Path]) -> Iterator[Opener]:
    """Open a page: ``opened("pier", width=400, scheme="dark", script=False)``. Errors and requests fail the test."""
    contexts = []
    trouble: list[str] = []

    def open_page(name: str, *, width: int = 1400, scheme: str = "light", script: bool = True) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        address = files[name].as_uri()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: trouble.append(request.url) if request.url.split("#")[0] != address else None)
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not trouble
