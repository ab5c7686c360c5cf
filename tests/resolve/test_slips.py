"""Mangled names inside a story: misspelt, in two words, in one, without capitals."""

import pytest

from daylight.model import SentencePair

from .conftest import Story

CLEAN = "Halvard Osterling, the harbour secretary, said the port would stay shut. Osterling met Tessa Marrow in Brenn."


@pytest.mark.parametrize("printed", ["Osterlng", "Osterlinling", "Osterl", "Oster Ling", "Osterlink"])
def test_a_last_name_misspelt_where_the_report_has_no_other_is_that_name(story: Story, printed: str) -> None:
    found = story(CLEAN, f"The harbour secretary was late. {printed} said that ships would wait. {printed} left.")
    assert printed in found.people()["Halvard Osterling"]


def test_a_like_word_that_the_report_prints_beside_the_name_is_another_word(story: Story) -> None:
    found = story("Lena Brook said it was late. Brook left.", "Brook spoke first. Brooks said nothing, and Brook left.")
    assert "Brooks" not in found.people()["Lena Brook"]


def test_a_word_made_of_a_name_is_no_slip_for_it(story: Story) -> None:
    found = story("Tessa Marrow said it was late. Marrow left.", "Marrowcare failed. Marrowcare was dear.")
    assert found.people() == {"Tessa Marrow": {"Tessa Marrow", "Marrow"}}


def test_first_and_last_name_run_together_are_two(story: Story) -> None:
    found = story("Mr. Marrow spoke first. Marrow left.", "Owenmarrow said that it was late. Owenmarrow left.")
    assert found.people() == {"Owenmarrow": {"Owenmarrow", "Marrow"}}


def test_a_name_without_capitals_is_found_by_a_last_name_that_stands_alone(story: Story) -> None:
    found = story("Mr. Osterling said the port was shut. Osterling left.", "The secretary, robert osterling, was late.")
    assert {"Osterling", "robert osterling"} in found.people().values()


def test_what_stands_in_the_place_of_a_name_is_that_name(story: Story) -> None:
    texts = (
        "Tessa Marrow said the port was shut. The day was cold.",
        "The day was grey. The port was shut, according to Merow.",
    )
    found = story(*texts, pairs=[SentencePair("r0", 0, "r1", 1, 0.9)])
    assert found.people() == {"Tessa Marrow": {"Tessa Marrow", "Merow"}}


def test_one_report_more_does_not_tell_which_of_two_a_last_name_means(story: Story) -> None:
    a = "Tessa Marrow said it was late. Marrow left. William Marrow had spoken before."
    b = "Tessamarrow said it was late. William Marrow had spoken before."
    assert story(a, b).people()["Tessa Marrow"] >= {"Tessa Marrow", "Marrow"}


def test_a_son_is_not_meant_by_the_last_name(story: Story) -> None:
    found = story("Owen Tallis said the mine was safe. His son, Peter Tallis, nodded. Tallis left.")
    assert found.people() == {"Owen Tallis": {"Owen Tallis", "Tallis"}, "Peter Tallis": {"Peter Tallis"}}
