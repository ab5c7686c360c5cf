from __future__ import annotations

from daylight.decisions import decide_blocks, decide_differences, decide_statements, parse_decisions
from daylight.model import Decided, Statement
from tests.report.pier import ATTRIBUTIONS, DIFFERENCES, REPORTS, STATEMENTS


def rows(text: str) -> tuple[tuple[Statement, ...], tuple[Decided, ...]]:
    return decide_statements(REPORTS, ATTRIBUTIONS, STATEMENTS, parse_decisions(text))


def test_aligned_rows_become_one_where_the_first_stood() -> None:
    made, told = rows('[[align]]\nsaid = ["a-g3", { report = "wire", words = "the town had been warned in" }]\n')
    assert [s.attributions for s in made][2] == ("a-g3", "a-g5", "a-w3", "a-w5")
    assert len(made) == len(STATEMENTS) - 1
    assert made[2].absent[0].report == "courier"
    assert told[0].about[0].id == made[2].id


def test_what_is_separated_has_a_row_of_its_own() -> None:
    made, told = rows('[[separate]]\nsaid = ["the pier was to be closed"]\n')
    assert made[0].attributions == ("a-g1", "a-w1")
    assert made[1].attributions == ("a-c1",)
    assert [about.id for about in told[0].about] == [made[0].id, made[1].id]


def test_rows_that_nothing_is_decided_of_stay_as_they_are() -> None:
    made, _ = rows('[[separate]]\nsaid = ["the pier was to be closed"]\n')
    assert made[2:] == STATEMENTS[1:]


def test_separating_wins_over_aligning_and_the_other_is_told() -> None:
    text = '[[align]]\nsaid = ["{0}", "{1}"]\n[[separate]]\nsaid = ["{0}"]\n'
    _, told = rows(text.replace("{0}", "41 boats had been damaged").replace("{1}", "that the town had been warned"))
    assert [one.status for one in told] == ["not-applied", "applied"]


def test_words_that_stand_in_two_reports_ask_for_the_report() -> None:
    _, told = rows('[[separate]]\nsaid = ["We will not put"]\n')
    assert told[0].status == "not-applied"
    assert "give the report" in told[0].reason


def test_words_may_be_cut_in_the_middle_of_the_last() -> None:
    made, _ = rows('[[separate]]\nsaid = [{ report = "courier", words = "We won\'t put a sin" }]\n')
    assert ("a-c2",) in [s.attributions for s in made]


def test_a_block_gets_another_role_in_every_report_that_begins_so() -> None:
    reports, told = decide_blocks(REPORTS, parse_decisions('[[block]]\nwords = "She put the numb"\nrole = "caption"\n'))
    assert [block.role for block in reports[1].blocks] == ["headline", "body", "caption", "body", "body"]
    assert told[0].status == "applied"
    assert reports[0] == REPORTS[0]


def test_a_block_that_is_not_there_is_told() -> None:
    reports, told = decide_blocks(REPORTS, parse_decisions('[[block]]\nwords = "Subscribe now"\n'))
    assert reports == REPORTS
    assert told[0].reason == "no block begins with “Subscribe now”"


def test_a_rejected_difference_is_gone_and_one_that_is_not_there_is_told() -> None:
    text = '[[reject]]\ndifference = "d-0000000004"\n[[reject]]\ndifference = "d-1234567890"\n'
    left, told = decide_differences(DIFFERENCES, parse_decisions(text))
    assert {d.id for d in DIFFERENCES} - {d.id for d in left} == {"d-0000000004"}
    assert [one.status for one in told] == ["applied", "not-applied"]
