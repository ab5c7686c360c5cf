"""A change in one place leaves the other groups as they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from daylight.corpus.grouping import Cut, grouped

KEYS = st.lists(st.text(max_size=3), max_size=60)
CUT = Cut(mean=4, most=8)


def groups(keys: list[str]) -> list[list[str]]:
    return list(grouped(keys, str, CUT))


@given(KEYS)
def test_every_item_is_in_one_group_and_in_order(keys: list[str]) -> None:
    found = groups(keys)
    assert [key for group in found for key in group] == keys
    assert all(0 < len(group) <= CUT.most for group in found)


def test_an_item_more_changes_few_groups() -> None:
    keys = [f"report {number}" for number in range(400)]
    before = {tuple(group) for group in groups(keys)}
    after = {tuple(group) for group in groups([*keys[:200], "new", *keys[200:]])}
    assert len(after - before) <= 3
