from __future__ import annotations

import pytest

from daylight.annotate import annotate
from daylight.compare.coverage import only_here
from daylight.ingest.text import read_text
from daylight.model import Attribution, AttributionKind, Span, Statement

LABELS = {"gull": "The Gull", "tern": "The Tern"}


def told(source: str, content: str, rule: str = "verb/communication/that", kind: AttributionKind = "indirect") -> bool:
    (annotated,) = annotate([read_text(f"{source} said {content}.", id="gull")])
    start = len(source) + len(" said ")
    spans = (Span(0, len(source)),), (Span(len(source) + 1, start - 1),), (Span(start, start + len(content)),)
    speaker = "e-quill" if source == "Mara Quill" else None
    one = Attribution("a-1", "gull", kind, *spans, speaker=speaker, rule=rule)
    return bool(only_here(Statement("s-1", speaker, ("a-1",)), [one], {"gull": annotated}, LABELS))


def test_what_one_report_alone_says_is_told() -> None:
    assert told("Mara Quill", "the pier would be closed")
    assert told("A fisherman", "the pier would be closed")


@pytest.mark.parametrize("rule", ["verb/intention/to", "verb/document/that", "verb/other/tagged"])
def test_what_somebody_decides_or_a_paper_shows_is_no_statement(rule: str) -> None:
    assert not told("Mara Quill", "the pier would be closed", rule)


def test_a_thought_needs_a_named_speaker() -> None:
    assert told("Mara Quill", "the pier would be closed", "verb/belief/that")
    assert not told("A fisherman", "the pier would be closed", "verb/belief/that")


def test_neither_a_mere_thing_nor_the_reporter_s_own_voice_is_a_statement() -> None:
    assert not told("Mara Quill", "the old pier")
    assert not told("We", "the pier would be closed")
    assert told("Mara Quill", "“the old pier”", kind="mixed")
