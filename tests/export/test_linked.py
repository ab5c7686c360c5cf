"""Web Annotation, schema.org and TEI follow their schemas, lead to the exact words, and take any text for text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from daylight.export import to_schemaorg, to_tei, to_webannotation
from daylight.model import Comparison
from tests.report.hostile import PAYLOADS, hostile
from tests.report.pier import ATTRIBUTIONS, DIFFERENCES, PIER, REPORTS, STATEMENTS

SCHEMAS = Path(__file__).parent / "schemas"
TEI = "{http://www.tei-c.org/ns/1.0}"
STORIES = [PIER, *map(hostile, PAYLOADS)]


def schema(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((SCHEMAS / name).read_text("utf-8")))


def document(comparison: Comparison) -> Any:
    text = to_tei(comparison).encode()
    return etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))


@pytest.mark.parametrize("story", STORIES, ids=range(len(STORIES)))
def test_each_document_follows_its_schema_whatever_a_report_prints(story: Comparison) -> None:
    schema("webannotation.json").validate(json.loads(to_webannotation(story)))
    schema("schemaorg.json").validate(json.loads(to_schemaorg(story)))
    etree.RelaxNG(etree.parse(SCHEMAS / "tei.rng")).assertValid(document(story))


def test_selectors_find_the_same_words_by_position_and_by_quote() -> None:
    items = json.loads(to_webannotation(PIER))["items"]
    assert len(items) == len(ATTRIBUTIONS) + len(DIFFERENCES)
    texts = {"https://gazette.example/pier": REPORTS[0].text} | {f"urn:daylight:report:{r.id}": r.text for r in REPORTS}
    for target in (target for item in items for target in item["target"]):
        position, quote = target["selector"]
        text = texts[target["source"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])


def test_an_address_that_is_none_of_the_web_is_not_used() -> None:
    for text in (to_webannotation(PIER), to_schemaorg(PIER), to_tei(PIER)):
        assert "javascript:" not in text


def test_a_quotation_has_its_speaker_and_its_article_and_paraphrases_are_none() -> None:
    graph = json.loads(to_schemaorg(PIER))["@graph"]
    quoted = {node["@id"]: node for node in graph if node["@type"] == "Quotation"}
    assert set(quoted) == {f"urn:daylight:{a.id}" for a in ATTRIBUTIONS if a.kind != "indirect"}
    assert quoted["urn:daylight:a-g4"]["creator"]["sameAs"] == ["https://www.wikidata.org/wiki/Q4115189"]
    assert quoted["urn:daylight:a-g4"]["isPartOf"]["@id"] in {node["@id"] for node in graph}


def test_the_apparatus_has_a_reading_of_each_report_or_says_why_not() -> None:
    root = document(PIER)
    apps = root.findall(f".//{TEI}app")
    assert [app.get("n") for app in apps] == [s.id for s in STATEMENTS]
    readings = apps[4].findall(f"{TEI}rdg")
    assert [r.text for r in readings[:2]] == ["that the town had been warned in spring", "the town had been warned in April"]
    assert (readings[2].get("cause"), readings[2].text) == ("not-examined", None)
    assert {note.get("type") for note in apps[4].findall(f"{TEI}note")} == {"polarity", "date-or-place"}


def test_a_reading_leads_to_its_characters() -> None:
    reading = document(PIER).find(f".//{TEI}rdg")
    start, end = map(int, reading.get("source").rpartition("#char=")[2].split(","))
    assert REPORTS[0].text[start:end] == reading.text
