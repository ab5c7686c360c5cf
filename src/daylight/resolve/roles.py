"""Offices and descriptions of people: where they are printed, whom they belong to, which of them are one office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from daylight.lexicon import load
from daylight.model import Span
from daylight.resolve.lists import gender_of_role_noun, honorifics, is_person_noun, plain, words
from daylight.resolve.mentions import NameMention
from daylight.resolve.syntax import Tree

_MAX_WORDS = 14
"""Longest role, in tokens; what is longer is a description of events, not of an office."""

_WORD = re.compile(r"[\w.’'-]+")
_MODIFIERS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_TO_A_NAME = frozenset({"to", "of", "for", "under", "with"})
_ENDS = frozenset({"who", "which", "that", "whose", ",", ";", "-", "–", "—", "(", ":"})
_OPENING = frozenset({",", ";", ":", "“", "”", '"'})
_BE = frozenset({"be", "remain", "become"})


@dataclass(frozen=True, slots=True)
class Office:
    """A role reduced to what can be compared: its noun, the words that make another office of it, and the rest."""

    noun: str
    blocking: frozenset[str]
    rest: frozenset[str]


@dataclass(frozen=True, slots=True)
class PrintedRole:
    """A role as printed beside the name that carries it. ``at`` indexes the report's names."""

    at: int
    span: Span
    text: str


@lru_cache(maxsize=16_384)
def offices_of(text: str) -> frozenset[Office]:
    """The offices that a role names: two for "Deputy Prime Minister and Defense Minister"."""
    found = []
    for part in re.split(r"\s+and\s+|\s*[;/]\s*", text.lower()):
        office = _office(part)
        if office:
            found.append(office)
    return frozenset(found)


def _office(text: str) -> Office | None:
    synonyms: dict[str, str] = load("roles")["synonyms"]
    printed = [plain(word).strip("'") for word in _WORD.findall(text)]
    ordered = [word for raw in printed for word in synonyms.get(raw, raw).split()]
    noun = next((word for word in _noun_zone(ordered) if is_person_noun(word)), None)
    if noun is None:
        return None
    rest = frozenset(ordered) - {noun} - words("roles", "empty") - honorifics()
    blocking = rest & words("roles", "blocking")
    return Office(noun, blocking, rest - blocking)


def _noun_zone(ordered: Sequence[str]) -> list[str]:
    """Words from the likeliest to the least: the last before the first preposition, then the others backwards."""
    stop = next(
        (i for i, word in enumerate(ordered) if i and word in {"of", "for", "at", "in", "to", "on", "who"}), len(ordered)
    )
    return [*reversed(ordered[:stop]), *ordered[stop:]]


def same_office(a: Office, b: Office) -> bool:
    """Whether two roles can name one office: noun and blocking words equal, the rest of one within the other's."""
    return a.noun == b.noun and a.blocking == b.blocking and (a.rest <= b.rest or b.rest <= a.rest)


def agree(a: frozenset[Office], b: frozenset[Office]) -> bool:
    """Whether any office of one can be an office of the other."""
    return any(same_office(x, y) for x in a for y in b)


def gender_of_role(text: str) -> str | None:
    """The gender that a role or title tells, None where it tells none."""
    return next((gender for word in _WORD.findall(text) if (gender := gender_of_role_noun(word))), None)


def roles_in(tree: Tree, names: Sequence[NameMention]) -> tuple[PrintedRole, ...]:
    """Every role of a report that stands beside a person's name."""
    taken = {i: at for at, m in enumerate(names) for i in range(m.first, m.last + 1) if m.kind == "person"}
    found = []
    for at, mention in enumerate(names):
        if mention.kind == "person" and not tree.like_headline(mention.first):
            for span in (*_before(tree, mention, taken), *_after(tree, mention, taken)):
                text = tree.annotated.report.slice(span)
                if "\n" not in text and not text.startswith("whose "):
                    found.append(PrintedRole(at, span, text))
    return tuple(_unclaimed(dict.fromkeys(found)))


def _unclaimed(found: Iterable[PrintedRole]) -> Iterator[PrintedRole]:
    """Roles without those that stand between two names and lead up to the second, when the first has one before it.

    In "Minister A, the director of the bureau, B, and the envoy C" each role belongs to the name after it.
    """
    roles = list(found)
    for role in roles:
        later = any(o.at > role.at and o.span.end == role.span.end for o in roles)
        led = any(o.at == role.at and o.span.end < role.span.start for o in roles)
        if not (later and led):
            yield role


def _before(tree: Tree, mention: NameMention, taken: dict[int, int]) -> Iterator[Span]:
    """The role that leads up to a name: "Russian President X", "director of the agency X", "her successor, X"."""
    last = mention.first - 1
    own = tree.tokens[mention.last]
    if own.dep == "compound" and own.head > mention.last:
        return  # "three senior Doe aides": the words before are the aides'
    if last >= 0 and tree.tokens[last].text == "," and (_apposed(tree, mention) or _names_the_speaking(tree, mention)):
        last -= 1
    if last < 0 or tree.tokens[last].sentence != tree.tokens[mention.first].sentence:
        return
    while last >= 0 and plain(tree.tokens[last].text) in honorifics():
        last -= 1
    noun = _noun_before(tree, last, taken)
    if noun is None:
        return
    first = noun
    while noun - first < _MAX_WORDS and _leads(tree, first - 1, taken):
        first -= 1
    first = _with_conjunct(tree, first, taken)
    while first < noun and tree.tokens[first].text in {"'s", "’s", "and", "-", "the", "The", "a", "an"}:
        first += 1
    yield tree.span(first, last)


