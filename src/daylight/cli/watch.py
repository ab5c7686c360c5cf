"""``daylight watch``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from daylight.cli.inputs import name
from daylight.cli.options import Quiet
from daylight.cli.output import emit, warn
from daylight.cli.shelf import LibraryPath, opened, path_of
from daylight.model import Skipped

if TYPE_CHECKING:
    from daylight.watch import News

Feeds = Annotated[list[str], typer.Argument(metavar="FEED…", help="Addresses of RSS or Atom feeds.", show_default=False)]
Every = Annotated[
    float, typer.Option("--every", metavar="MINUTES", min=5, help="Ask each feed so often; what a feed itself asks wins.")
]
Once = Annotated[bool, typer.Option("--once", help="Ask the feeds that are due, and end; for a timer of the system.")]


def watch(feeds: Feeds, every: Every = 15.0, once: Once = False, library: LibraryPath = None, quiet: Quiet = False) -> None:
    """Watch news feeds: new reports go into the library, to the story of their event, and new differences are told.

    Sites are asked politely: for what is newer only, as robots.txt allows, some seconds apart, less and less often where
    they fail. What was seen is remembered in a file beside the library, so that it can be stopped and started at will.

    **Examples**

    * `daylight watch https://news.example/rss https://other.example/atom.xml`

    * `daylight watch https://news.example/rss --once` – one round, from a timer
    """
    from daylight.watch import Memory, Watcher, tools

    failed = False
    with opened(library, make=True) as shelf:
        watcher = Watcher(feeds, shelf, Memory(memory_of(path_of(library))), tools(every * 60))
        if not quiet and not once:
            warn(f"watching {len(watcher.feeds)} feeds; Ctrl-C ends it")
        for found in watcher.round() if once else watcher.watch():
            if isinstance(found, Skipped):
                name([found], quiet)
                failed = True
            else:
                emit("\n".join(told(found)))
    raise typer.Exit(1 if failed else 0)


def memory_of(library: Path) -> Path:
    """The file in which a watcher remembers: beside the library."""
    return library.with_name(library.name + ".watch.json")


def told(news: News) -> list[str]:
    """A story that has grown, in lines."""
    count = "a new story" if news.reports == len(news.arrived) else f"{news.reports} reports"
    lines = [f"{news.story}  {news.title} ({count})"]
    lines += [f"  + {report.outlet or report.url or report.id}: {report.title or report.url}" for report in news.arrived]
    return lines + [f"  {line}" for line in news.changed]
