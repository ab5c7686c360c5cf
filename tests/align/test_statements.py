from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.align import align, pair_sentences
from daylight.model import Annotated, Attribution, Statement
from tests.align.story import person, report, said

BRANDT, TOLL = person("Ilse Brandt", "Brandt"), person("Amara Toll", "Toll")
WHO = [BRANDT, TOLL]
PAPER = report(
    "paper",
    "Brandt said that no library in Oakhaven would be shut this year. "
    "She added that the council had 2.4 million crowns in reserve for repairs. "
    "Toll called the plan reckless and demanded a public hearing.",
)
RADIO = report(
    "radio",
    "“We will not close a single library this year,” Brandt said in Oakhaven. "
    "“There are 2.4 million crowns in reserve for repairs.” "
    "Toll asked for a public hearing on what she termed a reckless plan.",
)
CLOSURE = said(PAPER, "no library in Oakhaven would be shut this year", BRANDT.id)
RESERVE = said(PAPER, "the council had 2.4 million crowns in reserve for repairs", BRANDT.id)
HEARING = said(PAPER, "demanded a public hearing", TOLL.id)
QUOTED_CLOSURE = said(RADIO, "We will not close a single library this year", BRANDT.id, "direct")
QUOTED_RESERVE = said(RADIO, "There are 2.4 million crowns in reserve for repairs", BRANDT.id, "direct")
ASKED_HEARING = said(RADIO, "asked for a public hearing", TOLL.id)


def rows(reports: Sequence[Annotated], *attributions: Attribution) -> list[tuple[str, ...]]:
    return [s.attributions for s in align(reports, attributions, WHO)]


def test_quoted_and_paraphrased_words_of_one_speaker_share_a_row() -> None:
    found = rows([PAPER, RADIO], CLOSURE, RESERVE, HEARING, QUOTED_CLOSURE, QUOTED_RESERVE, ASKED_HEARING)
    assert found == [
        (CLOSURE.id, QUOTED_CLOSURE.id),
        (RESERVE.id, QUOTED_RESERVE.id),
        (HEARING.id, ASKED_HEARING.id),
    ]


def test_the_order_of_the_input_does_not_matter() -> None:
    given_order = (CLOSURE, RESERVE, QUOTED_CLOSURE, QUOTED_RESERVE)
    assert align([PAPER, RADIO], given_order, WHO) == align([PAPER, RADIO], given_order[::-1], WHO)


def test_a_report_without_a_cell_is_absent_and_not_said_to_deny() -> None:
    (row,) = align([PAPER, RADIO], [RESERVE], WHO)
    assert [(a.report, a.reason) for a in row.absent] == [("radio", "not-in-report")]
    assert row.speaker == BRANDT.id


def test_like_paraphrases_by_two_speakers_stay_two_statements() -> None:
    other = said(RADIO, "We will not close a single library this year", TOLL.id, "direct")
    assert len(rows([PAPER, RADIO], CLOSURE, other)) == 2


def test_the_same_words_given_to_another_speaker_share_a_row() -> None:
    words = "the council had 2.4 million crowns in reserve for repairs"
    third = report("web", f"Toll said {words}.")
    assert rows([PAPER, third], RESERVE, said(third, words, TOLL.id)) == [(RESERVE.id, said(third, words, TOLL.id).id)]


def test_a_quotation_that_another_speaker_gets_cut_short_shares_a_row() -> None:
    long = report("long", "“The siren sounded at once and the keepers did all that they had been told to do,” Brandt said.")
    short = report("short", "“The keepers did all they had been told to do,” Toll said.")
    whole = said(
        long, "The siren sounded at once and the keepers did all that they had been told to do", BRANDT.id, "direct"
    )
    part = said(short, "The keepers did all they had been told to do", TOLL.id, "direct")
    assert rows([long, short], whole, part) == [(whole.id, part.id)]


def test_an_unknown_speaker_joins_on_strong_words_only() -> None:
    strong = said(RADIO, "There are 2.4 million crowns in reserve for repairs", None, "direct")
    weak = said(RADIO, "a reckless plan", None)
    assert rows([PAPER, RADIO], RESERVE, HEARING, strong, weak) == [(RESERVE.id, strong.id), (HEARING.id,), (weak.id,)]


