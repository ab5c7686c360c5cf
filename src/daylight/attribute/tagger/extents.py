"""How far a content goes, where the network stops a word too early or too late."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.attribute.extent import Quoted
from daylight.attribute.grammar import WH, Grammar
from daylight.attribute.tagger.decoding import Run, Tied

_VERBAL = frozenset({"VERB", "AUX"})


def ranges(g: Grammar, quoted: Quoted, tied: Tied) -> Iterator[tuple[int, int]]:
    """First and last token of each run of a content.

    A run that would go on from a headline, or to one, is left out.
    """
    home = g.block_of(tied.cue[0])
    for run in tied.content:
        block = g.block_of(run[0])
        if block == home or "headline" not in (home.role, block.role):
            first, last = run[0], _last(g, quoted, run)
            yield first, _completed(g, last)


def _last(g: Grammar, quoted: Quoted, run: Run) -> int:
    """The last token without a relative pronoun that begins something else, and without a stray name after a full stop."""
    last = run[-1]
    while last > run[0] and (g.tokens[last].tag in WH or g.tokens[last].tag == ","):
        last -= 1
    stops = [i for i in range(run[0], last) if g.tokens[i].tag == "." and quoted.of[i] < 0]
    if not stops or quoted.of[last] >= 0 or any(g.tokens[i].pos in _VERBAL for i in range(stops[-1], last + 1)):
        return last
    return stops[-1] - 1


def _completed(g: Grammar, last: int) -> int:
    """The last token with the object of a preposition that it would else end in: "before | Christmas"."""
    if g.tokens[last].dep != "prep":
        return last
    goal = g.child(last, "pobj")
    return g.noun_phrase(goal)[1] if goal is not None and goal > last else last
