"""Names of people, organisations and places: what the language model found, with clean edges.

Only what the words at hand show is mended here. What the rest of the story shows (a surname taken for a firm, a name
garbled or split, titles and roles) is mended where names are resolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from daylight.lexicon import load
from daylight.model import EntityKind, Mention, Report, Span, Token

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "NORP": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "‘s"})


class Label(NamedTuple):
    """A stretch ``tokens[first:last]`` that the language model takes for a name, with its label."""

    first: int
    last: int
    label: str


def names_of(report: Report, tokens: Sequence[Token], labels: Sequence[Label]) -> Iterator[Mention]:
    """The names of a report, in order: without articles, possessives and marks at their edges, on one line each."""
    for label in labels:
        kind = _KINDS.get(label.label)
        if kind is None or (label.label == "NORP" and _is_adjective(tokens[label.last - 1])):
            continue
        first, last = _trim(report, tokens, label.first, label.last)
        if first < last and not (kind != "person" and _is_portfolio(tokens, first, last)):
            yield Mention(Span(tokens[first].span.start, tokens[last - 1].span.end), kind)


def _is_adjective(token: Token) -> bool:
    """Whether a nationality or creed only describes: "Polish" troops, but the "Republicans"."""
    return token.tag == "JJ" or token.dep in {"amod", "compound", "nmod"}


def _trim(report: Report, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    for i in range(first + 1, last):
        if "\n" in report.text[tokens[i - 1].span.end : tokens[i].span.start]:
            last = i
            break
    slash = max((i for i in range(first, last) if tokens[i].text == "/"), default=None)
    first = first if slash is None else slash + 1  # "Photographer/Agency": the agency
    while first < last and (tokens[first].pos == "DET" or not _has_letter(tokens[first])):
        first += 1
    while first < last and (tokens[last - 1].text in _POSSESSIVES or not _has_letter(tokens[last - 1], stop=True)):
        last -= 1
    return first, last


def _has_letter(token: Token, *, stop: bool = False) -> bool:
    """Whether a token is more than marks; the stop of "Inc." belongs to it."""
    return token.text[0].isalnum() or token.text[-1].isalnum() or (stop and token.text[-1] == "." and len(token.text) > 1)


def _is_portfolio(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a "body" is the subject matter of an office: it stands before the office or after "secretary of"."""
    text = " ".join(token.text.casefold() for token in tokens[first:last])
    if text not in _portfolios():
        return False
    after = tokens[last] if last < len(tokens) else None
    return (after is not None and after.pos in {"PROPN", "NOUN"}) or tokens[max(0, first - 1)].text == "of"


@cache
def _portfolios() -> frozenset[str]:
    return frozenset(load("names")["portfolios"])
