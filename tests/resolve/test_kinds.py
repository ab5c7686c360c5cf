import pytest

from .conftest import Resolved, Story


def kinds(found: Resolved) -> dict[str, str]:
    return {e.name: e.kind for e in found.entities}


SHIP = (
    "Smoke rose from the ferry Black Curlew on Monday. The Black Curlew was carrying ninety people, Captain Pia Lund said. "
    "Nobody aboard the Black Curlew was hurt, she added."
)


def test_a_ship_is_nobody_even_where_it_sounds_like_a_man(story: Story) -> None:
    found = story(SHIP, "Lund has commanded the Black Curlew since May, she said.")
    assert set(found.people()) == {"Pia Lund"}
    assert "Black Curlew" not in kinds(found)


def test_newspapers_are_no_people(story: Story) -> None:
    found = story(
        "Owen Tallis told the Brenn Gazette that the mine would shut. Asked by the Standard, Tallis said nothing.",
        "Owen Tallis told the Brenn Gazette on Monday that the mine was safe. He told the Gazette so twice.",
    )
    assert set(found.people()) == {"Owen Tallis"}
    assert kinds(found)["Brenn Gazette"] == "organization"


def test_a_company_and_a_port_are_no_people(story: Story) -> None:
    found = story(
        "Osterling Lines denied the claim. Its ships lie in Port Marrow, said Halvard Osterling, who lives in Port Marrow.",
        "Osterling Lines has sold its pier in Port Marrow.",
    )
    assert kinds(found) == {"Halvard Osterling": "person", "Osterling Lines": "organization", "Port Marrow": "place"}


def test_a_person_is_one_by_what_is_told_of_her(story: Story) -> None:
    found = story(
        "Nadia Calder Rook, a nurse from Brenn, said she had heard a bell. The mayor, Agnes Mossworm, had not.",
        "Nadia Calder-Rook, a nurse, was at home. Mrs Mossworm was not.",
    )
    assert {frozenset(spellings) for spellings in found.people().values()} == {
        frozenset({"Nadia Calder Rook", "Nadia Calder-Rook"}),
        frozenset({"Agnes Mossworm", "Mossworm"}),
    }


def test_what_stands_after_in_is_a_place_in_all_the_story(story: Story) -> None:
    found = story(
        "Growers met in Drossel on Monday. The union will meet in Drossel again.",
        "Owen Tallis came to Drossel late. He was born in Drossel.",
    )
    assert kinds(found)["Drossel"] == "place"


@pytest.mark.parametrize("body", ["Congress", "Parliament"])
def test_a_body_that_people_sit_in_stays_one(story: Story, body: str) -> None:
    found = story(f"Owen Tallis has sat in {body} since May. Critics in {body} dislike him. {body} said nothing.")
    assert kinds(found)[body] == "organization"
