"""Navigation over the dependency parse of one report: children, subtrees, subjects and verb groups.

Labels are those of ClearNLP, tags those of the Penn Treebank, as spaCy's English models print them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cached_property

from daylight import lexicon
from daylight.model import Annotated, Block, Mention, Span, Token

WH = frozenset({"WP", "WRB", "WDT", "WP$"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
_SHARING = frozenset({"xcomp", "conj", "advcl", "pcomp", "prep", "dep"})
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_CLAUSES = frozenset({"relcl", "advcl", "parataxis"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
_INCIDENTAL = frozenset({"relcl", "advcl", "parataxis", "punct", "cc"})
_FUNCTION = frozenset({"ADP", "DET", "PRON", "SCONJ", "CCONJ"})
_WORD_TAGS = frozenset({"-LRB-", "-RRB-", "''", "``", ",", ".", ":", "HYPH"})


class Grammar:
    """The parse of one report with its edges counted once, in linear time. ``tokens`` are the report's own, heads mended."""

    def __init__(self, annotated: Annotated, tokens: tuple[Token, ...] | None = None) -> None:
        self.annotated = annotated
        self.tokens = annotated.tokens if tokens is None else tokens
        self.text = annotated.report.text
        self.words = {token.text for token in self.tokens}
        self._names = [name.span.start for name in annotated.names]
        count = len(self.tokens)
        self.kids: list[list[int]] = [[] for _ in range(count)]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                self.kids[token.head].append(i)
        self.lemmas = self._lemmas()
        self.low = list(range(count))
        self.high = list(range(count))
        self._edges()

    @cached_property
    def addressees(self) -> frozenset[str]:
        """Names that are told something in the report: outlets, where the language model takes them for places."""
        verbs = lexicon.load("hedges")["via"]["verbs"]
        told = (t for t in self.tokens if t.dep in {"dobj", "dative", "nsubj"} and self.tokens[t.head].lemma in verbs)
        return frozenset(token.text for token in told)

    @cached_property
    def name_parts(self) -> frozenset[str]:
        """The words of the names of people that have more than one."""
        people = (self.text[n.span.start : n.span.end].split() for n in self.annotated.names if n.kind == "person")
        return frozenset(word for words in people if len(words) > 1 for word in words)

    @cached_property
    def doers(self) -> frozenset[str]:
        """Words that are the subject of a verb other than one of reporting."""
        verbs = lexicon.load("hedges")["via"]["reporting"]
        subjects = (t for t in self.tokens if t.dep in SUBJECTS and self.tokens[t.head].lemma not in verbs)
        return frozenset(token.text for token in subjects)

    def glued(self, i: int) -> Span | None:
        """The name at the end of a token in which two words run together ("CourierBell"), if it is printed elsewhere.

        Not the end of an outlet's own name: "HarbourPost".
        """
        if i < 0:
            return None
        token = self.tokens[i]
        cut = [match.start() for match in _GLUED.finditer(token.text)]
        last = token.text[cut[-1] :] if cut else ""
        if last not in self.words or last.lower() in lexicon.load("hedges")["via"]["titles"]:
            return None
        return Span(token.span.start + cut[-1], token.span.end)

    def _lemmas(self) -> list[str]:
        """Lemmas in small letters, a verb's with its particle: "rule out"."""
        found = [token.lemma.lower() for token in self.tokens]
        for token in self.tokens:
            if token.dep == "prt":
                found[token.head] += " " + token.text.lower()
        return found

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

    def names_in(self, span: Span) -> tuple[Mention, ...]:
        """The names that begin inside a span."""
        first = bisect_left(self._names, span.start)
        return self.annotated.names[first : bisect_left(self._names, span.end)]

    def sentence_of(self, i: int) -> range:
        """The tokens of the sentence that holds token ``i``."""
        sentence = self.annotated.sentences[self.tokens[i].sentence]
        return range(sentence.first, sentence.last)

    def block_of(self, i: int) -> Block:
        """The block that holds token ``i``."""
        return self.annotated.report.blocks[self.annotated.sentences[self.tokens[i].sentence].block]

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

    def cue_of(self, verb: int) -> tuple[int, int]:
        """The verb group with the verbs above it that touch it: "refused to say", "is expected to argue"."""
        first, last = self.verb_group(verb)
        for _ in range(3):
            token = self.tokens[verb]
            if not self.infinitive(verb) or self.verb_group(token.head)[1] + 1 != first:
                break
            verb = token.head
            first = self.verb_group(verb)[0]
        return first, last

    def infinitive(self, verb: int) -> bool:
        """Whether a verb shares the subject of the verb before it: "refused to say", "went on to say"."""
        token = self.tokens[verb]
        aspect = token.dep == "advcl" and self.lemmas[token.head] in lexicon.load("hedges")["aspectual"]
        return (token.dep == "xcomp" or aspect) and token.head < verb

    def whole(self, head: int) -> tuple[int, int]:
        """First and last token of a subtree."""
        return self.low[head], self.high[head]

    def torn(self, i: int) -> bool:
        """Whether a capital stands where none belongs: something was lost before token ``i``."""
        return (
            i < len(self.tokens)
            and self.tokens[i].text.istitle()
            and self.tokens[i].pos in _FUNCTION
            and i > self.sentence_of(i).start
        )

    def subject(self, verb: int) -> int | None:
        """The subject of ``verb``: its own, or the one shared with the verb above (conjunct, participle, infinitive).

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
                return self._modified(token.head) if token.tag == "VBG" else None
            if token.dep in _SHARING or (token.dep == "acomp" and token.pos == "ADJ"):
                here = token.head
                continue
            return None
        return None

    def _modified(self, noun: int) -> int | None:
        """Who speaks in a participle after a noun: whoever gave the statement, but the poll itself."""
        token = self.tokens[noun]
        if token.lemma.lower() in lexicon.load("nouns")["artifacts"] and token.dep in {"dobj", "pobj"}:
            verb = token.head if token.dep == "dobj" else self.tokens[token.head].head
            return self.subject(verb) if self.tokens[verb].pos in {"VERB", "AUX"} else noun
        return noun

    def noun_phrase(self, head: int, before: int | None = None) -> tuple[int, int]:
        """First and last token of the phrase of ``head`` without relative clauses and asides that hang on it.

        A phrase that runs over the verb ``before``, which modifies it ("supporters saying"), ends there.
        """
        first, last = head, head
        for kid in self.kids[head]:
            label = self.tokens[kid].dep
            if label in _CLAUSES and kid > head:
                break
            if label not in _INCIDENTAL:
                first, last = min(first, self.low[kid]), max(last, self.high[kid])
        if before is not None and head < before <= last:
            last = before - 1
        return first, last

    def neighbour(self, first: int, last: int) -> tuple[int, int] | None:
        """The noun phrase right after or right before the tokens ``first`` to ``last``: a subject that the parser missed."""
        after, prior = last + 1, first - 1
        if after < len(self.tokens) and self.tokens[after].pos in _NOMINAL:
            return after, self._grown(after, lambda head: self.low[head] >= after, self.high)
        if prior >= 0 and self.tokens[prior].pos in _NOMINAL:
            return self._grown(prior, lambda head: self.high[head] <= prior, self.low), prior
        return None

    def _grown(self, i: int, fits: Callable[[int], bool], edge: list[int]) -> int:
        """The edge of the largest nominal phrase around token ``i`` that fits."""
        best = edge[i] if fits(i) else i
        for _ in range(4):
            head = self.tokens[i].head
            if head == i or not fits(head) or self.tokens[head].pos not in _NOMINAL:
                break
            i, best = head, edge[head]
        return best
