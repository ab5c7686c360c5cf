from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.decisions import Decisions, parse_decisions, write_decisions
from daylight.decisions.values import Align, Decision, Merge, NotStory, Ref, Reject, Rename, Said, Separate, Speaks, Split
from tests.report.hostile import PAYLOADS

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)
refs = st.builds(Ref, texts, st.none() | texts) | st.builds(Ref, name=texts)
said = st.builds(Said, texts, st.none() | texts, st.none() | texts) | st.builds(Said, words=texts)
lists = st.lists(texts, min_size=1, max_size=3).map(tuple)
decisions = st.one_of(
    st.builds(Merge, st.lists(refs, min_size=2, max_size=3).map(tuple), st.none() | texts, note=st.just("") | texts),
    st.builds(Split, refs, lists, lists | st.just(()), st.none() | texts),
    st.builds(Rename, refs, texts),
    st.builds(Reject, refs) | st.builds(Reject, said=said) | st.builds(Reject, difference=texts),
    st.builds(Speaks, st.none() | refs, texts, st.none() | texts, st.none() | said),
    st.builds(Align, st.lists(said, min_size=2, max_size=3).map(tuple)),
    st.builds(Separate, st.lists(said, min_size=1, max_size=3).map(tuple)),
    st.builds(NotStory, texts, st.none() | texts, st.sampled_from(["promotion", "caption", "body"])),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(decisions, max_size=5))
def test_what_is_written_is_read_back_as_the_same_values(found: list[Decision]) -> None:
    read = parse_decisions(write_decisions(Decisions(tuple(found))))
    assert read.all == tuple(found)


@pytest.mark.parametrize("payload", [*PAYLOADS, "…" * 50 + "." * 500])
def test_hostile_words_stay_inside_their_string(payload: str) -> None:
    text = write_decisions(Decisions((Rename(Ref(name=payload), payload),)))
    (read,) = parse_decisions(text).all
    assert read == Rename(Ref(name=payload.replace("\ud83d", "\ufffd")), payload.replace("\ud83d", "\ufffd"))
