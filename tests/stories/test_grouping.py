from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.stories import Article, Grouper, Joined, Ruling, Rulings, find_copies, group, outline_of
from daylight.stories.lookup import counted
from daylight.stories.terms import Rarity, terms_of
from tests.stories.made import DAM, GOATS, article

DAM_TOLD_AGAIN = (
    "Cracked Velden dam: three hundred flee their houses",
    "Three hundred people in Velden left home on Tuesday after a fourteen-centimetre crack opened in the dam.",
    "Resin will be put into the crack once engineers from Port Lume have lowered the water, the water board said.",
    "The dam, from 1961, had not been inspected for nine years. Schools are closed, and the hospital needs a pump.",
)
RULINGS = [
    Ruling("together", ("goats", "karst")),
    Ruling("apart", ("dam-1", "dam-2", "goats")),
    Ruling("apart", ("karst", "goats")),
    Ruling("together", ("dam-1", "lost")),
]
OTHER_DAM = (
    "New dam opens at Karst after ten years of building",
    "The president of the province opened the Karst dam on Tuesday and praised the builders of its forty turbines.",
    "It will bring light to a million homes, the power company said, and end the cuts of last winter in the capital.",
)


def stories(joined: Iterable[Joined]) -> list[set[str]]:
    found: dict[str, set[str]] = {}
    for one in joined:
        found.setdefault(one.story, set()).add(one.article)
    return list(found.values())


def corpus(*, again: str | None = "2031-03-05") -> list[Article]:
    return [
        article("dam-1", "A crack in the Velden dam", *DAM, published="2031-03-04"),
        article("dam-2", *DAM_TOLD_AGAIN, published=again),
        article("goats", "Soup and song in the bakery", *GOATS, published="2031-03-04"),
        article("karst", *OTHER_DAM, published="2031-03-04"),
    ]


def test_reports_of_one_event_are_one_story_and_others_stand_alone() -> None:
    joined, _ = group(corpus())
    assert stories(joined) == [{"dam-1", "dam-2"}, {"goats"}, {"karst"}]


def test_the_reason_names_what_is_alike_and_how_far_apart_the_dates_are() -> None:
    joined, _ = group(corpus())
    (second,) = (one for one in joined if one.article == "dam-2")
    assert second.nearest == "dam-1"
    assert second.score is not None
    assert second.score > 0
    assert "velden" in second.reason
    assert second.reason.endswith("1 day apart")


@pytest.mark.parametrize(("day", "together"), [("2031-03-07", True), ("2031-03-09", False), (None, True)])
def test_days_between_reports_keep_them_apart(day: str | None, together: bool) -> None:
    joined, _ = group(corpus(again=day))
    assert ({"dam-1", "dam-2"} in stories(joined)) == together


def test_the_order_of_the_input_changes_nothing() -> None:
    assert group(corpus()) == group(corpus()[::-1])


def test_a_corpus_of_one_story_is_one_story() -> None:
    joined, _ = group(corpus()[:2])
    assert len(stories(joined)) == 1


def test_event_keys_of_the_input_are_kept() -> None:
    dam, again, goats, karst = corpus()
    joined, _ = group([replace(dam, event="a"), replace(again, event="b"), replace(goats, event="a"), karst])
    assert stories(joined) == [{"dam-1", "goats"}, {"karst"}, {"dam-2"}]
    assert [one.reason for one in joined if one.article == "goats"] == ["the input says so: event a"]


def test_a_person_may_put_together_and_keep_apart() -> None:
    rulings = [Ruling("apart", ("dam-1", "dam-2")), Ruling("together", ("karst", "goats"))]
    joined, refused = group(corpus(), rulings=rulings)
    assert stories(joined) == [{"dam-1"}, {"goats", "karst"}, {"dam-2"}]
    assert refused == ()


def test_a_ruling_may_name_more_than_two() -> None:
    rulings = [Ruling("together", ("karst", "goats", "dam-2"))]
    assert stories(group(corpus(), rulings=rulings)[0]) == [{"dam-1"}, {"dam-2", "goats", "karst"}]
    rulings = [Ruling("together", ("karst", "goats")), Ruling("apart", ("dam-1", "karst", "dam-2"))]
    assert stories(group(corpus(), rulings=rulings)[0]) == [{"dam-1"}, {"goats", "karst"}, {"dam-2"}]


