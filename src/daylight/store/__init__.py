"""The library: reports, stories, comparisons and decisions in one SQLite file."""

from daylight.store.archive import export, load
from daylight.store.changes import Changes, changes, sentences
from daylight.store.keeping import compare_again
from daylight.store.library import Library
from daylight.store.values import Added, Hit, Hits, Original, Past, Query, Speaker, StoryRecord, StorySummary

__all__ = [
    "Added",
    "Changes",
    "Hit",
    "Hits",
    "Library",
    "Original",
    "Past",
    "Query",
    "Speaker",
    "StoryRecord",
    "StorySummary",
    "changes",
    "compare_again",
    "export",
    "load",
    "sentences",
]
