"""``python -m bench.page [--reports N] [--statements N]``: a made-up story of many reports as one page: how large it is, how
long it takes to make, and how long Chromium takes to open it and to scroll through it.

The story is written by rule, for size alone: half of the statements stand in one report, half in a quarter of the reports, a
third of those with a difference. Opening is timed from the request of the file to its load event, and to the frame after it.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench.stories import made_story
from daylight.report import to_html

RUNS = 3
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]

SCROLLED = """async () => {
  const gaps = [];
  let last = performance.now();
  for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
    window.scrollTo({ top: y, behavior: "instant" });
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    gaps.push(now - last);
    last = now;
  }
  gaps.sort((a, b) => a - b);
  return [gaps[Math.floor(gaps.length / 2)], gaps[Math.floor(gaps.length * 0.95)], gaps[gaps.length - 1]];
}"""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Size of a large page, and how fast a browser opens it.")
    parser.add_argument("--reports", type=int, default=40, metavar="N", help="reports (40)")
    parser.add_argument("--statements", type=int, default=400, metavar="N", help="statements (400)")
    args = parser.parse_args()
    story = made_story(args.reports, args.statements)
    began = time.perf_counter()
    page = to_html(story)
    print(f"{args.reports} reports, {args.statements} statements, {len(story.attributions)} attributions")
    print(f"made in {time.perf_counter() - began:.2f} s, {len(page.encode()) / 1e6:.2f} MB")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page, "utf-8")
        show_browser(path)


def show_browser(path: Path) -> None:
    """Print how long the page takes to open and to scroll, if there is a browser."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("no Chromium on this machine: opening is not timed")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        runs = [_open(browser, path) for _ in range(RUNS)]
        browser.close()
    names = ("loaded", "first frame after it", "scrolling 400 pixels a frame, median", "95 of 100 frames", "slowest frame")
    for name, values in zip(names, zip(*runs, strict=True), strict=True):
        print(f"{name:36s} {median(values):8.0f} ms")


def _open(browser: Any, path: Path) -> tuple[float, ...]:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(path.as_uri())
    loaded = page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart")
    frame = page.evaluate("async () => { await new Promise(requestAnimationFrame); return performance.now(); }")
    scrolled = page.evaluate(SCROLLED)
    page.close()
    return (loaded, frame, *scrolled)


if __name__ == "__main__":
    main()
