"""``daylight add``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from daylight.cli.corrections import decisions_of, tell_failed
from daylight.cli.inputs import STDIN, columns_of, name
from daylight.cli.options import Columns, Paths, Quiet
from daylight.cli.output import emit, progress, warn
from daylight.cli.shelf import LibraryPath, opened, story_of
from daylight.model import Report, Skipped
from daylight.settings import DEFAULT

if TYPE_CHECKING:
    from daylight.decisions import Decisions
    from daylight.store import Library

Story = Annotated[
    str | None,
    typer.Option(
        "--story",
        "-s",
        metavar="STORY",
        help="Add to this story: its id, or the beginning of its id or title. Without it a new story is opened.",
        show_default=False,
    ),
]
Decided = Annotated[
    list[Path] | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="Keep the decisions of this file with the story; may be given more than once. Without it: decisions.toml in a "
        "folder given.",
        show_default=False,
    ),
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Call the story so.", show_default=False)]


def add(  # noqa: PLR0913, PLR0917 - each is an option of the command
    paths: Paths,
    story: Story = None,
    title: Title = None,
    decided: Decided = None,
    library: LibraryPath = None,
    column: Columns = None,
    quiet: Quiet = False,
) -> None:
    """Put the reports of one event into the library, compare them, and say what that changed.

    The bytes of each report are kept with their SHA-256, so that a finding still proves itself when the source is gone.

    **Examples**

    * `daylight add examples/velmark-dam` – a new story

    * `daylight add later.txt --story "Velmark dam"` – one report more, and what it changes
    """
    from daylight.store import compare_again, sentences

    decisions = decisions_of(paths, decided or ())
    reports, originals, failed = _read(paths, column)
    name(failed, quiet)
    if not reports:
        warn("there is no report to add")
        raise typer.Exit(1)
    with opened(library, make=True) as shelf:
        added = shelf.add(reports, originals, story_of(shelf, story) if story else None)
        if title:
            shelf.rename_story(added.story, title)
        _keep(shelf, added.story, decisions)
        with progress(quiet) as tell:
            comparison, found = compare_again(shelf, added.story, DEFAULT, tell, failed)
        for known in added.known:
            warn(f"{known}: this report was in the story already")
        emit(f"{added.story}  {shelf.story(added.story).title}")
    tell_failed(comparison, quiet)
    if not quiet:
        emit("\n".join(f"  {line}" for line in sentences(found, comparison)) or "  nothing has changed")
    raise typer.Exit(1 if failed else 0)


def _keep(shelf: Library, story: str, decisions: Decisions) -> None:
    """Keep the decisions with the story, each once; one that was undone there stays undone."""
    taken = [past.decision for past in shelf.history(story)]
    for decision in decisions.all:
        if decision not in taken:
            shelf.decide(story, decision)


def _read(paths: Sequence[str], columns: Iterable[str] | None) -> tuple[list[Report], dict[str, bytes], list[Skipped]]:
    """Reports, their bytes by SHA-256, and what could not be read."""
    import sys

    from daylight.ingest import Options, distinct, read_stream, read_with_bytes

    options = Options(DEFAULT, columns_of(columns))
    reports: list[Report] = []
    originals: dict[str, bytes] = {}
    failed: list[Skipped] = []
    for path in paths:
        for found in read_stream(sys.stdin.buffer, "lines", options) if path == STDIN else read_with_bytes([path], options):
            if isinstance(found, Skipped):
                failed.append(found)
                continue
            reports.append(found[0])
            originals[found[0].source.sha256] = found[1]
    return list(distinct(reports)), originals, failed
