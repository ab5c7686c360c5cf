"""HTML as a list of visible segments that know where they stand in the source.

Parsers that build a tree forget source offsets, so this reads the source itself, as leniently as browsers do (WHATWG HTML,
section 13.2, in outline): one pass, no recursion, time linear in the source whatever stands in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

_TAG_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")
_INVISIBLE_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_RAW = frozenset({"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"})
_UNSEEN = frozenset(
    {"noscript", "template", "svg", "math", "object", "canvas", "audio", "video", "select", "datalist", "dialog"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_BREAKS = frozenset({"br", "hr"})
_CLOSED_BY: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tr": frozenset({"td", "th", "tr"}),
}
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
DEEPEST = 200
"""Elements nested deeper are read and not kept as parents: a bound on work. libxml2 stops at 256."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A block element. ``marks`` are its class, id, role, rel and itemprop, in small letters."""

    tag: str
    marks: str
    parent: Node | None
    depth: int

    def upwards(self, stop: Node | None = None) -> Iterator[Node]:
        """This element and those around it, up to ``stop``, which is left out."""
        node: Node | None = self
        while node is not None and node is not stop:
            yield node
            node = node.parent


@dataclass(slots=True)
class Segment:
    """Text that no block boundary parts. ``pieces`` are [start, end) in the source; ``inline`` marks of elements in it."""

    node: Node
    pieces: list[tuple[int, int]] = field(default_factory=list)
    linked: int = 0
    inline: str = ""

    @property
    def size(self) -> int:
        """Characters of source text in it."""
        return sum(end - start for start, end in self.pieces)


@dataclass(slots=True)
class Markup:
    """A page: its visible segments in order and its ``meta`` values by name, in small letters."""

    segments: list[Segment]
    meta: dict[str, str]


def read_markup(source: str) -> Markup:
    """Read the decoded source of a page. Scripts, styles, comments and hidden elements yield no segment."""
    reader = _Reader(source)
    reader.read()
    return Markup([s for s in reader.segments if any(source[a:b].strip() for a, b in s.pieces)], reader.meta)


class _Reader:
    """The state of one pass over a source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.node = Node("html", "", None, 0)
        self.open: Counter[str] = Counter()
        self.overflow = 0
        self.segments: list[Segment] = [Segment(self.node)]
        self.meta: dict[str, str] = {}
        self.link_depth: int | None = None
        self.hidden: str | None = None
        self.hidden_depth = 0

    def read(self) -> None:
        """Walk through the source from tag to tag."""
        at = 0
        while at < len(self.source):
            tag = self.source.find("<", at)
            self._text(at, tag if tag >= 0 else len(self.source))
            if tag < 0:
                return
            at = self._markup(tag)

    def _markup(self, at: int) -> int:
        """Read what begins with "<" and return where it ends."""
        source = self.source
        if source.startswith("<!--", at):
            return _after(source, "-->", at + 4)
        if source.startswith(("<!", "<?"), at):
            return _after(source, ">", at + 2)
        closing = source.startswith("</", at)
        name = _TAG_NAME.match(source, at + 1 + closing)
        if name is None:
            self._text(at, at + 1)
            return at + 1
        tag = name[0].lower()
        if closing:
            self._end(tag)
            return _after(source, ">", name.end())
        attributes, end = _attributes(source, name.end())
        return self._start(tag, attributes, end)

    def _text(self, start: int, end: int) -> None:
        if start < end and self.hidden is None:
            segment = self.segments[-1]
            joins = bool(segment.pieces) and segment.pieces[-1][1] == start
            segment.pieces.append((segment.pieces.pop()[0] if joins else start, end))
            segment.linked += (end - start) if self.link_depth is not None else 0

    def _start(self, tag: str, attributes: dict[str, str], end: int) -> int:
        if tag in _RAW:
            closing = re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE).search(self.source, end)
            return _after(self.source, ">", closing.end()) if closing else len(self.source)
        if self.hidden is not None:
            self._start_unseen(tag)
        elif tag not in _VOID and _is_unseen(tag, attributes):
            self._hide(tag)
        elif tag in BLOCKS:
            self._open_block(tag, attributes)
        else:
            self._start_inline(tag, attributes)
        return end

    def _start_inline(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _BREAKS:
            self._break()
        elif tag == "meta":
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            self.meta.setdefault(key.lower(), attributes.get("content", ""))
        elif tag == "a" and "href" in attributes:
            self.link_depth = self.node.depth
        marks = _marks(attributes)
        if tag == "time" or marks:
            self.segments[-1].inline = f"{self.segments[-1].inline[:500]} {tag if tag == 'time' else ''} {marks}"

    def _hide(self, tag: str) -> None:
        if tag in BLOCKS:
            self._break()
        self.hidden, self.hidden_depth = tag, 1

    def _start_unseen(self, tag: str) -> None:
        """Inside a hidden element only its own kind counts; a paragraph or item without an end tag ends at the next."""
        if (self.hidden == "p" and tag in BLOCKS) or (tag == self.hidden and tag in _CLOSED_BY):
            self.hidden = None
        elif tag == self.hidden:
            self.hidden_depth += 1

    def _open_block(self, tag: str, attributes: dict[str, str]) -> None:
        if self.node.tag == "p":
            self._close()
        while self.node.tag in _CLOSED_BY.get(tag, ()):
            self._close()
        if self.node.depth >= DEEPEST:
            self.overflow += 1
        else:
            self.node = Node(tag, _marks(attributes), self.node, self.node.depth + 1)
            self.open[tag] += 1
        self._break()

    def _end(self, tag: str) -> None:
        if self.hidden is not None:
            self.hidden_depth -= tag == self.hidden
            self.hidden = self.hidden if self.hidden_depth else None
        elif tag == "a":
            self.link_depth = None
        elif tag in BLOCKS:
            self._end_block(tag)

    def _end_block(self, tag: str) -> None:
        if self.overflow:
            self.overflow -= 1
        elif self.open[tag]:
            while self.node.tag != tag:
                self._close()
            self._close()
        self._break()

    def _close(self) -> None:
        self.open[self.node.tag] -= 1
        self.node = self.node.parent or self.node
        if self.link_depth is not None and self.node.depth < self.link_depth:
            self.link_depth = None

    def _break(self) -> None:
        if self.segments[-1].pieces:
            self.segments.append(Segment(self.node))
        else:
            self.segments[-1] = Segment(self.node)


def _after(source: str, mark: str, at: int) -> int:
    """Where the next ``mark`` ends, the end of the source where there is none."""
    found = source.find(mark, at)
    return found + len(mark) if found >= 0 else len(source)


def _attributes(source: str, at: int) -> tuple[dict[str, str], int]:
    """The attributes of a start tag and where the tag ends."""
    found: dict[str, str] = {}
    while at < len(source) and source[at] != ">":
        match = _ATTRIBUTE.match(source, at)
        if match is None:
            at += 1
            continue
        found.setdefault(match[1].lower(), match[2] or match[3] or match[4] or "")
        at = match.end()
    return found, min(at + 1, len(source))


def _marks(attributes: dict[str, str]) -> str:
    return " ".join(attributes[key] for key in ("class", "id", "role", "rel", "itemprop") if key in attributes)[:500]


def _is_unseen(tag: str, attributes: dict[str, str]) -> bool:
    return tag in _UNSEEN or "hidden" in attributes or bool(_INVISIBLE_STYLE.search(attributes.get("style", "")[:2_000]))
