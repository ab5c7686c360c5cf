"""One text affirms what the other denies: negators, denials, antonyms.

Each text's claim is turned round once by every negation that governs a word which the other text has too. An odd sum over
both texts, antonyms included, is a difference; "not safe" against "unsafe" is none.
"""

from __future__ import annotations

from functools import cache

from daylight.compare.findings import Finding
from daylight.compare.folding import Unit, lemma
from daylight.compare.frame import Frame, Swap, extent, sense
from daylight.lexicon import load
from daylight.model import Span
from daylight.words import is_content

FEW, NEARLY_ALL = 3, 0.75
"""Fewest content words in common; two are enough where they are nearly all that both texts have."""

LIKE = 0.6
"""Least share of common content words at which an unpaired negation is read as a turn of the same claim."""

MUTUAL = 0.5
"""The same for the longer text: in a much longer one the negation is likely to be of something else."""

REACH = 6
"""How many words after a negation its governed word may stand."""

MIN_STEM = 4
"""Letters of the shortest word that a negative prefix is looked for on: "fair" and "unfair", not "to" and "into"."""


def compare_polarity(pair: Frame) -> list[Finding]:
    """At most one finding."""
    if not one_claim(pair):
        return []
    opposites = [swap for swap in pair.swaps if _opposite(swap, pair)]
    swapped = {pair.senses_a[i] for swap in opposites for i in swap.a} | {
        pair.senses_b[j] for swap in opposites for j in swap.b
    }
    common = pair.shared() | swapped
    left, right = turns(pair.a, pair.senses_a, common), turns(pair.b, pair.senses_b, common)
    left = [i for i in left if not any(i in swap.a for swap in opposites)]
    right = [j for j in right if not any(j in swap.b for swap in opposites)]
    if (len(left) + len(right) + len(opposites)) % 2 == 0:
        return []
    if not opposites and len(negations(pair.a)) == len(negations(pair.b)):
        return []
    if opposites and len(left) == len(right):
        swap = opposites[0]
        return [Finding("polarity", "antonym", extent(pair.a, swap.a), extent(pair.b, swap.b), 0.8)]
    return [Finding("polarity", "negation", _span(pair.a, left), _span(pair.b, right), 0.75)]


def one_claim(pair: Frame) -> bool:
    """Whether two texts share so much that a denial in one of them turns what the other affirms."""
    shared = len(pair.shared())
    enough = shared >= FEW or (shared >= FEW - 1 and pair.mutual >= NEARLY_ALL)
    return enough and pair.likeness >= LIKE and pair.mutual >= MUTUAL


def negations(words: list[Unit]) -> list[int]:
    """Indices of the units that negate what follows, idle ones ("no longer", "not only") left out."""
    idle = _idle(words)
    return [i for i in range(len(words)) if i not in idle and _negates(words, i) and not _conditional(words, i)]


def _negates(words: list[Unit], i: int) -> bool:
    """Whether a word says no, or denies what it governs."""
    lists, key = load("polarity"), words[i].key
    if key in lists["negators"] or key in lists["negative_predicates"] or lemma(key) in lists["denials"]:
        return True
    return lemma(key) in lists["denials_before_to"] and i + 1 < len(words) and words[i + 1].key == "to"


def negators(words: list[Unit]) -> list[int]:
    """Those of the negations that are bare negators ("not", "nobody"), without verbs that deny."""
    return [i for i in negations(words) if words[i].key in load("polarity")["negators"]]


@cache
def antonyms() -> frozenset[tuple[str, str]]:
    """Pairs of lemmas that exclude each other, both ways round."""
    pairs = [tuple(pair) for pair in load("antonyms")["pairs"]]
    return frozenset([(x, y) for x, y in pairs] + [(y, x) for x, y in pairs])


def _conditional(words: list[Unit], i: int) -> bool:
    """Whether a negation stands in an if-clause, where nothing is denied."""
    return any(unit.key in load("polarity")["conditions"] for unit in words[max(0, i - REACH) : i])


def _idle(words: list[Unit]) -> set[int]:
    keys = [unit.key for unit in words]
    idle = set()
    for phrase in load("polarity")["idle"]:
        for i in range(len(keys) - len(phrase) + 1):
            if keys[i] == phrase[0] and keys[i : i + len(phrase)] == phrase:
                idle |= set(range(i, i + len(phrase)))
    return idle


def turns(words: list[Unit], senses: list[str], shared: frozenset[str]) -> list[int]:
    """The negations whose governed word the other text has too."""
    return [i for i in negations(words) if governed(words, senses, i, shared)]


def governed(words: list[Unit], senses: list[str], i: int, shared: frozenset[str]) -> str:
    """The shared sense that the negation at ``i`` governs; "" where it governs another word."""
    reach = range(i + 1, min(len(words), i + 1 + REACH))
    after = next((senses[j] for j in reach if senses[j] and not _passed_over(words, senses, j)), "")
    if after in shared:
        return after
    before = next((senses[j] for j in range(i - 1, max(-1, i - 1 - REACH), -1) if senses[j]), "")
    return before if words[i].key in load("polarity")["negative_predicates"] and before in shared else ""


def _passed_over(words: list[Unit], senses: list[str], j: int) -> bool:
    """Whether a word leads on to the one that is denied: an adverb, or a verb before "to" ("not going to pay")."""
    lists = load("polarity")
    if senses[j] in lists["light"]:
        return True
    return senses[j] in lists["light_before_to"] and j + 1 < len(words) and words[j + 1].key == "to"


def _opposite(swap: Swap, pair: Frame) -> bool:
    """Whether a swap exchanges a word for its opposite."""
    return any(opposed(pair.a[i], pair.b[j]) for i in swap.a for j in swap.b)


def opposed(x: Unit, y: Unit) -> bool:
    """Whether two words are opposites: listed, or one is the other with a negative prefix ("fair", "unfair")."""
    pairs = antonyms()
    if any((v, w) in pairs for v in (lemma(x.key), sense(x)) for w in (lemma(y.key), sense(y))):
        return True
    short, long = sorted((x.key, y.key), key=len)
    return len(short) >= MIN_STEM and any(long == prefix + short for prefix in load("antonyms")["prefixes"])


def _span(words: list[Unit], turns: list[int]) -> Span:
    """The first negation, up to the first content word after it."""
    if not turns:
        return Span(0, 0)
    i = turns[0]
    reach = range(i + 1, min(len(words), i + 1 + REACH))
    last = next((j for j in reach if is_content(words[j].key)), i)
    return extent(words, tuple(range(i, last + 1)))
