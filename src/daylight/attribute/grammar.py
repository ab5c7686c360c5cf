"""Navigation over the dependency parse of one report: children, subtrees, subjects and verb groups.

Labels are those of ClearNLP, tags those of the Penn Treebank, as spaCy's English models print them.
"""

from __future__ import annotations

from collections.abc import Iterator

from daylight.model import Annotated, Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
_RAISED = frozenset({"xcomp", "conj"})
_INCIDENTAL = frozenset({"relcl", "advcl", "parataxis", "punct", "cc"})
_WORD_TAGS = frozenset({"-LRB-", "-RRB-", "''", "``", ",", ".", ":", "HYPH"})


class Grammar:
    """The parse of one report with its edges counted once, in linear time."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.tokens = annotated.tokens
        self.text = annotated.report.text
        count = len(self.tokens)
        self.kids: list[list[int]] = [[] for _ in range(count)]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                self.kids[token.head].append(i)
        self.low = list(range(count))
        self.high = list(range(count))
        self._edges()

    def _edges(self) -> None:
        """Leftmost and rightmost token of every subtree, children before heads."""
        order = [i for i, token in enumerate(self.tokens) if token.head == i]
        for i in order:
            order.extend(self.kids[i])
        for i in reversed(order):
            head = self.tokens[i].head
            self.low[head] = min(self.low[head], self.low[i])
            self.high[head] = max(self.high[head], self.high[i])

    def children(self, i: int, *labels: str) -> Iterator[int]:
        """Children of ``i`` with one of the labels, in text order."""
        return (k for k in self.kids[i] if self.tokens[k].dep in labels)

    def child(self, i: int, *labels: str) -> int | None:
        """The first child of ``i`` with one of the labels."""
        return next(self.children(i, *labels), None)

    def sentence_of(self, i: int) -> range:
        """The tokens of the sentence that holds token ``i``."""
        sentence = self.annotated.sentences[self.tokens[i].sentence]
        return range(sentence.first, sentence.last)

    def span(self, first: int, last: int) -> Span:
        """The characters from token ``first`` to token ``last``, the last included."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def trimmed(self, first: int, last: int) -> Span | None:
        """As ``span``, without marks at the ends (quotation marks are put back by the caller who knows the quotations)."""
        while first <= last and self.tokens[first].tag in _WORD_TAGS:
            first += 1
        while last >= first and self.tokens[last].tag in _WORD_TAGS:
            last -= 1
        return self.span(first, last) if first <= last else None

    def verb_group(self, verb: int) -> tuple[int, int]:
        """First and last token of the verb with its auxiliaries, negation, adverbs and particle, as far as they touch."""
        first = last = verb
        while first - 1 in self.kids[verb] and self.tokens[first - 1].dep in _GROUP:
            first -= 1
        while last + 1 in self.kids[verb] and self.tokens[last + 1].dep in _GROUP and self.tokens[last + 1].tag != "WRB":
            last += 1
        return first, last

    def subject(self, verb: int) -> int | None:
        """The subject of ``verb``: its own, or the one that it shares with the verb above (conjunct, participle, infinitive).

        A participle that modifies a noun has that noun for its subject.
        """
        here = verb
        for _ in range(6):
            own = self.child(here, *SUBJECTS)
            if own is not None:
                return own
            token = self.tokens[here]
            if token.head == here:
                return None
            if token.dep == "acl":
                return token.head if token.tag == "VBG" else None
            if token.dep in _RAISED or token.dep in {"advcl", "pcomp", "prep", "dep"}:
                here = token.head
                continue
            return None
        return None

    def noun_phrase(self, head: int) -> tuple[int, int]:
        """First and last token of the phrase of ``head`` without relative clauses and asides that hang on it."""
        first, last = head, head
        for kid in self.kids[head]:
            if self.tokens[kid].dep in _INCIDENTAL:
                if kid < head:
                    continue
                if self.tokens[kid].dep in {"relcl", "advcl", "parataxis"}:
                    break
                continue
            first, last = min(first, self.low[kid]), max(last, self.high[kid])
        return first, last
