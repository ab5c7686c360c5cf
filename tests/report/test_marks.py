"""Marks come out well nested, in order, and with the text untouched."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from daylight.model import Span
from daylight.report.assets import environment
from daylight.report.marks import Mark, Token, plain, weave
from daylight.report.visible import visible

ALPHABET = st.characters(exclude_categories=[]) | st.sampled_from("<>&\"'{}%\n\r\x00\x1b\u202e\u2066\ud83d🛥")
TEXTS = st.text(ALPHABET, min_size=1, max_size=60)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, Span, list[Mark]]:
    text = draw(TEXTS)
    ends = st.integers(0, len(text))

    def span() -> Span:
        return Span(*sorted((draw(ends), draw(ends))))

    marks = [Mark(span(), f"m{i}", tag="mark", anchor=f"a{i}", say="says <i>") for i in range(draw(st.integers(0, 8)))]
    return text, span(), marks


class Reader(HTMLParser):
    """Collects the text content, and refuses tags that do not nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(tokens: tuple[Token, ...]) -> Reader:
    template = environment().from_string('{% from "parts.html.j2" import words %}{{ words(tokens) }}')
    reader = Reader()
    reader.feed(template.render(tokens=tokens))
    reader.close()
    return reader


@given(marked_texts())
def test_the_text_of_the_markup_is_the_sliced_text(case: tuple[str, Span, list[Mark]]) -> None:
    text, span, marks = case
    read = rendered(weave(text, span, marks))
    assert read.text == visible(text[span.start : span.end])
    assert not read.open
    assert len(set(read.ids)) == len(read.ids)


@given(marked_texts())
def test_every_mark_covers_its_own_stretch_and_no_more(case: tuple[str, Span, list[Mark]]) -> None:
    text, span, marks = case
    covered: dict[str, set[int]] = {mark.css: set() for mark in marks}
    now: list[Mark] = []
    at = span.start
    for token in weave(text, span, marks):
        if token.mark and token.type == "open":
            now.append(token.mark)
        elif token.type == "close":
            assert now.pop() == token.mark
        for _ in token.text:
            for mark in now:
                covered.setdefault(mark.css, set()).add(at)
            at += 1
    assert at == span.end
    for mark in marks:
        assert covered[mark.css] == set(range(*mark.span)) & set(range(*span))


@given(TEXTS)
def test_what_is_made_visible_keeps_its_length_and_holds_nothing_that_acts(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(char in shown for char in "\x00\x1b\x7f\x85\x9b\r\u202a\u202e\u2066\u2069\u2028")
    assert shown.encode()


def test_a_crossed_mark_is_opened_again_and_keeps_one_anchor() -> None:
    first, second = Mark(Span(0, 6), "a", anchor="one"), Mark(Span(3, 9), "b", anchor="two")
    stream = weave("abcdefghi", Span(0, 9), [first, second])
    assert [(t.type, t.mark.css if t.mark else t.text) for t in stream] == [
        ("open", "a"),
        ("text", "abc"),
        ("open", "b"),
        ("text", "def"),
        ("close", "b"),
        ("close", "a"),
        ("open", "b"),
        ("text", "ghi"),
        ("close", "b"),
    ]
    assert rendered(stream).ids == ["one", "two"]


def test_a_run_of_controls_is_one_mark_that_says_what_it_is() -> None:
    stream = weave("a\u202e\u202eb", Span(0, 4), [])
    assert [t.mark.say for t in stream if t.mark and t.type == "open"] == ["U+202E right-to-left override"]
    assert plain(stream) == "a\ufffd\ufffdb"