def test_words_of_somebody_else_without_a_name_do_not_join_on_a_word() -> None:
    crew = report("a", "“No siren was heard on the boat that night,” Brandt said.")
    owner = report("b", "The owners said that the siren of the boat worked.")
    source = owner.tokens[0].span._replace(end=owner.tokens[1].span.end)
    claim = replace(said(owner, "that the siren of the boat worked", None), source=(source,))
    denial = said(crew, "No siren was heard on the boat that night", BRANDT.id, "direct")
    assert len(rows([crew, owner], denial, claim)) == 2
    assert len(rows([crew, owner], denial, replace(claim, speaker=BRANDT.id))) == 1


def test_several_people_are_not_the_one_whom_another_report_names() -> None:
    crew = report("a", "The boat needs a louder siren before the spring, Brandt said.")
    other = report("b", "Voters said that the boat needs a louder siren in spring.")
    named = said(crew, "The boat needs a louder siren before the spring", BRANDT.id)
    claim = replace(said(other, "that the boat needs a louder siren in spring", None), source=(other.tokens[0].span,))
    assert len(rows([crew, other], named, claim)) == 1
    several = (replace(t, tag="NNS", lemma="voter") if i == 0 else t for i, t in enumerate(other.tokens))
    assert len(rows([crew, replace(other, tokens=tuple(several))], named, claim)) == 2


def test_a_person_in_words_that_are_no_name_may_be_the_speaker_that_another_report_names() -> None:
    crew = report("a", "The boat needs a louder siren before the spring, Brandt said.")
    other = report("b", "The tycoon wants that the siren be louder.")
    source = other.tokens[0].span._replace(end=other.tokens[1].span.end)
    named = said(crew, "The boat needs a louder siren before the spring", BRANDT.id)
    described = replace(said(other, "that the siren be louder", None), source=(source,))
    tagged = (replace(t, tag={1: "NN"}.get(i, t.tag)) for i, t in enumerate(other.tokens))
    assert len(rows([crew, other], named, described)) == 2
    assert len(rows([crew, replace(other, tokens=tuple(tagged))], named, described)) == 1


def test_what_one_speaks_of_is_no_statement_on_it() -> None:
    told = report("a", "Brandt gave several answers about a single library in Oakhaven.")
    answers = said(told, "a single library in Oakhaven", BRANDT.id)
    claim = said(RADIO, "We will not close a single library this year", BRANDT.id, "direct")
    assert len(rows([replace_tags(told, "VBZ"), RADIO], answers, claim)) == 1
    assert len(rows([replace_tags(told, "NN"), RADIO], answers, claim)) == 2


def test_figures_that_differ_for_one_counted_thing_share_a_row() -> None:
    early = report("early", "The Gannet had 212 passengers on board when smoke was seen, Brandt said.")
    late = report("late", "There were 221 passengers, nine more than the company had listed, Brandt said.")
    a = said(early, "The Gannet had 212 passengers on board when smoke was seen", BRANDT.id)
    b = said(late, "There were 221 passengers, nine more than the company had listed", BRANDT.id)
    assert len(rows([counting(early), counting(late)], a, b)) == 1
    assert len(rows([early, late], a, b)) == 2


def replace_tags(where: Annotated, tag: str) -> Annotated:
    return replace(where, tokens=tuple(replace(t, tag=tag) for t in where.tokens))


def counting(where: Annotated) -> Annotated:
    """The report with each figure made a modifier of the next word."""
    return replace(
        where, tokens=tuple(replace(t, head=i + 1) if t.text.isdigit() else t for i, t in enumerate(where.tokens))
    )


def test_two_statements_of_one_report_are_not_joined_through_a_third() -> None:
    ferry = report(
        "a", "The ferry will sail on Monday with food, Brandt said. The ferry will sail on Friday with fuel, she said."
    )
    short = report("b", "The ferry will sail, Brandt said.")
    monday = said(ferry, "The ferry will sail on Monday with food", BRANDT.id)
    friday = said(ferry, "The ferry will sail on Friday with fuel", BRANDT.id)
    sail = said(short, "The ferry will sail", BRANDT.id)
    groups = rows([ferry, short], monday, friday, sail)
    assert not any(monday.id in g and friday.id in g for g in groups)


