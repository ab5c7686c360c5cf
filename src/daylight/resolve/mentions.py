"""Names as one report prints them: what the annotation gives, trimmed, and what stands after a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from daylight.lexicon import load
from daylight.model import EntityKind, Span
from daylight.resolve.letters import fold
from daylight.resolve.lists import gender_of_given, honorifics, offices, plain, titles, words
from daylight.resolve.names import Name, parse
from daylight.resolve.syntax import Tree

INITIALS = re.compile(r"^(?:(?:[A-Z]\.){2,}[A-Z]?|[A-Z]{3,})$")
_SUFFIX_ONLY = frozenset({"jr", "sr", "ii", "iii"})
_COMPOUND = frozenset({"era", "led", "run", "like", "born", "only", "free", "pro", "anti"})


_LONGEST = 12
"""Tokens of the longest name that is looked for after a title; what runs on is a heading, a list or an attack."""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in a report: tokens ``first`` to ``last``, both counted in; ``span`` may be a part of a glued token."""

    report: int
    span: Span
    first: int
    last: int
    kind: EntityKind
    text: str
    name: Name


def printed_names(tree: Tree, r: int) -> Iterator[NameMention]:
    """What the annotation gives, trimmed to the name proper."""
    for mention in tree.annotated.names:
        inside = tree.annotated.tokens_in(mention.span)
        if (
            mention.kind is None
            or not inside
            or not tree.tells_names(inside[0])
            or _adjective(tree, inside[-1], mention.kind)
        ):
            continue
        first, last = inside[0], inside[-1]
        kind = mention.kind
        if kind == "person":
            first, last = _trim_person(tree, first, last)
            if first == last and last + 1 < len(tree.tokens) and plain(tree.tokens[last + 1].text) in offices():
                kind = "place"  # "Velmark President X": what the office is of
        elif owned := _owned_person(tree, first, last):
            first, kind = owned, "person"
        while first < last and tree.tokens[first].pos == "DET":
            first += 1
        while first < last and (tree.tokens[last].pos in {"PUNCT", "PART"} or tree.tokens[last].text in {"'s", "’s"}):
            last -= 1
        found = None if _in_compound(tree, first, last) else mention_at(tree, r, first, last, kind)
        if found:
            yield found


def _adjective(tree: Tree, i: int, kind: EntityKind) -> bool:
    """Whether a "body" or "place" is an adjective only: "Polish", "American"."""
    return kind != "person" and (tree.tokens[i].tag == "JJ" or tree.tokens[i].dep == "amod")


def _in_compound(tree: Tree, first: int, last: int) -> bool:
    """Whether a single word is only the start of "Doe-era" or the text begins "anti-"."""
    after = tree.annotated.report.text[tree.tokens[last].span.end : tree.tokens[last].span.end + 2]
    hyphenated = first == last and len(after) == 2 and after[0] in "-‑" and after[1].isalpha()
    return hyphenated or plain(tree.tokens[first].text).startswith(("anti-", "pro-", "non-"))


def _owned_person(tree: Tree, first: int, last: int) -> int | None:
    """Where a person begins in "Channel 9's Lena Brook": a first name right after a possessive."""
    for i in range(first + 1, last):
        if tree.tokens[i].text in {"'s", "’s", "'", "’"} and gender_of_given(fold(tree.tokens[i + 1].text)):
            return i + 1
    return None


_VERBAL = frozenset({"VBG", "VBD", "VBZ"})
"""Tags of a word that leads up to a name and is none: "Following Tallis" at the beginning of a sentence."""


def mention_at(tree: Tree, r: int, first: int, last: int, kind: EntityKind) -> NameMention | None:
    """The mention at tokens ``first`` to ``last``, None where they cannot be a name. The last word may change the kind."""
    if first > last:
        return None
    last = _over_hyphen(tree, last) if kind == "person" and last > first else last
    span = tree.span(first, last)
    text = tree.annotated.report.slice(span)
    if text.endswith(("'s", "’s")):
        span, text = Span(span.start, span.end - 2), text[:-2]
    printed = {plain(word) for word in text.split()}
    if (
        not fold(text)
        or len(text) > 80
        or printed <= _SUFFIX_ONLY
        or printed <= words("organizations", "not_names") | titles() | {"prime"}
    ):
        return None
    if kind == "person" and (not text[0].isalpha() or any(char in "/@_#:[]{}<>\n" or char.isdigit() for char in text)):
        return None
    if INITIALS.match(text) and text.count(".") > 1 and plain(text) not in load("places")["aliases"]:
        kind = "organization"
    if kind == "person":
        kind = _kind_by_last_word(text)
    return NameMention(r, span, first, last, kind, text, parse(text))


def _kind_by_last_word(text: str) -> EntityKind:
    """A "person" such as "Osterling Tower" or "Tallis Bank" is none; "Marc Hill" may be."""
    printed = [plain(word) for word in text.split()]
    if len(printed) > 1 and printed[-1] in words("places", "nouns"):
        inner = set(printed[1:-1]) & words("places", "nouns")
        return "place" if inner or not gender_of_given(fold(printed[0])) else "person"
    return "organization" if printed[-1] in words("organizations", "bodies") else "person"


