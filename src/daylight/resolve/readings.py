"""How names are to be read in the light of the others of their report: double last names, a "Jr." that tells nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from daylight.resolve.lists import gender_of_given
from daylight.resolve.mentions import NameMention
from daylight.resolve.syntax import Tree
from daylight.resolve.votes import Votes


def read_again(names: Sequence[NameMention], votes: Votes) -> list[NameMention]:
    """The names of a report, read in the light of the whole story."""
    return _with_last_names(_with_two_words(_with_one_word(names, votes), votes))


def _with_last_names(names: Sequence[NameMention]) -> list[NameMention]:
    """The names of a report, those read as last names that end a longer one: "Brook Marrow" of "Lena Brook Marrow"."""
    tails = {m.name.words[i:] for m in names if m.kind == "person" for i in range(1, len(m.name.words) - 1)}

    def short(m: NameMention) -> bool:
        return m.kind == "person" and m.name.full and m.name.words in tails and not gender_of_given(m.name.given)

    return [replace(m, name=replace(m.name, spaced=False)) if short(m) else m for m in names]


def _with_one_word(names: Sequence[NameMention], votes: Votes) -> list[NameMention]:
    """The names of a report, those read as one word that are one last name of the story in two: "Zerov Sky"."""

    def whole(m: NameMention) -> NameMention:
        two = m.name.words[-2:]
        if m.kind != "person" or len(two) < 2 or not votes.parted(two):
            return m
        words = (*m.name.words[:-2], "".join(two))
        return replace(m, name=replace(m.name, words=words, spaced=len(words) > 1))

    return [whole(m) for m in names]


def _with_two_words(names: Sequence[NameMention], votes: Votes) -> list[NameMention]:
    """The names of a report, those read as first and last name that are both run together: "Lenabrook"."""

    def parted(m: NameMention) -> NameMention:
        two = votes.run_together(m.name.surname) if m.kind == "person" and len(m.name.words) == 1 else None
        return replace(m, name=replace(m.name, words=two, spaced=True)) if two else m

    return [parted(m) for m in names]


def without_idle_suffixes(
    trees: Sequence[Tree], names: Sequence[Sequence[NameMention]]
) -> tuple[tuple[NameMention, ...], ...]:
    """Names without a "Jr." that is only a detail which others leave out.

    It tells people apart where one report names both, or the last name alone before the "Jr.", unless a middle initial
    shows that the report is formal. Headlines, which leave out such details, are no evidence.
    """
    contested: set[str] = set()
    for tree, report in zip(trees, names, strict=True):
        people = [m for m in report if m.kind == "person" and not tree.like_headline(m.first)]
        first_bare: dict[tuple[str, str], int] = {}
        for at, m in enumerate(people):
            if not m.name.suffix:
                first_bare.setdefault((m.name.given, m.name.surname), at)
        for at, m in enumerate(people):
            both = first_bare.get((m.name.given, m.name.surname))
            alone = first_bare.get(("", m.name.surname), at) < at
            if m.name.suffix and ((both is not None and (both < at or not m.name.middle)) or (alone and not m.name.middle)):
                contested.add(m.name.surname)

    def lighter(m: NameMention) -> NameMention:
        idle = m.name.suffix and m.name.full and m.name.surname not in contested
        return replace(m, name=replace(m.name, suffix="")) if idle else m

    return tuple(tuple(lighter(m) for m in report) for report in names)
