"""The JSON contract: its names, its schema, and the way back."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.errors import InputError, OffsetError
from daylight.model import Comparison, Report
from daylight.report import from_json, to_json
from tests.report.pier import PIER, REPORTS

SCHEMA: dict[str, Any] = json.loads(files("daylight.report").joinpath("schema.json").read_text("utf-8"))


def test_the_document_follows_the_shipped_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(to_json(PIER)))


def test_every_field_written_is_described_in_the_schema() -> None:
    closed = json.loads(
        json.dumps(SCHEMA), object_hook=lambda node: node | {"additionalProperties": False} if "required" in node else node
    )
    jsonschema.Draft202012Validator(closed).validate(json.loads(to_json(PIER)))


def test_about_names_what_it_is_about_and_skipped_only_what_is_known() -> None:
    document = json.loads(to_json(PIER))
    assert document["differences"][8]["about"] == {"entity": "e-okonjo"}
    assert document["skipped"][0] == {"path": "pier.jpg", "reason": "not a text: the bytes are a picture"}
    assert document["attributions"][0]["content"] == [list(PIER.attributions[0].content[0])]


def test_what_is_written_is_read_back() -> None:
    assert from_json(to_json(PIER)) == PIER


TEXT = st.text(st.characters(exclude_categories=[]), max_size=40).filter(
    # Two halves of a pair that meet become one character in JSON; ingest never lets halves in.
    lambda text: max(text, default="") < "\ud800" or not any("\ud800" <= char <= "\udfff" for char in text)
)


@given(TEXT, TEXT, st.one_of(st.none(), TEXT))
def test_any_words_survive_the_way_there_and_back(name: str, reason: str, url: str | None) -> None:
    renamed = replace(PIER.entities[0], name=name)
    reports: tuple[Report, ...] = (replace(REPORTS[0], title=name, url=url), *REPORTS[1:])
    made: Comparison = replace(
        PIER,
        reports=reports,
        entities=(renamed, *PIER.entities[1:]),
        skipped=(replace(PIER.skipped[0], reason=reason),),
    )
    assert from_json(to_json(made)) == made


def test_a_lone_surrogate_is_written_as_an_escape() -> None:
    written = to_json(replace(PIER, reports=(replace(REPORTS[0], title="half \ud83d"), *REPORTS[1:])))
    assert r"half \ud83d" in written
    assert from_json(written).reports[0].title == "half \ud83d"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": "daylight.comparison/2"}', '{"format": "daylight.comparison/1"}', "[" * 100_000]
)
def test_what_is_no_document_of_this_format_is_refused_in_words(text: str) -> None:
    with pytest.raises(InputError):
        from_json(text)


def test_a_value_of_the_wrong_type_is_refused() -> None:
    with pytest.raises(InputError, match="where str belongs"):
        from_json(to_json(PIER).replace('"name": "Tobias Venn"', '"name": 7'))


def test_a_span_outside_its_report_is_never_repaired() -> None:
    with pytest.raises(OffsetError):
        from_json(to_json(replace(PIER, reports=(replace(REPORTS[0], text="short", blocks=()), *REPORTS[1:]))))


def test_unknown_fields_are_left_out_and_missing_ones_take_their_default() -> None:
    document = json.loads(to_json(PIER))
    document["differences"][0]["weather"] = "fair"
    del document["differences"][0]["cut_before_qualifier"]
    assert from_json(json.dumps(document)) == PIER
