"""Do two bare names name the same? For names without a story around them, where spelling is all the evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from daylight.model import EntityKind
from daylight.resolve.letters import likeness, slips
from daylight.resolve.names import nickname, parse
from daylight.resolve.organizations import body_key, initials, place_key

# Calibrated on the 518 development pairs of name_bench (Person F1 0.89, token sort ratio 0.63). Moving the first two by a
# third moves Person F1 by at most 0.02, the threshold between 0.62 and 0.71 by at most 0.03, the others by at most 0.01.
_FURTHER_SLIP = 0.15
_FREE_SLIPS = 1.5
_EXTRA_WORD = 0.03
_ONE_WORD_ONLY = 0.25
_OTHER_ORDER = 0.3
_FEW_OF_MANY = 0.35
_THRESHOLD = {"person": 0.66, "organization": 0.66, "place": 0.80}
_STEEPNESS = 2.5

# Scripts whose characters are syllables or words: another character is another name.
_SYLLABLES = re.compile(r"[぀-ヿ㐀-鿿가-힯]")


def same_name(a: str, b: str, kind: EntityKind) -> float:
    """How likely two names name the same person, body or place: from 0 to 1, 0.5 and more taken for the same."""
    if _SYLLABLES.search(a) and _SYLLABLES.search(b):
        return 1.0 if _letters(a) == _letters(b) else 0.1
    score = _persons(a, b) if kind == "person" else _bodies(a, b, kind)
    return min(1.0, max(0.0, 0.5 + _STEEPNESS * (score - _THRESHOLD[kind])))


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _persons(a: str, b: str) -> float:
    x, y = parse(a), parse(b)
    if x.suffix != y.suffix and x.suffix and y.suffix:
        return 0.0
    if x.glued == y.glued:
        return 1.0
    glued = likeness(x.glued, y.glued) if min(len(x.words), len(y.words)) == 1 else 0.0
    return max(glued, _words(x.words, y.words))


def _bodies(a: str, b: str, kind: EntityKind) -> float:
    x, y = (place_key(a), place_key(b)) if kind == "place" else (body_key(a), body_key(b))
    if not x or not y:
        return 0.0
    if "".join(x) == "".join(y) or initials(x) == "".join(y) or initials(y) == "".join(x):
        return 1.0
    return _words(x, y)


def _words(a: Sequence[str], b: Sequence[str]) -> float:
    """The weakest link: the least alike of the words that stand for each other, less what one name has and the other not."""
    if not a or not b:
        return 0.0
    short, long = sorted((a, b), key=len)
    links = _align(short, long)
    weakest = min(value for value, _, _ in links)
    extra = len(long) - len(short)
    order = [j for _, _, j in sorted(links, key=lambda link: link[1])]
    broken = order != sorted(order) and len(short) > 2
    alone = extra and (len(short) == 1 or len(short) < _FEW_OF_MANY * len(long))
    return weakest - _EXTRA_WORD * extra - (_ONE_WORD_ONLY if alone else 0.0) - (_OTHER_ORDER if broken else 0.0)


def _align(short: Sequence[str], long: Sequence[str]) -> list[tuple[float, int, int]]:
    """Each word of the shorter name with one of the longer, best first: (likeness, index, index)."""
    pairs = sorted(
        ((-_word(x, y), i, j) for i, x in enumerate(short) for j, y in enumerate(long)),
        key=lambda p: (p[0], abs(p[1] - p[2]), p),
    )
    left, right = set(range(len(short))), set(range(len(long)))
    links = []
    for value, i, j in pairs:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            links.append((-value, i, j))
    return links


def _word(a: str, b: str) -> float:
    if min(len(a), len(b)) == 1 and a != b:
        return 0.9 if a[0] == b[0] else 0.0
    if nickname(a, b):
        return 0.95
    return likeness(a, b) - _FURTHER_SLIP * max(0.0, slips(a, b) - _FREE_SLIPS)
