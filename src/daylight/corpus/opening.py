"""One story of a corpus as a comparison, for the page and the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from daylight.corpus.members import stories_of
from daylight.corpus.places import Members, heard_at
from daylight.corpus.summary import settings_of
from daylight.errors import InputError
from daylight.model import Comparison
from daylight.pipeline import compare_heard


def find_story(root: Path, key: str) -> Members:
    """The story whose id, or the beginning of it, is ``key``.

    Raises InputError where there is none, or several.
    """
    found = [members for members in _stories(root) if members.story.startswith(key)]
    if not found:
        raise InputError(key, "there is no such story in the corpus; daylight corpus query OUT independent-texts lists them")
    if len(found) > 1:
        raise InputError(key, f"{len(found)} stories begin so; give more of the id")
    return found[0]


def compared(root: Path, members: Members) -> Comparison:
    """The comparison of a story: made anew, in seconds, of what the stages have kept of its reports."""
    return compare_heard(heard_at(root, members.places), settings_of(root))


def stories_of_several(root: Path) -> Iterator[Members]:
    """The stories that more than one report tells. Raises InputError where there is no corpus."""
    return (members for members in _stories(root) if len(members.places) > 1)


def _stories(root: Path) -> Iterator[Members]:
    return stories_of(root, settings_of(root).max_reports)
