from __future__ import annotations

from daylight.compare import find_differences

from .made import Said, kinds, story

WORDS = "Nobody will hide behind a lawyer in this town"


def told(a: str, b: str, speaker: str, other: str) -> set[str]:
    return kinds(find_differences(story({
        "gull": (a, [Said("s", speaker, WORDS, "direct")]),
        "tern": (b, [Said("s", other, WORDS, "direct")]),
    })))  # fmt: skip


def test_the_same_words_of_two_speakers_are_told() -> None:
    assert told(f"Mara Quill said: “{WORDS}”", f"Jon Brand said: “{WORDS}”", "Mara Quill", "Jon Brand") == {"attribution"}


def test_a_source_that_names_somebody_as_an_owner_does_not_name_the_speaker() -> None:
    assert not told(f"Mara Quill’s lawyer said: “{WORDS}”", f"Jon Brand said: “{WORDS}”", "Mara Quill", "Jon Brand")


def test_a_shorter_form_of_the_name_is_no_other_speaker() -> None:
    assert not told(f"Mara Quill said: “{WORDS}”", f"Quill said: “{WORDS}”", "Mara Quill", "Quill")


def test_an_outlet_is_no_rival_of_the_speaker_whom_it_quotes() -> None:
    a, b = f"Mara Quill said: “{WORDS}”", f"According to the Osk Post, “{WORDS}”"
    assert not told(a, b, "Mara Quill", "Mara Quill Osk Post")
