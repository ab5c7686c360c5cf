"""Two texts side by side, as the pair model reads them: their words cut to what changed, each with two marks.

The network is told what a diff knows, so that its few layers need not find it out: for every word whether the other text
has it in the same place, elsewhere, in another form, exchanged or not at all; and how it is written (MiniLM is uncased).
Training and run time both come through here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from daylight.words import diff, fold, is_content, words

NONE, EQUAL, MOVED, FORM, EXCHANGED, ALONE = range(6)
"""How a word stands to the other text. NONE is for the marks of the network itself."""

PLAIN, FUNCTION, CAPITAL, FIGURE, STOP = range(1, 6)
"""How a word is written; 0 is for the marks of the network itself."""

CONTEXT = 12
"""Words kept on each side of a change; what lies further off is equal in both texts and is left out."""

STEM = 4
"""Letters that two forms of one word share at least."""

STOPS = ".,;:?!"


class Marked(NamedTuple):
    """A word or stop of one text: as printed, its place among EQUAL … ALONE, and its writing among PLAIN … STOP."""

    text: str
    place: int
    form: int


def mark(a: str, b: str) -> tuple[list[Marked], list[Marked]]:
    """The words of both texts with their marks, stretches that are equal and far from any change left out."""
    left, right = _items(a), _items(b)
    keys_a, keys_b = [_key(x) for x in left], [_key(x) for x in right]
    held_a, held_b = frozenset(keys_a), frozenset(keys_b)
    places_a, places_b = [EQUAL] * len(left), [EQUAL] * len(right)
    for edit in diff(keys_a, keys_b):
        if edit.op != "equal":
            own_a, own_b = keys_a[slice(*edit.a)], keys_b[slice(*edit.b)]
            places_a[slice(*edit.a)] = _places(own_a, own_b, held_b)
            places_b[slice(*edit.b)] = _places(own_b, own_a, held_a)
    return _marked(left, places_a, keys_a), _marked(right, places_b, keys_b)


def _items(text: str) -> list[str]:
    """Words and stops in their order."""
    found: list[str] = []
    end = 0
    for span in words(text):
        found += [mark for mark in text[end : span.start] if mark in STOPS]
        found.append(text[slice(*span)])
        end = span.end
    return found + [mark for mark in text[end:] if mark in STOPS]


def _key(item: str) -> str:
    return item if item in STOPS else fold(item)


def _places(keys: Sequence[str], beside: Sequence[str], other: frozenset[str]) -> list[int]:
    """What became of words that do not stand in the same place of the other text, which has ``beside`` there."""
    stems = {one[:STEM] for one in beside if len(one) >= STEM}
    without = EXCHANGED if any(is_content(one) and one not in STOPS for one in beside) else ALONE
    return [MOVED if key in other else FORM if key[:STEM] in stems and not key.isdigit() else without for key in keys]


def _marked(items: Sequence[str], places: Sequence[int], keys: Sequence[str]) -> list[Marked]:
    changed = [i for i, place in enumerate(places) if place != EQUAL]
    near = {j for i in changed for j in range(i - CONTEXT, i + CONTEXT + 1)} or set(range(2 * CONTEXT))
    return [
        Marked(item, place, _form(item, key))
        for i, (item, place, key) in enumerate(zip(items, places, keys, strict=True))
        if i in near
    ]


def _form(item: str, key: str) -> int:
    if item in STOPS:
        return STOP
    if any(c.isdigit() for c in item):
        return FIGURE
    if item[:1].isupper():
        return CAPITAL
    return PLAIN if is_content(key) else FUNCTION
