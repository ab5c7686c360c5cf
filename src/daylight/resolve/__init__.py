"""Mentions to speakers, across the reports of a story."""

from daylight.resolve.entities import resolve
from daylight.resolve.matching import same_name
from daylight.resolve.renaming import best_supported, named, united
from daylight.resolve.roles import agree, offices_of

__all__ = ["agree", "best_supported", "named", "offices_of", "resolve", "same_name", "united"]
