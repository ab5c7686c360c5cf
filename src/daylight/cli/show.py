"""``daylight show``."""

from __future__ import annotations

import typer

from daylight.cli.options import Bom, ChosenFormat, Format, OneTable, Outputs, Quiet, format_of
from daylight.cli.output import check_writable, emit, progress, warn, write_atomically
from daylight.cli.render import Tabular, render
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
    targets = [(path, format_of(path, format_)) for path in output or ()]
    for path, _ in targets:
        check_writable(path)
    from daylight.store import compare_again

    with opened(library) as shelf:
        key = story_of(shelf, story)
        comparison = shelf.comparison(key)
        if comparison is None:
            with progress(quiet) as tell:
                comparison, _ = compare_again(shelf, key, tell=tell)
    how = Tabular(table, bom)
    for path, form in targets:
        write_atomically(path, render(comparison, form, how))
    if not targets:
        emit(render(comparison, format_ or Format.terminal, how, for_screen=True))
    elif not quiet:
        warn(f"wrote {', '.join(str(path) for path, _ in targets)}")
    raise typer.Exit(0)
