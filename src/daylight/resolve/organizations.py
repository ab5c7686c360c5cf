"""Bodies and places of the story: names that differ in form only, acronyms, short forms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from daylight.lexicon import load
from daylight.resolve.kinds import named_as_outlet
from daylight.resolve.letters import fold
from daylight.resolve.lists import plain, words
from daylight.resolve.mentions import NameMention

_UNITED_STATES = re.compile(r"\bUnited States(?= \w)")
"""At the head of a body's name: "United States Senate" is the U.S. Senate."""


def key_of(mention: NameMention) -> tuple[str, ...]:
    """The words of a body's or place's name without articles, legal form and house style; a place by its usual name."""
    if mention.kind == "place":
        return place_key(mention.text)
    return body_key(mention.text)


def place_key(text: str) -> tuple[str, ...]:
    """A place by its usual name: U.S., US and the United States are one."""
    aliases: dict[str, str] = load("places")["aliases"]
    name = " ".join(w for word in text.replace(",", " ").split() if (w := plain(word)) != "the")
    return tuple(fold(word) for word in aliases.get(name, name).split())


def body_key(text: str, *, legal: bool = False) -> tuple[str, ...]:
    """The words of a body's name that tell it from others, its legal form only if asked: "Osk Wire agency" is Osk Wire."""
    head, _, last = text.rpartition(" ")
    if last.islower() and named_as_outlet(head):
        text = head
    text = _UNITED_STATES.sub("US", text)
    kept = [_house(fold(plain(word))) for word in text.replace("-", " ").replace("/", " ").split()]
    core = tuple(word for word in kept if word and word not in words("organizations", "empty"))
    bare = tuple(word for word in core if legal or word not in words("organizations", "legal_forms"))
    return bare or core


def _house(word: str) -> str:
    """A word in one house's spelling: harbor for harbour, defense for defence."""
    known: dict[str, str] = load("house_spelling")["words"]
    if len(word) > 4 and "our" in word and word not in load("house_spelling")["our"]["keep"]:
        word = word.replace("our", "or")
    return known.get(word, word)


def initials(key: Sequence[str]) -> str:
    """The acronym of a name of two words or more, "" of a shorter one."""
    return "".join(word[0] for word in key) if len(key) > 1 else ""


def group_bodies(names: Sequence[Sequence[NameMention]]) -> list[list[NameMention]]:
    """Mentions of bodies and of places that mean one and the same, in the order of their first mention."""
    mentions = _with_acronyms([m for report in names for m in report if m.kind != "person"])
    full: dict[tuple[str, tuple[str, ...]], list[NameMention]] = defaultdict(list)
    for mention in mentions:
        key = key_of(mention)
        if key:
            full[mention.kind, key].append(mention)
    for kind, key in sorted(full):
        host = _host(kind, key, full) if (kind, key) in full else None
        if host:
            full[kind, host].extend(full.pop((kind, key)))
    groups = [sorted(group, key=lambda m: (m.report, m.span)) for group in full.values()]
    return sorted(groups, key=lambda group: (group[0].report, group[0].span))


def _with_acronyms(mentions: Sequence[NameMention]) -> list[NameMention]:
    """The mentions, a "place" that is the acronym of a body of the story as a body."""
    acronyms = {initials(body_key(m.text)) for m in mentions if m.kind == "organization"} - {""}
    return [
        replace(m, kind="organization") if m.kind == "place" and m.text.isupper() and fold(m.text) in acronyms else m
        for m in mentions
    ]


def _host(
    kind: str, key: tuple[str, ...], full: dict[tuple[str, tuple[str, ...]], list[NameMention]]
) -> tuple[str, ...] | None:
    """The longer name that a one-word name is the acronym or the telling word of; None where none or several are."""
    if kind != "organization" or len(key) != 1:
        return None
    longer = [other for k, other in full if k == kind and len(other) > 1]
    acronym = [other for other in longer if initials(other) == key[0] and len(key[0]) > 1]
    reports = {m.report for m in full[kind, key]}
    tail = [other for other in longer if other[-1] == key[0] and {m.report for m in full[kind, other]} >= reports]
    opening = [other for other in longer if other[0] == key[0] and set(other[1:]) <= words("organizations", "generic")]
    found = sorted(acronym or tail or opening)
    return found[0] if len(found) == 1 else None


def best_name(group: Iterable[NameMention]) -> str:
    """The name to print: the longest of the forms that most of the mentions have at least half as often."""
    counted = Counter(mention.text for mention in group)
    most = max(counted.values())
    return max(
        sorted(text for text in counted if 2 * counted[text] >= most or len(text.split()) > 1),
        key=lambda t: (len(body_key(t)), counted[t]),
    )