def test_one_sentence_told_in_two_makes_one_row() -> None:
    one = report("a", "“We found a crack of 14 centimetres and we are calling in divers from Port Lume,” Brandt said.")
    two = report("b", "Brandt said a crack of 14 centimetres was found. She is calling in divers from Port Lume.")
    whole = said(one, "We found a crack of 14 centimetres and we are calling in divers from Port Lume", BRANDT.id, "direct")
    crack = said(two, "a crack of 14 centimetres was found", BRANDT.id)
    divers = said(two, "calling in divers from Port Lume", BRANDT.id)
    assert rows([one, two], whole, crack, divers) == [(whole.id, crack.id, divers.id)]


def test_one_quotation_that_another_report_prints_in_two_places_makes_one_row() -> None:
    first, second = "We found a crack of 14 centimetres in the wall", "We are calling in six divers from Port Lume"
    one = report("a", f"“{first} and {second.lower()},” Brandt said.")
    two = report("b", f"“{first},” Brandt said.", "“The lake is low this year,” she said.", f"“{second},” she added.")
    whole = said(one, f"{first} and {second.lower()}", BRANDT.id, "direct")
    crack, lake, divers = (said(two, text, BRANDT.id, "direct") for text in (first, "The lake is low this year", second))
    assert rows([one, two], whole, crack, lake, divers) == [(whole.id, crack.id, divers.id), (lake.id,)]


def test_a_headline_that_gives_the_later_quote_again_joins_it() -> None:
    told = report(
        "a",
        "Brandt: No library in Oakhaven will close",
        "“No library in Oakhaven will close,” Brandt said.",
        roles={0: "headline"},
    )
    headline = said(told, "No library in Oakhaven will close", BRANDT.id)
    at = told.report.text.rindex("No library")
    span = headline.content[0]._replace(start=at, end=at + len("No library in Oakhaven will close"))
    quote = Attribution("a-quote", "a", "direct", (), (), (span,), speaker=BRANDT.id)
    assert rows([told, PAPER], headline, quote) == [(headline.id, "a-quote")]


def test_the_headline_stands_first_in_its_row_wherever_it_is_printed() -> None:
    told = report("a", "No library in Oakhaven will close, Brandt said.", "Brandt: no library in Oakhaven will close")
    late = replace(told.report.blocks[1], role="headline")
    told = replace(told, report=replace(told.report, blocks=(told.report.blocks[0], late)))
    body = said(told, "No library in Oakhaven will close", BRANDT.id)
    headline = said(told, "no library in Oakhaven will close", BRANDT.id)
    assert rows([told, PAPER], body, headline) == [(headline.id, body.id)]


def test_one_report_alone_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daylight.models.encoder.session", lambda _: pytest.fail("the encoder was loaded"))
    assert rows([PAPER], RESERVE, CLOSURE) == [(CLOSURE.id,), (RESERVE.id,)]
    assert pair_sentences([PAPER]) == ()


def test_nothing_said_gives_no_statements() -> None:
    assert align([PAPER, RADIO], [], WHO) == ()


STARTS = st.lists(st.integers(0, 120), max_size=8)


@settings(deadline=None, max_examples=30)
@given(STARTS, STARTS, st.lists(st.sampled_from([BRANDT.id, TOLL.id, None]), min_size=16, max_size=16))
def test_every_attribution_is_in_exactly_one_statement(a: list[int], b: list[int], speakers: list[str | None]) -> None:
    places = [(PAPER, n) for n in a] + [(RADIO, n) for n in b]
    made = {x.id: x for (r, n), s in zip(places, speakers, strict=False) for x in [said(r, r.report.text[n : n + 40], s)]}
    found: tuple[Statement, ...] = align([PAPER, RADIO], list(made.values()), WHO)
    assert sorted(i for s in found for i in s.attributions) == sorted(made)
    assert len({s.id for s in found}) == len(found)


def test_twenty_reports_are_solved_in_two_seconds() -> None:
    things = ["harbour", "ferry", "dam", "library", "bridge", "school", "crane", "tunnel", "tower", "mill"]
    lines = [f"the {thing} will open {n} weeks late, on day {n * 7 + 10}" for thing in things for n in range(1, 5)]
    reports = [report(f"r{k:02}", *(f"Brandt said {line}." for line in lines)) for k in range(20)]
    made = [said(r, line, BRANDT.id) for r in reports for line in lines]
    align(reports, made[:40], WHO)
    align(reports[:1], made[:40], WHO)
    started = time.process_time()
    found = align(reports, made, WHO)
    assert time.process_time() - started < 4
    assert len(found) == len(lines)
