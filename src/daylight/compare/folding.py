"""Words of a text, folded so that typography and house style do not count.

Two texts are folded in the same way, whichever side they stand on: case, accents, apostrophes, dashes, ligatures,
abbreviations with and without full stops, digits and number words, British and American spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import simplemma
from text_to_num import find_numbers  # type: ignore[import-untyped]

from daylight.lexicon import load
from daylight.model import Span

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[$€£%&]|\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|bn|tn|m|k)\b)?"
    r"|[^\W\d_]+(?:-{3,}|\*+)(?:\w|-{3,}|\*)*|[^\W_]+(?:['’ʼ][^\W\d_]+)*"
)
_CLITIC = re.compile(r"(.+?)(n't|'(?:s|re|ve|ll|d|m))$")
_IZE = re.compile(r"([iy])s(e|ed|es|er|ers|ing|ation|ations)$")
_OUR = re.compile(r"(\w{2,})our(s|ed|ing|able|ite|ites|ful|hood|less|er|ers|ably)?$")
_ELLIPSIS = re.compile(r"\.\s?\.\s?\.|…|\u241e")

PIECES = " \u241e "
"""What parts two quotations of one utterance that are compared as one text (the symbol for a record separator)."""

_SUFFIXES = {"k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, or a piece of one ("I" and "'d" of "I'd"), as compared.

    ``key`` is the folded form; ``span`` the whole printed word in the text. ``number`` is set where the words say a
    number. ``after_ellipsis`` says that the outlet marks a cut before the word or opens a new quotation there,
    ``bracketed`` that it stands in square brackets, as the outlet's own insertion.
    """

    key: str
    span: Span
    number: float | None = None
    after_ellipsis: bool = False
    bracketed: bool = False
    capital: bool = False


def units(text: str) -> list[Unit]:
    """The folded words of ``text``, in order. Linear in its length."""
    return list((_of_short if len(text) <= _SHORT else _of_long)(text))


def _units(text: str) -> tuple[Unit, ...]:
    marked = _mark_outlet_signs(text, list(_split(text)))
    return tuple(_fold_symbols(_fold_initials(_fold_numbers(marked))))


# A sentence or a quotation is asked for ten times in a story, a whole report once for each row that it lacks.
_SHORT = 1_000  # characters
_of_short = lru_cache(maxsize=1 << 11)(_units)  # 12 MB
_of_long = lru_cache(maxsize=1 << 5)(_units)  # 200 kB each


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """One word without case, accents and house spelling; "US" and "U.S." stay apart from "us"."""
    if word in {"US", "U.S.", "U.S"}:
        return "u.s"
    plain = unicodedata.normalize("NFKD", word).replace("’", "'").replace("ʼ", "'")
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return plain if plain[:1].isdigit() else _house(plain.replace(".", ""))


def _house(word: str) -> str:
    spelling = load("house_spelling")
    if word in spelling["words"]:
        return str(spelling["words"][word])
    if len(word) > 5 and _IZE.search(word):
        return _IZE.sub(r"\1z\2", word)
    if word not in spelling["our"]["keep"] and _OUR.fullmatch(word):
        return str(_OUR.sub(r"\1or\2", word))
    for stem in spelling["doubled_l"]["stems"]:
        if word.startswith(stem + "l"):
            return f"{stem}{word[len(stem) + 1 :]}"
    return word


def _split(text: str) -> Iterator[Unit]:
    spelling = load("house_spelling")
    for match in _WORD.finditer(text):
        word, span = match[0], Span(*match.span())
        key = fold_word(word)
        capital = word[0].isupper()
        if text[span.end : span.end + 1] == "." and key in spelling["abbreviations"]:
            key = spelling["abbreviations"][key]
        for piece in _pieces(key):
            yield Unit(piece, span, capital=capital)


def _pieces(key: str) -> list[str]:
    spoken = load("house_spelling")["spoken"]
    if key in spoken:
        return list(spoken[key])
    clitic = _CLITIC.fullmatch(key)
    return [clitic[1], clitic[2]] if clitic else [key]


def _mark_outlet_signs(text: str, words: list[Unit]) -> list[Unit]:
    """Note ellipses before words and square brackets around them."""
    marked, last, inside = [], 0, False
    for unit in words:
        between = text[last : unit.span.start] if unit.span.start >= last else ""
        if "[" in between or "]" in between:
            inside = between.rfind("[") > between.rfind("]")
        bracketed = inside or "[" in text[unit.span.start : unit.span.end]
        cut = bool(_ELLIPSIS.search(between))
        marked.append(replace(unit, after_ellipsis=cut, bracketed=bracketed) if cut or bracketed else unit)
        last = max(last, unit.span.end)
    return marked


