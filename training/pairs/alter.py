"""Pairs made from one sentence: the same facts in other words, or one fact altered, each with what was done."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from daylight.lexicon import load

LISTS = tomllib.loads((Path(__file__).parent / "swaps.toml").read_text("utf-8"))
ENTITY, ANTONYM, INSERTED, NEGATION = range(4)
"""Kinds of edit, in the order of the network's outputs."""

MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
COUNTS = [
    "two", "three", "four", "five", "six", "seven", "eight",
    "nine", "ten", "eleven", "twelve", "twenty", "thirty", "fifty",
]  # fmt: skip
AUXILIARY = re.compile(r"\b(is|are|was|were|will|would|can|could|should|has|have|had|did|does|may|must)\b(?! not\b)")
NEGATED = re.compile(r"\b(is|are|was|were|will|would|could|should|has|have|had|did|does|may|must) not\b")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")
FIGURE = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
QUALIFIER = re.compile(
    r",? (?:but|unless|if|although|though|except|provided|while|despite|because|when|after) [^.]*(?=\.?$)"
)
FRONTED = re.compile(r"^(.{30,}?) (on \w+day|in \d{4}|last \w+|this \w+)\.$")


class Altered(NamedTuple):
    """A made text and what it is: kind of edit (None for a harmless one), whether the new text says less or more."""

    text: str
    kind: int | None = None
    omits: bool = False
    adds: bool = False


class Source(NamedTuple):
    """A sentence and the names of the article that it is from."""

    text: str
    names: tuple[str, ...]


Alter = Callable[[Source, Random], Altered | None]


def exchange(text: str, pairs: list[list[str]], random: Random) -> str | None:
    """One word or phrase exchanged for its partner, either way; None where none of the list stands in the text."""
    padded = re.sub(r"(?<=\w)(?=[.,;:?!])|(?<=[.,;:?!])(?=\w)", " ", f" {text} ")
    found = [(x, y) for one, two in pairs for x, y in ((one, two), (two, one)) if f" {x} " in padded]
    if not found:
        return None
    one, two = random.choice(found)
    return re.sub(rf"\b{re.escape(one)}(?!\w)", lambda _: two, text, count=1)


def _picked(text: str, pattern: re.Pattern[str], random: Random, replace: Callable[[str], str | None]) -> str | None:
    places = list(pattern.finditer(text))
    if not places:
        return None
    place = random.choice(places)
    new = replace(place[0])
    return None if new is None or new == place[0] else text[: place.start()] + new + text[place.end() :]


def figure(source: Source, random: Random) -> Altered | None:
    """Another number, another count in words, another month, day or year."""
    for listed in random.sample([MONTHS, DAYS, COUNTS], 3):
        held = [word for word in listed if re.search(rf"\b{word}\b", source.text)]
        if held:
            old = random.choice(held)
            return Altered(
                re.sub(rf"\b{old}\b", random.choice([w for w in listed if w != old]), source.text, count=1), ENTITY
            )
    new = _picked(source.text, FIGURE, random, lambda old: _other_figure(old, random))
    return Altered(new, ENTITY) if new else None


def _other_figure(old: str, random: Random) -> str:
    digits = [i for i, c in enumerate(old) if c.isdigit()]
    place = random.choice(digits[-2:] if len(digits) == 4 else digits)
    return old[:place] + random.choice([d for d in "123456789" if d != old[place]]) + old[place + 1 :]


def name(source: Source, random: Random) -> Altered | None:
    """Another name of the same article in its place."""
    if not source.names:
        return None
    new = _picked(source.text, NAME, random, lambda old: random.choice(source.names) if len(old) > 3 else None)
    return Altered(new, ENTITY) if new else None


def turned(source: Source, random: Random) -> Altered | None:
    """Two names of the sentence in each other's place."""
    held = list(dict.fromkeys(NAME.findall(source.text)))
    if len(held) < 2:
        return None
    one, two = random.sample(held, 2)
    if one in two or two in one:
        return None
    swapped = source.text.replace(one, "\0").replace(two, one).replace("\0", two)
    return Altered(swapped, ENTITY)


def negated(source: Source, random: Random) -> Altered | None:
    """A "not" put in, or taken out."""
    text = source.text
    if NEGATED.search(text):
        return Altered(NEGATED.sub(r"\1", text, count=1), NEGATION)
    new = _picked(text, AUXILIARY, random, lambda old: random.choice([f"{old} not", f"{old} not", f"{old} never"]))
    return Altered(new, NEGATION) if new else None


def opposite(source: Source, random: Random) -> Altered | None:
    """A word of the other list, or an antonym of the lexicon."""
    new = exchange(source.text, LISTS["other"] + load("antonyms")["pairs"], random)
    return Altered(new, ANTONYM) if new else None


def added(source: Source, random: Random) -> Altered:
    """A claim more."""
    tail = random.choice(LISTS["additions"])
    places = [m.start() for m in re.finditer(r"(?=,)", source.text)] + [len(source.text.rstrip("."))]
    place = random.choice(places[-2:])
    return Altered(f"{source.text[:place]} {tail}{source.text[place:]}", INSERTED, adds=True)


def cut(source: Source, _: Random) -> Altered | None:
    """The limiting clause left out."""
    short = QUALIFIER.sub("", source.text)
    return Altered(short, INSERTED, omits=True) if 30 < len(short) < len(source.text) else None


def reworded(source: Source, random: Random) -> Altered | None:
    """One to four harmless changes."""
    text, groups = source.text, load("synonyms")["groups"]
    listed = LISTS["same"] * 2 + [random.sample(group, 2) for group in groups if len(group) > 1 and random.random() < 0.5]
    for _ in range(random.randint(1, 4)):
        text = exchange(text, listed, random) or text
    if random.random() < 0.3:
        text = FRONTED.sub(lambda m: f"{m[2][0].upper()}{m[2][1:]}, {m[1][0].lower()}{m[1][1:]}.", text)
    return Altered(text) if text != source.text else None


ALTERATIONS: tuple[tuple[Alter, int], ...] = (
    (figure, 5), (name, 5), (turned, 2), (negated, 3), (opposite, 6), (added, 4), (cut, 1),
)  # fmt: skip


def altered(source: Source, random: Random) -> Altered | None:
    """One alteration, with harmless changes beside it half of the time, so that the number of changes tells nothing."""
    steps, weights = zip(*ALTERATIONS, strict=True)
    made = random.choices(steps, weights)[0](source, random)
    if made is None or made.text == source.text:
        return None
    beside = reworded(Source(made.text, ()), random) if random.random() < 0.5 else None
    return made._replace(text=beside.text) if beside else made
