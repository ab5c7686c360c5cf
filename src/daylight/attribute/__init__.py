"""Who said what, within one report."""

from daylight.attribute.rules import attribute

__all__ = ["attribute"]
