from daylight.model import Span
from eval.damaged import Case, kept_clean, right
from eval.mangle import WAYS, Named, damage

TEXT = "President Halvard Osterling spoke. Osterling left with Tessa Marrow, and Marrow said so."
NAMES = [
    Named(Span(at, at + len(form)), person)
    for form, person, at in (
        ("Halvard Osterling", "o", TEXT.index("Halvard")),
        ("Osterling", "o", TEXT.index("Osterling left")),
        ("Tessa Marrow", "m", TEXT.index("Tessa")),
        ("Marrow", "m", TEXT.index("Marrow said")),
    )
]


def test_damage_is_the_same_every_time_and_tells_where_the_names_stand() -> None:
    for seed in map(str, range(40)):
        found = damage(TEXT, NAMES, seed)
        assert found == damage(TEXT, NAMES, seed)
        assert [found.text[name.span.start : name.span.end] for name in found.names] == [name.text for name in found.names]
        assert [name.person for name in found.names] == ["o", "o", "m", "m"]


def test_every_way_of_damage_occurs_and_changes_the_text() -> None:
    seen = set()
    for seed in map(str, range(200)):
        found = damage(TEXT, NAMES, seed)
        ways = {name.way for name in found.names} - {""}
        assert bool(ways) == (found.text != TEXT)
        seen |= ways
    assert seen == set(WAYS)


def test_only_mangled_names_count_for_recall_and_all_for_false_merges() -> None:
    cases = [[Case("t", "s", way, "x", "p", outcome) for way, outcome in (("", "false"), ("by ear", "right"))]]
    assert (right(cases), kept_clean(cases)) == (100.0, 50.0)
