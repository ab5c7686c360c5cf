"""Daylight: what several news reports of one event say, who they say said it, and where they differ."""

from daylight.ingest import read
from daylight.model import Comparison, Report
from daylight.pipeline import attributions, compare
from daylight.settings import Settings

__all__ = ["Comparison", "Report", "Settings", "attributions", "compare", "read"]
__version__ = "0.1.0"
