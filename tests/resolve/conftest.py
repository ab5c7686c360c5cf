"""Annotated reports of made-up events, and attributions told by the words of their source."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from daylight.annotate import annotate
from daylight.model import Annotated, Attribution, Block, BlockRole, Entity, Report, SentencePair, Source, Span
from daylight.resolve import resolve


def report_of(name: str, text: str) -> Report:
    """A report whose first line is the headline and whose other lines are body; lines are parted by a blank line."""
    blocks: list[Block] = []
    start = 0
    for part in text.split("\n\n"):
        role: BlockRole = "headline" if not blocks and not part.endswith(".") else "body"
        blocks.append(Block(Span(start, start + len(part)), role))
        start += len(part) + 2
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Report(name, text, Source(None, sha256, "text/plain"), tuple(blocks), language="en")


@dataclass
class Resolved:
    """What ``resolve`` says of a story."""

    reports: tuple[Annotated, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]

    def person(self, name: str) -> Entity:
        """The one person of that preferred name."""
        (found,) = [e for e in self.entities if e.kind == "person" and e.name == name]
        return found

    def people(self) -> dict[str, set[str]]:
        """All spellings of each person."""
        return {e.name: {s.text for s in e.spellings} for e in self.entities if e.kind == "person"}

    def speaker(self, at: int = 0) -> str | None:
        """The name of the speaker of one attribution."""
        return next((e.name for e in self.entities if e.id == self.attributions[at].speaker), None)

    def status(self, name: str) -> dict[str, str]:
        """The status of each spelling of one person."""
        return {s.text: s.status for s in self.person(name).spellings}


Story = Callable[..., Resolved]


@pytest.fixture(scope="session")
def story() -> Story:
    """Resolve reports; ``said`` lists (report, source, content) of attributions by their words, each at its last place."""

    def build(*texts: str, said: Sequence[tuple[int, str, str]] = (), pairs: Sequence[SentencePair] = ()) -> Resolved:
        reports = annotate([report_of(f"r{i}", text) for i, text in enumerate(texts)])
        found: list[Attribution] = []
        for r, source, content in said:
            text = texts[r]
            spans = [Span(at, at + len(words)) for words in (source, content) if (at := text.rindex(words)) >= 0]
            found.append(Attribution(f"a{len(found)}", f"r{r}", "indirect", (spans[0],), (), (spans[1],)))
        return Resolved(reports, *resolve(reports, found, pairs))

    return build
