from __future__ import annotations

from typing import cast

import pytest

from daylight.annotate import annotate
from daylight.compare import find_differences
from daylight.ingest.text import read_text
from daylight.model import Attribution, AttributionKind, Entity, Place, Span, Spelling, Statement, Story

from .made import kinds


def told(source: str, content: str, *, cue: str = "said", rule: str = "verb/communication/that", other: str = "") -> bool:
    """Whether what the Gull's source says is told to stand in the Gull alone."""
    text = f"{source} {cue} {content}."
    gull, tern = annotate([read_text(text, id="gull"), read_text(other or "Nothing was heard from the island.", id="tern")])
    spots = [(Span(text.index(part), text.index(part) + len(part)),) for part in (source, cue, content)]
    quill = Entity("e-quill", "person", "Mara Quill", (Spelling("Mara Quill", "preferred", (Place("gull", spots[0][0]),)),))
    speaker, kind = quill.id if source == "Mara Quill" else None, "mixed" if "“" in content else "indirect"
    one = Attribution("a-1", "gull", cast("AttributionKind", kind), spots[0], spots[1], spots[2], speaker=speaker, rule=rule)
    story = Story((gull, tern), (quill,), (one,), (Statement("s-1", speaker, ("a-1",)),))
    return "only-here" in kinds(find_differences(story))


def test_what_one_report_alone_says_is_told() -> None:
    assert told("Mara Quill", "the pier would be closed")
    assert told("A fisherman", "the pier would be closed")


@pytest.mark.parametrize("rule", ["verb/intention/to", "verb/document/that", "verb/other/tagged"])
def test_what_somebody_decides_or_a_paper_shows_is_no_statement(rule: str) -> None:
    assert not told("Mara Quill", "the pier would be closed", rule=rule)


def test_a_thought_needs_a_named_speaker() -> None:
    assert told("Mara Quill", "the pier would be closed", rule="verb/belief/that")
    assert not told("A fisherman", "the pier would be closed", rule="verb/belief/that")


def test_neither_a_mere_thing_nor_the_reporter_s_own_voice_is_a_statement() -> None:
    assert not told("Mara Quill", "the old pier")
    assert not told("We", "the pier would be closed")
    assert told("Mara Quill", "“the old pier”")
    assert told("Mara Quill", "the council of sailing with too few hands", cue="accused")


def test_what_says_our_without_marks_is_the_reporter_s() -> None:
    assert not told("Mara Quill", "our roof would be closed")
    assert not told("our report", "the pier would be closed")


def test_a_thing_that_shows_something_is_no_speaker() -> None:
    assert not told("Figures", "the pier would be closed", cue="suggest")


def test_what_another_report_prints_in_its_own_words_is_not_told() -> None:
    other = "The old pier, for years a danger to boats, will be closed in the winter."
    assert not told("Mara Quill", "the old pier would be closed in winter", other=other)
