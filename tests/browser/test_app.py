"""The app in a browser: reports in, every correction and its undoing, search, without a script, accessible at any width."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from threading import Thread

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from daylight import pipeline
from daylight.decisions.values import Ref, Rename
from daylight.report.links import anchor
from daylight.web import urls
from daylight.web.app import create_app
from daylight.web.desk import Desk
from tests.report.pier import PIER
from tests.web.conftest import compared

pytestmark = pytest.mark.browser

NEWS = "http://news.example/pier"
"""A page of somebody else, which the browser is given by the test."""

VENN = anchor("entity", "e-venn")
TEXT = "The pier is shut.\n\n“Nobody was hurt,” said the harbour master on Monday."


@dataclass(frozen=True, slots=True)
class Served:
    """The app, listening, and the story in its library."""

    origin: str
    story: str


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setattr(pipeline, "compare", compared)
    desk = Desk(tmp_path / "library.db")
    with desk.open() as library:
        story = library.add(PIER.reports).story
        library.rename_story(story, "The pier")
        library.save(story, PIER, "")
    listening = socket()
    listening.bind(("127.0.0.1", 0))
    host = f"127.0.0.1:{listening.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(create_app(desk, frozenset({host})), log_level="warning", ws="none"))
    thread = Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield Served(f"http://{host}", story)
    server.should_exit = True
    thread.join()
    listening.close()


Visit = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, served: Served) -> Iterator[Visit]:
    """Open a page of the app. Errors, and requests to anybody else, fail the test."""
    contexts = []
    trouble: list[str] = []

    def open_page(path: str, *, width: int = 1280, scheme: str = "light", script: bool = True) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith((served.origin, NEWS)) else trouble.append(r.url))
        page.goto(served.origin + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not trouble


@pytest.fixture
def story(visit: Visit, served: Served) -> Page:
    return visit(urls.story(served.story))


def correct(page: Page, place: str, title: str) -> None:
    """Open the forms beside a thing, at the one of a title."""
    page.locator(f"{place} a.correct").first.click()
    expect(form(page, title)).to_be_visible()


def form(page: Page, title: str) -> Locator:
    """The form of a title, in the drawer."""
    return page.locator(".drawer .correction").filter(has=page.locator("legend", has_text=title))


def done(page: Page, told: str) -> None:
    """The job has ended; what was decided is told."""
    expect(page.locator(".corrections summary")).to_have_text("Corrections (1)")
    expect(page.locator(".corrections li bdi").first).to_contain_text(told)


def test_reports_are_dropped_pasted_compared_and_kept(visit: Visit, tmp_path: Path) -> None:
    page = visit("/")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    page.locator("input[name=files]").set_input_files(tmp_path / "a.txt")
    page.evaluate(
        """() => {
          const dropped = new DataTransfer();
          dropped.items.add(new File(["The pier stays shut, the harbour master said."], "b.txt", { type: "text/plain" }));
          document.querySelector(".intake").dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true }));
        }"""
    )
    assert page.evaluate("document.querySelector('input[name=files]').files.length") == 2
    page.locator("textarea[name=text]").fill(TEXT + "\n=====\n" + TEXT + " More.")
    page.locator("input[name=title]").fill("Storm at Saltmere")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".story-title")).to_have_text("Storm at Saltmere")
    expect(page.locator("#statements-h")).to_be_attached()


def test_what_cannot_be_read_is_said_and_what_was_written_stands_there_again(visit: Visit) -> None:
    page = visit("/")
    page.locator("textarea[name=urls]").fill("ftp://news.example/x")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".problem")).to_contain_text("it begins with http")
    expect(page.locator("textarea[name=urls]")).to_have_value("ftp://news.example/x")


def test_a_name_is_corrected_and_the_correction_undone(story: Page) -> None:
    correct(story, f"#{VENN}", "The name is wrong")
    form(story, "The name is wrong").locator("[name=name]").fill("Zed Zulu")
    form(story, "The name is wrong").get_by_role("button").click()
    done(story, "is called “Zed Zulu”")
    expect(story.locator(f"#{VENN} .who-said")).to_have_text("Zed Zulu")
    story.locator(".corrections summary").click()
    story.locator(".corrections li").get_by_role("button").click()
    expect(story.locator(f"#{VENN} .who-said")).to_have_text("Tobias Venn")
    expect(story.locator(".corrections .undone")).to_have_count(1)


def test_two_people_are_made_one(story: Page) -> None:
    correct(story, f"#{VENN}", "Two are one")
    form(story, "Two are one").locator("select").select_option(label="Marta Okonjo-Lind")
    form(story, "Two are one").locator("[name=name]").fill("Marta Okonjo-Lind")
    form(story, "Two are one").get_by_role("button").click()
    done(story, "are one")
    expect(story.locator("#statements .who-said", has_text="Tobias Venn")).to_have_count(0)


def test_one_person_is_made_two_by_spelling(story: Page) -> None:
    correct(story, f"#{VENN}", "One is two")
    form(story, "One is two").get_by_label("“Tobias Ven”").check()
    form(story, "One is two").locator("[name=name]").fill("Tobias Ven")
    form(story, "One is two").get_by_role("button").click()
    done(story, "is somebody else")
    expect(story.locator("#people .who-said", has_text="Tobias Ven")).to_have_count(2)


def test_somebody_is_no_speaker(story: Page) -> None:
    correct(story, f"#{VENN}", "Nobody who speaks")
    form(story, "Nobody who speaks").get_by_role("button").click()
    done(story, "is nobody who speaks here")
    expect(story.locator("#statements .who-said", has_text="Tobias Venn")).to_have_count(0)


def test_a_statement_is_given_to_another_speaker(story: Page) -> None:
    correct(story, "#s-0000000002", "It was said by somebody else")
    form(story, "somebody else").locator("select").select_option(label="Tobias Venn")
    form(story, "somebody else").get_by_role("button").click()
    expect(story.locator(".corrections summary")).to_contain_text("Corrections (3)")
    expect(story.locator("#s-0000000002 .who-said")).to_have_text("Tobias Venn")


def test_two_statements_are_joined(story: Page) -> None:
    before = story.locator(".row").count()
    correct(story, "#s-0000000002", "Another statement says the same")
    form(story, "says the same").locator("select").select_option(index=1)
    form(story, "says the same").get_by_role("button").click()
    done(story, "say the same")
    expect(story.locator(".row")).to_have_count(before - 1)


def test_a_statement_is_parted(story: Page) -> None:
    before = story.locator(".row").count()
    correct(story, "#s-0000000002", "Some of it says something else")
    form(story, "something else").get_by_role("checkbox").last.check()
    form(story, "something else").get_by_role("button").click()
    done(story, "says something else")
    expect(story.locator(".row")).to_have_count(before + 1)


def test_a_difference_is_none(story: Page) -> None:
    correct(story, "#d-0000000004", "This is no difference")
    form(story, "no difference").get_by_role("button").click()
    done(story, "is no difference")
    expect(story.locator("#d-0000000004")).to_have_count(0)


def test_a_block_is_no_story(story: Page) -> None:
    before = story.locator(".pane .block.caption").count()
    story.locator(".pane .block.body").first.hover()
    correct(story, ".pane .block.body", "What this block is")
    form(story, "What this block is").locator("select").select_option("caption")
    form(story, "What this block is").get_by_role("button").click()
    done(story, "is caption")
    expect(story.locator(".pane .block.caption")).to_have_count(before + 1)


def test_forms_close_with_escape_and_the_focus_comes_back(story: Page) -> None:
    link = story.locator("#s-0000000002 a.correct").first
    link.focus()
    story.keyboard.press("Enter")
    expect(story.locator(".drawer")).to_be_visible()
    story.keyboard.press("Escape")
    expect(story.locator(".drawer")).to_be_hidden()
    expect(link).to_be_focused()


def test_everything_works_without_a_script(visit: Visit, served: Served) -> None:
    page = visit(urls.story(served.story), script=False)
    page.locator(f"#{VENN} a.correct").first.click()
    page.locator(".correction").first.locator("[name=name]").fill("Zed Zulu")
    page.locator(".correction").first.get_by_role("button").click()
    deadline = time.monotonic() + 30
    while "/jobs/" in page.url and time.monotonic() < deadline:
        page.get_by_role("link", name="Look again").click()
        page.wait_for_load_state()
    expect(page.locator(f"#{VENN} .who-said")).to_have_text("Zed Zulu")


def test_words_are_found_and_lead_to_their_place(visit: Visit) -> None:
    page = visit("/")
    page.locator(".find input").fill("timetable")
    page.locator(".find button").click()
    expect(page.locator(".hits mark").first).to_have_text("timetable")
    page.locator(".hits .facts a").last.click()
    expect(page.locator(".story-title")).to_have_text("The pier")
    page.wait_for_function("CSS.highlights.has('stretch')")
    page.get_by_role("link", name="Speakers").first.click()
    page.get_by_role("link", name="Marta Okonjo-Lind").click()
    page.locator(".hits .facts a").last.click()
    expect(page.locator(".row:target")).to_be_attached()


def test_a_page_that_a_bookmarklet_sends_waits_for_the_person(visit: Visit, served: Served) -> None:
    code = visit(urls.BOOKMARKLET).locator(".bookmarklet").get_attribute("href")
    assert code is not None
    page = visit(urls.HOME)
    story = f"<!doctype html><title>Storm &lt;b>shuts&lt;/b> pier</title><article><p>{TEXT}</p></article>"
    page.route(NEWS, lambda route: route.fulfill(body=story, content_type="text/html; charset=utf-8"))
    page.goto(NEWS)
    with page.context.expect_page() as opened:
        page.evaluate(code.removeprefix("javascript:"))
    app = opened.value
    expect(app.locator(".received")).to_contain_text("“Storm <b>shuts</b> pier”")
    assert app.locator("[name=urls]").input_value() == NEWS
    assert app.url.startswith(served.origin + urls.RECEIVE)
    app.locator("select[name=story]").select_option(label="The pier")
    app.get_by_role("button", name="Take it in").click()
    expect(app.locator(".story-title")).to_have_text("The pier")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_axe_finds_no_violation_on_any_page(visit: Visit, served: Served, scheme: str, width: int) -> None:
    paths = [urls.HOME, urls.story(served.story), urls.search(q="timetable"), urls.SPEAKERS, urls.BOOKMARKLET, urls.RECEIVE]
    page = visit(urls.correct(served.story, "person", VENN), scheme=scheme, width=width)
    for path in paths:
        page.goto(served.origin + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page)
        assert not found.response["violations"], found.generate_report()


@pytest.mark.parametrize("what", ["#s-0000000002", f"#{VENN}", "#d-0000000004"])
@pytest.mark.parametrize("width", [1280, 400])
def test_axe_finds_no_violation_in_the_forms(visit: Visit, served: Served, what: str, width: int) -> None:
    page = visit(urls.story(served.story), width=width)
    page.locator(f"{what} a.correct").first.click()
    expect(page.locator(".drawer .correction").first).to_be_visible()
    page.locator(".desk summary").last.evaluate(
        "e => { for (const d of document.querySelectorAll('details')) d.open = true }"
    )
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()


def test_a_decision_of_the_command_line_is_seen_in_the_app(visit: Visit, served: Served, tmp_path: Path) -> None:
    with Desk(tmp_path / "library.db").open() as library:
        library.decide(served.story, Rename(Ref(name="Tobias Venn"), "Zed Zulu"))
    page = visit(urls.story(served.story))
    expect(page.locator(".corrections summary")).to_have_text("Corrections (1)")
