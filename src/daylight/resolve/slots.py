"""Names in the place of a name: what stands in a sentence where another report's sentence of the same tells a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from daylight.model import SentencePair
from daylight.resolve.letters import fold, slip_likeness
from daylight.resolve.lists import plain, titles, words
from daylight.resolve.mentions import NameMention, mention_at, nameish
from daylight.resolve.syntax import Tree

_SURE = 0.6
"""Score of a pair of sentences from which on what is left over in both can be one name."""

_LIKE = 0.6
"""How alike what is left over must be written. On damaged reports 0.5 gives the same, 0.7 loses 3 of 909 mangled names."""

_LONGEST = 3


def in_place_of_names(
    trees: Sequence[Tree], names: Sequence[Sequence[NameMention]], pairs: Sequence[SentencePair]
) -> list[list[NameMention]]:
    """By report, persons that its sentences print where the aligned sentence of another report has a person of like name.

    Only words that the other report prints nowhere can be such: two reports that know both names mean two.
    """
    at = {tree.report: r for r, tree in enumerate(trees)}
    printed = [frozenset(fold(token.text) for token in tree.tokens if token.text[:1].isupper()) for tree in trees]
    people: dict[tuple[int, int], list[NameMention]] = defaultdict(list)
    for m in (m for report in names for m in report if m.kind == "person"):
        people[m.report, trees[m.report].tokens[m.first].sentence].append(m)
    found: list[dict[tuple[int, int], NameMention]] = [{} for _ in trees]
    for pair in (p for p in pairs if p.score >= _SURE):
        here, there = (at[pair.report_a], pair.a), (at[pair.report_b], pair.b)
        for (r, s), (q, t) in ((here, there), (there, here)):
            for told in people.get((q, t), ()):
                unknown = _left_over(trees[r], s, printed[q])
                if unknown and told.name.surname not in printed[r]:
                    like = _like(trees[r], r, unknown, told)
                    found[r].update({k: m for k, m in like.items() if not _inside(m, people.get((r, s), ()))})
    return [list(by_place.values()) for by_place in found]


def _inside(mention: NameMention, people: Iterable[NameMention]) -> bool:
    return any(person.span.covers(mention.span) for person in people)


def _left_over(tree: Tree, s: int, known: AbstractSet[str]) -> list[int]:
    """The capitalised words of a sentence that the other report does not print."""
    sentence = tree.annotated.sentences[s]
    no_names = titles() | words("titles", "no_names") | words("organizations", "bodies")
    return [
        i
        for i in range(sentence.first, sentence.last)
        if nameish(tree.tokens[i].text)
        and tree.tokens[i].pos in {"PROPN", "NOUN", "ADJ", "X"}
        and fold(tree.tokens[i].text) not in known
        and plain(tree.tokens[i].text) not in no_names
        and tree.tells_names(i)
    ]


def _like(tree: Tree, r: int, unknown: Sequence[int], told: NameMention) -> Mapping[tuple[int, int], NameMention]:
    """The stretch of left-over words most like a name, if it is enough like it."""
    ranked = sorted((-likeness, first, last) for first, last, likeness in _stretches(tree, unknown, told))
    if not ranked or -ranked[0][0] < _LIKE:
        return {}
    _, first, last = ranked[0]
    if first and last == first and told.name.full and _given_before(tree, first, told):
        first -= 1
    mention = mention_at(tree, r, first, last, "person")
    return {(first, last): mention} if mention and mention.kind == "person" else {}


def _given_before(tree: Tree, first: int, told: NameMention) -> bool:
    return fold(tree.tokens[first - 1].text) == told.name.given


def _stretches(tree: Tree, unknown: Sequence[int], told: NameMention) -> Iterator[tuple[int, int, float]]:
    """Runs of one to three of the words, and how much each is like the last name or the whole of it."""
    left = set(unknown)
    for first in unknown:
        glued = ""
        for last in range(first, first + _LONGEST):
            if last not in left:
                break
            glued += fold(tree.tokens[last].text)
            whole = slip_likeness(glued, told.name.glued) if told.name.full else 0.0
            yield first, last, max(slip_likeness(glued, told.name.surname), whole)
