"""Reports with their names mangled, as back-translation and careless copying mangle them: seeded, the same every time.

Every form in which a report prints a name is damaged in one of the ways below or left alone; a form is damaged alike
wherever it stands, as one translation of one text does it. Two forms of one name are damaged independently.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from daylight.model import Span

SHARE = 0.5
"""Of the forms of names, so many are damaged."""

_SHORTEST = 4  # letters of a word that is damaged
_SOUNDS = tuple(
    (pair.split(">")[0], pair.split(">")[1])
    for line in (
        "th>s ph>f ck>k ch>sh sh>s c>k k>c z>s s>z v>w w>v f>v d>t t>d b>p p>b g>k m>n n>m",
        "a>e e>i i>e o>u u>o y>i ll>l rr>r j>y x>ks",
    )
    for pair in line.split()
)
_TITLES = ("President", "Minister", "Chairman", "Secretary", "Senator", "Governor", "Director", "General", "Judge")
_WORD_BEFORE = re.compile(r"(\w[\w.]*) $")

Way = Callable[[list[str], random.Random], list[str] | None]
"""How the words of a name are damaged; None where they cannot be, so."""


class Named(NamedTuple):
    """Where a text prints a person's name. ``person`` is any key that tells people apart."""

    span: Span
    person: str


class Placed(NamedTuple):
    """A name in a damaged text: where it stands, whose it is, how it was damaged ("" for not at all), how it is printed."""

    span: Span
    person: str
    way: str
    text: str


class Damaged(NamedTuple):
    """A damaged text, and where its names stand in it."""

    text: str
    names: tuple[Placed, ...]


def damage(text: str, names: Sequence[Named], seed: str) -> Damaged:
    """The text with about half of the forms of its names damaged. ``names`` are in order and do not overlap."""
    rng = random.Random(seed)  # noqa: S311 (not for secrets: the same damage every time)
    forms = sorted({(name.person, text[name.span.start : name.span.end]) for name in names})
    ways = {form: _damaged(form[1], rng) for form in forms}
    pieces: list[str] = []
    placed: list[Placed] = []
    end = size = 0
    for name in names:
        way, printed = ways[name.person, text[name.span.start : name.span.end]]
        before = text[end : name.span.start]
        if way == "title swapped":
            before, swapped = _other_title(before, rng)
            way = way if swapped else ""
        pieces += [before, printed]
        start = size + len(before)
        size = start + len(printed)
        placed.append(Placed(Span(start, size), name.person, way, printed))
        end = name.span.end
    return Damaged("".join([*pieces, text[end:]]), tuple(placed))


def _damaged(form: str, rng: random.Random) -> tuple[str, str]:
    """How a form is damaged, and what comes of it."""
    if rng.random() >= SHARE:
        return "", form
    ways = list(WAYS)
    rng.shuffle(ways)
    for way in ways:
        words = WAYS[way](form.split(" "), rng)
        if words is not None:
            return way, " ".join(words)
    return "", form


def _on_a_word(change: Callable[[str, random.Random], str | None]) -> Way:
    """The way that changes one word: the last name, in one of four full names the first."""

    def way(words: list[str], rng: random.Random) -> list[str] | None:
        at = 0 if len(words) > 1 and rng.random() < 0.25 else len(words) - 1
        if len(words[at]) < _SHORTEST or not words[at].isalpha():
            return None
        changed = change(words[at], rng)
        if changed is None or changed.lower() == words[at].lower():
            return None
        return [*words[:at], changed, *words[at + 1 :]]

    return way


def _dropped(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _doubled(word: str, rng: random.Random) -> str:
    """A syllable said twice: "Kosiniak", "Kosininiak"."""
    at = rng.randrange(1, len(word) - 1)
    return word[: at + 2] + word[at:]


def _cut(word: str, rng: random.Random) -> str | None:
    kept = len(word) - rng.randint(1, 3)
    return word[:kept] if kept >= _SHORTEST else None


def _split(word: str, rng: random.Random) -> str | None:
    """Two words of one: "Zelensky", "Zelen Sky"."""
    if len(word) < 2 * _SHORTEST - 2:
        return None
    at = rng.randint(3, len(word) - 3)
    return f"{word[:at]} {word[at:].capitalize()}"


def _phonetic(word: str, rng: random.Random) -> str | None:
    """One sound for another, two in a long word: "Hegseth", "Hegses"."""
    for _ in range(1 + (len(word) > 6)):
        fitting = [(at, old, new) for old, new in _SOUNDS for at in range(1, len(word)) if word.startswith(old, at)]
        if not fitting:
            return None
        at, old, new = rng.choice(fitting)
        word = word[:at] + new + word[at + len(old) :]
    return word


def _glued(words: list[str], _: random.Random) -> list[str] | None:
    """A full name as one word: "Marcorubio"."""
    return ["".join(words).capitalize()] if len(words) == 2 and all(map(str.isalpha, words)) else None


def _lowered(words: list[str], _: random.Random) -> list[str] | None:
    return [word.lower() for word in words] if len(words) == 2 else None


def _retitled(words: list[str], _: random.Random) -> list[str]:
    return words


WAYS: Mapping[str, Way] = {
    "letter dropped": _on_a_word(_dropped),
    "syllable doubled": _on_a_word(_doubled),
    "end cut off": _on_a_word(_cut),
    "word split": _on_a_word(_split),
    "by ear": _on_a_word(_phonetic),
    "words run together": _glued,
    "no capitals": _lowered,
    "title swapped": _retitled,
}


def _other_title(before: str, rng: random.Random) -> tuple[str, bool]:
    """The text before a name with its last word swapped for another title, where it is one."""
    found = _WORD_BEFORE.search(before)
    if not found or found[1] not in _TITLES:
        return before, False
    other = rng.choice([title for title in _TITLES if title != found[1]])
    return before[: found.start(1)] + other + " ", True
