"""Human decisions: read from a file, applied last on every run, told when they no longer hold."""

from daylight.decisions.about import settle
from daylight.decisions.blocks import decide_blocks
from daylight.decisions.differences import decide_differences
from daylight.decisions.listing import starting_file
from daylight.decisions.people import decide_people
from daylight.decisions.reading import parse_decision, parse_decisions, read_decisions
from daylight.decisions.regrouping import parse_regrouping, read_regrouping
from daylight.decisions.statements import decide_statements
from daylight.decisions.values import NO_DECISIONS, Decisions
from daylight.decisions.writing import write_decisions

__all__ = [
    "NO_DECISIONS",
    "Decisions",
    "decide_blocks",
    "decide_differences",
    "decide_people",
    "decide_statements",
    "parse_decision",
    "parse_decisions",
    "parse_regrouping",
    "read_decisions",
    "read_regrouping",
    "settle",
    "starting_file",
    "write_decisions",
]
