"""Mentions to speakers, across the reports of a story."""

from daylight.resolve.entities import resolve

__all__ = ["resolve"]
