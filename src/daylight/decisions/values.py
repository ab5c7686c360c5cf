"""What a person can decide about a story, and about a corpus. Plain values, known by content: the same words mean the same
on every run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Literal, TypeVar

from daylight.model import BlockRole, DecisionKind

RegroupKind = Literal["together", "apart"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A person, body or place: by any of its spellings, or by id. The id is tried first; ``name`` may be an id too."""

    id: str | None = None
    name: str | None = None

    def __str__(self) -> str:
        """As it is told."""
        return f"“{self.name}”" if self.name else str(self.id)


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution: by id, or by words of its content, in one report where ``report`` is given.

    ``words`` may be an id too.
    """

    id: str | None = None
    words: str | None = None
    report: str | None = None

    def __str__(self) -> str:
        """As it is told."""
        return f"“{self.words}”" if self.words else str(self.id)


@dataclass(frozen=True, slots=True)
class Decision:
    """Base of all decisions. ``note`` is the writer's own; ``where`` (file and line) tells nothing about the decision."""

    note: str = field(default="", kw_only=True)
    where: str = field(default="", compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Merge(Decision):
    """Several entities are one. ``name`` is how it is called, None for the best supported of their names."""

    people: tuple[Ref, ...]
    name: str | None = None

    def __str__(self) -> str:
        """The decision in words."""
        return f"{_and(self.people)} are one"


@dataclass(frozen=True, slots=True)
class Split(Decision):
    """Those mentions that have one of ``spellings`` and stand in one of ``reports`` are another's; empty means any."""

    person: Ref
    spellings: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    name: str | None = None

    def __str__(self) -> str:
        """The decision in words."""
        spelt = f" printed as {_and(f'“{text}”' for text in self.spellings)}" if self.spellings else ""
        where = f" in {_and(self.reports)}" if self.reports else ""
        return f"{self.person}{spelt}{where} is somebody else"


@dataclass(frozen=True, slots=True)
class Rename(Decision):
    """An entity is called ``name``, printed so or not."""

    person: Ref
    name: str

    def __str__(self) -> str:
        """The decision in words."""
        return f"{self.person} is called “{self.name}”"


@dataclass(frozen=True, slots=True)
class Reject(Decision):
    """One of three is wrong: ``person`` is none, ``said`` is no attribution, ``difference`` (its id) is none."""

    person: Ref | None = None
    said: Said | None = None
    difference: str | None = None

    def __str__(self) -> str:
        """The decision in words."""
        if self.difference:
            return f"{self.difference} is no difference"
        return f"{self.person} is nobody who speaks here" if self.person else f"{self.said} is nothing that was said"


@dataclass(frozen=True, slots=True)
class Speaks(Decision):
    """A source is ``speaker``; None: nobody can know who. ``source`` are its words as printed."""

    speaker: Ref | None
    source: str | None = None
    report: str | None = None
    said: Said | None = None

    def __str__(self) -> str:
        """The decision in words."""
        what = f"“{self.source}”" if self.source else f"the source of {self.said}"
        where = f" in {self.report}" if self.report else ""
        return f"{what}{where} is {self.speaker or 'nobody known'}"


@dataclass(frozen=True, slots=True)
class Align(Decision):
    """Attributions that say the same: their rows become one."""

    said: tuple[Said, ...]

    def __str__(self) -> str:
        """The decision in words."""
        return f"{_and(self.said)} say the same"


@dataclass(frozen=True, slots=True)
class Separate(Decision):
    """Attributions that do not say what the others of their row say: they get a row of their own."""

    said: tuple[Said, ...]

    def __str__(self) -> str:
        """The decision in words."""
        return f"{_and(self.said)} {'says' if len(self.said) == 1 else 'say'} something else"


@dataclass(frozen=True, slots=True)
class NotStory(Decision):
    """The block that begins with ``words`` is of another role."""

    words: str
    report: str | None = None
    role: BlockRole = "promotion"

    def __str__(self) -> str:
        """The decision in words."""
        return f"the block “{self.words}” is {self.role}"


@dataclass(frozen=True, slots=True)
class Regroup(Decision):
    """Of a corpus: all the reports are of one event ("together"), or each two of them of two ("apart").

    A report is called by its id in the corpus, the id that the input gave, its address or its path.
    """

    kind: RegroupKind
    reports: tuple[str, ...]

    def __str__(self) -> str:
        """The decision in words."""
        named = _and(f"“{name}”" for name in self.reports)
        return f"{named} are of {'one event' if self.kind == 'together' else 'different events'}"


KINDS: dict[type[Decision], DecisionKind] = {
    Merge: "merge",
    Split: "split",
    Rename: "rename",
    Reject: "reject",
    Speaks: "source",
    Align: "align",
    Separate: "separate",
    NotStory: "block",
}
"""The decisions about a story, by what their tables are called."""

Kind = TypeVar("Kind", bound=Decision)


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions about a story, in the order of their file."""

    all: tuple[Decision, ...] = ()

    def of(self, kind: type[Kind]) -> list[Kind]:
        """Those of one kind."""
        return [decision for decision in self.all if isinstance(decision, kind)]

    def digest(self) -> str | None:
        """SHA-256 of what is decided, whatever the order and the comments of the file; None where nothing is."""
        if not self.all:
            return None
        plain = (json.dumps([KINDS[type(d)], asdict(d) | {"where": ""}], sort_keys=True) for d in self.all)
        return hashlib.sha256("\n".join(sorted(plain)).encode()).hexdigest()


NO_DECISIONS = Decisions()


def _and(parts: Iterable[object]) -> str:
    *most, last = [str(part) for part in parts]
    return f"{', '.join(most)} and {last}" if most else last
