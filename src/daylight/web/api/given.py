"""The reports of a request as items to take in."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.errors import InputError
from daylight.ingest import Facts
from daylight.web.api.models import ReportIn, ReportsIn
from daylight.web.intake import Item


def items(given: ReportsIn) -> list[Item]:
    """One item for each. Raises InputError where one has neither a text nor an address."""
    return list(_items(given))


def _items(given: ReportsIn) -> Iterator[Item]:
    for number, report in enumerate(given.reports, 1):
        if not report.text and not report.url:
            raise InputError(f"report {number}", 'it has neither a "text" nor a "url"; give one of them')
        yield Item(report.text.encode("utf-8", "replace") if report.text else None, facts=_facts(report))


def _facts(report: ReportIn) -> Facts:
    return Facts(report.id or None, report.title, report.outlet, report.url, report.published)
