"""What a search finds, and what of the user's words is never syntax."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.ingest import read_text
from daylight.model import Attribution, Comparison, Entity, MadeBy, Place, Report, Span, Spelling, Statement
from daylight.store import Hit, Library, Query
from daylight.store.queries import phrases


@pytest.fixture
def filled(library: Library, reports: tuple[Report, ...], comparison: Comparison) -> Library:
    library.save(library.add(reports).story, comparison, "settings")
    return library


def test_words_are_found_in_reports_and_marked(filled: Library, reports: tuple[Report, ...]) -> None:
    hits = filled.search(Query("dam"))
    assert hits.total == len(hits.items) > 1
    texts = {r.id: r.text for r in reports}
    for hit in hits.items:
        assert "".join(piece for piece, _ in hit.snippet) == texts[hit.report][hit.span.start : hit.span.end]
        assert any(matched and piece.lower().startswith("dam") for piece, matched in hit.snippet)


def test_what_a_speaker_said_is_found_by_any_spelling(filled: Library, comparison: Comparison) -> None:
    speaking = {s.speaker for s in comparison.statements}
    entity = next(e for e in comparison.entities if e.id in speaking and len(e.spellings) > 1)
    for spelling in entity.spellings:
        hits = filled.search(Query(speaker=spelling.text), limit=100)
        assert entity.name in {hit.speaker for hit in hits.items}
    assert {hit.speaker for hit in filled.statements_of(entity.name)} == {entity.name}
    assert entity.name in {s.name for s in filled.speakers(entity.name.split()[-1][:3])}


def test_a_title_is_found_too(library: Library) -> None:
    library.add([read_text("The harbour is closed until Monday.", title="Ferry runs aground")])
    (hit,) = library.search(Query("ferries")).items
    assert hit.snippet == (("The harbour is closed until Monday.", False),)


def test_what_is_shown_is_where_most_words_stand_together(library: Library) -> None:
    library.add(
        [read_text("A ferry came. " + "Nothing happened. " * 60 + "The ferry ran aground on a sandbank, the mate said.")]
    )
    (hit,) = library.search(Query("ferry aground sandbank")).items
    assert [piece for piece, matched in hit.snippet if matched] == ["ferry", "aground", "sandbank"]


def test_a_text_that_holds_the_marks_of_a_search_is_shown_as_it_is(library: Library) -> None:
    text = "\ufdd0 The ferry \ufdd1 (ran) \ufdd0 aground."
    library.add([read_text(text)])
    (hit,) = library.search(Query("ferry")).items
    assert hit.snippet == (("\ufdd0 The ", False), ("ferry", True), (" \ufdd1 (ran) \ufdd0 aground.", False))


def test_those_who_say_it_together_are_both_found(library: Library) -> None:
    text = "Marta Okonjo and Tobias Venn said the pier would close."
    report = read_text(text, id="a")
    both = [Span(0, 12), Span(17, 28)]
    people = tuple(
        Entity(f"e-{n}", "person", text[s.start : s.end], (Spelling(text[s.start : s.end], "preferred", (Place("a", s),)),))
        for n, s in enumerate(both)
    )
    said = Attribution("a-1", "a", "indirect", (Span(0, 28),), (), (Span(34, 54),), speaker="e-0", co_speakers=("e-1",))
    row = Statement("s-1", "e-0", ("a-1",))
    story = library.add([report]).story
    library.save(story, Comparison(MadeBy("0", "0", ()), (report,), people, (said,), (row,), (), (), (), ()), "0")
    for name in ("Marta Okonjo", "Tobias Venn", "TOBIAS VENN"):
        assert [hit.attribution for hit in library.statements_of(name)] == ["a-1"]
    assert [s.name for s in library.speakers("ven")] == ["Marta Okonjo"]
    assert library.statements_of("Venn") == ()


def test_what_differs_is_found_by_its_kind(filled: Library, comparison: Comparison) -> None:
    kinds = {d.kind for d in comparison.differences if d.about.type == "statement"}
    for kind in kinds:
        about = {d.about.id for d in comparison.differences if d.kind == kind and d.about.type == "statement"}
        assert about <= {hit.statement for hit in filled.search(Query(kind=kind), limit=500).items}


def test_outlet_and_dates_narrow(filled: Library, reports: tuple[Report, ...]) -> None:
    outlet = next(r.outlet for r in reports if r.outlet)
    assert {h.outlet for h in filled.search(Query(outlet=outlet.upper())).items} == {outlet}
    days = sorted(r.published[:10] for r in reports if r.published)
    assert filled.search(Query("dam", until="1999")).total == 0
    assert {h.published for h in filled.search(Query(since=days[-1])).items} == {
        r.published for r in reports if r.published and r.published[:10] >= days[-1]
    }


def test_pages_follow_each_other(filled: Library) -> None:
    whole = filled.search(Query(kind="only-here"), limit=1000)
    after: str | None = None
    found: list[Hit] = []
    while True:
        page = filled.search(Query(kind="only-here"), limit=2, after=after)
        found += page.items
        after = page.after
        if after is None:
            break
    assert tuple(found) == whole.items
    assert len(found) == whole.total


@pytest.mark.parametrize(
    "text", ["dam OR", '"', "NEAR(dam", "words:dam", "dam*", "'; DROP TABLE report; --", "^ - + ( )", "\x00"]
)
def test_syntax_in_a_query_is_words(filled: Library, text: str) -> None:
    for query in (Query(text), Query(text, speaker=text), Query(outlet=text), Query("dam", story=text)):
        filled.search(query, after=text)
    assert filled.search(Query("dam")).total > 1


@given(st.text(max_size=60))
def test_any_text_makes_quoted_phrases(text: str) -> None:
    for phrase in phrases(text):
        assert phrase.startswith('"')
        assert phrase.endswith('"')
        assert phrase.count('"') == 2
