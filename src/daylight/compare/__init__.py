"""Differences, positions and figures of a story; two quotations or two statements alone."""

from daylight.compare.differences import find_differences
from daylight.compare.figures import find_figures
from daylight.compare.positions import find_positions
from daylight.compare.statements import StatementPair, compare_statements
from daylight.compare.wording import QuotePair, compare_quotes

__all__ = [
    "QuotePair",
    "StatementPair",
    "compare_quotes",
    "compare_statements",
    "find_differences",
    "find_figures",
    "find_positions",
]
