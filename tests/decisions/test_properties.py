"""Decisions are a pure function of the story and of what is decided: twice is once, and order does not matter."""

from __future__ import annotations

from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from daylight.decisions import Decisions, decide_statements
from daylight.decisions.values import Align, Decision, Merge, Ref, Reject, Rename, Said, Separate, Speaks, Split
from daylight.model import Statement
from tests.decisions.story import decided
from tests.report.pier import ATTRIBUTIONS, ENTITIES, REPORTS, STATEMENTS

NAMES = ("Marta Okonjo-Lind", "Martha Okonyo Lind", "Tobias Venn", "Tobias Ven", "Northline", "Harbour Radio", "Nobody Here")
refs = st.sampled_from([*(Ref(name=name) for name in NAMES), *(Ref(id=entity.id) for entity in ENTITIES)])
said = st.sampled_from([Said(id=a.id) for a in ATTRIBUTIONS] + [Said(words="no such words at all")])

merges = st.lists(refs, min_size=2, max_size=3).map(lambda people: Merge(tuple(people)))
own = [
    ("e-venn", "Tobias Ven"),
    ("e-okonjo", "Martha Okonyo Lind"),
    ("e-okonjo", "Okonjo-Lind"),
]
reports = st.sampled_from([(), ("gazette",), ("wire",), ("courier",)])
splits = st.builds(lambda one, where: Split(Ref(id=one[0]), (one[1],), where), st.sampled_from(own), reports)
renames = st.builds(Rename, refs, st.sampled_from(["Zed Zulu", "Yan Yard"]))
sources = st.builds(lambda who, what: Speaks(who, said=what), st.none() | refs, said)
rejections = st.builds(lambda what: Reject(said=what), said)


@st.composite
def without_conflict(draw: st.DrawFn) -> tuple[Decision, ...]:
    """Several merges and rejections, but of all else one: two of them may say two things of one.

    A split names some of the spellings that are the person's own. One that names all, or somebody else's, does not fit the
    story as the stages leave it, but may fit what a merge makes of it.
    """
    one = [*draw(st.lists(splits, max_size=1)), *draw(st.lists(renames, max_size=1)), *draw(st.lists(sources, max_size=1))]
    return (*one, *draw(st.lists(merges, max_size=3)), *draw(st.lists(rejections, max_size=2)))


@settings(max_examples=40, deadline=None)
@given(without_conflict())
def test_twice_is_once(decisions: tuple[Decision, ...]) -> None:
    once = decided(Decisions(decisions))
    assume(not any("another decision says otherwise" in told.reason for told in once[2]))
    assert decided(Decisions(decisions), once)[:2] == once[:2]


@settings(max_examples=40, deadline=None)
@given(without_conflict(), st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(decisions: tuple[Decision, ...], random: Random) -> None:
    shuffled = list(decisions)
    random.shuffle(shuffled)
    one, other = decided(Decisions(decisions)), decided(Decisions(tuple(shuffled)))
    assert one[:2] == other[:2]
    assert sorted(map(repr, one[2])) == sorted(map(repr, other[2]))
    assert Decisions(decisions).digest() == Decisions(tuple(shuffled)).digest()


@settings(max_examples=40, deadline=None)
@given(without_conflict())
def test_nothing_is_decided_in_silence(decisions: tuple[Decision, ...]) -> None:
    told = decided(Decisions(decisions))[2]
    assert len(told) == len(decisions)
    assert all(one.reason for one in told if one.status != "applied")


@settings(max_examples=40, deadline=None)
@given(without_conflict())
def test_without_the_decisions_all_is_as_before(decisions: tuple[Decision, ...]) -> None:
    decided(Decisions(decisions))
    assert decided(Decisions())[:2] == (ENTITIES, ATTRIBUTIONS)


def rows(decisions: tuple[Decision, ...], start: tuple[Statement, ...] = STATEMENTS) -> tuple[Statement, ...]:
    return decide_statements(REPORTS, ATTRIBUTIONS, start, Decisions(decisions))[0]


row_decisions = st.lists(st.lists(said, min_size=2, max_size=3).map(lambda s: Align(tuple(s))), max_size=3).flatmap(
    lambda joined: st.lists(said.map(lambda s: Separate((s,))), max_size=2).map(lambda parted: (*joined, *parted))
)


@settings(max_examples=40, deadline=None)
@given(row_decisions)
def test_rows_are_decided_once(decisions: tuple[Decision, ...]) -> None:
    once = rows(decisions)
    assert {i for s in once for i in s.attributions} == {a.id for a in ATTRIBUTIONS}
    if not any(isinstance(d, Separate) for d in decisions):
        assert rows(decisions, once) == once


@settings(max_examples=40, deadline=None)
@given(row_decisions, st.randoms(use_true_random=False))
def test_rows_do_not_depend_on_the_order_of_the_file(decisions: tuple[Decision, ...], random: Random) -> None:
    shuffled = list(decisions)
    random.shuffle(shuffled)
    assert rows(decisions) == rows(tuple(shuffled))
