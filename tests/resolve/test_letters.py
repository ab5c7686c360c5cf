from hypothesis import given
from hypothesis import strategies as st

from daylight.resolve.letters import fold, likeness, sound

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


def test_schools_of_transliteration_sound_alike() -> None:
    assert sound(fold("Orlovskyy")) == sound(fold("Orlowskij"))
    assert sound(fold("Chekrygin")) == sound(fold("Tschekrygin"))


def test_a_slip_is_nearer_than_another_name() -> None:
    assert likeness("osterling", "ostelring") > likeness("osterling", "osterberg")
    assert likeness("osterling", "ostering") > likeness("osterling", "sterling")


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_bounded(a: str, b: str) -> None:
    assert likeness(a, b) == likeness(b, a)
    assert 0.0 <= likeness(a, b) <= 1.0
    assert likeness(a, a) == 1.0
