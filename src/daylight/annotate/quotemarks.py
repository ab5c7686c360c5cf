"""Pair quotation marks."""

from __future__ import annotations

import re

from daylight.model import Quotation, Report, Span

_PAIR = re.compile('[“"]([^“”"]+)[”"]')


def quotations_of(report: Report) -> tuple[Quotation, ...]:
    """Quotations of each block."""
    found = []
    for block in report.blocks:
        for match in _PAIR.finditer(report.text, block.span.start, block.span.end):
            found.append(Quotation(Span(*match.span()), Span(*match.span(1))))
    return tuple(found)
