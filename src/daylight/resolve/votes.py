"""What the words of a story are: counted over all its reports, so that one report's slip is another's evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from daylight.model import EntityKind
from daylight.resolve.letters import fold, likeness
from daylight.resolve.lists import gender_of_given
from daylight.resolve.mentions import NameMention
from daylight.resolve.syntax import Tree

_SPEAKS_LIKE = 0.55
"""A word that spaCy takes for no person, yet stands where one speaks, is one if it is this much like a surname of the
story. Calibrated on the 44 development stories and both samples: nothing is found wrongly from 0.5 up."""

_SHORTEST_GLUED = 6


@dataclass(frozen=True, slots=True)
class Votes:
    """What the words of a story are, counted over its reports."""

    surnames: Counter[str]
    persons: Counter[str]
    others: Counter[str]
    full_names: Counter[str]
    alone: Counter[str]
    acting: Counter[str]
    common: frozenset[str]
    glued: set[str]
    uncapitalised: frozenset[tuple[str, str]]
    """A known first name and the word after it, both printed without capitals: they may be a person's name."""

    @classmethod
    def of(cls, raw: Sequence[Sequence[NameMention]], trees: Sequence[Tree]) -> Votes:
        """Count the names of all reports. Lines set like headlines are left out: their capitals tell nothing."""
        common = frozenset(token.text for tree in trees for token in tree.tokens if token.text.islower())
        counters = (Counter[str](), Counter[str](), Counter[str](), Counter[str](), Counter[str](), Counter[str]())
        votes = cls(*counters, common, set(), frozenset(_without_capitals(trees)))
        for tree, mention in ((tree, m) for tree, report in zip(trees, raw, strict=True) for m in report):
            name = mention.name
            if mention.kind == "person" and name.words and not tree.like_headline(mention.first):
                votes.persons[name.surname] += 1
                if name.full and mention.text.split()[-1][0].isupper():
                    votes.surnames[name.surname] += 1
                    votes.full_names[" ".join(name.words)] += 1
                elif not name.full:
                    votes.alone[name.surname] += 1
            elif len(mention.text.split()) == 1:
                votes.others[fold(mention.text)] += 1
                votes.acting[fold(mention.text)] += _acts(tree, mention)
        votes.glued.update(name.replace(" ", "") for name in votes.full_names)
        return votes

    def odd(self, mention: NameMention) -> bool:
        """Whether a "person" is rather a place or body, a family, or common words."""
        word = mention.name.surname
        if mention.text.islower():
            return " ".join(mention.name.words) not in self.full_names
        if mention.first < mention.last or self.surnames[word]:
            return False
        family = word.endswith("s") and self.surnames[word[:-1]] > 0
        return family or self.others[word] > 2 * self.persons[word]

    def person(self, word: str, kind: EntityKind | None) -> bool:
        """Whether a word that stands alone is a person: a surname of the story. One that spaCy takes for a place must be
        taken for a person as often, or mostly do something where it is a "place".
        """
        if word in self.glued and len(word) > _SHORTEST_GLUED:
            return True  # first and last name run together
        if word not in self.surnames or len(word) < 2:
            return False
        return kind != "place" or self.persons[word] >= self.others[word] or 2 * self.acting[word] >= self.others[word]

    def parted(self, two: Sequence[str]) -> bool:
        """Whether two words are one surname of the story in two, and the first of them no first name."""
        return len("".join(two)) >= _SHORTEST_GLUED and self.surnames["".join(two)] > 0 and not gender_of_given(two[0])

    def could_be_full(self, two: tuple[str, str]) -> bool:
        """Whether two words without capitals are a person's name: a full name of the story, or a first name with a last
        name of it, or the two run together elsewhere."""
        if self.full_names[" ".join(two)]:
            return True
        told = self.surnames[two[1]] + self.alone[two[1]] + self.persons["".join(two)] + self.others["".join(two)]
        return gender_of_given(two[0]) is not None and len(two[1]) > 1 and told > 0

    def run_together(self, word: str) -> tuple[str, str] | None:
        """First and last name of a word that is both run together; None for any other."""
        if len(word) <= _SHORTEST_GLUED or self.surnames[word]:
            return None
        for cut in range(2, len(word) - 1):
            given, last = word[:cut], word[cut:]
            known = self.surnames[last] + self.alone[last] > 0 and len(last) > len("son")
            if gender_of_given(given) and (
                known or self.full_names[f"{given} {last}"] or (given, last) in self.uncapitalised
            ):
                return given, last
        return None

    def like_a_surname(self, word: str) -> bool:
        """Whether a word begins like a surname of the story and is much like it."""
        return any(
            known[:3] == word[:3] and likeness(known, word) >= _SPEAKS_LIKE for known in self.surnames if len(known) > 3
        )


def _without_capitals(trees: Sequence[Tree]) -> Iterator[tuple[str, str]]:
    for tree in trees:
        for first, last in pairwise(tree.tokens):
            if first.text.islower() and last.text.islower() and gender_of_given(first.text):
                yield first.text, fold(last.text)


def _acts(tree: Tree, mention: NameMention) -> bool:
    return tree.tokens[mention.last].dep in {"nsubj", "nsubjpass"}
