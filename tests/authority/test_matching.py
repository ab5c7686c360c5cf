from __future__ import annotations

from dataclasses import replace

from daylight.authority import Authority, Record, identify
from daylight.model import Decided, Entity, Identifier, Spelling
from tests.report import pier
from tests.report.pier import OKONJO, VENN

ENTITIES = tuple(replace(entity, identifiers=()) for entity in pier.ENTITIES)

LIND = Record("Marta Okonjo-Lind", ("M. Okonjo-Lind",), ("harbour commissioner",), (Identifier("wikidata", "Q7"),), "person")


def run(*records: Record, entities: tuple[Entity, ...] = ENTITIES) -> tuple[dict[str, Entity], tuple[Decided, ...]]:
    found, told = identify(entities, Authority(records, "00"))
    return {entity.id: entity for entity in found}, told


def test_a_full_name_identifies() -> None:
    found, told = run(LIND)
    assert found[OKONJO].identifiers == (Identifier("wikidata", "Q7"),)
    assert (told[0].kind, told[0].status, told[0].about[0].id) == ("identify", "applied", OKONJO)


def test_the_name_of_the_file_is_used_and_the_printed_ones_stay_as_spellings() -> None:
    found, _ = run(Record("Tobias H. Venn", ("Tobias Venn",)))
    assert found[VENN].name == "Tobias H. Venn"
    assert {s.text for s in found[VENN].spellings} == {"Tobias Venn", "Tobias Ven"}


def test_a_near_name_identifies_with_an_office_only() -> None:
    assert run(Record("T. Venn"))[0] == {e.id: e for e in ENTITIES}
    found, _ = run(Record("T. Venn", (), ("mayor",), (Identifier("x", "1"),)))
    assert found[VENN].identifiers == (Identifier("x", "1"),)


def test_a_last_name_counts_where_the_reports_print_no_first_name() -> None:
    alone = Entity("e-g", "person", "Venn", (Spelling("Venn", "preferred", ()),), ENTITIES[1].roles)
    ulla = Record("Ulla Venn", (), ("mayor",), (Identifier("x", "1"),))
    assert run(ulla, entities=(alone,))[0]["e-g"].identifiers == (Identifier("x", "1"),)
    assert run(ulla)[0][VENN].identifiers == ()


def test_namesakes_in_the_file_are_told_apart_by_office_or_not_at_all() -> None:
    mayor = Record("Tobias Venn", (), ("mayor",), (Identifier("x", "1"),), "person", "people.csv, line 2")
    singer = Record("Tobias Venn", (), ("singer",), (Identifier("x", "2"),), "person", "people.csv, line 3")
    other = Record("Tobias Venn", (), ("painter",), (Identifier("x", "3"),), "person", "people.csv, line 4")
    assert run(mayor, singer)[0][VENN].identifiers == (Identifier("x", "1"),)
    found, told = run(singer, other)
    assert found[VENN].identifiers == ()
    assert told[0].status == "not-applied"
    assert "line 3" in told[0].reason


def test_two_people_of_the_story_are_never_made_one() -> None:
    twin = Entity("e-twin", "person", "Tobias Venn", ENTITIES[1].spellings[:1])
    found, told = run(Record("Tobias Venn"), entities=(*ENTITIES, twin))
    assert len(found) == len(ENTITIES) + 1
    assert told[0].status == "not-applied"
    assert {about.id for about in told[0].about} == {VENN, "e-twin"}


def test_a_record_of_another_kind_does_not_fit() -> None:
    assert run(Record("Tobias Venn", kind="organization"))[1] == ()


def test_a_name_that_is_only_garbled_in_the_reports_is_no_full_name() -> None:
    garbled = Entity("e-g", "person", "Tobias Ven", ENTITIES[1].spellings[1:])
    assert run(Record("Tobias Ven"), entities=(garbled,))[1] == ()
