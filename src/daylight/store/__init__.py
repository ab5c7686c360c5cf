"""The library: reports, stories, comparisons and decisions in one SQLite file."""

from daylight.store.library import Library
from daylight.store.values import Added, Hit, Hits, Original, Past, Query, Speaker, StoryRecord, StorySummary

__all__ = ["Added", "Hit", "Hits", "Library", "Original", "Past", "Query", "Speaker", "StoryRecord", "StorySummary"]