def _over_hyphen(tree: Tree, last: int) -> int:
    """The end of "Tsen Ja-wo", which is split at the hyphen; "the Jon Doe-led team" is left alone."""
    pieces = tree.tokens[last + 1 : last + 3]
    glued = (
        len(pieces) == 2
        and pieces[0].span.start == tree.tokens[last].span.end
        and pieces[1].span.start == pieces[0].span.end
    )
    if (
        glued
        and pieces[0].text == "-"
        and pieces[1].text.islower()
        and len(pieces[1].text) < 5
        and pieces[1].text not in _COMPOUND
    ):
        return last + 2
    return last


def _trim_person(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """Titles off the front; what follows a possessive or is no part of a name off the end."""
    tokens = tree.tokens
    for i in range(first, last + 1):
        if tokens[i].text in {"'s", "’s", "'", "’"} and i > first:
            last = i - 1
            break
    while first < last and (plain(tokens[first].text) in titles() or tokens[first].tag in _VERBAL):
        first += 1
    while (
        first < last
        and tokens[last].pos in {"VERB", "AUX", "ADP", "ADV", "CCONJ", "SCONJ", "DET", "PRON"}
        and tokens[last].tag != "NNP"
    ):
        last -= 1
    while first < last and plain(tokens[last].text) in words("titles", "no_names"):
        last -= 1
    return first, last


def after_titles(tree: Tree, r: int, names: Sequence[NameMention]) -> Iterator[NameMention]:
    """A run of capitalised words after a title is a person's name, whatever spaCy makes of it."""
    inside_body = {
        i for m in names if m.kind != "person" and m.last > m.first for i in range(m.first, m.last) if _ends_as_body(m)
    }
    people = {m.first: m.last for m in names if m.kind == "person"}
    starts = {m.first for m in names if m.kind == "person" or m.first == m.last}
    for i, token in enumerate(tree.tokens[:-1]):
        word = plain(token.text)
        if word not in titles() or i in inside_body or not _opens_name(tree, i + 1) or not tree.tells_names(i):
            continue
        if word in offices() and not (
            token.text[0].isupper() or word not in {"head", "lead", "whip", "chief", "fellow", "private", "hero"}
        ):
            continue
        last = i + 1
        while last + 1 < len(tree.tokens) and last - i <= _LONGEST and continues_name(tree, last + 1):
            last += 1
        if people.get(i + 1, last) > last:
            continue  # the annotation knows more of this name: "General Selim al-Rawan"
        inner = {plain(token.text) for token in tree.tokens[i + 1 : last + 1]}
        if inner & (titles() | words("organizations", "bodies")):
            continue
        if last == i + 1 and word not in honorifics() and i + 1 not in starts:
            continue  # a single word after an office needs some name there: not "Secretary General"
        found = mention_at(tree, r, i + 1, last, "person")
        if found:
            yield found


def _ends_as_body(mention: NameMention) -> bool:
    printed = [plain(word) for word in mention.text.split()]
    return printed[-1] in words("organizations", "bodies") | words("organizations", "legal_forms") or "of" in printed


def _opens_name(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    same_sentence = token.sentence == tree.tokens[i - 1].sentence
    return (
        same_sentence
        and nameish(token.text)
        and plain(token.text) not in titles() | words("titles", "no_names")
        and token.pos != "DET"
    )


def continues_name(tree: Tree, i: int) -> bool:
    """Whether token ``i`` goes on with the name that the token before it belongs to."""
    token, before = tree.tokens[i], tree.tokens[i - 1]
    if token.sentence != before.sentence or plain(token.text) in words("titles", "no_names"):
        return False
    if token.text in {"-", "‑"}:
        return token.span.start == before.span.end and i + 1 < len(tree.tokens) and nameish(tree.tokens[i + 1].text)
    return nameish(token.text) and token.pos in {"PROPN", "NOUN", "ADJ", "X"} and token.tag != "JJ"


def nameish(text: str) -> bool:
    """Whether a word is written as a part of a name: a capital, then letters, hyphens, apostrophes, dots."""
    if text[0].isupper():
        return text.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalpha()
    return False


def merge(strong: Sequence[NameMention], weak: Sequence[NameMention]) -> list[NameMention]:
    """All mentions in order, without overlaps; of two that overlap a strong one wins, else the longer."""
    ranked = sorted(
        [(0, m) for m in strong] + [(1, m) for m in weak], key=lambda x: (x[0], x[1].span.start - x[1].span.end, x[1].span)
    )
    kept: list[NameMention] = []
    taken: set[int] = set()
    for _, mention in ranked:
        own = range(mention.span.start, mention.span.end)
        if taken.isdisjoint(own):
            kept.append(mention)
            taken.update(own)
    return sorted(kept, key=lambda m: m.span)
