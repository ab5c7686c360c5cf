"""Each form beside a thing gives what a decisions file would say, and it can be carried out."""

from __future__ import annotations

import pytest
from starlette.datastructures import FormData

from daylight.decisions import Decisions
from daylight.decisions.values import Align, Decision, Merge, NotStory, Ref, Reject, Rename, Said, Separate, Speaks, Split
from daylight.errors import InputError
from daylight.web.corrections import decisions_of
from tests.decisions.story import decided
from tests.report.pier import PIER

VENN, MARTA = "e-venn", "e-okonjo"
A1, A2 = PIER.statements[0].attributions[:2]
NAMES = {entity.id: entity.name for entity in PIER.entities}


def made(kind: str, *fields: tuple[str, str]) -> tuple[Decision, ...]:
    return decisions_of(FormData([("kind", kind), *fields]), PIER)


def who(key: str) -> Ref:
    return Ref(key, NAMES[key])


def said(key: str) -> Said:
    a = next(a for a in PIER.attributions if a.id == key)
    report = next(r for r in PIER.reports if r.id == a.report)
    return Said(key, " ".join(" ".join(report.slice(span) for span in a.content).split()[:12]), a.report)


def test_people_are_merged_split_renamed_and_rejected() -> None:
    assert made("merge", ("person", VENN), ("person", MARTA), ("name", "")) == (Merge((who(VENN), who(MARTA))),)
    split = made("split", ("person", VENN), ("spelling", "Tobias Ven"), ("report", "wire"), ("name", "T. Ven"))
    assert split == (Split(who(VENN), ("Tobias Ven",), ("wire",), "T. Ven"),)
    assert made("rename", ("person", VENN), ("name", " Zed Zulu ")) == (Rename(who(VENN), "Zed Zulu"),)
    assert made("reject-person", ("person", VENN)) == (Reject(person=who(VENN)),)


def test_what_is_said_is_given_to_another_joined_parted_and_rejected() -> None:
    assert made("source", ("speaker", VENN), ("said", A1), ("said", A2)) == (
        Speaks(who(VENN), said=said(A1)),
        Speaks(who(VENN), said=said(A2)),
    )
    assert made("source", ("speaker", "nobody"), ("said", A1)) == (Speaks(None, said=said(A1)),)
    first, other = PIER.statements[:2]
    joined = made("align", ("statement", first.id), ("statement", other.id))
    assert joined == (Align((said(first.attributions[0]), said(other.attributions[0]))),)
    assert made("separate", ("said", A2)) == (Separate((said(A2),)),)
    assert made("reject-said", ("said", A1)) == (Reject(said=said(A1)),)


def test_a_difference_is_rejected_and_a_block_is_not_story() -> None:
    assert made("reject-difference", ("difference", "d-1")) == (Reject(difference="d-1"),)
    block = made("block", ("words", "Read more"), ("report", "wire"), ("role", "promotion"), ("note", "an advert"))
    assert block == (NotStory("Read more", "wire", note="an advert"),)
    assert block[0].note == "an advert"


def test_what_the_forms_decide_is_carried_out() -> None:
    decisions = (
        *made("rename", ("person", VENN), ("name", "Zed Zulu")),
        *made("separate", ("said", A2)),
        *made("source", ("speaker", VENN), ("said", A1)),
    )
    assert {one.status for one in decided(Decisions(decisions))[2]} == {"applied"}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("", []),
        ("marry", []),
        ("merge", [("person", VENN)]),
        ("split", [("person", VENN)]),
        ("rename", [("person", VENN)]),
        ("rename", [("name", "Zed Zulu")]),
        ("rename", [("person", VENN), ("name", "x" * 5_000)]),
        ("source", [("speaker", VENN)]),
        ("source", [("said", A1)]),
        ("reject-said", []),
        ("align", [("statement", "s-1")]),
        ("separate", []),
        ("block", [("words", "Read more"), ("role", "story")]),
    ],
)
def test_a_form_that_says_too_little_or_too_much_is_refused_in_words(kind: str, fields: list[tuple[str, str]]) -> None:
    with pytest.raises(InputError, match="this form"):
        made(kind, *fields)
