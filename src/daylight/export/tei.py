"""TEI: a critical apparatus, one ``app`` a statement, one ``rdg`` a report, for the tools of collation."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree import ElementTree as ET

from daylight.export.annotation import address
from daylight.export.rows import Facts
from daylight.model import Attribution, Comparison, Difference, Report, Statement

NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

_UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, and the carriage return, which every reader would turn into a line feed."""


def to_tei(comparison: Comparison) -> str:
    """A TEI document. A reading without words says by its ``cause`` why the report has none.

    ``source`` leads to the characters in the report's text (RFC 5147), ``n`` is the id in the comparison.
    """
    facts = Facts(comparison)
    witnesses = {report.id: f"w{n}" for n, report in enumerate(comparison.reports, 1)}
    root = ET.Element("TEI", {"xmlns": NAMESPACE})
    _header(root, comparison, witnesses)
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    told = _told(facts)
    for statement in comparison.statements:
        _statement(body, facts, statement, witnesses, told[statement.id])
    if not comparison.statements:
        ET.SubElement(body, "p")
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _safe(text: str) -> str:
    """Text that XML can hold, its line ends made one."""
    return _UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _sub(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, {name: _safe(value) for name, value in attributes.items()})
    child.text = _safe(text) if text else None
    return child


def _header(root: ET.Element, comparison: Comparison, witnesses: dict[str, str]) -> None:
    description = _sub(_sub(root, "teiHeader"), "fileDesc")
    _sub(_sub(description, "titleStmt"), "title", "What reports of one event say")
    _sub(_sub(description, "publicationStmt"), "p", f"Made by Daylight {comparison.made_by.version}")
    listed = _sub(_sub(description, "sourceDesc"), "listWit")
    for report in comparison.reports:
        witness = _sub(listed, "witness", n=report.id)
        witness.set(XML_ID, witnesses[report.id])
        _bibliography(witness, report)


def _bibliography(witness: ET.Element, report: Report) -> None:
    bibl = _sub(witness, "bibl")
    for tag, text in (("title", report.title), ("publisher", report.outlet), ("date", report.published)):
        if text:
            _sub(bibl, tag, text)
    _sub(bibl, "idno", address(report), type="URI")
    _sub(bibl, "idno", report.source.sha256, type="SHA-256")


def _statement(
    body: ET.Element, facts: Facts, statement: Statement, witnesses: dict[str, str], told: list[Difference]
) -> None:
    paragraph = _sub(body, "p", n=str(facts.numbers[statement.id]))
    if speaker := facts.name(statement.speaker):
        _sub(paragraph, "name", speaker)
    app = _sub(paragraph, "app", n=statement.id)
    for a in (facts.attributions[i] for i in statement.attributions):
        _reading(app, facts, a, witnesses)
    for absent in statement.absent:
        _sub(app, "rdg", wit=f"#{witnesses[absent.report]}", cause=absent.reason)
    for difference in told:
        _sub(app, "note", difference.explanation, type=difference.kind, n=difference.id)


def _reading(app: ET.Element, facts: Facts, a: Attribution, witnesses: dict[str, str]) -> None:
    where = " ".join(f"{address(facts.reports[a.report])}#char={span.start},{span.end}" for span in a.content)
    words = facts.words(a.report, a.content)
    reading = _sub(app, "rdg", words, wit=f"#{witnesses[a.report]}", type=a.kind, n=a.id)
    if where:
        reading.set("source", where)


def _told(facts: Facts) -> dict[str, list[Difference]]:
    """The differences by the statement that they are about."""
    found: dict[str, list[Difference]] = defaultdict(list)
    for d in facts.comparison.differences:
        if d.about.type == "attribution":
            found[facts.statement_of[d.about.id].id].append(d)
        elif d.about.type == "statement":
            found[d.about.id].append(d)
    return found
