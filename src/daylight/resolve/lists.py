"""The word lists of this room, as sets."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from daylight.lexicon import load


@cache
def words(topic: str, *keys: str) -> frozenset[str]:
    """The words of one list: ``words("titles", "honorifics", "male")``."""
    value: Any = load(topic)
    for key in keys:
        value = value[key]
    return frozenset(value.split())


@cache
def honorifics() -> frozenset[str]:
    """Forms of address."""
    return (
        words("titles", "honorifics", "male")
        | words("titles", "honorifics", "female")
        | words("titles", "honorifics", "any")
    )


@cache
def offices() -> frozenset[str]:
    """Offices that stand directly before a name."""
    return words("titles", "offices")


@cache
def titles() -> frozenset[str]:
    """Everything that stands before a name and is no part of it."""
    return honorifics() | offices()


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """A printed word as the lists spell it: lower case, no dots, straight apostrophes, no possessive."""
    word = word.lower().replace("’", "'").replace(".", "")
    return word.removesuffix("'s")


@cache
def is_person_noun(word: str) -> bool:
    """Whether a lower-case noun names a person by what he or she is or does."""
    if word in offices() or word in words("roles", "people"):
        return True
    if word in words("roles", "suffix_exceptions") or word in words("organizations", "bodies"):
        return False
    return len(word) > 4 and word.endswith(tuple(load("roles")["person_suffixes"]))


def gender_of_given(word: str) -> str | None:
    """ "male" or "female" where a folded first name tells, else None."""
    if word in words("gender", "male"):
        return "male"
    return "female" if word in words("gender", "female") else None


def gender_of_role_noun(text: str) -> str | None:
    """The gender that one printed word tells as a title or role, None where it tells none."""
    word = plain(text)
    for gender in ("male", "female"):
        if word in words("roles", "gender", gender) or word in words("titles", "honorifics", gender):
            return gender
    return None
