"""News pages made by rule, from stories of ours: layouts, furniture, and quotations set in ways that get lost."""

from __future__ import annotations

import html
import random
from collections.abc import Sequence
from dataclasses import dataclass

PLACES = ("blockquote", "list", "beside an advertisement", "pull quote in a figure", "after a table", "last line")
"""Where a quotation is set into the story."""

LAYOUTS = {
    "article": "<main><article><h1>{title}</h1>{byline}{story}</article></main>",
    "containers": '<div id="wrap"><div class="col-8"><div class="headline"><h1>{title}</h1></div>{byline}'
    '<div class="story-body">{story}</div></div></div>',
    "sections": "<div class=page><section><h1>{title}</h1>{byline}</section><section class=content>{story}</section></div>",
    "table": '<table width="100%"><tr><td valign="top"><h1>{title}</h1>{byline}{story}</td></tr></table>',
    "itemprop": '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{title}</h1>{byline}'
    '<div itemprop="articleBody">{story}</div></div>',
}
_LINKS = "".join(
    f'<li><a href="/{word.lower()}">{word}</a></li>' for word in ("Home", "Region", "Sport", "Weather", "Letters")
)
_NAVIGATION = f"<nav><ul>{_LINKS}</ul></nav>"
_ADVERTISEMENT = (
    '<div class="ad-slot" aria-hidden="true"><span>Advertisement</span><a href="/buy">Warm coats, half price</a></div>'
)
_SHARE = '<ul class="share-buttons"><li><a href="#">Share</a></li><li><a href="#">Print</a></li></ul>'
_RELATED = (
    '<aside class="related"><h3>More on this</h3><ul><li><a href="/1">Old pier to be painted in spring</a></li>'
    '<li><a href="/2">Gulls return to the fish market</a></li></ul></aside>'
)
_COMMENTS = '<div id="comments" class="comments"><h3>Comments</h3><p>First! What a shame about the boats.</p></div>'
_FOOTER = "<footer><p>All rights reserved. Contact the newsroom.</p></footer>"


@dataclass(frozen=True, slots=True)
class Page:
    """A page, what of it is the story, and the quotation that was set into it."""

    source: str
    layout: str
    place: str
    title: str
    paragraphs: tuple[str, ...]
    quotation: str


def page(title: str, paragraphs: Sequence[str], quotation: str, draw: random.Random) -> Page:
    """One page: a layout, a place for the quotation, and furniture, drawn by chance."""
    layout, place = draw.choice(sorted(LAYOUTS)), draw.choice(PLACES)
    parts = [f"<p>{_marked(line, draw)}</p>" for line in paragraphs]
    at = len(parts) if place == "last line" else draw.randint(1, len(parts))
    parts.insert(at, _set(quotation, place))
    if draw.random() < 0.5:
        parts.insert(draw.randint(1, len(parts)), _ADVERTISEMENT)
    story = "\n".join(parts) + (_SHARE if draw.random() < 0.5 else "")
    byline = '<p class="byline">By Ada Quill</p>' if draw.random() < 0.6 else ""
    body = LAYOUTS[layout].format(title=html.escape(title), byline=byline, story=story)
    around = (_RELATED if draw.random() < 0.7 else "") + (_COMMENTS if draw.random() < 0.5 else "") + _FOOTER
    head = f'<meta charset="utf-8"><title>{html.escape(title)} - Pier Gazette</title>'
    source = f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{_NAVIGATION}{body}{around}</body></html>'
    return Page(source, layout, place, title, tuple(paragraphs), quotation)


def _set(quotation: str, place: str) -> str:
    """A quotation in its place."""
    words = html.escape(quotation)
    match place:
        case "blockquote":
            return f"<blockquote><p>{words}</p></blockquote>"
        case "list":
            return f"<ul><li>{words}</li><li>The inquiry sits again on Thursday.</li></ul>"
        case "beside an advertisement":
            return f"{_ADVERTISEMENT}<p>{words}</p>{_ADVERTISEMENT}"
        case "pull quote in a figure":
            return f"<figure><blockquote>{words}</blockquote><figcaption>The harbour on Monday</figcaption></figure>"
        case "after a table":
            return f"<table><tr><td>Boats</td><td>57</td></tr></table><p>{words}</p>"
        case _:
            return f"<p>{words}</p>"


def _marked(line: str, draw: random.Random) -> str:
    """A paragraph as sites write it: character references, a link or an emphasis in it, line ends and spaces."""
    words = html.escape(line, quote=draw.random() < 0.5).split(" ")
    if len(words) > 6 and draw.random() < 0.6:
        at, tag = draw.randrange(len(words) - 2), draw.choice(('a href="/x"', "em", "b", "span class=x"))
        words[at : at + 2] = [f"<{tag}>{words[at]} {words[at + 1]}</{tag.split()[0]}>"]
    text = " ".join(words) if draw.random() < 0.7 else "\n   ".join(words)
    return text.replace("“", "&ldquo;").replace("”", "&rdquo;") if draw.random() < 0.5 else text
