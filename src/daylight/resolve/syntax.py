"""The tree of a report's parse, with its edges looked up once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from daylight.model import Annotated, Span, Token

_MAX_CLIMB = 200
"""Deepest parse that edges are carried up in: a hostile sentence of 10,000 words must not cost their square."""

_NOT_OF_THE_STORY = frozenset({"credit", "byline", "promotion"})

_LINE = 40  # tokens of a line that are enough to tell how it is set
_TITLE_CASE = 0.7
"""Share of capitalised words from which a line without a full stop is set like a headline; body text has a fifth."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One annotated report. By token: its dependents (``children``) and the edges of its phrase (``left``, ``right``)."""

    annotated: Annotated
    children: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the report."""
        return self.annotated.tokens

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.annotated.report.id

    def span(self, first: int, last: int) -> Span:
        """The stretch from token ``first`` to token ``last``, both counted in."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def head_of(self, span: Span) -> int | None:
        """The topmost token of a stretch: the first whose head lies outside it or is itself. None where it has none."""
        inside = self.annotated.tokens_in(span)
        if not inside:  # a part of a token: a name run into the word before it
            i = bisect_right(self.annotated.starts, span.start) - 1
            return i if i >= 0 and self.tokens[i].span.covers(span) else None
        tops = (i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i)
        return next((i for i in tops if self.tokens[i].pos not in {"PUNCT", "DET", "ADP"}), next(iter(inside), None))

    def tells_names(self, i: int) -> bool:
        """Whether token ``i`` stands in a block whose names are the story's: no photographer's, no other story's."""
        return self.annotated.role_at(self.tokens[i].span.start) not in _NOT_OF_THE_STORY

    def like_headline(self, i: int) -> bool:
        """Whether token ``i`` stands in a line that capitalises every word, so that capitals tell nothing of names."""
        if self.annotated.role_at(self.tokens[i].span.start) == "headline":
            return True
        sentence = self.annotated.sentences[self.tokens[i].sentence]
        if self.tokens[sentence.last - 1].text in {".", "”", '"'}:
            return False
        printed = [
            token.text
            for token in self.tokens[sentence.first : sentence.last]
            if token.text.isalpha() and len(token.text) > 3
        ]
        return len(printed) > 3 and sum(text[0].isupper() for text in printed) >= _TITLE_CASE * len(printed)

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent of token ``i`` with one of these relations."""
        return next((c for c in self.children[i] if self.tokens[c].dep in deps), None)


def tree_of(annotated: Annotated) -> Tree:
    """Index one report."""
    tokens = annotated.tokens
    children: list[list[int]] = [[] for _ in tokens]
    left, right = list(range(len(tokens))), list(range(len(tokens)))
    for i, token in enumerate(tokens):
        if token.head != i:
            children[token.head].append(i)
        above = token.head
        for _ in range(_MAX_CLIMB):
            left[above], right[above] = min(left[above], i), max(right[above], i)
            if tokens[above].head == above:
                break
            above = tokens[above].head
    return Tree(annotated, tuple(map(tuple, children)), tuple(left), tuple(right))
