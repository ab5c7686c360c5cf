"""Split a report's text into blocks and tell story from furniture."""

from daylight.clean.blocks import blocks_of

__all__ = ["blocks_of"]