def test_a_ruling_that_cannot_be_carried_out_is_told_and_costs_no_other() -> None:
    rulings = [
        Ruling("apart", ("dam-1", "lost")),
        Ruling("apart", ("goats", "karst", "dam-1")),
        Ruling("together", ("dam-1", "goats")),
    ]
    joined, refused = group(corpus(), rulings=rulings)
    assert dict(refused) == {
        rulings[0]: "there is no article lost",
        rulings[1]: "two of them belong together by another decision or by their event",
    }
    assert stories(joined) == [{"dam-1", "dam-2", "goats"}, {"karst"}]


@pytest.mark.parametrize(
    ("named", "found"),
    [
        (("dam-1", "goats"), [{"dam-1", "dam-2", "dam-3", "goats"}, {"karst"}]),
        (("dam-2", "karst"), [{"dam-1", "dam-3"}, {"goats"}, {"karst", "dam-2"}]),
        (("dam-1", "before"), [{"before", "dam-1", "dam-2", "dam-3"}, {"goats"}, {"karst"}]),
        (("dam-1", "dam-2", "before"), [{"before", "dam-1", "dam-2", "dam-3"}, {"goats"}, {"karst"}]),
    ],
)
def test_articles_of_which_nobody_says_anything_stay_with_those_that_they_are_like(
    named: tuple[str, ...], found: list[set[str]]
) -> None:
    third = article("dam-3", *DAM_TOLD_AGAIN[:3], *DAM[3:], published="2031-03-05")
    earlier = [article("before", *GOATS[:2], published="2031-02-01")] if "before" in named else []
    joined, _ = group([*earlier, *corpus(), third], rulings=[Ruling("together", named)])
    assert stories(joined) == found


def test_a_ruling_against_the_events_of_the_input_is_told() -> None:
    dam, again, goats, karst = corpus()
    articles = [replace(dam, event="a"), replace(again, event="b"), replace(goats, event="a"), karst]
    rulings = [
        Ruling("together", ("karst", "dam-2")),
        Ruling("together", ("karst", "goats")),
        Ruling("apart", ("goats", "dam-1")),
    ]
    joined, refused = group(articles, rulings=rulings)
    assert dict(refused) == {
        rulings[1]: "the input says that they are of different events: a, b",
        rulings[2]: "two of them belong together by another decision or by their event",
    }
    assert stories(joined) == [{"dam-1", "goats"}, {"karst", "dam-2"}]
    reasons = {one.article: one.reason for one in joined}
    assert (reasons["goats"], reasons["dam-2"]) == ("the input says so: event a", "a person said so")


@settings(max_examples=12, deadline=None)
@given(st.permutations(RULINGS))
def test_the_order_of_rulings_changes_nothing(rulings: list[Ruling]) -> None:
    assert group(corpus(), rulings=rulings) == group(corpus(), rulings=RULINGS)


def test_a_copy_joins_the_story_of_its_original() -> None:
    short = article("z", *DAM[2:], published="2031-03-04")
    articles = [*corpus(), short]
    joined, _ = group(articles, find_copies(articles))
    assert [one.reason for one in joined if one.article == "z"] == ["a copy of an article of the story"]


def test_words_of_the_story_itself_do_not_pass_for_common() -> None:
    rarity = Rarity()
    for _ in range(5):
        rarity.count(terms_of(article("a", *DAM)))
    assert rarity.weight("velden") > 2 * rarity.weight("people")


@pytest.mark.parametrize("text", ["", "...", "one"])
def test_texts_without_words_stand_alone(text: str) -> None:
    joined, _ = group([Article("a", text), Article("b", text)])
    assert len(stories(joined)) == 2


def test_of_old_articles_nothing_is_kept_but_what_is_said_of_them() -> None:
    days = [f"2031-{month:02d}-{day:02d}" for month in range(1, 12) for day in range(1, 28)]
    event = {days[0]: "dam", days[-1]: "dam"}
    outlines = [outline_of(replace(article(day, *DAM[:2], published=day), event=event.get(day))) for day in days]
    grouper = Grouper(Rulings((one.id, one.event) for one in outlines), counted(outlines))
    joined = [grouper.add(outline) for outline in outlines]
    assert (joined[-1].story, joined[-1].reason) == (joined[0].story, "the input says so: event dam")
    assert len(grouper.lookup.seen) == 15
