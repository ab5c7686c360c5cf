"""The page in a browser: quiet, linked, filtered, stepped through, accessible, and whole on paper."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.report.pier import PIER

pytestmark = pytest.mark.browser

ROWS = ".row:visible"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize("name", ["pier", "eight", "twenty", "hostile"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_page_opens_without_an_error_or_a_request(opened: Opener, name: str, script: bool) -> None:
    page = opened(name, script=script)
    expect(page.locator("h1")).to_be_visible()


def test_without_a_script_everything_is_shown_and_linked(opened: Opener) -> None:
    page = opened("pier", script=False)
    expect(page.locator(ROWS)).to_have_count(6)
    expect(page.locator(".pane:visible")).to_have_count(3)
    expect(page.locator(".filters")).to_be_hidden()
    page.locator("#s-0000000003 .jump").first.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_cell_leads_to_the_place_in_the_text_and_the_text_back_to_the_row(opened: Opener) -> None:
    page = opened("pier")
    page.locator("#s-0000000005 .jump").first.click()
    target = page.locator(".text :target")
    expect(target).to_have_text("that the town had been warned in spring")
    expect(target).to_be_in_viewport()
    expect(page.locator(".lit").filter(has_text="the town had been warned in April")).to_be_in_viewport()
    page.locator(".back[href='#s-0000000005']").first.click()
    expect(page.locator("#s-0000000005 th")).to_be_in_viewport()


def test_filters_narrow_the_rows_and_say_how_many_are_left(opened: Opener) -> None:
    page = opened("pier")
    said = page.locator(".filters output")
    expect(said).to_have_text("6 statements, 5 differences")
    page.locator("select[name=speaker]").select_option("Tobias Venn")
    expect(page.locator(ROWS)).to_have_count(2)
    expect(said).to_have_text("2 of 6 statements, 2 differences")
    page.locator("select[name=kind]").select_option("polarity")
    expect(page.locator(ROWS)).to_have_count(1)
    page.locator("select[name=speaker]").select_option("")
    page.locator("select[name=kind]").select_option("")
    page.locator("input[name=form]").check()
    expect(page.locator(ROWS)).to_have_count(5)
    expect(page.locator(".finding.form:visible")).to_have_count(0)
    page.locator(".filters button").click()
    expect(said).to_have_text("6 statements, 5 differences")
    page.locator("select[name=report]").select_option("C")
    expect(said).to_have_text("3 of 6 statements, 2 differences")
    page.locator("select[name=kind]").select_option("form")
    expect(page.locator(ROWS)).to_have_count(1)
    page.locator(".filters button").click()
    page.locator("input[name=words]").fill("TIMETABLE")
    expect(page.locator(ROWS)).to_have_count(1)


def test_what_is_read_first_leads_to_its_row(opened: Opener) -> None:
    page = opened("pier")
    page.locator(".first a").first.click()
    expect(page.locator("#s-0000000002 th")).to_be_in_viewport()


@pytest.mark.parametrize("width", [400, 1400])
def test_a_speaker_of_whom_nothing_is_left_loses_the_heading_too(opened: Opener, width: int) -> None:
    page = opened("pier", width=width)
    heading = page.locator("#alone .voice th.speaker:visible")
    expect(heading).to_have_text("Northline")
    page.locator("select[name=speaker]").select_option("Tobias Venn")
    expect(page.locator("#alone")).to_be_hidden()
    expect(heading).to_have_count(0)


def test_a_link_to_a_filtered_row_shows_it_again(opened: Opener) -> None:
    page = opened("pier")
    page.locator("select[name=speaker]").select_option("Northline")
    page.locator(".back[href='#s-0000000001']").first.click()
    expect(page.locator("#s-0000000001 th")).to_be_in_viewport()


def test_n_and_p_step_through_the_differences_enter_goes_to_the_source_and_escape_back(opened: Opener) -> None:
    page = opened("pier")
    page.keyboard.press("n")
    assert focused(page) == "d-0000000002"
    page.keyboard.press("n")
    assert focused(page) == "d-0000000004"
    page.keyboard.press("p")
    assert focused(page) == "d-0000000002"
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    expect(page.locator(".text :target")).to_have_text("41 boats")
    expect(page.locator(".text :target")).to_be_in_viewport()
    page.keyboard.press("Escape")
    assert focused(page) == "d-0000000004"
    expect(page.locator("#d-0000000004")).to_be_in_viewport()


def test_the_exact_words_are_copied_with_their_source_as_text_and_as_markdown(opened: Opener) -> None:
    page = opened("pier")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#s-0000000002 .copy").first.click()
    expect(page.locator("#s-0000000002 .copy").first).to_have_text("copied")
    span = PIER.attributions[1].content[0]
    assert copied(page) == (
        "“We will not put a single deckhand at risk for the sake of a timetable,” (Saltmere Gazette, "
        "“Saltmere pier to close after storm damage”, 4 March 2031, 09:30 UTC, https://gazette.example/pier, "
        f"characters {span.start}–{span.end})"
    )
    page.locator("select[name=copyas]").select_option("markdown")
    page.locator("#s-0000000002 .copy").nth(1).click()
    expect(page.locator("#s-0000000002 .copy").nth(1)).to_have_text("copied")
    span = PIER.attributions[6].content[0]
    assert copied(page) == (
        "> “We will not put any deckhand at risk for a timetable,”\n>\n"
        f"> — Coast Wire, 4 March 2031, characters {span.start}–{span.end}\n"
    )


def test_words_that_one_report_alone_carries_are_copied_with_their_source_too(opened: Opener) -> None:
    page = opened("pier")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#s-0000000006 .copy").click()
    expect(page.locator("#s-0000000006 .copy")).to_have_text("copied")
    assert copied(page).startswith("that its boats would call at Wexcombe “until further notice” (Coast Wire, ")


def test_typing_in_a_field_does_not_step(opened: Opener) -> None:
    page = opened("pier")
    page.locator("select[name=speaker]").focus()
    page.keyboard.press("n")
    assert focused(page) == ""


def test_panes_are_chosen_and_a_link_opens_the_one_it_needs(opened: Opener) -> None:
    page = opened("twenty")
    expect(page.locator(".pane:visible")).to_have_count(3)
    page.locator(".chooser input").nth(0).uncheck()
    expect(page.locator(".pane:visible")).to_have_count(2)
    page.locator("#s-0000000003 .jump").first.click()
    expect(page.locator(".pane:visible")).to_have_count(3)
    expect(page.locator(".text :target")).to_be_in_viewport()


@pytest.mark.parametrize("name", ["pier", "eight", "twenty"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 400])
def test_axe_finds_no_violation(opened: Opener, name: str, scheme: str, width: int) -> None:
    page = opened(name, scheme=scheme, width=width)
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()


@pytest.mark.parametrize("name", ["pier", "eight", "twenty", "hostile"])
@pytest.mark.parametrize("width", [320, 400, 768, 1400])
def test_the_page_itself_never_scrolls_sideways(opened: Opener, name: str, width: int) -> None:
    page = opened(name, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_column_and_the_heads_stay_in_sight_with_many_reports(opened: Opener) -> None:
    page = opened("eight")
    page.set_viewport_size({"width": 1400, "height": 500})
    page.locator("#differ th").first.scroll_into_view_if_needed()
    page.locator(".scroll").first.evaluate("e => { e.scrollLeft = 3000; e.scrollTop = 300 }")
    box = page.locator(".scroll").first.bounding_box()
    head = page.locator("#differ thead .speaker").bounding_box()
    assert box is not None
    assert head is not None
    assert abs(head["x"] - box["x"]) < 2
    assert abs(head["y"] - box["y"]) < 4


def test_with_very_many_reports_each_wording_stands_once_with_its_reports(opened: Opener) -> None:
    page = opened("twenty")
    readings = page.locator("#s-0000000002 tr:not(.told)")
    expect(readings).to_have_count(3)
    expect(page.locator("#s-0000000002 th")).to_contain_text("3 of 20 reports")
    page.locator("#s-0000000002 .in a").nth(2).click()
    expect(page.locator(".text :target")).to_have_text(PIER.reports[2].slice(PIER.attributions[12].content[0]))


def test_the_bar_stays_in_sight_and_says_which_part_is_read(opened: Opener) -> None:
    page = opened("pier")
    page.locator("nav a[href='#numbers']").click()
    expect(page.locator("nav [aria-current]")).to_have_text("Numbers")
    expect(page.locator("nav")).to_be_in_viewport()
    expect(page.locator("#numbers-h")).to_be_in_viewport()


def test_among_the_full_texts_n_goes_to_the_next_difference_in_every_text(opened: Opener) -> None:
    page = opened("pier")
    page.locator("nav a[href='#texts']").click()
    page.locator(".pane .text").first.focus()
    page.keyboard.press("n")
    said = page.locator(".stepper output")
    expect(said).to_contain_text("1 of 4: Marta Okonjo-Lind. wording differs inside quotation marks")
    expect(page.locator(".pane .lit.said")).to_have_count(3)
    page.keyboard.press("n")
    expect(said).to_contain_text("2 of 4")
    page.keyboard.press("p")
    expect(said).to_contain_text("1 of 4")
    page.locator(".stepper button[value=p]").click()
    expect(said).to_contain_text("4 of 4")
    page.locator(".stepper a").click()
    expect(page.locator(".row:target th")).to_be_in_viewport()


def test_a_step_opens_the_texts_that_differ_and_closes_one_that_says_nothing(opened: Opener) -> None:
    page = opened("eight")
    for number in (0, 1):
        page.locator(".chooser input").nth(number).uncheck()
    page.locator(".chooser input").nth(4).check()
    page.locator(".chooser input").nth(5).check()
    page.locator(".stepper button[value=n]").click()
    shown = page.locator(".pane:visible h3")
    expect(shown).to_contain_text(["Saltmere Gazette", "Coast Wire", "courier"])


CHOOSE = """words => {
  const paragraph = [...document.querySelectorAll(".pane [data-start]")].find(p => p.textContent.includes(words));
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
}"""


def test_words_marked_in_a_text_are_copied_with_their_source_and_have_an_address(opened: Opener) -> None:
    page = opened("pier")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    start = PIER.reports[0].text.index("at the lifeboat")
    page.evaluate(CHOOSE, "at the lifeboat")
    expect(page.locator(".chosen output")).to_have_text(f"characters {start}–{start + 15}")
    page.locator(".chosen button[value=words]").click()
    expect(page.locator(".chosen button").first).to_have_text("copied")
    assert copied(page).startswith("at the lifeboat (Saltmere Gazette, ")
    page.locator(".chosen button[value=link]").click()
    expect(page.locator(".chosen button").last).to_have_text("copied")
    assert copied(page).endswith(f"_{start}-{start + 15}")


def test_an_address_of_a_stretch_marks_its_exact_words(opened: Opener) -> None:
    page = opened("pier")
    pane = page.locator(".pane").nth(1).get_attribute("id")
    start = PIER.reports[1].text.index("Storm shuts pier")
    page.evaluate(f"location.hash = '{pane}_{start + 6}-{start + 16}'")
    page.wait_for_function("CSS.highlights.has('stretch')")
    assert page.evaluate("[...CSS.highlights.get('stretch')][0].toString()") == "shuts pier"
    expect(page.locator(".pane").nth(1).locator(".headline")).to_be_in_viewport()


def test_a_speaker_of_the_coverage_opens_the_sheet_and_its_words_lead_to_the_text(opened: Opener) -> None:
    page = opened("pier")
    page.locator(".coverage a", has_text="Tobias Venn").click()
    sheet = page.locator("details.sheet[open]")
    expect(sheet.locator("summary")).to_contain_text("Tobias Venn")
    sheet.locator("a.said-so").first.click()
    expect(page.locator(".text :target")).to_have_text("“The pier is safe and it stays open,”")


def test_a_figure_leads_to_its_place_and_to_what_differs(opened: Opener) -> None:
    page = opened("pier")
    page.locator("#numbers .kind").click()
    expect(page.locator(".finding:target")).to_be_in_viewport()
    page.locator("#numbers .figure a").nth(1).click()
    expect(page.locator(".text :target")).to_have_text("14")


def test_on_paper_everything_is_there(opened: Opener) -> None:
    page = opened("twenty")
    page.locator("select[name=speaker]").select_option("Northline")
    page.emulate_media(media="print")
    expect(page.locator(ROWS)).to_have_count(6)
    expect(page.locator(".pane:visible")).to_have_count(20)
    expect(page.locator("details.sheet a.said-so").first).to_be_attached()
    expect(page.locator(".filters")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.querySelector('.text')).maxHeight") == "none"


def test_on_paper_heads_are_repeated_and_cells_of_eight_reports_stand_below_each_other(opened: Opener) -> None:
    few, many = opened("pier", width=760), opened("eight", width=760)
    for page in (few, many):
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= 760
    assert few.evaluate("getComputedStyle(document.querySelector('.matrix thead')).display") == "table-header-group"
    expect(many.locator("#s-0000000005 td:visible").filter(has_text="not examined")).to_have_count(1)
    expect(many.locator("#s-0000000005 td:visible").filter(has_text="not in this report")).to_have_count(0)


def test_forced_colours_keep_the_marks(opened: Opener) -> None:
    page = opened("pier")
    page.emulate_media(forced_colors="active")
    assert page.evaluate("getComputedStyle(document.querySelector('.differs.real')).outlineStyle") == "solid"
