"""The page: complete without a script, closed to the outside, every link leading somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from lxml import html

from bench.stories import made_story
from daylight.invariants import verify
from daylight.model import Absent, Comparison, Copy, Report, Source
from daylight.report import to_html
from daylight.report.build import build
from daylight.report.labels import negation
from daylight.report.links import anchor
from tests.report.hostile import PAYLOADS, hostile
from tests.report.pier import PIER

PAGE = to_html(PIER)
TREE = html.fromstring(PAGE)
EMPTY = Comparison(PIER.made_by, (), (), (), (), (), (), (), ())
ALONE = replace(EMPTY, reports=(Report("r", "Words.", Source(None, "0" * 64, "text/plain"), ()),))


def text_of(path: str) -> str:
    (element,) = TREE.xpath(path)
    return " ".join(element.text_content().split())


def many(count: int) -> Comparison:
    """The pier reports with copies of the last one added."""
    last = PIER.reports[-1]
    return replace(PIER, reports=(*PIER.reports, *(replace(last, id=f"copy-{i}") for i in range(count - 3))))


@pytest.mark.parametrize("comparison", [PIER, hostile(PAYLOADS[0]), EMPTY, ALONE, many(8), many(20)], ids=range(6))
def test_every_link_of_the_page_leads_to_a_place_on_it(comparison: Comparison) -> None:
    tree = html.fromstring(to_html(comparison))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in tree.xpath("//@href") if href.startswith("#")} <= set(ids)


def test_the_policy_allows_this_style_and_this_script_and_nothing_else() -> None:
    policy = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag in ("style", "script"):
        (inner,) = re.findall(f"<{tag}>(.*?)</{tag}>", PAGE, re.DOTALL)
        assert f"{tag}-src 'sha256-{base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_only_a_web_address_becomes_a_link_outside() -> None:
    outside = [href for href in TREE.xpath("//@href") if not href.startswith("#")]
    assert outside == ["https://gazette.example/pier"]
    assert "javascript:alert(1)" in text_of("//ol[@class='reports']")


def test_the_page_is_the_same_bytes_each_time() -> None:
    assert to_html(PIER) == PAGE


def test_rows_that_differ_come_first_and_each_cell_holds_the_exact_words() -> None:
    assert TREE.xpath("//table[contains(@class,'matrix')]/@id") == ["differ", "alike", "alone"]
    cells = TREE.xpath("//*[@id='s-0000000002']//td//*[contains(@class,'words')]")
    assert [cell.text_content() for cell in cells] == [
        "“We will not put a single deckhand at risk for the sake of a timetable,”",
        "“We will not put any deckhand at risk for a timetable,”",
        '"We won\'t put a single deck hand at risk for the sake of a timetable,"',
    ]


def test_words_that_differ_are_marked_where_they_stand_and_say_what_stands_against_them() -> None:
    marks = TREE.xpath("//*[@id='s-0000000002']//td[1]//*[@data-say]")
    assert {m.text_content(): (m.tag, m.get("data-say")) for m in marks} == {
        "will not": ("del", "differs, typography; C has “won't”"),
        "a single": ("del", "differs, wording differs inside quotation marks; B has “any”"),
        "deckhand": ("del", "differs, typography; C has “deck hand”"),
        "the sake of": ("del", "differs, wording differs inside quotation marks; not in B"),
    }
    later = TREE.xpath("//*[@id='s-0000000002']//td[position() > 1]//*[@data-say]")
    assert {(m.tag, m.text_content()) for m in later} == {("ins", "any"), ("ins", "won't"), ("ins", "deck hand")}


def test_a_report_that_prints_the_same_words_has_the_same_marks() -> None:
    text = PIER.reports[0].text.replace("“We will", '"We will').replace("timetable,”", 'timetable."')
    again = replace(PIER.reports[0], id="again", outlet="Evening Post", text=text)
    same = replace(PIER.attributions[1], id="a-again", report="again")
    row = replace(PIER.statements[1], attributions=(*PIER.statements[1].attributions, same.id))
    statements = (PIER.statements[0], row, *PIER.statements[2:])
    made = replace(PIER, reports=(*PIER.reports, again), attributions=(*PIER.attributions, same), statements=statements)
    tree = html.fromstring(to_html(made))
    first, last = (tree.xpath(f"//*[@id='s-0000000002']/tr[1]/td[{n}]//del/text()") for n in (1, 4))
    assert first == last == ["will not", "a single", "deckhand", "the sake of"]


def test_absent_is_told_from_unread() -> None:
    assert "not in this report" in text_of("//*[@id='s-0000000003']/tr[1]/td[3]")
    assert "not examined" in text_of("//*[@id='s-0000000005']/tr[1]/td[3]")


def test_reports_that_have_nothing_share_a_cell_where_there_are_many_columns() -> None:
    tree = html.fromstring(to_html(many(8)))
    cells = tree.xpath("//*[@id='s-0000000003']/tr[1]/td")
    assert [(td.get("colspan"), " ".join(td.text_content().split())) for td in cells[2:]] == [
        ("6", "not in these 6 reports")
    ]
    read = tree.xpath("//*[@id='s-0000000005']/tr[1]/td[@data-report]")
    assert [td.get("data-report")[0] for td in read] == ["A", "B", "C"]


def test_source_cue_second_hand_time_and_denial_stand_in_the_cell() -> None:
    assert "The harbour commissioner, Marta Okonjo-Lind said on Tuesday" in text_of("//*[@id='s-0000000001']/tr[1]/td[1]")
    assert "via Harbour Radio" in text_of("//tr[@id='s-0000000006']/td")
    assert "denied" in text_of("//*[@id='s-0000000005']/tr[1]/td[1]//*[@class='negated']")


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("denied", "denied"),
        ("has rejected", "denied"),
        ("does not say", "not said"),
        ("declined to say", "not said"),
        ("did not deny", "not denied"),
        ("didn’t deny", "not denied"),
        ("did not rule out", "not denied"),
        ("does not believe", "negated"),
    ],
)
def test_a_negated_cue_is_called_what_it_does(cue: str, words: str) -> None:
    assert negation(cue) == words


def test_the_same_words_twice_in_a_report_stand_once_with_a_link_to_each_place() -> None:
    again = replace(PIER.attributions[3], id="a-0000000099")
    row = replace(PIER.statements[3], attributions=(*PIER.statements[3].attributions, again.id))
    statements = (*PIER.statements[:3], row, *PIER.statements[4:])
    tree = html.fromstring(to_html(replace(PIER, attributions=(*PIER.attributions, again), statements=statements)))
    (cell,) = tree.xpath("//*[@id='s-0000000004']/tr[1]/td[1]")
    assert [words.text_content() for words in cell.xpath(".//blockquote")] == ["“The pier is safe and it stays open,”"]
    assert cell.xpath("string(.//*[@class='count'])") == "×2"
    assert cell.xpath(".//a[@class='jump']/@href") == ["#" + anchor("attribution", "a-g4"), "#a-0000000099"]


def test_what_one_report_alone_carries_is_a_table_of_three_columns_by_speaker() -> None:
    (table,) = TREE.xpath("//table[@id='alone']")
    assert [th.text_content() for th in table.xpath("./thead//th[@scope='col']")] == [
        "Speaker",
        "Report",
        "Words as printed",
    ]
    assert [th.text_content() for th in table.xpath(".//th[@scope='rowgroup']")] == ["Northline"]
    assert "B Coast Wire" in text_of("//tr[@id='s-0000000006']/th[@scope='row']")
    assert "only here, possible" in text_of("//tr[@id='s-0000000006']/th[@scope='row']")
    assert "not in this report" not in table.text_content()
    assert table.xpath("//tr[@id='s-0000000006']/th//a/@href")[0] == "#s-0000000006"


def test_what_could_not_be_read_is_not_lost_where_one_report_alone_carries_a_statement() -> None:
    row = replace(PIER.statements[5], absent=(Absent("gazette", "not-readable"), Absent("courier", "not-in-report")))
    tree = html.fromstring(to_html(replace(PIER, statements=(*PIER.statements[:5], row))))
    assert "A not readable" in " ".join(tree.xpath("string(//tr[@id='s-0000000006']/th)").split())


def test_names_of_which_there_is_nothing_to_tell_fold_away() -> None:
    assert [person.name for person in build(PIER).people] == ["Marta Okonjo-Lind", "Tobias Venn", "Northline"]
    assert text_of("//details[@class='others']/summary") == "Other names (2)"


def test_both_sides_of_a_position_stand_in_exact_words_with_letter_and_link() -> None:
    sides = TREE.xpath("//article[@class='position']//div[@class='side']")
    assert [side.xpath("string(h4)") for side in sides] == ["Marta Okonjo-Lind", "Tobias Venn"]
    for side in sides:
        for one in side.xpath(".//div[@data-letter]"):
            assert one.xpath("string(.//blockquote)")
            assert one.xpath("string(.//abbr)") == one.get("data-letter")
            assert one.xpath(".//a[@class='jump']/@href")


def test_a_question_in_the_words_of_a_report_stands_between_quotation_marks() -> None:
    def heading(question: str) -> str:
        return build(replace(PIER, positions=(replace(PIER.positions[0], question=question),))).positions[0].question

    assert heading("the pier was safe") == "“the pier was safe”"
    assert heading("what the mayor said") == "What the mayor said"


def test_of_positions_equally_sure_one_in_the_words_of_a_report_comes_before_a_remark_on_remarks() -> None:
    remark = replace(PIER.positions[0], id="p-0000000002", question="what the mayor said", score=0.85)
    worded = replace(PIER.positions[0], id="p-0000000003", question="the pier was safe")
    unopposed = replace(worded, id="p-0000000004", opposed=False, score=1.0)
    made = build(replace(PIER, positions=(unopposed, remark, worded))).positions
    assert [position.anchor for position in made] == ["p-0000000003", "p-0000000002", "p-0000000004"]


def test_certainty_is_a_word() -> None:
    words = {li.get("id"): li.xpath(".//*[@class='certainty']")[0].text for li in TREE.xpath("//li[@id][@data-kind]")}
    assert words["d-0000000002"] == "certain"
    assert words["d-0000000006"] == "likely"
    assert words["d-0000000007"] == "possible"


def test_names_stand_as_printed_with_what_is_thought_of_them() -> None:
    courier = text_of("//tbody[@class='person'][1]/tr[1]/td[3]")
    assert "Martha Okonyo Lind garbled One report alone prints it" in courier
    assert "the chair of the harbour board" in courier


def test_what_is_not_story_is_labelled_in_the_full_text() -> None:
    gazette = TREE.xpath("//article[contains(@class,'pane')]")[0]
    labelled = [" ".join(block.text_content().split()) for block in gazette.xpath(".//div[*[@class='role']]")]
    assert labelled == [
        "Byline By Petra Holloway",
        "Caption Waves break over the east pier at Saltmere on Monday night.",
        "Credit (Ivo Brandt/Tern Pictures)",
        "Promotion Click here to get the Gazette’s harbour letter",
    ]


def test_the_full_text_is_the_text() -> None:
    for report, pane in zip(PIER.reports, TREE.xpath("//article[contains(@class,'pane')]"), strict=True):
        blocks = [p.text_content() for p in pane.xpath(".//div[contains(@class,'block')]/p")]
        assert blocks == [report.slice(block.span) for block in report.blocks]


def test_the_counts_are_sentences() -> None:
    assert build(PIER).sentences[0] == (
        "Seven differences worth reading: 1 in dates or places, 1 in names, 1 in numbers, 1 between yes and no, "
        "1 in the wording inside quotation marks, 1 in roles and 1 in strength."
    )


def test_reports_linked_by_copies_count_as_one_text_also_over_a_third() -> None:
    def sentence(*shares: tuple[str, str, float]) -> str:
        pairs = tuple(Copy((a, b), share, 0.0, ()) for a, b, share in shares)
        return build(replace(PIER, copies=pairs)).copies.sentence

    assert sentence().startswith("Three reports, 3 independent texts.")
    assert sentence(("gazette", "wire", 0.49)).startswith("Three reports, 3 independent texts.")
    assert sentence(("gazette", "wire", 0.5), ("wire", "courier", 0.9)) == (
        "Three reports, 1 independent text. A, B and C share so much text that they count as one."
    )


def test_one_report_alone_says_that_there_is_nothing_to_compare() -> None:
    assert "One report alone: there is nothing to compare it with." in build(ALONE).sentences


def test_five_reports_of_eight_hundred_words_stay_under_half_a_megabyte() -> None:
    reports = tuple(replace(r, text=r.text + "word " * (800 - len(r.text.split()))) for r in many(5).reports)
    assert len(to_html(replace(many(5), reports=reports)).encode()) < 500_000


def test_forty_reports_of_four_hundred_statements_stay_under_three_megabytes() -> None:
    """Half of the statements in one report, half in ten of the forty; reports of a thousand words."""
    assert len(to_html(made_story(40, 400)).encode()) < 3_000_000


def test_a_made_story_of_any_size_keeps_the_invariants() -> None:
    verify(made_story(9, 40))


def test_a_mark_over_all_of_a_content_would_mark_nothing_and_is_left_out() -> None:
    whole = [m.text_content() for m in TREE.xpath("//*[@id='s-0000000004']//td//mark")]
    assert whole == []


def test_reports_of_one_outlet_are_told_apart_by_their_files() -> None:
    assert [head.name for head in build(many(4)).heads][2:] == ["courier", "courier"]
    assert [head.letter for head in build(many(4)).heads] == ["A", "B", "C", "D"]
