"""Join what the network found with what the rules found.

The network decides what is said, by whom, and how far it goes. The rules know what is printed: that quotation marks pair,
that a name and a colon begin a turn, that nothing goes on from a headline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from daylight import lexicon
from daylight.attribute.candidate import Candidate
from daylight.attribute.extent import content
from daylight.attribute.grammar import WH, Grammar
from daylight.attribute.rules.cues import Family, cues
from daylight.attribute.rules.engine import Reading
from daylight.attribute.rules.select import apart
from daylight.attribute.speech import RAISED
from daylight.attribute.tagger.decoding import Run, Tied
from daylight.attribute.tagger.extents import ranges
from daylight.model import Span

Told = tuple[Candidate, tuple[Span, ...]]

CERTAIN = frozenset({"transcript", "signed"})
"""Frames of the rules that stand as they are: a transcript's turns are longer than the network's windows, and a signature
is as rare in its training articles."""

ALONE = 0.8
"""Precision of a candidate from which it stands though the network found nothing there."""

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "AUX", "INTJ", "PRON", "X", "SYM"})
"""Parts of speech of which a content holds one at least: an article alone tells nothing."""

_FAMILIES: dict[str, Family] = {"NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adverb", "PUNCT": "colon"}


def together(reading: Reading, found: Sequence[Tied]) -> list[Told]:
    """The attributions to tell, in order of their contents, which share no character."""
    g = reading.grammar
    certain = [pair for pair in reading.told if pair[0].frame in CERTAIN]
    taken = _Taken(g, certain)
    by_cue = {i: pair for pair in reading.told for i in range(pair[0].cue[0], pair[0].cue[1] + 1)}
    told = list(certain)
    for tied in _unbroken(g, found):
        made = _candidate(reading, tied, by_cue.get(_head(g, tied.cue)))
        if made is not None and not taken.any(made[1]):
            told.append(made)
    taken = _Taken(g, told)
    told += [pair for pair in reading.told if pair[0].score >= ALONE and not taken.any(pair[1])]
    return apart(g, told)


def _unbroken(g: Grammar, found: Sequence[Tied]) -> list[Tied]:
    """The findings without breaks inside a sentence: what goes on from a content of the sentence's own cue is its end.

    The network ties it to the next cue at times: "what one would | not agree to. He called it …", "that it should stay shut
    | unless the pier is safe, adding that …". A content that stands wholly before its cue is left where it is.
    """
    sentence = [token.sentence for token in g.tokens]
    own = {run[-1] + 1 for tied in found for run in tied.content if sentence[tied.cue[0]] == sentence[run[-1]]}

    def strays(tied: Tied, run: Run) -> bool:
        later = run[-1] < tied.cue[0] < tied.content[-1][0]
        elsewhere = later or sentence[tied.cue[0]] != sentence[run[0]]
        return run[0] in own and g.tokens[run[0]].tag not in WH and elsewhere and sentence[run[0]] == sentence[run[0] - 1]

    stray = {run[0]: run for tied in found for run in tied.content if strays(tied, run)}
    whole = [
        replace(tied, content=tuple(run + stray.get(run[-1] + 1, ()) for run in tied.content if run[0] not in stray))
        for tied in found
    ]
    return [tied for tied in whole if tied.content]


def _candidate(reading: Reading, tied: Tied, ruled: Told | None) -> Told | None:
    """The network's finding with the rules' reading of the same cue: class and frame, and the source where it has none."""
    g = reading.grammar
    if ruled is not None and not tied.source and _is_hedge(g, tied, ruled[0]):
        return ruled
    spans = content(g, reading.quoted, *ranges(g, reading.quoted, tied))
    if not any(g.tokens[i].pos in _TELLING for span in spans for i in g.annotated.tokens_in(span)):
        return None
    cue = _bare(g, tied.cue)
    source = _whole_source(g, tied.source) if tied.source else None
    if ruled is not None:
        source = _source(g, cue, source, ruled[0].source)
        return replace(ruled[0], cue=cue, source=source, content=spans, score=tied.score), spans
    head = _head(g, tied.cue)
    lemma, family = g.lemmas[head], _family(g, head)
    kind = cues().cue_class(family, lemma)
    frame = RAISED if lemma in lexicon.load("hedges")["governors"] else "tagged"
    return Candidate(family, lemma, frame, head, cue, source, spans, tied.score, kind), spans


def _is_hedge(g: Grammar, tied: Tied, ruled: Candidate) -> bool:
    """Whether the network reads "he seemed to rule it out" as nobody's impression where the rules read what he ruled out."""
    hedges = lexicon.load("hedges")["governors"]
    return ruled.source is not None and ruled.lemma not in hedges and any(g.lemmas[i] in hedges for i in tied.cue)


def _whole_source(g: Grammar, found: Run) -> Span | None:
    """The network's source without marks at its ends, but with the bracket that closes one inside: "Ada Bell (D-Me. | )"."""
    source = g.trimmed(found[0], found[-1])
    if (
        source is None
        or g.text.count("(", *source) <= g.text.count(")", *source)
        or g.text[source.end : source.end + 1] != ")"
    ):
        return source
    return Span(source.start, source.end + 1)


def _source(g: Grammar, cue: tuple[int, int], found: Span | None, ruled: Span | None) -> Span | None:
    """The network's source, but the rules' where it has none, or one in another sentence than the cue and they do not."""
    if found is None or ruled is None:
        return found or ruled
    home = g.annotated.sentences[g.tokens[cue[0]].sentence].span
    return ruled if home.covers(ruled) and not home.overlaps(found) else found


def _bare(g: Grammar, cue: Run) -> tuple[int, int]:
    """First and last token of a cue without marks at its end, and without the beginning of what a tear left behind it."""
    last = len(cue) - 1
    while last > 0 and (g.tokens[cue[last]].pos == "PUNCT" or g.torn(cue[last])):
        last -= 1
    return cue[0], cue[last]


def _head(g: Grammar, cue: Run) -> int:
    """The token of a cue that carries it: a verb before a noun before another, the one that the others hang on."""
    inside = set(cue)
    tops = [i for i in cue if g.tokens[i].head not in inside or g.tokens[i].head == i] or list(cue)
    verbs = [i for i in cue if g.tokens[i].pos == "VERB"]
    if verbs and g.tokens[tops[0]].pos not in {"VERB", "NOUN"}:
        return verbs[-1]
    return tops[0]


def _family(g: Grammar, head: int) -> Family:
    return "verb" if g.tokens[head].lemma.lower() == "accord" else _FAMILIES.get(g.tokens[head].pos, "verb")


class _Taken:
    """The characters that contents hold."""

    def __init__(self, g: Grammar, told: Sequence[Told]) -> None:
        self._held = bytearray(len(g.text))
        for _, spans in told:
            for span in spans:
                self._held[span.start : span.end] = b"\1" * (span.end - span.start)

    def any(self, spans: Sequence[Span]) -> bool:
        """Whether one of them is held already."""
        return any(any(self._held[span.start : span.end]) for span in spans)
