"""Errors are counted once for each group that they belong to."""

from __future__ import annotations

from typing import Any

from eval.attribution import Article
from eval.errors import by_kind, by_length, by_outlet, table


def row(kind: str, words: int) -> dict[str, Any]:
    return {"type": kind, "content": frozenset(range(words)), "source": frozenset({0}), "cue": frozenset[int]()}


ARTICLE = Article(
    "herald_2016_pier",
    doc=None,
    gold=[row("direct", 3), row("direct", 12), row("indirect", 8)],
    pred=[row("direct", 3), row("mixed", 12), row("indirect", 50)],
    matches={0: 0},
    contents={0: 0, 1: 1},
)


def test_found_wrong_source_missed_and_false_are_told_apart() -> None:
    direct = table([ARTICLE], by_kind)["direct"]
    assert (direct["gold"], direct["found"], direct["source"]) == (2, 1, 1)
    indirect = table([ARTICLE], by_kind)["indirect"]
    assert (indirect["gold"], indirect["found"], indirect["pred"], indirect["false"]) == (1, 0, 1, 1)


def test_contents_are_grouped_by_their_words() -> None:
    assert set(table([ARTICLE], by_length)) == {"1 to 5 words", "6 to 10", "11 to 20", "over 40"}


def test_the_outlet_is_told_from_the_articles_name() -> None:
    assert table([ARTICLE], by_outlet)["herald"]["gold"] == 3
