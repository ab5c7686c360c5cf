"""``python docs/images/take.py PAGE.html FOLDER``: the pictures for the documentation, taken with Debian's Chromium.

``PAGE.html`` is the page of the demo, ``FOLDER`` the reports that it was made of: of them the app makes a story.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory
from threading import Thread
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


def main(page: Path, folder: Path) -> None:
    """Take all pictures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium on this machine (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for picture in PICTURES:
            take(browser, page, picture)
            print(f"took {picture.name}.png")
        with served() as address:
            take_app(browser, address, folder)
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


@contextmanager
def served() -> Iterator[str]:
    """The app over an empty library; its address."""
    import uvicorn

    from daylight.web.app import create_app
    from daylight.web.desk import Desk

    with TemporaryDirectory() as folder, socket() as listening:
        listening.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{listening.getsockname()[1]}"
        app = create_app(Desk(Path(folder) / "library.db"), frozenset({host}))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        yield f"http://{host}"
        server.should_exit = True
        thread.join()


def take_app(browser: Browser, address: str, folder: Path) -> None:
    """The app: a story with the forms that correct a statement, and the first page."""
    view = browser.new_page(viewport={"width": 1280, "height": 860}, reduced_motion="reduce")
    view.goto(address)
    view.locator("[name=files]").set_input_files(
        [file for file in sorted(folder.iterdir()) if file.suffix in {".txt", ".html"}]
    )
    view.locator("[name=title]").fill("The Velmark dam")
    view.locator("button.main").click()
    view.locator("#differ a.correct").first.click()
    view.locator(".drawer .correction").first.wait_for()
    view.screenshot(path=HERE / "app.png")
    view.goto(address)
    view.screenshot(path=HERE / "stories.png")
    view.close()
    print("took app.png and stories.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
