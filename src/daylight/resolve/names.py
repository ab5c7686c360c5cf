"""Read a printed name into its parts, and tell whether two names can be one person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from nicknames import NickNamer

from daylight.resolve.letters import fold, likeness, slip_likeness, sound
from daylight.resolve.lists import gender_of_given, plain, titles
from daylight.resolve.lists import words as listed

_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_ARTICLES = re.compile(r"^(al|el|ul|ash|ad|as|an|ar)[-’'](?=\w{3})", re.IGNORECASE)
_SPLIT = re.compile(r"[\s\-‐‑–.·,]+")

GIVEN_ALIKE = 0.72
"""Two first names not both on the list of first names are one misspelt from here on. Voldimi and Volodymyr reach 0.74;
calibrated on the 44 development stories: 0.68 to 0.78 change no group."""

GIVEN_DOUBTFUL = 0.45
"""Down to here a first name that is no known one may still be a mangled form of a known one with the same initial."""

Agreement = Literal["same", "alike", "doubtful", "unknown", "conflict"]


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name in parts. ``words`` are folded, without titles and suffix; ``suffix`` is "" where there is none."""

    text: str
    words: tuple[str, ...]
    suffix: str = ""
    spaced: bool = True

    @property
    def full(self) -> bool:
        """Whether it has a first and a last name; a hyphenated last name alone has not."""
        return len(self.words) > 1 and self.spaced

    @property
    def given(self) -> str:
        """The first name or its initial; "" in a short form."""
        return self.words[0] if self.full else ""

    @property
    def middle(self) -> tuple[str, ...]:
        """What stands between the first and the last word."""
        return self.words[1:-1]

    @property
    def surname(self) -> str:
        """The last word, its particles not counted."""
        return self.words[-1] if self.words else ""

    @property
    def glued(self) -> str:
        """All words run together."""
        return "".join(self.words)


@lru_cache(maxsize=65_536)
def parse(text: str) -> Name:
    """Read a name as printed: "Kosiniak-Kamysz, W.", "Mr. Jon Doe Jr."."""
    last, comma, first = text.partition(",")
    if comma and first.strip() and plain(first.strip()) not in _SUFFIXES:
        text = f"{first} {last}"
    printed = [plain(word) for word in _SPLIT.split(_ARTICLES.sub("", text)) if word]
    suffix = next((_SUFFIXES[word] for word in printed[1:] if word in _SUFFIXES), "")
    kept = [word for i, word in enumerate(printed) if not (i and word in _SUFFIXES)]
    while len(kept) > 1 and kept[0] in titles():
        kept.pop(0)
    words = tuple(_without_particles([f for word in kept if (f := fold(word))]))
    spaced = len(words) > 2 or " " in text.strip() or "." in text
    return Name(text.strip(), words, suffix, spaced)


def _without_particles(parts: list[str]) -> list[str]:
    """Particles joined to the word after them, so that "bin Salman" is not "Salman"; a lone article is dropped."""
    joined: list[str] = []
    carried = ""
    for i, word in enumerate(parts):
        if word in listed("titles", "particles") and i and i + 1 < len(parts):
            carried += "" if word in {"al", "el"} else word
        else:
            joined.append(carried + word)
            carried = ""
    return joined


@cache
def _nicknames() -> NickNamer:
    return NickNamer()


@lru_cache(maxsize=16_384)
def nickname(a: str, b: str) -> bool:
    """Whether one first name is a known short or pet form of the other, or both are of a third."""
    return not forms_of(a).isdisjoint(forms_of(b))


@lru_cache(maxsize=16_384)
def forms_of(given: str) -> frozenset[str]:
    """A first name, and the names that it is a known short or pet form of."""
    return frozenset({given, *_nicknames().canonicals_of(given)})


def compare_given(a: Name, b: Name) -> Agreement:
    """Whether the first names of two names agree; a middle name that one goes by counts ("J. Edgar" and "Edgar")."""
    if not (a.full and b.full):
        return "unknown"
    if a.given in b.middle or b.given in a.middle:
        return "alike"
    found = _compare_word(a.given, b.given)
    return "conflict" if found in {"same", "alike"} and _middle_conflict(a.middle, b.middle) else found


def _compare_word(a: str, b: str) -> Agreement:
    if a == b or nickname(a, b):
        return "same"
    if min(len(a), len(b)) == 1 or (min(len(a), len(b)) == 2 and not (gender_of_given(a) or gender_of_given(b))):
        return "same" if a[0] == b[0] else "conflict"
    if sound(a) == sound(b):
        return "conflict" if _opposite(a, b) else "same"
    if gender_of_given(a) and gender_of_given(b):
        return "conflict"
    if likeness(a, b) >= GIVEN_ALIKE or _cut(a, b):
        return "alike"
    return "doubtful" if likeness(a, b) >= GIVEN_DOUBTFUL and sound(a)[0] == sound(b)[0] else "conflict"


def _cut(a: str, b: str) -> bool:
    return min(len(a), len(b)) > 2 and (a.startswith(b) or b.startswith(a))


def _opposite(a: str, b: str) -> bool:
    return {gender_of_given(a), gender_of_given(b)} == {"male", "female"}


def _middle_conflict(a: Sequence[str], b: Sequence[str]) -> bool:
    """Middle names or initials that exclude each other: H. W. and W., Ivanovich and Petrovich."""
    if not a or not b:
        return False
    if len(a) != len(b):
        return all(len(word) == 1 for word in (*a, *b))
    return any(x[0] != y[0] for x, y in zip(a, b, strict=True)) and all(
        len(x) == 1 or len(y) == 1 for x, y in zip(a, b, strict=True)
    )


def compare_surname(a: Name, b: Name) -> float:
    """How alike the last names are, from 0 to 1, whether they are split or run together or not."""
    best = slip_likeness(a.surname, b.surname)
    if a.glued == b.glued:
        return 1.0
    if a.full != b.full:
        long, short = (a, b) if a.full else (b, a)
        best = max(best, likeness(long.glued, short.glued) - 0.02, *(_tail(long, short.glued, n) for n in (2, 3)))
        if long.given == short.surname and not gender_of_given(long.given) and len(long.given) > 1:
            best = max(best, 0.95)  # the family name first, as in much of East Asia
    if a.full and b.full:
        best = max(best, *(_tails(a, b, n, m) for n in (1, 2) for m in (1, 2)))
    return best


def _tail(name: Name, word: str, size: int) -> float:
    return likeness("".join(name.words[-size:]), word) if len(name.words) > size - 1 else 0.0


def _tails(a: Name, b: Name, n: int, m: int) -> float:
    """The last ``n`` words of one against the last ``m`` of the other, first names left out."""
    if len(a.words) <= n or len(b.words) <= m or (n, m) == (1, 1):
        return 0.0
    return likeness("".join(a.words[-n:]), "".join(b.words[-m:]))
