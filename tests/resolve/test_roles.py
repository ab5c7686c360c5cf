import pytest

from daylight.resolve.roles import agree, offices_of

from .conftest import Story


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Harbour Secretary", "Secretary of the Harbour", True),
        ("Defence Minister", "defense minister", True),
        ("Velmark's deputy prime minister and Harbour Minister", "Harbour Minister", True),
        ("the president", "Vice President", False),
        ("former mayor of Brenn", "mayor of Brenn", False),
        ("Chairman of the Ports Committee", "Senate President", False),
    ],
)
def test_one_office_in_other_words(a: str, b: str, same: bool) -> None:
    assert agree(offices_of(a), offices_of(b)) is same


def test_roles_are_found_before_and_after_a_name(story: Story) -> None:
    found = story(
        "Harbour Secretary Halvard Osterling spoke on Monday. Tessa Marrow, the chairwoman of the Ports Committee, "
        "agreed with him. Pia Lund, 54, a teacher, listened to the speech."
    )
    roles = {e.name: [r.text for r in e.roles] for e in found.entities if e.kind == "person"}
    assert roles["Halvard Osterling"] == ["Harbour Secretary"]
    assert roles["Tessa Marrow"] == ["the chairwoman of the Ports Committee"]
    assert roles["Pia Lund"] == ["a teacher"]


def test_in_a_list_each_role_belongs_to_the_name_after_it(story: Story) -> None:
    found = story(
        "Pia Lund asked Foreign Minister Owen Tallis, the director of the Geologic Office, Inge Brandt, and the special "
        "envoy Rufus Calder to lead the talks."
    )
    roles = {e.name: {r.text for r in e.roles} for e in found.entities if e.kind == "person"}
    assert roles["Owen Tallis"] == {"Foreign Minister"}
    assert {text.removeprefix("the ") for text in roles["Inge Brandt"]} == {"director of the Geologic Office"}
    assert {text.removeprefix("the ") for text in roles["Rufus Calder"]} == {"special envoy"}


def test_an_office_that_begins_the_clause_is_that_of_the_name_before_the_verb(story: Story) -> None:
    found = story("In a letter on Monday, the island's prime minister, Owen Tallis said the dam is safe.")
    assert [[r.text for r in e.roles] for e in found.entities if e.kind == "person"] == [["island's prime minister"]]


def test_an_office_met_before_the_comma_is_not_that_of_the_name_after_it(story: Story) -> None:
    found = story("After he met the prime minister, Owen Tallis said the dam is safe.")
    assert not [r for e in found.entities if e.kind == "person" for r in e.roles]
