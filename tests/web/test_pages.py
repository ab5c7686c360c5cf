"""What a person does in the app: give reports, look, correct, undo, take out, search, download."""

from __future__ import annotations

import re

import pytest
from lxml import html

from daylight.decisions import parse_decisions
from daylight.decisions.values import Rename
from daylight.web import urls
from daylight.web.exports import EXPORTS
from tests.report.hostile import PAYLOADS
from tests.report.pier import PIER
from tests.web.conftest import Visitor

TEXT = "The pier is shut.\n\n“Nobody was hurt,” said the harbour master on Monday."


def links(text: str, part: str) -> list[str]:
    return [str(href) for href in html.fromstring(text).xpath("//a/@href") if part in href]


def test_files_and_texts_become_a_story_of_the_given_name(visitor: Visitor) -> None:
    files = [("files", ("a.txt", TEXT.encode())), ("files", ("b.html", b"<html><body><article><p>" + TEXT.encode()))]
    answer = visitor.send(urls.STORIES, title="Storm at Saltmere", text=TEXT + " More.", files=files)
    assert answer.headers["location"].startswith("/stories/")
    shown = visitor.get(urls.HOME).text
    assert "Storm at Saltmere" in shown
    with visitor.desk.open() as library:
        reports = library.reports(answer.headers["location"].rsplit("/", 1)[1])
        assert library.original(reports[0].source.sha256).data == TEXT.encode()
    assert len(reports) == 3


def test_what_cannot_be_read_is_told_and_what_was_written_stands_there_again(visitor: Visitor) -> None:
    shown = visitor.client.post(
        urls.STORIES,
        data={"token": visitor.token, "text": "", "urls": "ftp://a.example/", "title": "Kept <b>"},
        files=[("files", ("a.png", b"\x89PNG...."))],
        follow_redirects=True,
    )
    while "data-job" in shown.text:
        shown = visitor.get(str(shown.url))
    assert "a.png: this is a picture" in shown.text
    form = html.fromstring(shown.text).forms[-1]
    assert (form.fields["urls"].strip(), form.fields["title"]) == ("ftp://a.example/", "Kept <b>")


def test_nothing_given_is_said_at_once(visitor: Visitor) -> None:
    answer = visitor.send(urls.STORIES, text=" ", urls="")
    assert answer.status_code == 422
    assert "give a file, a text or an address" in answer.text


def test_the_page_of_a_story_is_the_page_that_compare_makes_with_the_way_to_correct_each_thing(visitor: Visitor) -> None:
    tree = html.fromstring(visitor.get(urls.story(visitor.story)).text)
    for anchor in ("s-0000000002", "d-0000000002", "people", "copies"):
        assert tree.xpath(f"//*[@id='{anchor}']")
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in tree.xpath("//@href") if href.startswith("#")} <= set(ids)
    statements = tree.xpath("//*[contains(@class,'row')]//a[contains(@href,'/correct/statement/')]")
    assert len(statements) == len(PIER.statements)


@pytest.mark.parametrize("what", ["statement", "person", "difference", "block"])
def test_each_thing_has_its_forms_alone_and_on_a_page_of_their_own(visitor: Visitor, what: str) -> None:
    for link in links(visitor.get(urls.story(visitor.story)).text, f"/correct/{what}/"):
        own = visitor.get(link)
        part = visitor.get(link, headers={"x-daylight-part": "1"})
        assert (own.status_code, part.status_code) == (200, 200)
        assert "<html" in own.text
        assert "<html" not in part.text
        assert part.text.count("<form") >= 1


def test_a_correction_is_kept_shown_undone_and_goes_into_a_decisions_file(visitor: Visitor) -> None:
    fields = {"kind": "rename", "person": "e-venn", "name": "Zed Zulu", "note": "his card", "back": "e-venn"}
    done = visitor.send(urls.part(visitor.story, "decisions"), **fields)
    assert done.headers["location"] == urls.story(visitor.story, "e-venn")
    shown = visitor.get(urls.story(visitor.story)).text
    assert "Corrections (1)" in shown
    assert "is called “Zed Zulu”" in shown
    assert "his card" in shown
    (decision,) = parse_decisions(visitor.get(urls.part(visitor.story, "decisions.toml")).text).all
    assert isinstance(decision, Rename)
    (undo,) = re.findall(r'action="([^"]+/undo)"', shown)
    visitor.send(undo)
    shown = visitor.get(urls.story(visitor.story)).text
    assert "undone" in shown
    assert "/undo" not in shown
    assert parse_decisions(visitor.get(urls.part(visitor.story, "decisions.toml")).text).all == ()


def test_a_form_that_says_too_little_changes_nothing_and_says_so(visitor: Visitor) -> None:
    answer = visitor.send(urls.part(visitor.story, "decisions"), kind="merge", person="e-venn")
    assert answer.status_code == 422
    assert "needs two names" in answer.text
    assert "Corrections (0)" in visitor.get(urls.story(visitor.story)).text


