from .conftest import Story


def test_a_headline_verb_is_no_surname(story: Story) -> None:
    found = story("Robert Tallis Defends The Old Mine\n\nRobert Tallis said the mine was safe. Tallis smiled.")
    assert found.people() == {"Robert Tallis": {"Robert Tallis", "Tallis"}}


def test_a_family_and_a_building_are_no_persons(story: Story) -> None:
    found = story("Robert Tallis met the Tallises at Tallis Tower on Monday. The Marrows came too, and Anna Marrow sang.")
    assert set(found.people()) == {"Robert Tallis", "Anna Marrow"}


def test_a_surname_run_into_the_word_before_it_is_found(story: Story) -> None:
    text = "Robert Tallis spoke. In an interview with the Brenn JournalTallis said that it was late."
    found = story(text, said=[(0, "Tallis", "it was late")])
    assert "Tallis" in found.people()["Robert Tallis"]
    assert found.speaker() == "Robert Tallis"


def test_a_full_name_without_capitals_is_garbled(story: Story) -> None:
    found = story("Robert Tallis spoke. He met anna marrow in Brenn.", "Anna Marrow met Robert Tallis in Brenn.")
    assert found.status("Anna Marrow") == {"Anna Marrow": "preferred", "anna marrow": "garbled"}
