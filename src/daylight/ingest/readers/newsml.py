"""IPTC NewsML-G2: news items and messages of them, with their story as XHTML, NITF or plain text.

Read with lxml as a plain tree, without entities, DTDs and network: the one library for the format, newsmlg2, parses without
these guards. Source: the standard's specification, iptc.org/standards/newsml-g2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from daylight.errors import InputError, NotText
from daylight.ingest.decode import clean_code_points
from daylight.ingest.item import Item, Options
from daylight.ingest.opened import Opened, foreign
from daylight.ingest.text import Facts
from daylight.model import Skipped

MEDIA_TYPE = "application/vnd.iptc.g2.newsitem+xml"
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "li", "dt", "dd", "pre", "td", "caption"})
_UNSEEN = frozenset({"script", "style", "head", "media", "figure", "img"})
_WITHDRAWN = frozenset({"stat:canceled", "stat:withheld"})


def read_newsml(file: Opened, options: Options) -> Iterator[Item | Skipped]:
    """One report from each news item. The text is put together from the paragraphs, so its blocks are not anchored."""
    data = file.whole(options.settings)
    items = [node for node in _tree(data, file.where).iter() if _local(node) == "newsItem"]
    if not items:
        raise InputError(file.where, "there is no news item in this NewsML-G2 file; give one with a newsItem")
    for number, node in enumerate(items, 1):
        part = f"item {number}" if len(items) > 1 else None
        yield _item(node, data, part)


def _tree(data: bytes, where: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    with foreign(where, "XML file"):
        root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotText(where, "this XML file declares a document type, which no news item needs; take the declaration out")
    return root


def _item(node: Any, data: bytes, part: str | None) -> Item | Skipped:
    status = _attribute(_first(node, "pubStatus"), "qcode")
    if status in _WITHDRAWN:
        return Skipped(f"its publisher has withdrawn it ({status})", path=part)
    body = next((child for name in ("inlineXML", "inlineData") for child in _all(node, name)), None)
    text = "\n\n".join(_paragraphs(body)) if body is not None else ""
    if not text.strip():
        return Skipped("this news item has no text inside it; give the item with its story", path=part)
    return Item(data, clean_code_points(text), "rebuilt", _facts(node), part, MEDIA_TYPE)


def _facts(node: Any) -> Facts:
    guid = node.get("guid") or ""
    return Facts(
        title=_words(_first(node, "headline")) or _words(_first(node, "itemMeta/title")),
        outlet=_words(_first(node, "infoSource/name"))
        or _words(_first(node, "copyrightHolder/name"))
        or _words(_first(node, "provider/name"))
        or _attribute(_first(node, "provider"), "literal"),
        url=guid if guid.startswith(("http://", "https://")) else None,
        published=_words(_first(node, "versionCreated")) or _words(_first(node, "contentCreated")),
        language=_attribute(_first(node, "language"), "tag") or node.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def _paragraphs(body: Any) -> Iterator[str]:
    """The paragraphs of a story in order; of text without any, its parts between blank lines, as they are."""
    story = next((found for name in ("body.content", "body") for found in _all(body, name)), body)
    blocks = [node for node in story.iter() if _local(node) in _PARAGRAPHS and not _is_inside(node, story)]
    if not blocks:
        yield "".join(story.itertext()).strip()
        return
    for node in blocks:
        words = " ".join("".join(node.itertext()).split())
        if words:
            yield words


def _is_inside(node: Any, story: Any) -> bool:
    """Whether a paragraph stands in another one, or in what is not to be seen."""
    around = node.iterancestors()
    return any(_local(one) in _PARAGRAPHS | _UNSEEN for one in iter(lambda: next(around, story), story))


def _local(node: Any) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _all(node: Any, name: str) -> Iterator[Any]:
    return (child for child in node.iter() if _local(child) == name)


def _first(node: Any, path: str) -> Any:
    """The first element at the end of a path of names, each at any depth below the one before."""
    for name in path.split("/"):
        node = next(_all(node, name), None) if node is not None else None
    return node


def _words(node: Any) -> str | None:
    words = " ".join("".join(node.itertext()).split())[:2_000] if node is not None else ""
    return clean_code_points(words) or None


def _attribute(node: Any, name: str) -> str | None:
    return (node.get(name) or None) if node is not None else None
