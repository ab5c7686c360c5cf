from __future__ import annotations

import pytest

from daylight.compare import find_differences
from daylight.model import AttributionKind, Difference, Story

from .made import Said, kinds, story


def two(a: str, b: str, said_a: Said, said_b: Said, **published: str) -> Story:
    return story({"gull": (a, [said_a]), "tern": (b, [said_b])}, published)


def indirect(a: str, b: str, **published: str) -> tuple[Difference, ...]:
    texts = (f"Mara Quill said {a}.", f"Mara Quill said {b}.")
    made = two(texts[0], texts[1], Said("s", "Mara Quill", a), Said("s", "Mara Quill", b), **published)
    return find_differences(made)


def quoted(a: str, b: str) -> tuple[Difference, ...]:
    texts = (f"“{a},” Mara Quill said.", f"“{b},” Mara Quill said.")
    return find_differences(two(*texts, Said("s", "Mara Quill", a, "direct"), Said("s", "Mara Quill", b, "direct")))


def test_words_that_differ_inside_marks_are_shown_with_their_places() -> None:
    a, b = "We will mend every roof on the island", "We will mend each roof on the island"
    (found,) = quoted(a, b)
    assert found.kind == "reworded-in-quotes"
    assert found.changed == (("every", "each"),)
    assert [f"“{text},” Mara"[p.span.start : p.span.end] for p, text in zip(found.evidence, (a, b), strict=True)] == [
        "every",
        "each",
    ]
    assert found.explanation == "Wording differs inside quotation marks: gull prints “every roof”; tern prints “each roof”."


def test_a_quotation_cut_before_but_is_flagged_unless_the_report_prints_the_clause_elsewhere() -> None:
    long, short = "We will mend every roof, but only for those who ask", "We will mend every roof"
    (found,) = quoted(long, short)
    assert (found.kind, found.cut_before_qualifier) == ("trimmed", True)
    assert "stops before “but only for those who ask" in found.explanation
    a = f"“{long},” Mara Quill said."
    b = f"“{short},” Mara Quill said. “But only for those who ask,” she said."
    made = two(a, b, Said("s", "Mara Quill", long, "direct"), Said("s", "Mara Quill", short, "direct"))
    assert not find_differences(made)[0].cut_before_qualifier


def test_fragments_in_one_slot_of_the_same_sentence_are_compared() -> None:
    a = "the council agreed to “immediately” repair the roofs of the old harbour"
    b = "the council agreed to “swiftly after winter” repair the roofs of the old harbour"
    texts = (f"Mara Quill said {a}.", f"Mara Quill said {b}.")
    found = find_differences(two(*texts, Said("s", "Mara Quill", a, "mixed"), Said("s", "Mara Quill", b, "mixed")))
    assert kinds(found) == {"reworded-in-quotes"}


