"""Mentions to speakers, across the reports of a story."""

from daylight.resolve.entities import resolve
from daylight.resolve.matching import same_name

__all__ = ["resolve", "same_name"]
