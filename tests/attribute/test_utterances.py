"""A long attribution is cut where an editor would compare it piece by piece."""

from __future__ import annotations

import pytest

from daylight.attribute import attribute, is_reported_speech, utterances
from daylight.model import Annotated
from tests.conftest import Annotator


def parts(annotated: Annotated) -> list[list[str]]:
    report = annotated.report
    return [[report.slice(s) for s in u.content] for a in attribute(annotated) for u in utterances(annotated, a)]


def test_each_sentence_of_a_quotation_is_an_utterance(annotated: Annotator) -> None:
    found = parts(annotated("“The pier stays open all winter,” Ilse Brandt said. “The boats go out on Monday morning.”"))
    assert found == [["“The pier stays open all winter,”"], ["“The boats go out on Monday morning.”"]]


def test_a_sentence_split_by_its_cue_stays_whole(annotated: Annotator) -> None:
    found = parts(annotated("“The pier stays open,” Ilse Brandt said, “but nobody may fish from it.”"))
    assert found == [["“The pier stays open,”", "“but nobody may fish from it.”"]]


def test_a_very_short_sentence_stays_with_its_neighbour(annotated: Annotator) -> None:
    found = parts(annotated("“The pier is not closed. Absolutely not,” Ilse Brandt said."))
    assert found == [["“The pier is not closed. Absolutely not,”"]]


def test_coordinated_clauses_are_two_utterances(annotated: Annotator) -> None:
    found = parts(annotated("Ilse Brandt said that the pier was safe and that the boats would go out on Monday."))
    assert found == [["that the pier was safe"], ["that the boats would go out on Monday"]]


@pytest.mark.parametrize(
    ("said", "cut"),
    [
        (
            "the pier was safe and the boats would go out on Monday",
            ["the pier was safe", "the boats would go out on Monday"],
        ),
        ("that if the pier is safe and the wind drops, the boats will go out", None),
        ("the pier had been painted and would open on Monday", None),
    ],
)
def test_clauses_with_subjects_of_their_own_are_two_utterances(
    annotated: Annotator, said: str, cut: list[str] | None
) -> None:
    found = parts(annotated(f"Ilse Brandt said {said}."))
    assert found == [[part] for part in cut or [said]]


def test_two_things_that_one_speaks_of_doing_are_two_utterances(annotated: Annotator) -> None:
    found = parts(annotated("Ilse Brandt spoke about closing the old pier and making the owners pay for the work."))
    assert found == [["closing the old pier"], ["making the owners pay for the work"]]


def test_clauses_inside_quotation_marks_stay_together(annotated: Annotator) -> None:
    found = parts(annotated("“The pier will stay open all winter, but the boats will not go out,” Ilse Brandt said."))
    assert len(found) == 1


def test_a_quotation_within_one_is_not_cut(annotated: Annotator) -> None:
    found = parts(annotated("“You never say ‘The pier is closed. It is late.’ You open the gate,” Ilse Brandt said."))
    assert all(part.count("‘") == part.count("’") for unit in found for part in unit)


def test_what_tells_nothing_of_an_utterance_is_no_statement(annotated: Annotator) -> None:
    for text in ("Ilse Brandt rejected the claim.", "Ilse Brandt gave various answers about the pier."):
        assert not any(is_reported_speech(a) for a in attribute(annotated(text)))
    (told,) = attribute(annotated("Ilse Brandt rejected the proposal to sell the pier."))
    assert is_reported_speech(told)


def test_utterances_know_their_attribution(annotated: Annotator) -> None:
    article = annotated("“The pier stays open all winter,” Ilse Brandt said. “The boats go out on Monday morning.”")
    (whole,) = attribute(article)
    assert {u.part_of for u in utterances(article, whole)} == {whole.id}
    assert {u.kind for u in utterances(article, whole)} == {"direct"}


def test_what_a_reporter_infers_is_nobodys_statement(annotated: Annotator) -> None:
    said = attribute(annotated("Brandt said the harbour master was late."))
    for text in (
        "Brandt is expected to meet the harbour master on Monday.",
        "Ilse Brandt appeared to hold out hope of an agreement.",
    ):
        assert not [a for a in attribute(annotated(text)) if is_reported_speech(a)]
    assert [a for a in said if is_reported_speech(a)]
