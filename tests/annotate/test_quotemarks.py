from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.annotate.quotemarks import quotations_of
from daylight.model import Block, BlockRole, Quotation, Report, Source, Span


def make(text: str, *roles: BlockRole) -> Report:
    lines = [Span(*match.span()) for match in re.finditer(r"\S[^\n]*(?<=\S)|\S", text)]
    blocks = (Block(span, roles[i] if i < len(roles) else "body") for i, span in enumerate(lines))
    return Report("r", text, Source(None, "", "text/plain"), tuple(blocks))


def inner(text: str) -> list[str]:
    report = make(text)
    return [report.slice(quotation.inner) for quotation in quotations_of(report)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('“Yes,” he said. "No," she said.', ["Yes,", "No,"]),
        ("``Yes,'' he said.", ["Yes,"]),
        ("''Yes,'' he said.", ["Yes,"]),
        ("„Ja“, sagte er. »Nein«, sagte sie. « Oui », dit-il.", ["Ja", "Nein", "Oui"]),
        ("「はい」と彼は", ["はい"]),
        ("“Yes,“ he said. ”No,” she said.", ["Yes,", "No,"]),
        ('“Yes," he said. "No.”', ["Yes,", "No."]),
        ('He said:"Yes."She left.', ["Yes."]),
        ("‘Yes,’ he said. ’No,’ she said.", ["Yes,", "No,"]),
    ],
)
def test_every_sort_of_mark_is_paired(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'The workers' union is strong,' he said.", ["The workers' union is strong,"]),
        ("It was a 'beginner's error' and 'immediately' withdrawn.", ["beginner's error", "immediately"]),
        ("He spoke of 'sweeping cuts' and left.", ["sweeping cuts"]),
        ("The workers' union met the owners' council.", []),
        ("Back in the '90s we didn't care 'bout rock 'n' roll.", []),
        ("James' brother and Jess' sister won't go.", []),
        ("He is 6' 2\" tall and she is 5’ 4”.", []),
        ('<a href="x">Go</a>', []),
    ],
)
def test_apostrophes_are_told_from_quotation_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_nested_quotations_have_a_depth() -> None:
    report = make("“She told me, ‘He sang “Harbour” twice,’ and left,” the mayor said.")
    assert [(report.slice(q.inner)[:7], q.depth) for q in quotations_of(report)] == [
        ("She tol", 0),
        ("He sang", 1),
        ("Harbour", 2),
    ]


def test_three_marks_in_a_row_close_the_inner_quotation_first() -> None:
    assert inner("''She asked, 'What now?''' he said.") == ["She asked, 'What now?'", "What now?"]


def test_a_quotation_goes_on_in_the_next_paragraph_that_opens_again() -> None:
    found = quotations_of(make("He said: “One.\n“Two.\n“Three,” and left. “Four.”"))
    assert [(q.closed, q.continues) for q in found] == [(False, None), (False, 0), (True, 1), (True, None)]


def test_a_caption_between_two_paragraphs_does_not_break_the_newspaper_rule() -> None:
    report = make("“One.\nThe harbour at “dawn”.\n“Two,” he said.", "body", "caption", "body")
    assert [(report.slice(q.inner), q.continues) for q in quotations_of(report)] == [
        ("One.", None),
        ("dawn", None),
        ("Two,", 0),
    ]


def test_a_quotation_may_go_on_where_the_second_opening_mark_was_forgotten() -> None:
    report = make('"We stay open.\nWe never closed," she said. "Never."')
    assert [(report.slice(q.inner), q.continues) for q in quotations_of(report)] == [
        ("We stay open.", None),
        ("We never closed,", 0),
        ("Never.", None),
    ]


def test_single_marks_keep_the_newspaper_rule_too() -> None:
    found = quotations_of(make("'One.\n'Two,' he said."))
    assert [(q.closed, q.continues) for q in found] == [(False, None), (True, 0)]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("“The quay is safe, said Ms. Orly, who runs it. “Come,” she said.", "The quay is safe,"),
        ("He called it “a mistake and left. They stayed. “Come,” she said.", "a mistake and left."),
        ("“The quay is safe.’ He left. “Come,” she said.", "The quay is safe."),
        ("She wrote: “The quay is safe. It is ours. “Come,” she said.", "The quay is safe. It is ours."),
    ],
)
def test_a_lost_closing_mark_costs_one_quotation(text: str, lost: str) -> None:
    assert inner(text) == [lost, "Come,"]


def test_a_lost_mark_is_told() -> None:
    assert [q.closed for q in quotations_of(make("He called it “a mistake and left.\nShe said “no”."))] == [False, True]


def test_a_lost_opening_mark_costs_nothing_else() -> None:
    assert inner("The quay is safe,” she said. “Come.”") == ["Come."]


def test_one_text_quoted_in_another_keeps_its_own_marks() -> None:
    report = make('"The mayor spoke of a “turn” and a “new day” there.\n"He left."')
    assert [(report.slice(q.inner), q.depth) for q in quotations_of(report)] == [
        ("The mayor spoke of a “turn” and a “new day” there.", 0),
        ("turn", 1),
        ("new day", 1),
        ("He left.", 0),
    ]


PIECES = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "''",
    "``",
    "«",
    "»",
    "„",
    "「",
    "」",
    "said",
    "workers",
    "he",
    ". ",
    ", ",
    " ",
    "\n",
    "a",
    "6",
    "\u202a",
    "…",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=60).map("".join))
def test_spans_nest_or_are_disjoint_and_slice(text: str) -> None:
    report = make(text)
    found = quotations_of(report)
    assert list(found) == sorted(found, key=lambda q: (q.span.start, -q.span.end))
    for i, one in enumerate(found):
        _check(report, one, found, i)
        for other in found[i + 1 :]:
            assert one.span.covers(other.span) or one.span.end <= other.span.start
            assert one.inner.covers(other.span) or one.span.end <= other.span.start


def _check(report: Report, one: Quotation, found: tuple[Quotation, ...], i: int) -> None:
    assert one.span.covers(one.inner)
    assert report.slice(one.inner).strip() == report.slice(one.inner) != ""
    assert any(block.span.covers(one.span) for block in report.blocks)
    assert one.depth == sum(q.span.covers(one.span) for q in found[:i])
    if one.continues is not None:
        before = found[one.continues]
        assert one.continues < i
        assert not before.closed
        assert before.span.end in {block.span.end for block in report.blocks}


@pytest.mark.parametrize("piece", ["“", "'a dogs' ", "“‘", '" ', "“a, he ", "« „", "“a.’ "])
def test_a_hostile_paragraph_takes_no_more_than_seconds(piece: str) -> None:
    began = time.process_time()
    quotations_of(make(piece * (50_000 // len(piece))))
    assert time.process_time() - began < 8
