"""Words that are a last name of the story misspelt: where a report prints one in the place of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from daylight.resolve.letters import fold, slip_likeness, sound, stuttered
from daylight.resolve.lists import gender_of_given, plain, titles, words
from daylight.resolve.mentions import NameMention
from daylight.resolve.syntax import Tree
from daylight.resolve.votes import Votes

_LIKE = 0.8
"""From here on a capitalised word may be a slip for a last name. On damaged reports (``eval.damaged``) 0.75 finds 7 more of
1,367 mangled names, 0.85 finds 16 fewer; the false ones stay 14 of 3,346, the rules below being what keeps those out."""

_SHORTEST = 4
_ACTS = frozenset({"nsubj", "nsubjpass", "poss"})
"""What a person does and has somewhere in the story: a word that only stands before nouns or behind "in" is none."""


class Slips:
    """Which words of which report are a last name of the story misspelt."""

    def __init__(self, trees: Sequence[Tree], raw: Sequence[Sequence[NameMention]], votes: Votes) -> None:
        self._votes = votes
        self._alone: dict[str, set[int]] = defaultdict(set)
        self._printed: dict[str, set[int]] = defaultdict(set)
        self._known: dict[str, list[str]] = defaultdict(list)
        self._acting: set[str] = set()
        self._found: dict[str, str | None] = {}
        for mention in (m for report in raw for m in report if m.kind == "person" and not m.name.full):
            self._alone[mention.name.surname].add(mention.report)
        for r, tree in enumerate(trees):
            for token in tree.tokens:
                if token.text[:1].isupper():
                    self._printed[fold(token.text)].add(r)
                    if token.dep in _ACTS:
                        self._acting.add(fold(token.text))
        for surname in votes.surnames:
            if len(surname) >= _SHORTEST:
                self._known[sound(surname)[:1]].append(surname)

    def of(self, text: str) -> str | None:
        """The last name that a printed word is a slip for, None where it is a word of its own.

        It is no slip where a report prints the last name alone as well: there the two are two words.
        """
        word = fold(text)
        if word not in self._found:
            self._found[word] = self._meant(word, text)
        return self._found[word]

    def _meant(self, word: str, text: str) -> str | None:
        if len(word) < _SHORTEST or word in self._votes.surnames or word not in self._acting or text.isupper():
            return None
        if text.lower() in self._votes.common or gender_of_given(word) or plain(text) in self._lists():
            return None
        near = [
            (slip_likeness(word, known), known)
            for known in self._known.get(sound(word)[:1], ())
            if not word.startswith(known) or stuttered(word, known)  # "Doecare" is no slip for "Doe"
        ]
        best = max(near, default=(0.0, ""))
        return best[1] if best[0] >= _LIKE and not self._printed[word] & self._alone[best[1]] else None

    def _lists(self) -> frozenset[str]:
        return titles() | words("titles", "no_names") | words("organizations", "bodies") | words("organizations", "media")
