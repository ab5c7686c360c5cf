"""W3C Web Annotation: an annotation for each attribution and each difference, found again by position and by quote."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote, urlsplit

from daylight.export.rows import Facts
from daylight.model import Attribution, Comparison, Difference, Place, Report

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

AROUND = 32
"""Characters before and after the exact words, by which they are found where the text has moved."""

_PLAIN = re.compile(r"[!#-;=?-~]+")
"""An address without white space, quotation marks and angle brackets."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

Node = dict[str, Any]


def to_webannotation(comparison: Comparison) -> str:
    """An annotation page. Positions count code points of the report's text; of a web page, of its extracted main text."""
    facts = Facts(comparison)
    items = [_attribution(facts, a) for a in comparison.attributions if a.content]
    items += [_difference(facts, d) for d in comparison.differences if d.evidence]
    page = {"@context": CONTEXT, "id": urn("page", comparison.made_by.settings), "type": "AnnotationPage", "items": items}
    return written(page)


def written(node: Node) -> str:
    """JSON that any reader takes: what no UTF-8 file can hold becomes the replacement character."""
    return _LONE_SURROGATE.sub("\ufffd", json.dumps(node, ensure_ascii=False, indent=1))


def urn(*parts: str) -> str:
    """A name for something of a comparison, whatever characters its id has."""
    return ":".join(("urn", "daylight", *(quote(part, safe="", errors="replace") for part in parts)))


def address(report: Report) -> str:
    """Where a report is: its web address, else a name made of its id."""
    return report.url if report.url and is_web(report.url) else urn("report", report.id)


def is_web(url: str) -> bool:
    """Whether an address is one of the web, and free of white space and control characters."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"}
        and bool(parts.hostname)
        and url.isascii()
        and not re.search(r"[\s<>\"\x00-\x20]", url)
    )


def _attribution(facts: Facts, a: Attribution) -> Node:
    statement = facts.statement_of[a.id]
    speaker = facts.name(a.speaker) or facts.words(a.report, a.source) or "not known"
    said = f"Statement {facts.numbers[statement.id]}, {a.kind}; {a.rule}, {a.score:g}"
    return {
        "id": urn(a.id),
        "type": "Annotation",
        "motivation": "identifying",
        "generator": _generator(facts),
        "body": [_text(speaker, "identifying"), _text(said, "describing")],
        "target": [_target(facts, Place(a.report, span)) for span in a.content],
    }


def _difference(facts: Facts, d: Difference) -> Node:
    return {
        "id": urn(d.id),
        "type": "Annotation",
        "motivation": "commenting",
        "generator": _generator(facts),
        "body": [_text(d.explanation, "commenting"), _text(d.kind, "tagging")],
        "target": [_target(facts, place) for place in d.evidence],
    }


def _text(value: str, purpose: str) -> Node:
    return {"type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain"}


def _generator(facts: Facts) -> Node:
    return {"id": urn("software"), "type": "Software", "name": f"Daylight {facts.comparison.made_by.version}"}


def _target(facts: Facts, place: Place) -> Node:
    report, (start, end) = facts.reports[place.report], place.span
    state: Node = {"type": "TimeState", "cached": f"urn:sha256:{quote(report.source.sha256, safe='', errors='replace')}"}
    if report.retrieved:
        state["sourceDate"] = report.retrieved
    return {
        "type": "SpecificResource",
        "source": address(report),
        "state": state,
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": report.text[start:end],
                "prefix": report.text[max(0, start - AROUND) : start],
                "suffix": report.text[end : end + AROUND],
            },
        ],
    }
