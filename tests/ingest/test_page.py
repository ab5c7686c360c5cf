from __future__ import annotations

import html
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.errors import InputError
from daylight.ingest.markup import read_markup
from daylight.ingest.page import page_report
from daylight.ingest.text import Facts
from daylight.model import Block, BlockRole, Report, Source
from daylight.settings import DEFAULT

PAGE = """<!doctype html><html lang=en><head><title>Ferry stays in port, minister says - Averne Post</title>
<meta property="og:site_name" content="Averne Post"><meta property="article:published_time" content="2025-05-05T10:00:00Z">
<link rel=canonical href="https://averne.example/ferry"><style>p { color: red }</style></head><body>
<nav><ul><li><a href=/>Home</a><li><a href=/w>World news</a></ul></nav>
<article class="has-sidebar"><h1>Ferry stays in port, minister says</h1>
<p class=byline>By <a rel=author href=/jp>Jonas Petrik</a></p><time datetime="2025-05-05">5 May 2025</time>
<p>Harbour minister Ilse Vandermolen said on Monday that the <b>Kestrel</b> ferry
   would not sail before the inquiry ended &mdash; or later &amp; longer.</p>
<blockquote><p>“Nobody boards that ship until we know why.”</p></blockquote>
<figure><img src=x><figcaption>Crews wait on the quay.</figcaption></figure>
<div class="ad-slot"><p>Buy our new sofa for the living room today!</p></div>
<p>The company that runs the ferry had asked for a decision by Friday, and its lawyers were still in talks last night.</p>
<ul><li>“We were told nothing,” said the captain.</li><li>The pilots said the same.</li></ul>
<script>var hidden = "a script said so";</script><!-- a comment said so --><p hidden>A hidden paragraph said so.</p>
<h2>What happens next</h2>
<p class="related"><a href=/x>Former harbour chief predicts swift return of night ferries</a></p>
<p>The inquiry opens next week, a spokesman for the harbour said, and will hear forty witnesses over ten days in public.</p>
<aside><h3>Related</h3><ul><li><a href=/y>Ferry owner sells two ships</a></li></ul></aside>
</article><footer><p>© 2025 Averne Post</p></footer></body></html>"""
SOURCE = Source("ferry.html", "0" * 64, "text/html")


def report_of(page: str) -> Report:
    return page_report(page, SOURCE, Facts(), DEFAULT)


def pieces(report: Report) -> list[tuple[BlockRole, str]]:
    return [(block.role, report.slice(block.span)) for block in report.blocks]


def assert_anchored(report: Report, source: str) -> None:
    """Each anchor is exact, and what is not white space is anchored without a gap."""
    for block in report.blocks:
        covered: set[int] = set()
        for span, place in block.anchors:
            text, written = report.slice(span), source[place.start : place.end]
            assert block.span.covers(span)
            assert written == text or (len(written) != len(text) and html.unescape(written) == text)
            covered.update(range(*span))
        open_ = [i for i in range(*block.span) if i not in covered and not report.text[i].isspace()]
        assert not open_, report.text[open_[0] : open_[0] + 20]


def test_the_story_of_a_page_with_its_roles() -> None:
    found = pieces(report_of(PAGE))
    assert [role for role, _ in found[:3]] == ["headline", "byline", "dateline"]
    assert ("body", "“Nobody boards that ship until we know why.”") in found
    assert ("body", "“We were told nothing,” said the captain.") in found
    assert ("body", "What happens next") in found
    assert ("caption", "Crews wait on the quay.") in found


def test_what_is_not_the_story_is_left_out_or_marked() -> None:
    report = report_of(PAGE)
    for words in ("said so", "sofa", "World news", "sells two ships", "color"):
        assert words not in report.text
    assert all(role == "promotion" for role, text in pieces(report) if "predicts" in text)


def test_what_the_page_says_of_itself() -> None:
    report = report_of(PAGE)
    assert report.title == "Ferry stays in port, minister says"
    assert (report.outlet, report.url) == ("Averne Post", "https://averne.example/ferry")
    assert report.published == "2025-05-05T10:00:00Z"


def test_white_space_is_folded_and_references_are_read() -> None:
    assert "ferry would not sail before the inquiry ended — or later & longer." in report_of(PAGE).text


def test_a_linked_site_name_on_top_is_not_the_headline() -> None:
    top = '<header><h1><a href="/">Averne Post</a></h1></header><form><h2 class="headline">Ferry stays in port</h2>'
    story = (
        "<p>Harbour minister Ilse Vandermolen said on Monday that the ferry would not sail before the inquiry ended.</p>" * 2
    )
    report = report_of(f"<html><body>{top}<div class=body>{story}</div></form></body></html>")
    assert pieces(report)[0] == ("headline", "Ferry stays in port")
    assert "Averne Post" not in report.text


