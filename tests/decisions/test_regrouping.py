"""Decisions about a corpus: read from the same kind of file, and told from those about one story."""

from __future__ import annotations

from pathlib import Path

import pytest

from daylight.decisions import parse_decision, parse_decisions, parse_regrouping, read_regrouping
from daylight.decisions.values import KINDS, Regroup
from daylight.errors import InputError

FILE = """\
format = "daylight.decisions/1"

[[apart]]
reports = ["r-0123456789", "news.jsonl#line 4", "https://osk.example/dam"]

[[together]]
reports = ["dam-1", "dam-2"]
note = "one dam, two spellings"
"""


def test_reports_are_put_together_and_apart_in_the_order_of_the_file() -> None:
    apart, together = parse_regrouping(FILE, "d.toml")
    assert apart == Regroup("apart", ("r-0123456789", "news.jsonl#line 4", "https://osk.example/dam"))
    assert together == Regroup("together", ("dam-1", "dam-2"), note="one dam, two spellings")
    assert [decision.where for decision in (apart, together)] == ["d.toml, line 3", "d.toml, line 6"]
    assert str(together) == "“dam-1” and “dam-2” are of one event"
    assert str(apart).endswith("“https://osk.example/dam” are of different events")


def test_a_file_is_read_as_its_text_is(tmp_path: Path) -> None:
    file = tmp_path / "d.toml"
    file.write_text(FILE)
    assert read_regrouping(file) == parse_regrouping(FILE)
    with pytest.raises(InputError, match="give a decisions file"):
        read_regrouping(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[together]]", "d.toml, line 1: “reports” needs two reports or more"),
        ('\n[[apart]]\nreports = ["a"]', "line 2: “reports” needs two reports or more"),
        ('[[apart]]\nreports = ["a", " "]', "“reports” is missing or is no text"),
        ('[[apart]]\nreports = "a"', "is no list"),
        ('[[together]]\npeople = ["a", "b"]', "has no “people”; it has reports, note"),
        ('[together]\nreports = ["a", "b"]', "in two brackets"),
        ('[[join]]\nreports = ["a", "b"]', "no decision; known are together, apart"),
        ('format = "daylight.decisions/2"', "its format"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_to_do(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        parse_regrouping(text, "d.toml")


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_decision_about_a_story_is_none_about_a_corpus(kind: str) -> None:
    with pytest.raises(InputError, match=rf"d.toml, line 2: \[\[{kind}\]\] is about one story"):
        parse_regrouping(f"#\n[[{kind}]]\n", "d.toml")


def test_a_decision_about_a_corpus_is_none_about_a_story() -> None:
    with pytest.raises(InputError, match=r"d.toml, line 3: \[\[apart\]\] is about a corpus.*corpus run --decisions"):
        parse_decisions(FILE, "d.toml")
    with pytest.raises(InputError, match="is about a corpus"):
        parse_decision("together", {"reports": ["a", "b"]})
