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


def test_a_place_that_is_the_acronym_of_a_body_is_that_body(story: Story) -> None:
    found = story(
        "The National Rowing Association met in Brenn on Monday. The rowers in NRA cheered. Boats from NRA came near NRA."
    )
    (body,) = [e for e in found.entities if "NRA" in {s.text for s in e.spellings}]
    assert (body.kind, body.name) == ("organization", "National Rowing Association")


def test_a_body_of_the_united_states_is_one_under_both_names(story: Story) -> None:
    found = story("The United States Harbor Service closed the pier. The U.S. Harbor Service said it was safe.")
    assert len([e for e in found.entities if "Harbor" in e.name]) == 1


def test_a_verb_that_begins_a_sentence_is_no_part_of_a_name(story: Story) -> None:
    found = story("Owen Tallis spoke on Monday.\n\nFollowing Tallis, the mayor left the hall.")
    assert set(found.people()) == {"Owen Tallis"}
