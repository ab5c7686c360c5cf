"""The library that a command works on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from daylight.cli.output import warn

if TYPE_CHECKING:
    from daylight.store import Library

LibraryPath = Annotated[
    Path | None,
    typer.Option(
        "--library",
        metavar="FILE",
        envvar="DAYLIGHT_LIBRARY",
        help="The file of the library; made where there is none. Without it: library.db in the folder for data of the user.",
        show_default=False,
    ),
]
StoryName = Annotated[
    str, typer.Argument(metavar="STORY", help="A story: its id, or the beginning of its id or title.", show_default=False)
]


def path_of(library: Path | None) -> Path:
    """The file of the library: the one given, else the user's own."""
    return library or Path(typer.get_app_dir("daylight")) / "library.db"


@contextmanager
def opened(library: Path | None, *, make: bool = False) -> Iterator[Library]:
    """The library, open. Where there is none, one is made for a command that writes; for another the command ends."""
    from daylight.store import Library

    path = path_of(library)
    if not make and not path.exists():
        warn(f"there is no library at {path}; `daylight add` makes one")
        raise typer.Exit(1)
    with Library.open(path) as found:
        yield found


def story_of(library: Library, name: str) -> str:
    """The id of the one story whose id is ``name``, or whose id or title begins with it; ends the command where none is."""
    stories = library.stories(limit=100_000)
    fitting = [s for s in stories if s.id == name] or [
        s for s in stories if s.id.startswith(name) or s.title.casefold().startswith(name.casefold())
    ]
    if len(fitting) == 1:
        return fitting[0].id
    warn(
        f"{len(fitting) or 'no'} stories fit {name!r}; `daylight stories` lists them" if stories else "the library is empty"
    )
    for story in fitting[:10]:
        warn(f"  {story.id}  {story.title}")
    raise typer.Exit(1)
