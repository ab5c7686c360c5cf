"""Parts of speech and morphology from fine tags: spaCy's attribute ruler with a memory.

The ruler asks each of its 180 patterns of each token, 4 % of the time of a report. All but eight look at one token: its
tag, its place in the sentence, and whether it is one of a hundred words. What they made of such a token once they make of
it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Token

NAME = "remembering_ruler"
RULER = "attribute_ruler"

Key = tuple[int, int, str]


REMEMBERED = 65_536
"""Readings kept, at most. English news has some 2,000."""


class _Made(NamedTuple):
    tag: str
    dep: str
    pos: str
    morph: str
    lemma: str


def remember(language: Language) -> None:
    """Put a ruler with a memory in the place of the model's own."""
    from spacy.language import Language as Factory

    ruler: Any = language.get_pipe(RULER)
    made = RememberingRuler(ruler)
    Factory.component(NAME, func=made)
    language.add_pipe(NAME, after=RULER)
    language.disable_pipe(RULER)


class RememberingRuler:
    """Does to a document what the ruler does; a test compares the two over every example."""

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.matcher import Matcher

        self._ruler = ruler
        self._known: dict[Key, _Made] = {}
        self._named: set[str] = set()
        self._pairs = Matcher(ruler.vocab)
        for n, rule in enumerate(ruler.patterns):
            patterns: Any = rule["patterns"]
            self._named.update(word for pattern in patterns for told in pattern for word in _words(told))
            longer = [pattern for pattern in patterns if len(pattern) > 1]
            if longer:
                self._pairs.add(str(n), longer)

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of every token, in place."""
        keys = [self._key(token) for token in doc]
        if any(key not in self._known for key in keys) or self._pairs(doc, allow_missing=True):
            return self._ask(doc, keys)
        for token, key in zip(doc, keys, strict=True):
            _set(token, self._known[key])
        return doc

    def _key(self, token: Token) -> Key:
        """What the patterns look at; a word that none of them names, or could mean by its apostrophe, is any word."""
        word = token.lower_
        return token.tag, token.dep, word if word in self._named or "'" in word or token.is_space else ""

    def _ask(self, doc: Doc, keys: list[Key]) -> Doc:
        doc = self._ruler(doc)
        if not self._pairs(doc, allow_missing=True):
            if len(self._known) > REMEMBERED:
                self._known.clear()
            self._known.update((key, _made(token)) for token, key in zip(doc, keys, strict=True))
        return doc


def _words(told: dict[str, Any]) -> list[str]:
    lower = told.get("LOWER", [])
    return [lower] if isinstance(lower, str) else list(lower.get("IN", ())) if isinstance(lower, dict) else []


def _made(token: Token) -> _Made:
    return _Made(token.tag_, token.dep_, token.pos_, str(token.morph), token.lemma_)


def _set(token: Any, made: _Made) -> None:
    token.pos_ = made.pos
    token.set_morph(made.morph)
    if made.lemma:
        token.lemma_ = made.lemma
    if token.is_space:
        token.tag_, token.dep_ = made.tag, made.dep
