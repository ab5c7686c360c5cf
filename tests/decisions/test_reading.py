from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.decisions import parse_decisions, read_decisions, starting_file
from daylight.decisions.values import Merge, Ref, Said, Separate
from daylight.errors import InputError, NotText, TooLarge
from tests.report.hostile import PAYLOADS, hostile
from tests.report.pier import PIER


def test_names_with_and_without_an_id_are_understood() -> None:
    text = '[[merge]]\npeople = ["Tobias Ven", { id = "e-0123456789", name = "Venn" }]\nnote = "his aunt says so"\n'
    assert parse_decisions(text).all == (
        Merge((Ref(name="Tobias Ven"), Ref("e-0123456789", "Venn")), note="his aunt says so"),
    )


def test_decisions_come_in_the_order_of_the_file_with_their_lines() -> None:
    found = parse_decisions('# first\n[[separate]]\nsaid = ["so be it"]\n\n[[merge]]\npeople = ["A", "B"]\n', "d.toml").all
    assert [type(decision).__name__ for decision in found] == ["Separate", "Merge"]
    assert [decision.where for decision in found] == ["d.toml, line 2", "d.toml, line 5"]
    assert found[0] == Separate((Said(words="so be it"),))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[merge]", "not TOML"),
        ('[[marry]]\npeople = ["A", "B"]', "no decision; known are merge"),
        ('[merge]\npeople = ["A", "B"]', "in two brackets"),
        ('\n[[merge]]\npeople = ["A"]', "line 2: “people” needs two"),
        ('[[merge]]\npeople = "A"', "is no list"),
        ('[[merge]]\npersons = ["A", "B"]', "has no “persons”; it has people, name, note"),
        ('[[split]]\nperson = "A"', "say which mentions"),
        ('[[rename]]\nperson = "A"', "“name” is missing"),
        ('[[rename]]\nperson = 7\nname = "A"', "“person” is to be a text"),
        ('[[rename]]\nperson = { nick = "A" }\nname = "A"', "“person” is to be a text"),
        ('[[reject]]\nperson = "A"\nsaid = "b"', "give one of"),
        ('[[source]]\nspeaker = "A"', "say which source"),
        ('[[align]]\nsaid = [{ report = "x" }, "y"]', "needs an id or words"),
        ("[[separate]]\nsaid = []", "needs an attribution"),
        ('[[block]]\nwords = "A"\nrole = "story"', "“role” is one of headline"),
        ('format = "daylight.decisions/2"', "its format"),
        ("[[merge]]\npeople = [" + "[" * 5_000, "not TOML"),
        (f'[[rename]]\nperson = "A"\nname = "{"x" * 3_000}"', "longer than"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_to_do(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        parse_decisions(text, "d.toml")


def test_a_file_that_is_no_text_or_too_large_or_missing_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "d.toml"
    with pytest.raises(InputError, match="give a decisions file"):
        read_decisions(file)
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(NotText):
        read_decisions(file)
    file.write_text("#" * 500_001)
    with pytest.raises(TooLarge):
        read_decisions(file)


HOSTILE = (
    "a." * 200_000 + "a = 1",
    ("a." * 90 + "a = 1\n") * 2_000,
    "a = " + "[" * 400_000,
    '[[merge]]\nx = "' + "\\u0041" * 80_000 + '"',
)


@pytest.mark.parametrize("text", HOSTILE, ids=["dotted", "many", "nested", "escaped"])
def test_a_hostile_file_is_refused_in_little_time(text: str) -> None:
    start = time.process_time()
    with pytest.raises(InputError):
        parse_decisions(text)
    assert time.process_time() - start < 10


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(InputError):
        parse_decisions(text)


def test_the_starting_file_decides_nothing_and_names_everybody() -> None:
    text = starting_file(PIER)
    assert parse_decisions(text).all == ()
    for entity in PIER.entities:
        assert f"{entity.id} " in text
        assert all(spelling.text in text for spelling in entity.spellings)


def test_what_a_starting_file_shows_can_be_pasted() -> None:
    lines = [line.removeprefix("#    ") for line in starting_file(PIER).splitlines() if line.startswith("#    {")]
    (decision,) = parse_decisions(f"[[align]]\nsaid = [{', '.join(lines)}]\n").all
    assert str(decision).endswith("say the same")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_report_stays_inside_the_comments_of_the_starting_file(payload: str) -> None:
    text = starting_file(hostile(payload))
    assert parse_decisions(text.encode("utf-8", "replace").decode()).all == ()
    assert all(not line or line.startswith(("#", "format = ")) for line in text.split("\n"))