def test_a_decisions_file_is_taken_over_or_refused_whole(visitor: Visitor) -> None:
    address = urls.part(visitor.story, "decisions-file")
    good = b'[[rename]]\nperson = "Tobias Venn"\nname = "Zed"\n[[reject]]\nperson = "Northline"\n'
    visitor.send(address, files=[("file", ("decisions.toml", good))])
    assert "Corrections (2)" in visitor.get(urls.story(visitor.story)).text
    assert visitor.send(address, files=[("file", ("decisions.toml", good + b"[[marry]]\n"))]).status_code == 422
    assert "Corrections (2)" in visitor.get(urls.story(visitor.story)).text


def test_a_report_is_added_and_taken_out(visitor: Visitor) -> None:
    visitor.send(urls.part(visitor.story, "reports"), text=TEXT, outlet="Evening Post")
    with visitor.desk.open() as library:
        (new,) = [report for report in library.reports(visitor.story) if report.outlet == "Evening Post"]
    visitor.send(urls.part(visitor.story, "reports-removal"), report=new.id)
    with visitor.desk.open() as library:
        assert len(library.reports(visitor.story)) == len(PIER.reports)
    assert visitor.send(urls.part(visitor.story, "reports-removal"), report="none").status_code == 404


def test_a_story_is_renamed_and_removed_where_that_is_confirmed(visitor: Visitor) -> None:
    visitor.send(urls.part(visitor.story, "name"), title="Saltmere")
    assert "Saltmere" in visitor.get(urls.HOME).text
    visitor.send(urls.part(visitor.story, "removal"))
    assert visitor.get(urls.story(visitor.story)).status_code == 200
    visitor.send(urls.part(visitor.story, "removal"), sure="yes")
    assert visitor.get(urls.story(visitor.story)).status_code == 404


@pytest.mark.parametrize("form", EXPORTS)
def test_each_export_is_saved_and_never_shown(visitor: Visitor, form: str) -> None:
    answer = visitor.get(urls.export(visitor.story, form))
    assert answer.status_code == 200
    assert answer.content
    assert answer.headers["content-disposition"].startswith("attachment")


def test_words_and_speakers_are_found_and_lead_to_their_place(visitor: Visitor) -> None:
    found = visitor.get(urls.search(q="timetable")).text
    (place, *_) = [link for link in links(found, urls.story(visitor.story)) if "#" in link]
    assert "<mark>timetable" in found
    assert visitor.get(place).status_code == 200
    assert "Marta Okonjo-Lind" in visitor.get(urls.SPEAKERS).text
    assert "place" in visitor.get(urls.speaker("Marta Okonjo-Lind")).text
    assert visitor.get(urls.search(q="nothing of the kind")).text.count("<blockquote") == 0
    for kind in ({"since": "2031-13-40"}, {"kind": "mood"}):
        assert visitor.get(urls.search(**kind)).status_code == 422


@pytest.mark.parametrize("path", ["/stories/none", "/jobs/none", "/stories/../x", "/nothing", "/static/none"])
def test_what_is_not_there_is_said_in_words(visitor: Visitor, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert "<h1>" in answer.text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_shown_as_text_everywhere(visitor: Visitor, payload: str) -> None:
    words = payload.encode("utf-8", "replace").decode()
    visitor.send(urls.part(visitor.story, "name"), title=words[:200])
    fields = {"kind": "rename", "person": words, "name": words, "note": words, "back": words}
    visitor.send(urls.part(visitor.story, "decisions"), **fields)
    visitor.send(urls.STORIES, text="", urls=words, title=words)
    story = visitor.get(urls.story(visitor.story))
    pages = [story, visitor.get(urls.HOME), visitor.get(urls.search(q=words, speaker=words, story=words))]
    for shown in [*pages, visitor.get(urls.correct(visitor.story, "person", words))]:
        assert shown.status_code in {200, 404, 422}
        tree = html.fromstring(shown.text.replace("\0", ""))
        assert all(src.startswith("/static/") for src in tree.xpath("//script/@src"))
        assert len(tree.xpath("//script")) == len(tree.xpath("//script/@src"))
        assert not tree.xpath("//img | //@onerror | //@onmouseover | //b[text()='block']")
        assert not [href for href in tree.xpath("//@href") if href.startswith("javascript:")]


def test_a_page_that_a_browser_sent_comes_in_as_it_stood_there(visitor: Visitor) -> None:
    page = f"<!doctype html><html><body><article><p>{TEXT}</p></article></body></html>"
    answer = visitor.send(urls.RECEIVE, page=page, urls="https://news.example/pier", story="")
    with visitor.desk.open() as library:
        (report,) = library.reports(answer.headers["location"].rsplit("/", 1)[1])
        assert library.original(report.source.sha256).data == page.encode()
    assert report.url == "https://news.example/pier"
    assert report.retrieved


def test_the_bookmarklet_names_the_app_that_it_was_taken_from(visitor: Visitor) -> None:
    (code,) = links(visitor.get(urls.BOOKMARKLET).text, "javascript:")
    assert "to='http://127.0.0.1:8050'" in code
    assert "postMessage(page,to)" in code
