"""``daylight stories``."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from daylight.cli.output import emit
from daylight.cli.shelf import LibraryPath, opened

if TYPE_CHECKING:
    from daylight.store import StorySummary

Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many, those changed last.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


def stories(limit: Limit = 50, json_: AsJson = False, library: LibraryPath = None) -> None:
    """List the stories of the library, the last changed first.

    **Examples**

    * `daylight stories`

    * `daylight stories --json | jq -r 'select(.differences > 0) | .id'`
    """
    with opened(library) as shelf:
        found = shelf.stories(limit)
    for story in found:
        emit(json.dumps(asdict(story), ensure_ascii=False) if json_ else _line(story))
    if not found and not json_:
        emit("the library is empty; `daylight add` puts reports into it")


def _line(story: StorySummary) -> str:
    from daylight.report.visible import line

    days = " to ".join(dict.fromkeys(day[:10] for day in (story.first, story.last) if day))
    reports = "1 report" if story.reports == 1 else f"{story.reports} reports"
    told = "1 difference" if story.differences == 1 else f"{story.differences} differences"
    facts = ", ".join(filter(None, (reports, days, told)))
    return f"{line(story.id)}  {line(story.title)}\n    {line(facts)}"
