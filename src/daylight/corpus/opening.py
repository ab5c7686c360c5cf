"""One story of a corpus as a comparison, for the page and the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from daylight.corpus.comparing import Members, heard_at
from daylight.corpus.run import stories_of
from daylight.corpus.summary import FILE
from daylight.errors import InputError
from daylight.model import Comparison
from daylight.pipeline import compare_heard
from daylight.settings import DEFAULT, Settings


def find_story(root: Path, key: str) -> Members:
    """The story whose id, or the beginning of it, is ``key``.

    Raises InputError where there is none, or several.
    """
    if not (root / FILE).is_file():
        raise InputError(str(root), "there is no corpus in this folder; make one with daylight corpus run")
    found = [members for members in stories_of(root) if members.story.startswith(key)]
    if not found:
        raise InputError(key, "there is no such story in the corpus; daylight corpus query OUT independent-texts lists them")
    if len(found) > 1:
        raise InputError(key, f"{len(found)} stories begin so; give more of the id")
    return found[0]


def compared(root: Path, members: Members, settings: Settings = DEFAULT) -> Comparison:
    """The comparison of a story: made anew, in seconds, of what the stages have kept of its reports."""
    return compare_heard(heard_at(root, members.places), settings)


def stories_of_several(root: Path) -> Iterator[Members]:
    """The stories that more than one report tells."""
    return (members for members in stories_of(root) if len(members.places) > 1)
