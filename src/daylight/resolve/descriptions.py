"""Whom "the real estate mogul" means: the one who says the same in the aligned sentence of another report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from daylight.model import Attribution, SentencePair
from daylight.resolve.lists import is_person_noun, plain, words
from daylight.resolve.roles import gender_of_role
from daylight.resolve.speakers import head_of_source
from daylight.resolve.syntax import Tree

_SURE = 0.6
"""Score of a pair of sentences from which on both are taken to report one utterance."""


def described_speakers(
    trees: Mapping[str, Tree],
    attributions: Sequence[Attribution],
    own: Mapping[str, str | None],
    genders: Mapping[str, str | None],
    pairs: Sequence[SentencePair],
) -> dict[str, str]:
    """By attribution, the person whom its definite description means, where all aligned sentences agree on one.

    ``genders`` holds the persons of the story. Who speaks for others ("the spokesman") may say what the other said, and is
    nobody here.
    """
    at: dict[tuple[str, int], list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        if attribution.source:
            tree = trees[attribution.report]
            head = head_of_source(tree, attribution.source)
            if head is not None:
                at[attribution.report, tree.tokens[head].sentence].append(attribution)
    found: dict[str, set[str]] = defaultdict(set)
    for pair in (p for p in pairs if p.score >= _SURE):
        here, there = at[pair.report_a, pair.a], at[pair.report_b, pair.b]
        for described, others in ((here, there), (there, here)):
            for described_id, person in _matched(trees, described, others, own, genders):
                found[described_id].add(person)
    return {attribution: next(iter(people)) for attribution, people in found.items() if len(people) == 1}


def _matched(
    trees: Mapping[str, Tree],
    described: Sequence[Attribution],
    others: Sequence[Attribution],
    own: Mapping[str, str | None],
    genders: Mapping[str, str | None],
) -> Iterator[tuple[str, str]]:
    """The one described source of a sentence, and the one person who speaks in the other and not in this."""
    speaking = {speaker for a in described if (speaker := own[a.id])}
    told = {speaker for a in others if (speaker := own[a.id])} - speaking
    unnamed = [a for a in described if own[a.id] is None and _describes(trees[a.report], a)]
    if len(told) != 1 or len({a.source for a in unnamed}) != 1 or not told <= genders.keys():
        return
    (person,) = told
    for a in unnamed:
        gender = gender_of_role(trees[a.report].annotated.report.slice(a.source[0]))
        if not gender or genders[person] in {None, gender}:
            yield a.id, person


def _describes(tree: Tree, attribution: Attribution) -> bool:
    """Whether a source is "the" and a noun of a person."""
    head = head_of_source(tree, attribution.source)
    if head is None or tree.tokens[tree.left[head]].text.lower() not in {"the", "this"}:
        return False
    noun = plain(tree.tokens[head].text)
    return tree.tokens[head].tag in {"NN", "NNP"} and is_person_noun(noun) and noun not in _speaks_for_others()


def _speaks_for_others() -> AbstractSet[str]:
    return words("roles", "for_others")