def test_a_fragment_that_the_other_report_prints_too_is_no_rewording_of_a_further_one() -> None:
    a = "the fire was an “act of terror” and an “act of hate” against the island"
    b = "the fire was an “act of terror” against the island"
    texts = (f"Mara Quill said {a}.", f"Mara Quill said {b}.")
    found = find_differences(two(*texts, Said("s", "Mara Quill", a, "mixed"), Said("s", "Mara Quill", b, "mixed")))
    assert "reworded-in-quotes" not in kinds(found)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("2,357 roofs were lost in the storm", "4,460 roofs were lost in the storm", "number"),
        ("the meeting was held on 3 March", "the meeting was held on 5 March", "date-or-place"),
        ("the mill was built in 1868", "the mill was built in 1886", "date-or-place"),
        ("work on the mill begins in March", "work on the mill begins in May", "date-or-place"),
        ("the town will pay for the roofs", "the town will not pay for the roofs", "polarity"),
        ("the town imposed a levy on boats", "the town lifted a levy on boats", "polarity"),
        ("the town will pay for the roofs", "the town may pay for the roofs", "strength"),
        ("the ferry would carry the timber", "the ferry could bring the timber", "strength"),
        ("she seemed to rule out a levy on boats", "she ruled out a levy on boats", "strength"),
        ("it was unlikely that the town would pay for the roofs", "the town would not pay for the roofs", "strength"),
        ("the town would not rule out closing the pier this year", "the town will close the pier this year", "strength"),
        ("he would have the leverage to compel the town to pay", "he will coerce the town into paying", "strength"),
        ("the union accepted the offer of the harbour", "the union rejected the offer of the harbour", "polarity"),
        ("the town will mend the roofs if the levy is paid in time", "the town will mend the roofs", "content"),
    ],
)
def test_typed_slots(a: str, b: str, kind: str) -> None:
    assert kinds(indirect(a, b)) == {kind}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("twelve boats were lost", "12 boats were lost"),
        ("the pier costs £1.4m a year", "the pier costs £1.4 million a year"),
        ("water stood on two of the ship's five decks", "water stood on two decks"),
        ("a sack cost 4 crowns in May and 5 crowns now", "a sack costs 6 crowns"),
        ("about 2,400 roofs were lost", "2,357 roofs were lost"),
        ("more than 2,000 roofs were lost", "2,357 roofs were lost"),
        ("it will cost 3 million crowns and take 4 years", "it will take 4 years and cost 3 million crowns"),
        ("the pier was built in 1931 by 40 men", "the pier was built in 1932 by 40 men and 2 cranes"),
        ("swimming there is not safe", "swimming there is unsafe"),
        ("the storm no longer threatens the harbour", "the storm does not threaten the harbour"),
        ("the town would pay for the roofs", "the town will pay for the roofs"),
        ("the levy hurts fishermen", "boat owners suffer under the tax"),
        ("a sack cost $4 a pound in May", "a sack costs $6 a pound, up from $5 a week ago"),
        ("she hoped the council would pay for the roofs", "she wished the council could pay for the roofs"),
        ("the boats could issue permits and may sail", "she wanted the boats to issue two new permits at once"),
        ("he took a position on the levy and the pier", "many took no firm position on who pays after the levy"),
        ("the town acted as if the roofs would fall on the boats", "the town acted on the roofs and the boats"),
    ],
)
def test_other_words_for_the_same_are_no_difference_of_substance(a: str, b: str) -> None:
    assert kinds(indirect(a, b)) <= {"date-or-place"} if "1931" in a else not indirect(a, b)


def test_a_later_higher_toll_supersedes_the_earlier_one() -> None:
    a, b = "3 people were killed in the landslide", "6 people were killed in the landslide"
    assert kinds(indirect(a, b, gull="2031-04-02T08:00", tern="2031-04-02T17:00")) == {"superseded"}
    assert kinds(indirect(b, a, gull="2031-04-02T08:00", tern="2031-04-02T17:00")) == {"number"}
    assert kinds(indirect(a, b)) == {"number"}


def test_a_condition_that_the_report_tells_elsewhere_is_no_difference() -> None:
    a, b = "the town will mend the roofs if the levy is paid", "the town will mend the roofs"
    texts = (f"Mara Quill said {a}.", f"Mara Quill said {b}. The levy must be paid first, if she is right.")
    assert not find_differences(two(*texts, Said("s", "Mara Quill", a), Said("s", "Mara Quill", b)))


def test_a_marked_cut_that_takes_a_denial_out_is_told_as_polarity() -> None:
    found = quoted(
        "This is not a levy that we can support on the island", "This is … a levy that we can support on the island"
    )
    assert kinds(found) == {"trimmed", "polarity"}


def test_a_denial_in_the_cue_turns_the_content_round() -> None:
    a, b = "the town paid for the roofs", "the town paid for the roofs"
    made = two(
        f"Mara Quill denied {a}.", f"Mara Quill said {b}.",
        Said("s", "Mara Quill", a, negated=True), Said("s", "Mara Quill", b),
    )  # fmt: skip
    assert kinds(find_differences(made)) == {"polarity"}


def test_exact_words_beside_a_paraphrase_are_trivial() -> None:
    a, b = "We will mend every roof", "all roofs were to be mended"
    texts = (f"“{a},” Mara Quill said.", f"Mara Quill said {b}.")
    (found,) = find_differences(two(*texts, Said("s", "Mara Quill", a, "direct"), Said("s", "Mara Quill", b)))
    assert (found.kind, found.trivial) == ("quoted-vs-paraphrased", True)
    assert found.explanation == "gull quotes the speaker; tern tells it in its own words."


