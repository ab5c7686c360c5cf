"""Compare the reports of a story and keep what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from daylight.errors import LibraryError
from daylight.model import Comparison, Skipped
from daylight.settings import DEFAULT, Settings
from daylight.store.changes import Changes, changes
from daylight.store.library import Library


def compare_again(
    library: Library,
    story: str,
    settings: Settings = DEFAULT,
    tell: Callable[[str], None] | None = None,
    failed: Iterable[Skipped] = (),
) -> tuple[Comparison, Changes]:
    """The comparison of a story's reports with its decisions, kept, and what it changed against the one before.

    ``failed`` is what could not be read, to be said with it. An earlier comparison that cannot be read counts as none.
    Raises KeyError where there is no such story.
    """
    from daylight.pipeline import compare

    try:
        before = library.comparison(story)
    except LibraryError:
        before = None
    made = compare(library.reports(story), settings, tell, library.decisions(story))
    made = replace(made, skipped=(*failed, *made.skipped))
    library.save(story, made, settings.digest())
    return made, changes(before, made)
