"""A comparison as a file to download, in every format that the command line writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from daylight import export, report
from daylight.model import Comparison


class Export(NamedTuple):
    """A format: what it is called, the ending of its files, its media type, and what makes it."""

    called: str
    suffix: str
    media_type: str
    make: Callable[[Comparison], str | bytes]


def _table(name: str) -> Callable[[Comparison], str]:
    return lambda comparison: export.to_csv(next(t for t in export.tables(comparison) if t.name == name), bom=True)


EXPORTS: dict[str, Export] = {
    "html": Export("Page, in one file", "html", "text/html", report.to_html),
    "json": Export("JSON, all of it", "json", "application/json", report.to_json),
    "markdown": Export("Markdown", "md", "text/markdown", report.to_markdown),
    "xlsx": Export(
        "Excel, three sheets",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        lambda comparison: export.to_xlsx(export.tables(comparison)),
    ),
    "cells.csv": Export("CSV of the cells", "csv", "text/csv", _table("cells")),
    "differences.csv": Export("CSV of the differences", "csv", "text/csv", _table("differences")),
    "attributions.csv": Export("CSV of the attributions", "csv", "text/csv", _table("attributions")),
    "jsonl": Export("JSON lines", "jsonl", "application/jsonl", lambda c: export.to_jsonl(*export.tables(c))),
    "webannotation": Export("Web Annotation", "jsonld", "application/ld+json", export.to_webannotation),
    "schemaorg": Export("schema.org", "jsonld", "application/ld+json", export.to_schemaorg),
    "tei": Export("TEI", "xml", "application/tei+xml", export.to_tei),
}
"""All but Parquet, which needs an extra."""