def test_one_statement_with_two_speakers() -> None:
    words = "the roofs will be mended by winter"
    made = two(
        f"Mara Quill said {words}.", f"Odo Finch said {words}.",
        Said("s", "Mara Quill", words), Said("s", "Odo Finch", words),
    )  # fmt: skip
    (found,) = find_differences(made)
    assert found.kind == "attribution"
    assert "gull names Mara Quill; tern names Odo Finch" in found.explanation


def test_what_one_report_carries_is_said_as_only_here() -> None:
    made = story({"gull": ("Mara Quill said yes.", [Said("s", "Mara Quill", "yes")]), "tern": ("Rain fell.", [])})
    (found,) = find_differences(made)
    assert found.kind == "only-here"
    assert found.explanation == "Only gull carries this; it was not found in the other reports."


def test_twenty_reports_give_one_difference_of_a_kind_and_name_the_groups() -> None:
    def text(number: int) -> str:
        return f"{number} roofs were lost in the storm"

    figures = {f"paper{i:02}": 12 if i < 14 else 19 for i in range(20)}
    made = story({name: (f"Mara Quill said {text(n)}.", [Said("s", "Mara Quill", text(n))]) for name, n in figures.items()})
    (found,) = find_differences(made)
    assert found.kind == "number"
    assert "6 reports print “19”" in found.explanation


def three(a: str, b: str, c: str, kind: AttributionKind = "direct") -> Story:
    """The first as printed inside quotation marks, the others in the reporters' words."""
    texts = (f"“{a},” Mara Quill said.", f"Mara Quill said {b}.", f"Mara Quill said {c}.")
    cells = (Said("s", "Mara Quill", a, kind), Said("s", "Mara Quill", b), Said("s", "Mara Quill", c))
    return story({name: (text, [said]) for name, text, said in zip(("auk", "gull", "tern"), texts, cells, strict=True)})


def test_two_paraphrases_are_compared_though_a_third_report_quotes() -> None:
    quotation = "We do not see the pier coming back in any season that I can name"
    found = find_differences(three(quotation, "the town will pay for the roofs", "the town may pay for the roofs"))
    strength = next(one for one in found if one.kind == "strength")
    assert strength.explanation.endswith("gull prints “will pay”; tern prints “may pay”.")


def test_each_report_stands_in_one_reading_with_those_that_print_the_same() -> None:
    def text(number: int) -> str:
        return f"{number} roofs were lost in the storm"

    told = {"auk": "the storm took many roofs of the town", "gull": text(12), "ruff": text(19), "tern": text(12)}
    made = story({name: (f"Mara Quill said {words}.", [Said("s", "Mara Quill", words)]) for name, words in told.items()})
    (found,) = [one for one in find_differences(made) if one.kind == "number"]
    assert found.explanation == "The figures differ: gull and tern print “12”; ruff prints “19”."


def test_pairs_of_reports_that_nothing_joins_are_told_one_after_the_other() -> None:
    told = {"auk": "12 roofs were lost in the storm", "gull": "19 roofs were lost in the storm",
            "ruff": "3 boats sank at the pier", "tern": "8 boats sank at the pier"}  # fmt: skip
    made = story({name: (f"Mara Quill said {words}.", [Said("s", "Mara Quill", words)]) for name, words in told.items()})
    (found,) = [one for one in find_differences(made) if one.kind == "number"]
    assert found.explanation.count("The figures differ") == 2
    assert {place.report for place in found.evidence} == set(told)


def test_no_story_no_difference() -> None:
    assert find_differences(Story((), (), (), ())) == ()


def test_two_unlike_quotations_in_one_row_are_never_silent() -> None:
    a = "You do not open the gate before anybody has paid at the booth"
    b = "Nobody opens the gate when the others did not pay yet on the booth"
    (found,) = quoted(a, b)
    assert found.kind == "reworded-in-quotes"
    assert (
        found.explanation.startswith("The quotation marks hold other words: gull prints “You do not")
        or "tern prints “Nobody" in found.explanation
    )
    (other,) = quoted("We shall rebuild the pier by winter", "As long as it takes")
    assert other.kind == "content"


def test_contractions_are_told_gently_and_last() -> None:
    (found,) = quoted("It is kept in wages and I have read it", "It’s kept in wages and I’ve read it")
    assert found.explanation == (
        "Only contractions differ inside the quotation marks: gull prints “It is … I have”; tern prints “It’s … I’ve”."
    )


