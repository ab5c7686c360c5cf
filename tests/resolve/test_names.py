import pytest

from daylight.resolve.names import compare_given, compare_surname, parse


def test_titles_suffixes_and_particles_are_told_from_the_name() -> None:
    name = parse("Sen. Halvard van der Osterling Jr.")
    assert name.words == ("halvard", "vanderosterling")
    assert name.suffix == "jr"


def test_a_name_in_index_order_is_turned() -> None:
    assert parse("Osterling, Halvard").words == ("halvard", "osterling")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Bill Marrow", "William Marrow", "same"),
        ("W. Marrow", "William Marrow", "same"),
        ("Tessa Marrow", "William Marrow", "conflict"),
        ("Michael Marrow", "Michelle Marrow", "conflict"),
        ("Volodin Marrow", "Volodia Marrow", "alike"),
        ("Marrow", "William Marrow", "unknown"),
    ],
)
def test_first_names_agree_or_exclude_each_other(a: str, b: str, expected: str) -> None:
    assert compare_given(parse(a), parse(b)) == expected
    assert compare_given(parse(b), parse(a)) == expected


def test_words_run_together_are_the_same_surname() -> None:
    assert compare_surname(parse("Tessamarrow"), parse("Tessa Marrow")) == 1.0
    assert compare_surname(parse("Ilse Brandt-Kovary"), parse("Ilse Brandt Kovary")) == 1.0
