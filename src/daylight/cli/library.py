"""``daylight library backup | export | import | check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from daylight.cli.output import check_writable, emit, warn
from daylight.cli.shelf import LibraryPath, opened, path_of

HELP = "Look after the library: back it up, take it elsewhere, check that it is whole."

library = typer.Typer(no_args_is_help=True, help=HELP)

Target = Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.", show_default=False)]
Source = Annotated[Path, typer.Argument(metavar="FILE", help="The archive to read.", exists=True, dir_okay=False)]


@library.command()
def backup(target: Target, library: LibraryPath = None) -> None:
    """Copy the library as it is now, also while it is in use; a file that is there is never overwritten.

    **Examples**

    * `daylight library backup library-2031-03-04.db`
    """
    check_writable(target)
    with opened(library) as shelf:
        shelf.backup(target)
    warn(f"wrote {target}")


@library.command("export")
def export_(target: Target, library: LibraryPath = None) -> None:
    """Write every story as plain files (JSON, TOML, the original bytes) into a ZIP archive.

    **Examples**

    * `daylight library export stories.zip`
    """
    check_writable(target)
    from daylight.store import export

    with opened(library) as shelf:
        count = export(shelf, target)
    warn(f"wrote {target}: {count} {'story' if count == 1 else 'stories'}")


@library.command("import")
def import_(source: Source, library: LibraryPath = None) -> None:
    """Take in the stories of an archive; one that is there already gains what it lacks.

    **Examples**

    * `daylight library import stories.zip`
    """
    from daylight.store import load

    with opened(library, make=True) as shelf:
        count = load(shelf, source)
    warn(f"took in {count} {'story' if count == 1 else 'stories'}")


@library.command()
def check(library: LibraryPath = None) -> None:
    """Check that the library is whole: its file, its indexes, the digest of every original, every span.

    **Examples**

    * `daylight library check` – exit code 1 where something is wrong, each in a line
    """
    with opened(library) as shelf:
        found = shelf.problems()
    for problem in found:
        emit(problem)
    if not found:
        emit(f"{path_of(library)} is whole")
    raise typer.Exit(1 if found else 0)
