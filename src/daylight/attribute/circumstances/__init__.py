"""What stands beside a cue: when, where and through whom it was said, how sure the report is, whether it was denied."""

from daylight.attribute.circumstances.gather import Circumstances, circumstances

__all__ = ["Circumstances", "circumstances"]