def _apposed(tree: Tree, mention: NameMention) -> bool:
    token = tree.tokens[mention.last]
    return token.dep == "appos" and token.head < mention.first


def _names_the_speaking(tree: Tree, mention: NameMention) -> bool:
    """Whether a name tells who the office before it is, in front of its verb: "…, the prime minister, X said".

    The office has to begin the clause: in "after he met the prime minister, X said" it is another's.
    """
    tokens, noun = tree.tokens, mention.first - 2
    verb = mention.last + 1
    home = tokens[mention.first].sentence
    if noun < 0 or verb >= len(tokens) or not tokens[noun].sentence == tokens[verb].sentence == home:
        return False
    before = tree.left[noun] - 1
    opens = before < 0 or tokens[before].sentence != home or tokens[before].text in _OPENING
    return opens and tokens[verb].pos in {"VERB", "AUX"} and is_person_noun(plain(tokens[noun].text))


def _noun_before(tree: Tree, last: int, taken: dict[int, int]) -> int | None:
    """The role's own noun: the last word before the name, or the one before "of …" that ends there."""
    if last < 0 or last in taken or is_person_noun(plain(tree.tokens[last].text)):
        return last if last >= 0 and last not in taken else None
    if tree.tokens[last].pos not in {"NOUN", "PROPN"}:
        return None
    for i in range(last - 1, max(last - 7, 0), -1):
        token = tree.tokens[i]
        if token.lemma.lower() in {"of", "for", "at", "to"}:
            return i - 1 if is_person_noun(plain(tree.tokens[i - 1].text)) else None
        if i in taken or token.sentence != tree.tokens[last].sentence or token.pos not in {*_MODIFIERS, "DET"}:
            return None
    return None


def _leads(tree: Tree, i: int, taken: dict[int, int]) -> bool:
    """Whether token ``i`` belongs to the modifiers before a role's noun."""
    if i < 0 or i in taken or tree.tokens[i].sentence != tree.tokens[i + 1].sentence:
        return False
    token = tree.tokens[i]
    if token.text == "-":
        return token.span.end == tree.tokens[i + 1].span.start
    if token.text in {"'s", "’s"}:
        return True
    if token.pos == "PRON" and token.dep == "poss":
        return True
    return token.pos in _MODIFIERS and (token.pos != "NUM" or not token.text.isdigit()) and token.tag not in {"VBN", "VBD"}


def _with_conjunct(tree: Tree, first: int, taken: dict[int, int]) -> int:
    """The start of "ambassador and special envoy": one office more before an "and"."""
    if first < 2 or tree.tokens[first - 1].lemma != "and" or not is_person_noun(plain(tree.tokens[first - 2].text)):
        return first
    first -= 2
    while _leads(tree, first - 1, taken):
        first -= 1
    return first


def _after(tree: Tree, mention: NameMention, taken: dict[int, int]) -> Iterator[Span]:
    """The role that follows a name: ", the chairman of …,", ", 54, a teacher,", "is the chairman of …"."""
    apposition = _apposition(tree, mention)
    if apposition is not None:
        yield from _trimmed(tree, apposition, tree.right[apposition], taken)
    attribute = _copula(tree, mention)
    if attribute is not None:
        yield from _trimmed(tree, attribute, tree.right[attribute], taken)


def _apposition(tree: Tree, mention: NameMention) -> int | None:
    for i in range(mention.first, mention.last + 1):
        for child in tree.children[i]:
            if tree.tokens[child].dep == "appos" and child > mention.last and _names_a_person(tree, child):
                return child
    return None


def _names_a_person(tree: Tree, i: int) -> bool:
    return (
        tree.tokens[i].pos in {"NOUN", "PROPN"}
        and is_person_noun(plain(tree.tokens[i].lemma))
        and tree.tokens[i].tag not in {"NNS", "NNPS"}
    )


def _copula(tree: Tree, mention: NameMention) -> int | None:
    token = tree.tokens[mention.last]
    verb = token.head
    relative = next((c for c in tree.children[mention.last] if tree.tokens[c].dep == "relcl"), None)
    if token.dep != "nsubj":
        if relative is None or not any(tree.tokens[c].lemma == "who" for c in tree.children[relative]):
            return None
        verb = relative
    if tree.tokens[verb].lemma not in _BE or any(tree.tokens[c].dep in {"neg", "aux"} for c in tree.children[verb]):
        return None
    attribute = tree.child(verb, "attr")
    return attribute if attribute is not None and _names_a_person(tree, attribute) else None


def _trimmed(tree: Tree, noun: int, last: int, taken: dict[int, int]) -> Iterator[Span]:
    """The phrase of a role's noun, cut before a clause or a dash. One that runs into a further name belongs to that."""
    last = min(last, noun + 2 * _MAX_WORDS)
    for i in range(noun + 1, last + 1):
        token = tree.tokens[i]
        if i in taken and tree.tokens[i - 1].lemma.lower() not in _TO_A_NAME:
            return
        glued = token.text == "-" and token.span.start == tree.tokens[i - 1].span.end
        if (token.lemma in _ENDS and not glued) or token.pos in {"VERB", "AUX", "SCONJ", "PRON"}:
            last = i - 1
            break
    while last > noun and (
        tree.tokens[last].pos in {"ADP", "CCONJ", "PUNCT", "DET", "PART"} or tree.tokens[last].lemma == "and"
    ):
        last -= 1
    first = tree.left[noun]
    if last - first < _MAX_WORDS and (last + 1 not in taken or tree.tokens[last].text == ","):
        yield tree.span(first, last)
