from __future__ import annotations

import pytest

from daylight.compare.people import compare_names, compare_roles
from daylight.model import Entity, Place, Role, Span, Spelling

LABEL = {"gull": "The Gull", "tern": "The Tern"}


def person(*spellings: Spelling, roles: tuple[Role, ...] = ()) -> Entity:
    return Entity("e-1", "person", "Mara Quill", spellings, roles)


def spelt(text: str, status: str, report: str) -> Spelling:
    return Spelling(text, status, (Place(report, Span(0, len(text))),))  # type: ignore[arg-type]


def held(*roles: tuple[str, str]) -> Entity:
    return person(roles=tuple(Role(text, report, Span(0, len(text))) for text, report in roles))


def test_a_garbled_name_is_told_with_its_places() -> None:
    (found,) = compare_names(person(spelt("Mara Quill", "preferred", "gull"), spelt("Mora Kwil", "garbled", "tern")), LABEL)
    assert found.changed == (("Mara Quill", "Mora Kwil"),)
    assert found.explanation == "The Tern prints “Mora Kwil” for “Mara Quill”."


def test_the_garbled_spellings_of_one_report_make_one_sentence() -> None:
    bad = [spelt(text, "garbled", "tern") for text in ("Mora Kwil", "Kwil", "Quell")]
    (found,) = compare_names(person(spelt("Mara Quill", "preferred", "gull"), *bad), LABEL)
    assert found.explanation == "The Tern prints “Mora Kwil”, “Kwil” and “Quell” for “Mara Quill”."


@pytest.mark.parametrize("other", [("Quill", "variant"), ("mara quill", "garbled"), ("Mára Quill", "garbled")])
def test_short_forms_and_typography_are_no_difference_of_name(other: tuple[str, str]) -> None:
    assert not compare_names(person(spelt("Mara Quill", "preferred", "gull"), spelt(*other, "tern")), LABEL)


@pytest.mark.parametrize("other", ["Putter", "@MaraQuill"])
def test_a_lone_word_unlike_the_name_is_no_garbled_form_of_it(other: str) -> None:
    assert not compare_names(person(spelt("Mara Quill", "preferred", "gull"), spelt(other, "garbled", "tern")), LABEL)


def test_a_lone_word_near_the_name_is_a_garbled_form_of_it() -> None:
    assert compare_names(person(spelt("Mara Quill", "preferred", "gull"), spelt("Quell", "garbled", "tern")), LABEL)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the Chair of the Harbour Board", "Harbour President"),
        ("Vice President", "President"),
        ("Minister of Fisheries", "Minister of Justice"),
        ("the group's finance director", "Lantern’s chief executive"),
        ("the prime minister", "deputy prime minister"),
        ("deputy director of the Harbour Office", "director of the Harbour Office"),
    ],
)
def test_another_office_is_a_difference(a: str, b: str) -> None:
    (found,) = compare_roles(held((a, "gull"), (b, "tern")), LABEL)
    assert found.kind == "role"
    assert found.changed == ((a, b),)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Fisheries Minister", "the Minister of Fisheries"),
        ("Norwegian Fisheries Minister", "Norway’s fisheries minister"),
        ("Norway’s vice prime minister", "deputy prime minister of Norway"),
        ("Its director", "director of the Harbour Office"),
        ("her energy minister", "Energy Minister"),
        ("Senator", "the chair of the Harbour Committee"),
        ("former mayor", "mayor"),
        ("the union’s regional secretary", "a secretary of the paper workers’ union"),
        ("mayoral candidate", "the mayor’s deputy"),
        ("chairwoman of the Harbour Board", "chair of the Harbour Board"),
        ("spokesman", "spokesperson for the Harbour Board"),
        ("deputy prime minister", "Fisheries Minister"),
        ("the fisherman", "the singer"),
    ],
)
def test_one_office_in_other_words_is_none(a: str, b: str) -> None:
    assert not compare_roles(held((a, "gull"), (b, "tern")), LABEL)


def test_an_office_that_the_other_report_gives_too_is_none() -> None:
    both = held(("Senator", "gull"), ("Senate President", "gull"), ("Senator", "tern"), ("President of the Senate", "tern"))
    assert not compare_roles(both, LABEL)


def test_a_family_in_the_plural_is_no_garbled_name() -> None:
    assert not compare_names(person(spelt("Mara Quill", "preferred", "gull"), spelt("Quills", "garbled", "tern")), LABEL)
