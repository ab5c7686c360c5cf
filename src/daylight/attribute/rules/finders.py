"""Run every finder over a report's tokens and turn frames into candidates."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.attribute.candidate import Candidate
from daylight.attribute.circumstances.moments import is_time
from daylight.attribute.extent import Quoted, content, turn
from daylight.attribute.grammar import Grammar
from daylight.attribute.rules import direct, phrases, verbs
from daylight.attribute.rules.cues import Cues
from daylight.attribute.rules.frame import Frame
from daylight.attribute.rules.source import source_of
from daylight.attribute.rules.turns import Turns
from daylight.model import STORY_ROLES, Span
from daylight.offsets import join

_VERBS = frozenset({"VERB", "AUX"})


class Finder:
    """One report under search."""

    def __init__(self, g: Grammar, quoted: Quoted, cues: Cues) -> None:
        self.g, self.quoted, self.cues = g, quoted, cues
        self.direct = direct.link(g, quoted, self._speaks)
        self.turns = Turns(g, quoted)

    def _speaks(self, i: int) -> bool:
        token = self.g.tokens[i]
        return token.pos in _VERBS and self.cues.score("verb", self.g.lemmas[i], "quote") > 0

    def candidates(self) -> Iterator[Candidate]:
        """Every candidate that the lexicon gives a score above 0, in text order."""
        for sentence in self.g.annotated.sentences:
            if self.g.annotated.report.blocks[sentence.block].role not in STORY_ROLES:
                continue
            for i in range(sentence.first, sentence.last):
                if i in self.direct.verbs:
                    yield from self._quoting(i)
                elif self.quoted.of[i] < 0:
                    yield from self._at(i)
                yield from self._marked(i)

    def _at(self, i: int) -> Iterator[Candidate]:
        """The candidates whose cue is token ``i``."""
        token = self.g.tokens[i]
        if token.pos in _VERBS and token.text.lower() != "according":
            if not (token.pos == "AUX" or self.cues.knows("verb", self.g.lemmas[i])):
                return
            for frame in verbs.frames(self.g, i):
                yield from self._made(frame, source_of(self.g, frame))
            return
        if token.pos == "NOUN" and not self.cues.knows("noun", self.g.lemmas[i]):
            return
        for frame, source in phrases.frames(self.g, i):
            yield from self._made(frame, self.g.trimmed(*source) if source else None)

    def _marked(self, i: int) -> Iterator[Candidate]:
        """The candidates whose cue is a colon or a dash alone."""
        for frame, source in self.turns.frames(i):
            yield from self._made(frame, self.g.trimmed(*source))

    def _made(self, frame: Frame, source: Span | None) -> Iterator[Candidate]:
        score = self.cues.score(frame.family, frame.lemma, frame.name)
        if score <= 0:
            return
        transcript = frame.name == "transcript"
        spans = turn(self.g, *frame.content) if transcript else content(self.g, self.quoted, *frame.content)
        if spans and not self._only_when(frame, spans):
            kind = self.cues.cue_class(frame.family, frame.lemma)
            yield Candidate(frame.family, frame.lemma, frame.name, frame.head, frame.cue, source, spans, score, kind)

    def _only_when(self, frame: Frame, spans: tuple[Span, ...]) -> bool:
        """Whether the complement of a noun is a time: "a statement on Tuesday"."""
        tokens = [self.g.tokens[i] for span in spans for i in self.g.annotated.tokens_in(span)]
        return frame.family == "noun" and is_time(tokens) == (0, len(tokens) - 1)

    def _quoting(self, i: int) -> Iterator[Candidate]:
        """A cue verb beside quotations: they are its content, and a clause of its own outside them."""
        lemma = self.g.lemmas[i]
        spans = [self.quoted.all[k].span for first in self.direct.verbs[i] for k in self.quoted.chain(first)]
        spans.extend(self._clause_beside(i, spans))
        cue = self.g.cue_of(i)
        inside = tuple((held.start, held.stop - 1) for held in map(self.g.annotated.tokens_in, spans))
        frame = Frame("verb", lemma, "quote", i, cue, inside, "agent" if self.g.child(i, "agent") else "subject")
        score = self.cues.score("verb", lemma, "quote")
        yield Candidate(
            "verb",
            lemma,
            "quote",
            i,
            cue,
            source_of(self.g, frame),
            join(spans, self.g.text),
            score,
            self.cues.cue_class("verb", lemma),
        )

    def _clause_beside(self, i: int, quotes: list[Span]) -> list[Span]:
        """The indirect clause of a cue that has quotations too: "said he was glad: “…”"."""
        for frame in verbs.frames(self.g, i):
            if frame.name in {"that", "whether"} and frame.content[0][0] > i:
                spans = content(self.g, self.quoted, *frame.content)
                if not any(span.overlaps(quote) for span in spans for quote in quotes):
                    return list(spans)
        return []
