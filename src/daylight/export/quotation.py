"""schema.org: a Quotation for each attribution that is in quotation marks, in the article that prints it."""

from __future__ import annotations

from typing import Any

from daylight.export.annotation import is_web, urn, written
from daylight.export.rows import Facts
from daylight.model import Attribution, Comparison, Report

_TYPES = {"person": "Person", "organization": "Organization", "place": "Place"}


def to_schemaorg(comparison: Comparison) -> str:
    """A JSON-LD graph. What a report gives in its own words is no quotation and is left out."""
    facts = Facts(comparison)
    articles = [_article(report) for report in comparison.reports]
    quoted = [_quotation(facts, a) for a in comparison.attributions if a.kind != "indirect" and a.content]
    return written({"@context": "https://schema.org", "@graph": [*articles, *quoted]})


def _article(report: Report) -> dict[str, Any]:
    known = {
        "headline": report.title,
        "url": report.url if report.url and is_web(report.url) else None,
        "datePublished": report.published,
        "inLanguage": report.language,
        "publisher": {"@type": "Organization", "name": report.outlet} if report.outlet else None,
        "identifier": {"@type": "PropertyValue", "propertyID": "sha256", "value": report.source.sha256},
    }
    return {"@type": "NewsArticle", "@id": urn("report", report.id)} | {k: v for k, v in known.items() if v}


def _quotation(facts: Facts, a: Attribution) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@type": "Quotation",
        "@id": urn(a.id),
        "text": facts.words(a.report, a.content),
        "isPartOf": {"@id": urn("report", a.report)},
        "about": {"@id": urn(facts.statement_of[a.id].id)},
    }
    if a.speaker:
        entity = facts.entities[a.speaker]
        same = [f"https://www.wikidata.org/wiki/{i.value}" for i in entity.identifiers if _is_wikidata(i.scheme, i.value)]
        speaker: dict[str, Any] = {"@type": _TYPES[entity.kind], "@id": urn(entity.id), "name": entity.name}
        node["creator"] = speaker | ({"sameAs": same} if same else {})
    if a.time and a.time.value:
        node["dateCreated"] = a.time.value
    return node


def _is_wikidata(scheme: str, value: str) -> bool:
    return scheme == "wikidata" and value[:1] == "Q" and value[1:].isdecimal() and value.isascii()