def test_words_added_inside_marks_turn_the_claim_only_where_the_other_affirms_the_same() -> None:
    assert kinds(quoted("There was a man banging on doors", "There was no bell, only a man banging on doors")) == {
        "reworded-in-quotes"
    }
    assert kinds(quoted("We never rang the bell at night", "We never even rang the bell at night")) == {"reworded-in-quotes"}
    assert kinds(quoted("We will mend the roofs by winter", "We will not mend the roofs by winter")) == {
        "reworded-in-quotes",
        "polarity",
    }


def test_a_short_cut_says_what_was_left_out() -> None:
    (found,) = quoted("We have lost three boats and we expect that number to change", "We have lost three boats")
    assert found.explanation.endswith("it leaves out “and we expect that number to change”.")


def test_a_scrap_of_a_quotation_in_a_reporters_sentence_is_a_cut_and_a_paraphrase() -> None:
    a, b = "They are an obstructionist council and always were", "the council was “obstructionist”"
    texts = (f"“{a},” Mara Quill said.", f"Mara Quill said {b}.")
    found = find_differences(two(*texts, Said("s", "Mara Quill", a, "direct"), Said("s", "Mara Quill", b, "mixed")))
    cut, told = found
    assert (cut.kind, cut.explanation) == ("trimmed", "tern prints only “obstructionist” of the words that gull quotes.")
    assert told.trivial
    assert told.explanation.endswith("tells it in its own words, with only “obstructionist” in quotation marks.")


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("at least three people died in the landslide", "five people are known to have died in the landslide"),
        ("there were three fatalities in the valley", "the death toll in the valley rose to 5"),
        ("twelve people were missing at 7 a.m", "nobody was missing any more"),
        ("twelve people were missing", "four were still missing"),
    ],
)
def test_a_later_figure_of_one_tally_supersedes_the_earlier(early: str, late: str) -> None:
    times = {"gull": "2031-04-02T08:00", "tern": "2031-04-02T17:00"}
    (found,) = indirect(early, late, **times)
    assert found.kind == "superseded"
    assert found.explanation.startswith("A later report gives another figure: gull")
    assert kinds(indirect(early, late)) <= {"number"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("three people died in the landslide", "nineteen people were hurt in the landslide"),
        ("five people died in the landslide", "two firemen died in the landslide"),
        ("at least three people died", "five people died"),
    ],
)
def test_figures_of_other_tallies_are_not_compared(a: str, b: str) -> None:
    assert not indirect(a, b)


def test_a_denial_that_a_later_report_says_was_given_up_is_superseded() -> None:
    a, b = "that the storm bell had failed", "that the bell might have failed on two piers"
    cells = {"gull": (f"Mara Quill denied {a}.", [Said("s", "Mara Quill", a, negated=True, cue="denied")]),
             "tern": (f"Mara Quill admitted {b}.", [Said("s", "Mara Quill", b, cue="admitted")])}  # fmt: skip
    (found,) = find_differences(story(cells, {"gull": "2031-04-02T08:00", "tern": "2031-04-02T17:00"}))
    assert found.kind == "superseded"
    assert kinds(find_differences(story(cells))) == {"polarity"}


def test_two_denials_in_other_words_agree() -> None:
    a, b = "that the town had threatened to stop the ferry", "the town had made no threat against the ferry"
    cells = {"gull": (f"Mara Quill denied {a}.", [Said("s", "Mara Quill", a, negated=True, cue="denied")]),
             "tern": (f"Mara Quill said {b}.", [Said("s", "Mara Quill", b, cue="said")])}  # fmt: skip
    assert not find_differences(story(cells))


def test_a_cue_that_asks_says_should_by_itself() -> None:
    a, b = "the mayor to listen to the fishermen on the levy", "the mayor should listen to the fishermen on the levy"
    cells = {"gull": (f"Mara Quill urged {a}.", [Said("s", "Mara Quill", a, cue="urged")]),
             "tern": (f"Mara Quill said {b}.", [Said("s", "Mara Quill", b, cue="said")])}  # fmt: skip
    assert not find_differences(story(cells))


def test_what_a_report_does_not_print_is_no_dash_inside_marks() -> None:
    found = quoted("We weren’t consulted, we weren’t even sent the papers", "We were not consulted, we were lectured")
    assert all("–" not in difference.explanation for difference in found)
    assert any("“were not … lectured”" in difference.explanation for difference in found)
