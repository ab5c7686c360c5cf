"""How alike two words of a name are written, whatever the script and the school of transliteration."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")

# One sound, several schools of transliteration (BGN/PCGN, ISO 9, German and French press, Wade-Giles). Longest first.
_SOUNDS = (
    ("tsch", "c"),
    ("tch", "c"),
    ("dzh", "j"),
    ("sch", "s"),
    ("sz", "s"),
    ("cz", "c"),
    ("zh", "j"),
    ("ch", "c"),
    ("sh", "s"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ck", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ij", "i"),
    ("iy", "i"),
    ("yi", "i"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
    ("z", "s"),
    ("o", "u"),
)
_STUTTER = re.compile(r"(?=([a-z]{2,3})\1)")
_SHORTEST_CUT = 4
_CUT = 0.82
_STUTTERED = 0.9
_DOUBLED = re.compile(r"(.)\1+")

_VOWELS = frozenset("aeiouy")
_NEAR = frozenset(
    frozenset(pair)
    for pair in (
        "ck",
        "cs",
        "cq",
        "kq",
        "gk",
        "gq",
        "sz",
        "vw",
        "fv",
        "bv",
        "dt",
        "mn",
        "jy",
        "ij",
        "gj",
        "hj",
        "bp",
        "xs",
    )
)

# Costs of edits; a plain one costs 1. Calibrated on the Person pairs of name_bench dev: halving or doubling any one of
# them moves the best F1 by less than 1.5.
_VOWEL_FOR_VOWEL = 0.5
_NEAR_CONSONANT = 0.6
_VOWEL_OR_H = 0.6
_SWAP = 0.7
_OTHER_INITIAL = 0.5  # on top: a slip seldom falls on the first letter, another name often differs there


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Letters and digits of ``text`` in plain ASCII lower case: no marks, no spaces."""
    return _NOT_LETTERS.sub("", anyascii(text).lower())


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A folded word as it sounds, so far as schools of transliteration differ: Zelenskyy and Selenskij are one."""
    for letters, plain in _SOUNDS:
        word = word.replace(letters, plain)
    word = _DOUBLED.sub(r"\1", word)
    return word[:-1] if len(word) > 3 and word.endswith("h") else word


@lru_cache(maxsize=65_536)
def likeness(a: str, b: str) -> float:
    """How alike two folded words are, from 0 to 1. Words that sound alike are at least 0.95 alike."""
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    if sound(a) == sound(b):
        return 0.95
    return max(_ratio(a, b), 0.97 * _ratio(sound(a), sound(b)))


@lru_cache(maxsize=65_536)
def slip_likeness(a: str, b: str) -> float:
    """How alike two folded words are if one may be a slip for the other: cut short, or with a syllable said twice."""
    best = likeness(a, b)
    if min(len(a), len(b)) < _SHORTEST_CUT:
        return best
    short, long = sorted((a, b), key=len)
    cut = _CUT if long.startswith(short) and 2 * len(short) >= len(long) else 0.0
    return max(best, cut, _STUTTERED if stuttered(long, short) else 0.0)


def stuttered(long: str, short: str) -> bool:
    """Whether one word is the other with a syllable said twice."""
    return any(long[: at.start()] + long[at.start() + len(at[1]) :] == short for at in _STUTTER.finditer(long))


@lru_cache(maxsize=65_536)
def slips(a: str, b: str) -> float:
    """How many slips lie between two folded words, of the words as written or as they sound, whichever is less."""
    return min(_distance(a[:40], b[:40]), _distance(sound(a)[:40], sound(b)[:40]))


def _ratio(a: str, b: str) -> float:
    return max(0.0, 1.0 - _distance(a[:40], b[:40]) / max(len(a), len(b)))


def _distance(a: str, b: str) -> float:
    """Optimal string alignment distance with costs by letter (Damerau 1964, restricted form)."""
    before: list[float] = []
    row = [0.0]
    for char in b:
        row.append(row[-1] + _single(char))
    for i, x in enumerate(a):
        now = [row[0] + _single(x)]
        for j, y in enumerate(b):
            best = min(row[j] + _change(x, y), row[j + 1] + _single(x), now[j] + _single(y))
            if i and j and x == b[j - 1] and a[i - 1] == y:
                best = min(best, before[j - 1] + _SWAP)
            now.append(best)
        before, row = row, now
    return row[-1] + (_OTHER_INITIAL if a[0] != b[0] else 0.0)


def _single(char: str) -> float:
    return _VOWEL_OR_H if char in _VOWELS or char == "h" else 1.0


def _change(x: str, y: str) -> float:
    if x == y:
        return 0.0
    if x in _VOWELS and y in _VOWELS:
        return _VOWEL_FOR_VOWEL
    return _NEAR_CONSONANT if frozenset((x, y)) in _NEAR else 1.0
