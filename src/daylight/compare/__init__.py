"""Differences and positions of a story."""

from daylight.compare.differences import find_differences
from daylight.compare.positions import find_positions

__all__ = ["find_differences", "find_positions"]
