"""A corpus: which texts are copies, and which tell of one event."""

from daylight.stories.copies import find_copies
from daylight.stories.grouping import Grouper, group
from daylight.stories.outlines import Outline, in_time, outline_of
from daylight.stories.reworded import find_reworded
from daylight.stories.rulings import Rulings
from daylight.stories.values import COPIES, Article, Edge, EdgeKind, Joined, Ruling, article_of

__all__ = [
    "COPIES",
    "Article",
    "Edge",
    "EdgeKind",
    "Grouper",
    "Joined",
    "Outline",
    "Ruling",
    "Rulings",
    "article_of",
    "find_copies",
    "find_reworded",
    "group",
    "in_time",
    "outline_of",
]
