"""A corpus: which texts are copies, and which tell of one event."""

from daylight.stories.copies import find_copies
from daylight.stories.values import COPIES, Article, Edge, EdgeKind

__all__ = ["COPIES", "Article", "Edge", "EdgeKind", "find_copies"]
