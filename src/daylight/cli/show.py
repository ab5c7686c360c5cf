"""``daylight show``."""

from __future__ import annotations

import typer

from daylight.cli.options import Bom, ChosenFormat, OneTable, Outputs, Quiet
from daylight.cli.output import progress, warn
from daylight.cli.render import Tabular, deliver, targets_of, told
from daylight.cli.shelf import LibraryPath, StoryName, opened, story_of


def show(  # noqa: PLR0913, PLR0917 - each is an option of the command
    story: StoryName,
    output: Outputs = None,
    format_: ChosenFormat = None,
    table: OneTable = None,
    bom: Bom = False,
    library: LibraryPath = None,
    quiet: Quiet = False,
) -> None:
    """Show a story of the library in any of the formats of `daylight compare`.

    **Examples**

    * `daylight show "Velmark dam"` – a summary in the terminal

    * `daylight show story-0a1b -o page.html -o cells.csv`
    """
    targets = targets_of(output, format_)
    from daylight.store import compare_again

    with opened(library) as shelf:
        key = story_of(shelf, story)
        comparison = shelf.comparison(key)
        if comparison is None:
            with progress(quiet) as tell:
                comparison, _ = compare_again(shelf, key, tell=tell)
    deliver(comparison, targets, format_, Tabular(table, bom))
    if targets and not quiet:
        warn(told(targets))
    raise typer.Exit(0)
