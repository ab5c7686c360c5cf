"""Who is quoted where, who nowhere, and what each is reported to have said."""

from __future__ import annotations

from dataclasses import replace

from daylight.model import Skipped
from daylight.report.build import build
from daylight.report.links import anchor
from tests.report.pier import PIER


def test_each_report_has_its_share_of_a_speaker() -> None:
    shares = {one.speaker: [(s.statements, s.quoted) for s in one.shares] for one in build(PIER).coverage.speakers}
    assert shares == {
        "Marta Okonjo-Lind": [(3, 1), (3, 1), (2, 1)],
        "Tobias Venn": [(2, 1), (2, 0), (1, 0)],
        "Northline": [(0, 0), (1, 1), (0, 0)],
    }


def test_people_who_are_named_and_say_nothing_are_listed_with_their_reports() -> None:
    silent = replace(PIER.entities[1], id="e-other", name="Ivo Brandt")
    made = build(replace(PIER, entities=(*PIER.entities, silent)))
    assert [(one.name, one.letters) for one in made.coverage.unheard] == [("Ivo Brandt", ("A", "B", "C"))]


def test_a_report_that_was_not_examined_is_told_from_one_that_quotes_nothing() -> None:
    unread = Skipped("not examined: its language is French", "fourth")
    made = replace(PIER, reports=(*PIER.reports, replace(PIER.reports[2], id="fourth")), skipped=(*PIER.skipped, unread))
    assert [head.letter for head in build(made).coverage.unread] == ["D"]


def test_a_sheet_holds_all_that_one_speaker_says_by_report_in_the_order_of_the_text() -> None:
    venn = next(sheet for sheet in build(PIER).sheets if sheet.speaker == "Tobias Venn")
    assert (venn.statements, venn.reports) == (2, 3)
    assert [(head.letter, [entry.words for entry in entries]) for head, entries in venn.printed] == [
        ("A", ["“The pier is safe and it stays open,”", "that the town had been warned in spring"]),
        ("B", ["the pier was safe and would stay open", "the town had been warned in April"]),
        ("C", ["that the pier is safe"]),
    ]


def test_the_same_words_stand_once_in_a_sheet_with_every_report_that_prints_them() -> None:
    copied = replace(PIER.reports[1], id="copy")
    again = replace(PIER.attributions[9], id="a-copy", report="copy")
    row = replace(PIER.statements[4], attributions=(*PIER.statements[4].attributions, again.id))
    statements = (*PIER.statements[:4], row, *PIER.statements[5:])
    made = replace(PIER, reports=(*PIER.reports, copied), attributions=(*PIER.attributions, again), statements=statements)
    venn = next(sheet for sheet in build(made).sheets if sheet.speaker == "Tobias Venn")
    entry = venn.printed[1][1][1]
    assert entry.words == "the town had been warned in April"
    assert [(head.letter, href) for head, href in entry.also] == [("D", "#" + anchor("attribution", "a-copy"))]
    assert venn.reports == 4
