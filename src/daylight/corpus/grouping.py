"""Cutting a sequence into pieces of work so that a change in one place leaves the other pieces as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from daylight.engine import File, Piece

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Cut:
    """How long groups are: ``mean`` items (a power of two), at most ``most``."""

    mean: int
    most: int


def grouped(items: Iterable[Item], key: Callable[[Item], str], cut: Cut) -> Iterator[list[Item]]:
    """Groups of items that follow each other. Where a group ends is said by the keys of its own items alone, so that an
    item added or taken away changes its own group, or cuts it in two, and no other."""
    group: list[Item] = []
    for item in items:
        group.append(item)
        if len(group) >= cut.most or _ends(key(item), cut.mean):
            yield group
            group = []
    if group:
        yield group


def _ends(key: str, mean: int) -> bool:
    return int(hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8], 16) % mean == 0


def one_piece(files: Iterable[File], weight: int = 1) -> Iterator[Piece]:
    """One piece of all files, none where there are none: for a stage that looks at the whole corpus."""
    ordered = sorted(files, key=lambda file: file.path)
    if ordered:
        key = long_digest(*(f"{file.path} {file.sha256}" for file in ordered))
        yield Piece("all", key, tuple(file.path for file in ordered), weight)


def long_digest(*parts: object) -> str:
    """Twenty hexadecimal digits of a SHA-256: in 10^9 reports two are the same once in two million corpora."""
    blob = "\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(blob).hexdigest()[:20]
