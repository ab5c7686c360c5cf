"""Which segments of a page are the report, and what its markup says of each."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from daylight.ingest.markup import Markup, Node, Segment
from daylight.lexicon import load
from daylight.model import BlockRole

CONTAINER_SHARE = 0.85
"""The deepest element that holds so much of the main text holds the story; quotes in other branches of it come back."""
LINKED_SHARE = 0.5
TELLING = 20
"""Fewer letters may stand anywhere in a page by chance; they count as main text only where they are a line of it."""

_ASIDE_TAGS = frozenset({"aside", "nav", "footer", "menu", "button"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_STORY_TAGS = (
    frozenset({"p", "blockquote", "li", "dd", "dt", "pre", "td", "div", "section", "article", "main", "center"}) | _HEADINGS
)
_MARKS = re.compile(r"[\"“„«]")
_WORDS = re.compile(r"[a-z]+|[A-Z][a-z]*")


class Selection:
    """The chosen segments of one page with their roles; a role of None is left to the wording.

    ``main_text`` is what an extractor takes for the story; None where there is no saying, and the markup must tell.
    ``fragment``: the source is a story's markup without a page around it.
    """

    def __init__(
        self, source: str, markup: Markup, main_text: str | None, title: str | None, *, fragment: bool = False
    ) -> None:
        self.segments = markup.segments
        texts = [_text(source, segment) for segment in self.segments]
        self.letters = [_fold(text) for text in texts]
        self.quoting = [bool(_MARKS.search(text)) for text in texts]
        matched = self._matched(main_text) if main_text else []
        self.by_chance = not matched
        told = self._is_no_aside if fragment else self._is_plain_story
        self.matched = matched or [i for i in range(len(self.segments)) if told(i)]
        self.container = self._container()
        self.title = _fold(title or "")

    def chosen(self) -> list[tuple[Segment, BlockRole | None]]:
        """The segments of the report in order."""
        if not self.matched:
            return []
        headline = self._headline()
        first = min(self.matched[0], headline if headline is not None else self.matched[0])
        kept = set(self.matched)
        found = []
        for i in range(first, self._end()):
            role = "headline" if i == headline else self._role(i)
            if i == headline or i in kept or self._comes_back(i, role):
                found.append((self.segments[i], role))
        return found

    def _end(self) -> int:
        """Where the story ends: quotations set apart behind the last matched segment, with asides between, are still of it.

        Extractors leave out a quotation in a figure, a table cell or a list more often than another: of 600 on made pages
        20 were lost without this, and none with it (``python -m eval.pages``).
        """
        end = self.matched[-1] + 1
        for i in range(end, len(self.segments)):
            if self._is_set_apart(i):
                end = i + 1
            elif not _is_aside(self.segments[i].node, self.container):
                break
        return end

    def _is_set_apart(self, i: int) -> bool:
        segment = self.segments[i]
        tags = {node.tag for node in segment.node.upwards(self.container)}
        quoted = "blockquote" in tags or ("li" in tags and self.quoting[i] and segment.linked < LINKED_SHARE * segment.size)
        return quoted and self._is_inside(segment) and not _is_aside(segment.node, self.container)

    def _matched(self, main_text: str) -> list[int]:
        """Segments whose letters stand in the main text, once each as often as there."""
        lines = Counter(_fold(line) for line in main_text.splitlines())
        whole = _fold(main_text)
        found, at = [], 0
        for i, letters in enumerate(self.letters):
            if lines[letters] > 0:
                lines[letters] -= 1
                found.append(i)
            elif len(letters) >= TELLING:
                place = whole.find(letters, at)
                at = place + len(letters) if place >= 0 else at
                found.extend([i] if place >= 0 else [])
        return found

    def _is_plain_story(self, i: int) -> bool:
        """Whether a segment looks like story by itself, for pages that the extractor finds nothing in."""
        segment = self.segments[i]
        return (
            segment.linked < LINKED_SHARE * segment.size
            and segment.node.tag in _STORY_TAGS
            and not _is_aside(segment.node, None)
        )

    def _is_no_aside(self, i: int) -> bool:
        return not _is_aside(self.segments[i].node, None) and not self._is_link(self.segments[i])

    def _container(self) -> Node | None:
        """The deepest element that holds most of the matched text."""
        held: Counter[Node] = Counter()
        for i in self.matched:
            for node in self.segments[i].node.upwards():
                held[node] += len(self.letters[i])
        total = sum(len(self.letters[i]) for i in self.matched)
        holders = [node for node, size in held.items() if size >= CONTAINER_SHARE * total]
        return max(holders, key=lambda node: node.depth, default=None)

    def _is_inside(self, segment: Segment) -> bool:
        return any(node is self.container for node in segment.node.upwards())

    def _headline(self) -> int | None:
        """The page's own headline: the heading that the title repeats, else the last one above the story that is no link."""
        tops = [i for i in range(self.matched[-1]) if self._is_top(i)]
        titled = [i for i in tops if self.letters[i] in self.title or (self.title and self.title in self.letters[i])]
        above = [i for i in tops if i <= self.matched[0]]
        return max(titled, key=lambda i: len(self.letters[i]), default=next(iter(above[-1:] or tops[:1]), None))

    def _is_top(self, i: int) -> bool:
        """Whether a segment is an h1, or a heading that calls itself the headline; the site's name is mostly a link home."""
        segment = self.segments[i]
        if not self.letters[i] or segment.linked >= 0.9 * segment.size:
            return False
        return any(
            node.tag == "h1" or (node.tag in _HEADINGS and "headline" in _words(node.marks))
            for node in segment.node.upwards()
        )

    def _role(self, i: int) -> BlockRole | None:
        """What the markup around a segment says that it is."""
        segment = self.segments[i]
        marks = _marks_of(segment, self.container)
        tags = {node.tag for node in segment.node.upwards(self.container)}
        if "figcaption" in tags or marks & _listed("caption"):
            return "caption"
        if marks & _listed("byline") and segment.size <= 300:
            return "byline"
        if marks & _listed("date") and segment.size <= 120:
            return "dateline"
        if _is_aside(segment.node, self.container) or self._is_link(segment):
            return "promotion"
        return "body" if segment.node.tag in _HEADINGS or "blockquote" in tags else None

    def _is_link(self, segment: Segment) -> bool:
        return segment.linked >= 0.9 * segment.size and segment.size >= TELLING and segment.node.tag not in _HEADINGS

    def _comes_back(self, i: int, role: BlockRole | None) -> bool:
        """Whether a segment that the extractor left out belongs to the report all the same."""
        segment = self.segments[i]
        if not self._is_inside(segment):
            return role in {"byline", "dateline"} and i < self.matched[0]
        if role == "promotion" or _is_aside(segment.node, self.container):
            return False
        return role is not None or (segment.linked < LINKED_SHARE * segment.size and segment.node.tag in _STORY_TAGS)


def _text(source: str, segment: Segment) -> str:
    import html

    return html.unescape("".join(source[start:end] for start, end in segment.pieces))


def _fold(text: str) -> str:
    """Letters and digits only, in one case: what stays the same when text is set anew."""
    return "".join(filter(str.isalnum, text)).casefold()


def _words(marks: str) -> set[str]:
    return {word.lower() for word in _WORDS.findall(marks)} | {part.lower() for part in marks.split()}


def _marks_of(segment: Segment, stop: Node | None) -> set[str]:
    words = _words(segment.inline)
    for node in segment.node.upwards(stop):
        words |= _words(node.marks)
    return words


def _is_aside(node: Node, stop: Node | None) -> bool:
    """Whether an element up to ``stop`` says that what it holds is not the report."""
    return any(n.tag in _ASIDE_TAGS or _words(n.marks) & _listed("aside") for n in node.upwards(stop))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("furniture")["markup"][name])
