"""Views of a comparison. No logic: what is not in the comparison is not shown."""

from daylight.report.contract import to_json

__all__ = ["to_json"]