def test_paragraphs_that_only_line_breaks_part_are_blocks() -> None:
    line = "The minister said on Monday that the ferry would not sail before the inquiry ended, number"
    lines = [f"{line} {word}." for word in ("one", "two", "three")]
    report = report_of(f"<html><body><div id=content>{'<br><br>'.join(lines)}</div></body></html>")
    assert [text for _, text in pieces(report)] == lines


def test_every_block_is_anchored_to_the_source() -> None:
    assert_anchored(report_of(PAGE), PAGE)


def test_a_page_that_the_extractor_finds_nothing_in_is_read_by_its_paragraphs() -> None:
    deep = "<div>" * 3_000 + "<p>The minister said on Monday that the ferry would not sail.</p>" + "</div>" * 3_000
    assert report_of(f"<html><body>{deep}").text == "The minister said on Monday that the ferry would not sail."


def test_a_page_without_a_story_is_an_error() -> None:
    with pytest.raises(InputError, match="no story"):
        report_of("<html><body><script>one()</script><p hidden>Two.</p></body></html>")


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<p>a<p hidden>b<p>c", ["a", "c"]),
        ("a<span style='display: none'>b<span>c</span>d</span>e", ["ae"]),
        ("a<!-- b -->c<!-- d", ["ac"]),
        ("a<script>'</p>'</script>b<script>c", ["ab"]),
        ("1 < 2 and <3", ["1 < 2 and <3"]),
        ("<p title='a>b'>c", ["c"]),
        ("a<br>b<br><br>c", ["a", "b", "c"]),
        ("</p></div>a</section>b", ["a", "b"]),
        ("<noscript>a</noscript><template>b</template>c", ["c"]),
    ],
)
def test_what_can_be_seen(markup: str, seen: list[str]) -> None:
    segments = read_markup(markup).segments
    assert ["".join(markup[a:b] for a, b in s.pieces).strip() for s in segments] == seen


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<br>",
        "<li>",
        "<ul>",
        "</ul>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<",
        "&amp;",
        "&#8220;",
        "&nbsp;",
        "&#10;",
        "&notit;",
        "&ampx",
        "&#0;",
        "&#xD800;",
        "&",
        "\n  ",
        "<a href=x>",
        "</a>",
        "<h1>",
        "<p hidden>",
        "<blockquote>",
        "The minister said that it was late.",
        "“No”",
        "\u2028",
        "\x85",
        "<p class='",
        '">',
        "(Jo Roe/AP)",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(TAGS, TAGS, st.text(max_size=10)), min_size=1, max_size=40))
def test_any_markup_gives_exact_anchors_or_an_error(parts: list[str]) -> None:
    source = "".join(parts).replace("\0", "").encode("utf-8", "ignore").decode()
    try:
        report = report_of(source)
    except InputError:
        return
    assert_anchored(report, source)
    assert_blocks_cover(report.blocks, report.text)


def assert_blocks_cover(blocks: tuple[Block, ...], text: str) -> None:
    end = 0
    for block in blocks:
        assert end <= block.span.start < block.span.end
        assert not text[end : block.span.start].strip()
        end = block.span.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<p>a",
        "<",
        "<a b='",
        '<a b="',
        "<!--",
        "</p>",
        "<b>a",
        "&",
        "&amp;",
        "<p hidden>",
        "<script>",
        "<li>a",
        "<td>a",
        "a ",
    ],
)
def test_hostile_markup_does_not_hang(unit: str) -> None:
    source = "<html><body>" + unit * (60_000 // len(unit))
    start = time.process_time()
    with suppress(InputError):
        report_of(source)
    assert time.process_time() - start < 60


@pytest.mark.parametrize(
    "last",
    [
        "<figure><blockquote>QUOTE</blockquote></figure>",
        "<ul><li>QUOTE</li><li>The inquiry sits again on Thursday.</li></ul>",
        '<div class="ad-slot"><span>Advertisement</span></div><figure><blockquote>QUOTE</blockquote></figure>',
    ],
)
def test_a_quotation_set_apart_at_the_end_is_kept(last: str) -> None:
    page = PAGE.replace("<aside>", f"{last.replace('QUOTE', '“Nobody told the crew,” she said.')}<aside>")
    text = report_of(page).text
    assert "Nobody told the crew" in text
    assert "Advertisement" not in text
