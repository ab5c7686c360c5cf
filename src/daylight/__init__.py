"""Daylight: what several news reports of one event say, who they say said it, and where they differ."""

from daylight.errors import DaylightError
from daylight.ingest import read
from daylight.model import Attribution, Comparison, Report
from daylight.pipeline import attributions, compare
from daylight.settings import Settings
from daylight.version import VERSION

__all__ = ["Attribution", "Comparison", "DaylightError", "Report", "Settings", "attributions", "compare", "read"]
__version__ = VERSION
