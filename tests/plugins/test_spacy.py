from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy

import daylight.plugins.spacy  # noqa: F401 - registers the component, as the entry point does where Daylight is installed

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "“We will not close the pier,” Mayor Ilse Brandt said. The harbour ministry said that boats would call on Friday."


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("daylight")
    return pipeline


def test_a_document_gets_its_attributions_and_their_spans(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert len(doc._.daylight) == 2
    assert [span.text for span in doc.spans["daylight.cue"]] == ["said", "said"]
    first = doc.spans["daylight.content"][0]
    assert (first.label_, first.id_) == ("direct", doc._.daylight[0].id)
    assert "We will not close the pier" in first.text


def test_each_attribution_has_its_exact_offsets(nlp: Language) -> None:
    doc = nlp(TEXT)
    for attribution in doc._.daylight:
        assert all(TEXT[start:end].strip() for start, end in attribution.source)


@pytest.mark.parametrize("text", ["", "   \n", "Nobody speaks here."])
def test_a_text_without_speech_has_none(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.daylight == ()
    assert len(doc.spans["daylight.content"]) == 0


def test_documents_can_be_piped(nlp: Language) -> None:
    assert [len(doc._.daylight) for doc in nlp.pipe([TEXT, "Quiet."])] == [2, 0]
