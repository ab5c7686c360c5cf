import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.model import EntityKind
from daylight.resolve import same_name


@pytest.mark.parametrize(
    ("a", "b", "kind", "same"),
    [
        ("Halvard Osterling", "Osterling, Halvard", "person", True),
        ("Halvard Osterling", "Halvard Ostering", "person", True),
        ("HalvardOsterling", "Halvard Osterling", "person", True),
        ("H. Osterling", "Halvard Osterling", "person", True),
        ("Bill Marrow", "William Marrow", "person", True),
        ("Ilja Petrovich Zerovskyy", "Ilya Zerovsky", "person", True),
        ("Илья Зеровский", "Ilya Zerovsky", "person", True),
        ("Halvard Osterling", "Halvard Osterberg", "person", False),
        ("Halvard Osterling", "Pekka Osterling", "person", False),
        ("Salim bin Hamid Rawan", "Hamid bin Salim Rawan", "person", False),
        ("Owen Tallis Jr.", "Owen Tallis Sr.", "person", False),
        ("Tallis Mining Inc.", "Tallis Mining Corporation", "organization", True),
        ("National Harbour Council", "N.H.C.", "organization", True),
        ("Tallis Mining Inc.", "Tallis Fishing Inc.", "organization", False),
        ("U.S.", "the United States", "place", True),
    ],
)
def test_two_bare_names(a: str, b: str, kind: EntityKind, same: bool) -> None:
    assert (same_name(a, b, kind) >= 0.5) is same
    assert same_name(a, b, kind) == pytest.approx(same_name(b, a, kind))


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_gets_a_score(a: str, b: str) -> None:
    assert 0.0 <= same_name(a, b, "person") <= 1.0
    assert 0.0 <= same_name(a, b, "organization") <= 1.0
