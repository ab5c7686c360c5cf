from __future__ import annotations

import pytest

from tests.decisions.story import by_name, decided, speakers
from tests.report.pier import ATTRIBUTIONS, ENTITIES, NORTHLINE, OKONJO, RADIO, VENN


def test_merged_people_are_one_with_all_their_spellings_roles_and_words() -> None:
    result = decided('[[merge]]\npeople = ["Northline", "Harbour Radio"]\n')
    one = by_name(result)["Harbour Radio"]
    assert {s.text for s in one.spellings} == {"Northline", "Harbour Radio"}
    assert len(result[0]) == len(ENTITIES) - 1
    assert speakers(result)["a-w6"] == "Harbour Radio"
    assert result[2][0].status == "against-evidence"  # "Northline told Harbour Radio"
    assert {place.report for place in result[2][0].evidence} == {"wire"}


def test_a_merge_is_carried_out_for_those_who_are_there_and_the_missing_are_told() -> None:
    result = decided('[[merge]]\npeople = ["Tobias Venn", "Tobias Ven", "Venny", "e-northline"]\n')
    (told,) = result[2]
    assert "Northline" not in by_name(result)
    assert "nobody is printed as “Venny”" in told.reason
    assert "different kinds" in told.reason


def test_a_merge_may_name_the_one() -> None:
    result = decided('[[merge]]\npeople = ["Northline", "Harbour Radio"]\nname = "Northline Radio"\n')
    one = by_name(result)["Northline Radio"]
    assert {s.status for s in one.spellings} == {"variant"}


def test_merges_that_share_somebody_make_one_of_all() -> None:
    result = decided('[[merge]]\npeople = ["Northline", "Harbour Radio"]\n[[merge]]\npeople = ["Northline", "Saltmere"]\n')
    assert len(result[0]) == len(ENTITIES) - 2


def test_a_split_takes_the_words_that_belong_to_the_mention() -> None:
    result = decided('[[split]]\nperson = "Tobias Venn"\nspellings = ["Tobias Ven"]\nname = "Tobias Ven the younger"\n')
    other = by_name(result)["Tobias Ven the younger"]
    assert [s.text for s in other.spellings] == ["Tobias Ven"]
    assert [role.text for role in other.roles] == ["Mayor"]
    assert speakers(result)["a-c3"] == "Tobias Ven the younger"
    assert speakers(result)["a-g4"] == speakers(result)["a-w4"] == "Tobias Venn"


def test_a_split_by_report_takes_the_pronouns_that_point_there() -> None:
    result = decided('[[split]]\nperson = "e-okonjo"\nreports = ["Coast Wire"]\nname = "Marta Okonjo"\n')
    other = by_name(result)["Marta Okonjo"]
    assert {place.report for place in other.pointers} == {"wire"}
    assert {a for a, name in speakers(result).items() if name == "Marta Okonjo"} == {"a-w1", "a-w2", "a-w3"}


def test_a_split_that_would_leave_nobody_is_told() -> None:
    result = decided('[[split]]\nperson = "Northline"\nreports = ["wire"]\n')
    assert result[0] == ENTITIES
    assert result[2][0].status == "not-applied"
    assert "nobody be left" in result[2][0].reason


def test_a_split_by_a_spelling_that_stands_elsewhere_is_told() -> None:
    result = decided('[[split]]\nperson = "Tobias Venn"\nspellings = ["Tobias Ven"]\nreports = ["wire"]\n')
    assert result[0] == ENTITIES
    assert (result[2][0].status, result[2][0].reason) == ("not-applied", "“Tobias Venn” is not named so in these reports")


def test_a_split_that_the_reports_make_themselves_holds_already() -> None:
    text = '[[split]]\nperson = "e-venn"\nspellings = ["Tobias Ven"]\n'
    again = decided(text, decided(text))
    assert (again[2][0].status, again[2][0].reason) == ("applied", "they are two already")


def test_a_name_is_given_and_each_spelling_judged_beside_it() -> None:
    result = decided('[[rename]]\nperson = "Tobias Ven"\nname = "Tobias Ven"\n')
    statuses = {s.text: s.status for s in by_name(result)["Tobias Ven"].spellings}
    assert statuses["Tobias Ven"] == "preferred"
    assert statuses["Tobias Venn"] != "preferred"


def test_of_two_names_the_later_stands_and_the_other_is_told() -> None:
    result = decided('[[rename]]\nperson = "e-venn"\nname = "Abe"\n[[rename]]\nperson = "e-venn"\nname = "Bea"\n')
    assert "Bea" in by_name(result)
    assert [told.status for told in result[2]] == ["not-applied", "applied"]


def test_a_rejected_person_speaks_nowhere() -> None:
    result = decided('[[reject]]\nperson = "Harbour Radio"\n')
    assert RADIO not in {e.id for e in result[0]}
    assert all(a.via is None for a in result[1])
    assert speakers(result)["a-w6"] == "Northline"


def test_a_rejected_attribution_is_gone() -> None:
    result = decided('[[reject]]\nsaid = { report = "wire", words = "the town had been warned" }\n')
    assert {a.id for a in ATTRIBUTIONS} - {a.id for a in result[1]} == {"a-w5"}


@pytest.mark.parametrize(
    "which",
    ['source = "He"', 'said = "that the town had been warned in spring"', 'said = { id = "a-g5" }'],
    ids=["source", "words", "id"],
)
def test_a_source_is_given_to_somebody(which: str) -> None:
    result = decided(f'[[source]]\nreport = "gazette.txt"\nspeaker = "Marta Okonjo-Lind"\n{which}\n')
    assert speakers(result)["a-g5"] == "Marta Okonjo-Lind"
    assert any(p.report == "gazette" for p in by_name(result)["Marta Okonjo-Lind"].pointers)


def test_a_source_that_nobody_can_know_is_unresolved() -> None:
    result = decided('[[source]]\nreport = "gazette"\nsource = "She"\nspeaker = ""\n')
    assert speakers(result)["a-g2"] is None
    assert speakers(result)["a-w2"] is not None


def test_who_is_not_in_the_story_any_more_is_told_and_changes_nothing() -> None:
    result = decided('[[rename]]\nperson = "Jo Reed"\nname = "J. Reed"\n[[reject]]\nperson = { id = "e-0123456789" }\n')
    assert result[:2] == (ENTITIES, ATTRIBUTIONS)
    assert {told.status for told in result[2]} == {"not-applied"}


def test_an_id_that_is_gone_is_made_good_by_the_name() -> None:
    result = decided('[[rename]]\nperson = { id = "e-0123456789", name = "tobias venn" }\nname = "T. Venn"\n')
    assert "T. Venn" in by_name(result)


def test_an_ambiguous_name_asks_for_the_id() -> None:
    once = decided('[[split]]\nperson = "e-okonjo"\nreports = ["wire"]\n')
    result = decided('[[rename]]\nperson = "Marta Okonjo-Lind"\nname = "X"\n', once)
    assert "give the id" in result[2][0].reason


def test_a_merge_undoes_a_split_and_says_so() -> None:
    result = decided(
        '[[split]]\nperson = "e-venn"\nspellings = ["Tobias Ven"]\n[[merge]]\npeople = ["e-venn", "Tobias Ven"]\n'
    )
    assert [(told.kind, told.status) for told in result[2]] == [("split", "not-applied"), ("merge", "applied")]
    assert {e.id for e in result[0]} == {OKONJO, VENN, NORTHLINE, RADIO, "e-saltmere"}
