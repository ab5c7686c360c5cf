"""One story of a corpus as a comparison, for the page and the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from daylight.corpus.places import heard_at
from daylight.corpus.run import stories_of
from daylight.corpus.stages.comparing import Members
from daylight.corpus.summary import check, settings_of
from daylight.errors import InputError
from daylight.model import Comparison
from daylight.pipeline import compare_heard


def find_story(root: Path, key: str) -> Members:
    """The story whose id, or the beginning of it, is ``key``.

    Raises InputError where there is none, or several.
    """
    check(root)
    found = [members for members in stories_of(root) if members.story.startswith(key)]
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
    check(root)
    return (members for members in stories_of(root) if len(members.places) > 1)