@dataclass(slots=True)
class _Speech:
    """What the number parser asks of a token."""

    word: str

    def text(self) -> str:
        return self.word

    def nt_separated(self, previous: _Speech) -> bool:  # noqa: ARG002 - part of the parser's protocol
        return False

    def not_a_number_part(self) -> bool:
        return False


def _fold_numbers(words: list[Unit]) -> list[Unit]:
    """Number words and figures with a scale word ("1.5 million") as one unit with its value."""
    spoken = [_Speech(unit.key if unit.key.isascii() else "·") for unit in words]
    starts = {found.start: found for found in find_numbers(spoken, "en", 0)} if words else {}
    folded, i = [], 0
    while i < len(words):
        value, length = _figure(words, i)
        if length == 0 and i in starts and _one_breath(words[i : starts[i].end]):
            found = starts[i]
            value, length = (None if found.is_ordinal else found.value), found.end - i
            if found.is_ordinal:
                folded.append(replace(words[i], key=found.text, span=_whole(words[i : found.end])))
                i += length
                continue
        if length and value is not None:
            folded.append(replace(words[i], key=f"{value:.10g}", number=value, span=_whole(words[i : i + length])))
            i += length
        else:
            folded.append(words[i])
            i += 1
    return folded


def _figure(words: list[Unit], i: int) -> tuple[float | None, int]:
    """The value of a figure at ``i`` and how many units it takes; (None, 0) where there is none."""
    key = words[i].key
    if not key[0].isdigit():
        return None, 0
    digits = key.rstrip("kmbnt")
    try:
        value = float(digits.replace(",", "")) * _SUFFIXES.get(key[len(digits) :], 1.0)
    except ValueError:
        return None, 0
    if i + 1 < len(words) and words[i + 1].key in _SCALES:
        return value * _SCALES[words[i + 1].key], 2
    return value, 1


def _one_breath(words: list[Unit]) -> bool:
    """Whether number words stand close together, so that no sentence ends between them."""
    return all(b.span.start - a.span.end <= 1 for a, b in pairwise(words))


def _whole(words: list[Unit]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)


def _fold_initials(words: list[Unit]) -> list[Unit]:
    """ "United States" as one unit, with the key of "U.S."."""
    initials = load("house_spelling")["initials"]
    folded: list[Unit] = []
    for unit in words:
        name = f"{folded[-1].key} {unit.key}" if folded and unit.capital and folded[-1].capital else ""
        if name in initials:
            first = folded.pop()
            folded.append(replace(first, key=initials[name], span=_whole([first, unit])))
        else:
            folded.append(unit)
    return folded


def _fold_symbols(words: list[Unit]) -> Iterator[Unit]:
    """Symbols as words, a currency sign after its figure, "per cent" as one word."""
    symbols = load("house_spelling")["symbols"]
    held: Unit | None = None
    for i, unit in enumerate(words):
        if unit.key == "per" and i + 1 < len(words) and words[i + 1].key == "cent":
            continue
        if unit.key in {"$", "€", "£"}:
            held = replace(unit, key=symbols[unit.key])
            continue
        if unit.key == "cent" and i and words[i - 1].key == "per":
            yield replace(unit, key="percent", span=_whole(words[i - 1 : i + 1]))
        else:
            key = symbols.get(unit.key, unit.key)
            key = key.removesuffix("s") if key in {"dollars", "euros", "pounds"} else key
            yield unit if key == unit.key else replace(unit, key=key)
        if held is not None:
            yield held
            held = None
    if held is not None:
        yield held


@lru_cache(maxsize=1 << 16)
def lemma(key: str) -> str:
    """The dictionary form of a folded word."""
    return str(simplemma.lemmatize(key, "en")).casefold() if key.isalpha() else key


def contracted(x: str, y: str) -> bool:
    """Whether one folded word is the other as it stands in a contraction: "n't" for "not", "'ve" for "have"."""
    expansions = load("house_spelling")["contractions"]
    return y in expansions.get(x, ()) or x in expansions.get(y, ())


def akin(x: str, y: str) -> bool:
    """Whether two folded words are forms of one: "had" and "have", "not" and the "n't" of a contraction."""
    return contracted(x, y) or (x[:1] == y[:1] and lemma(x) == lemma(y))
