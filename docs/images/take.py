"""``python docs/images/take.py PAGE.html``: the pictures of a page for the documentation, taken with Debian's Chromium."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture shows: a window of this size at this part of the page, on a screen or on paper.

    ``steps`` is how often the bar under the full texts is told to go to the next difference.
    """

    name: str
    width: int
    height: int
    part: str = ""
    scheme: Literal["light", "dark"] = "light"
    paper: bool = False
    steps: int = 0


PICTURES = (
    Picture("page", 1280, 1400),
    Picture("dark", 1280, 900, "#statements", "dark"),
    Picture("narrow", 400, 1100, "#statements"),
    Picture("print", 1040, 900, "#statements", paper=True),
    Picture("side-by-side", 1280, 900, "#texts", steps=2),
)


def main(page: Path) -> None:
    """Take all pictures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium on this machine (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for picture in PICTURES:
            take(browser, page, picture)
            print(f"took {picture.name}.png")
        browser.close()


def take(browser: Browser, page: Path, picture: Picture) -> None:
    """One picture."""
    size = {"width": picture.width, "height": picture.height}
    view = browser.new_page(viewport=size, color_scheme=picture.scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    if picture.paper:
        view.emulate_media(media="print")
    view.goto(page.resolve().as_uri() + picture.part)
    for _ in range(picture.steps):
        view.locator(".stepper button[value=n]").click()
    if picture.steps:
        view.evaluate("part => document.querySelector(part).scrollIntoView()", picture.part)
    view.wait_for_timeout(500)
    view.screenshot(path=HERE / f"{picture.name}.png")
    view.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
