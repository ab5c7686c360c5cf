"""Pair quotation marks, paragraph by paragraph, so that a lost mark costs one quotation and no more.

Double marks are paired first, then single marks among those that stand in the same double quotation, so that spans nest
or are disjoint by construction. The newspaper rule is kept: a quotation that runs over a paragraph's end opens again in
the next one and closes once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from daylight.annotate.lostmarks import end_of_unclosed
from daylight.annotate.marks import Mark, Side, find_marks
from daylight.annotate.singlemarks import pair_singles
from daylight.model import STORY_ROLES, Block, Quotation, Report, Span
from daylight.offsets import strip


@dataclass(slots=True)
class _Paragraph:
    """One block while its marks are being paired.

    ``lost`` holds opening marks that nothing closes, each with the offset before which its quotation ends. ``tail`` is the
    last of them, open when the block ends; ``goes_on`` says that the next paragraph takes it up again. ``stray`` is a
    closing double mark that no double mark precedes.
    """

    block: Block
    marks: list[Mark]
    quotations: list[Quotation] = field(default_factory=list)
    lost: list[tuple[Mark, int]] = field(default_factory=list)
    tail: tuple[Mark, int] | None = None
    stray: Mark | None = None
    goes_on: bool = False

    @property
    def singles(self) -> list[Mark]:
        return [mark for mark in self.marks if mark.family == "single"]

    def reopens(self, family: str) -> bool:
        """Whether the paragraph begins with an opening mark of a family."""
        first = self.marks[0] if self.marks else None
        return first is not None and (first.start, first.family) == (self.block.span.start, family) and first.side != "close"


def quotations_of(report: Report) -> tuple[Quotation, ...]:
    """Every quotation of a report, sorted by start, the outer one first. Any text is accepted."""
    paragraphs = [_Paragraph(block, find_marks(report.text, block.span)) for block in report.blocks]
    for paragraph in paragraphs:
        _pair_doubles(paragraph)
    links = dict(_join_doubles(paragraphs))
    for paragraph in paragraphs:
        _settle(report.text, paragraph)
    links |= dict(_join_singles(paragraphs))
    return _number([quotation for paragraph in paragraphs for quotation in paragraph.quotations], links)


def _pair_doubles(paragraph: _Paragraph) -> None:
    """Pair double marks with a stack of open ones. A mark that opens where its kind is open already nests, if two closing
    marks follow; else the closing mark of the open one was lost."""
    marks = [mark for mark in paragraph.marks if mark.family != "single"]
    limits = [mark.start for mark in marks[1:]] + [paragraph.block.span.end]
    kinds = _kinds(marks)
    nested = _may_nest(marks, kinds)
    stack: list[int] = []
    for k, mark in enumerate(marks):
        same = [depth for depth, i in enumerate(stack) if kinds[i] == kinds[k]]
        lost: list[int] = []
        if mark.side == "open" or (mark.side == "either" and not same):
            if same and not nested[k]:
                stack, lost = stack[: same[0]], stack[same[0] :]
            stack.append(k)
        elif same:
            paragraph.quotations.append(_quotation(marks[stack[same[-1]]], mark))
            stack, lost = stack[: same[-1]], stack[same[-1] + 1 :]
        elif k == 0:
            paragraph.stray = mark
        paragraph.lost += [(marks[i], limits[i]) for i in lost]
    paragraph.lost += [(marks[i], limits[i]) for i in stack[1:]]
    paragraph.tail = (marks[stack[0]], limits[stack[0]]) if stack else None


def _kinds(marks: Sequence[Mark]) -> list[tuple[str, bool]]:
    """What pairs with what: straight and curly double marks with each other, unless each sort pairs up by itself, as they
    do where a text with its own style of marks is quoted."""
    doubles = [mark for mark in marks if mark.family == "double"]
    curly = [mark.side for mark in doubles if not mark.straight]
    straight = [mark.side for mark in doubles if mark.straight]
    apart = curly == _alternating(len(curly) // 2 * 2) and straight == _alternating(len(straight))
    return [(mark.family, mark.straight and apart) for mark in marks]


def _alternating(length: int) -> list[Side]:
    sides: tuple[Side, Side] = ("open", "close")
    return [sides[i % 2] for i in range(length)]


def _may_nest(marks: Sequence[Mark], kinds: Sequence[tuple[str, bool]]) -> list[bool]:
    """For each mark, were it to open inside a quotation of its own kind: whether two closing marks follow."""
    following: dict[tuple[str, bool], tuple[Mark | None, Mark | None]] = {}
    nested = []
    for mark, kind in zip(reversed(marks), reversed(kinds), strict=True):
        one, two = following.get(kind, (None, None))
        nested.append(one is not None and one.side != "open" and two is not None and two.side == "close")
        following[kind] = (mark, one)
    return nested[::-1]


def _quotation(opener: Mark, closer: Mark) -> Quotation:
    return Quotation(Span(opener.start, closer.end), Span(opener.end, closer.start))


def _followers(paragraphs: Sequence[_Paragraph]) -> Iterator[tuple[_Paragraph, _Paragraph]]:
    """Each body paragraph with the next one; captions and the like may stand between the two."""
    story = [paragraph for paragraph in paragraphs if paragraph.block.role in STORY_ROLES]
    for here, there in pairwise(story):
        if here.block.role == there.block.role == "body":
            yield here, there


def _join_doubles(paragraphs: Sequence[_Paragraph]) -> Iterator[tuple[int, int]]:
    """Let open quotations go on in the next paragraph; yield the start there and the start here of each that does."""
    for here, there in _followers(paragraphs):
        if here.tail is None:
            continue
        opener, begin, stray = here.tail[0], there.block.span.start, there.stray
        here.goes_on = there.reopens(opener.family)
        if not here.goes_on and stray is not None and stray.family == opener.family and begin < stray.start:
            here.goes_on = True
            there.quotations.append(Quotation(Span(begin, stray.end), Span(begin, stray.start)))
        if here.goes_on:
            yield begin, opener.start


def _settle(text: str, paragraph: _Paragraph) -> None:
    """Give every unclosed quotation its end, then pair the single marks inside and between the quotations."""
    end, singles = paragraph.block.span.end, paragraph.singles
    if paragraph.tail is not None:
        opener = paragraph.tail[0]
        if paragraph.goes_on:
            paragraph.quotations.append(Quotation(Span(opener.start, end), Span(opener.end, end), closed=False))
        else:
            paragraph.lost.append(paragraph.tail)
    for opener, limit in paragraph.lost:
        inner, outer, closed = end_of_unclosed(text, opener, limit, singles)
        paragraph.quotations.append(Quotation(Span(opener.start, outer), Span(opener.end, inner), closed=closed))
    paragraph.quotations += pair_singles(singles, paragraph.quotations)
    trimmed = (replace(quotation, inner=strip(quotation.inner, text)) for quotation in paragraph.quotations)
    paragraph.quotations = [quotation for quotation in trimmed if quotation.inner.start < quotation.inner.end]


def _join_singles(paragraphs: Sequence[_Paragraph]) -> Iterator[tuple[int, int]]:
    """The newspaper rule in single marks: two paragraphs begin with one, and nothing closes the first."""
    for here, there in _followers(paragraphs):
        block = here.block.span
        taken = any(quotation.span.start == block.start for quotation in here.quotations)
        if here.reopens("single") and there.reopens("single") and not taken:
            opener = here.marks[0]
            here.quotations.append(Quotation(block, Span(opener.end, block.end), closed=False))
            yield there.block.span.start, block.start


def _number(quotations: Sequence[Quotation], links: dict[int, int]) -> tuple[Quotation, ...]:
    """Sort, give depths, and turn links between starts into indices."""
    ordered = sorted(quotations, key=lambda quotation: (quotation.span.start, -quotation.span.end))
    index = {quotation.span.start: i for i, quotation in reversed(list(enumerate(ordered)))}
    numbered: list[Quotation] = []
    ends: list[int] = []
    for quotation in ordered:
        while ends and ends[-1] <= quotation.span.start:
            ends.pop()
        earlier = links.get(quotation.span.start) if not ends else None
        numbered.append(replace(quotation, depth=len(ends), continues=index.get(earlier) if earlier is not None else None))
        ends.append(quotation.span.end)
    return tuple(numbered)
