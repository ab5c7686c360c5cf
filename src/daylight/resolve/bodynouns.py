"""Bodies that speak without a name: "police", "the ministry", "the Doe campaign", "the newspaper"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from daylight.model import Attribution
from daylight.resolve.lists import words
from daylight.resolve.mentions import NameMention
from daylight.resolve.names import parse
from daylight.resolve.organizations import body_key
from daylight.resolve.speakers import body_noun
from daylight.resolve.syntax import Tree

_OUTLET_REACH = 3
"""How many sentences back "the newspaper" may mean the last one named."""


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """A body known by its noun only: "police", "the Brenn campaign"."""

    key: tuple[str, ...]
    mentions: tuple[NameMention, ...]


def body_nouns(
    trees: Sequence[Tree], attributions: Sequence[Attribution], bodies: Sequence[list[NameMention]]
) -> list[BodyNoun]:
    """Bodies without a name that speak. "The ministry" joins the one ministry that its report names, if it names one."""
    by_id = {tree.report: (r, tree) for r, tree in enumerate(trees)}
    covered = {(m.report, i) for group in bodies for m in group for i in range(m.first, m.last + 1)}
    named = _by_report(bodies)
    found: dict[tuple[str, ...], list[NameMention]] = defaultdict(list)
    for attribution in attributions:
        r, tree = by_id[attribution.report]
        for spans in (attribution.source, attribution.via_source):
            head = body_noun(tree, spans)
            if head is None or (r, head) in covered:
                continue
            covered.add((r, head))
            mention = _noun_mention(tree, r, head)
            key = body_key(mention.text)
            hosts = {n for n, m in named[r] if set(key) <= set(body_key(m.text))} or _pointed_at(mention, tree, named[r])
            if len(hosts) == 1:
                bodies[hosts.pop()].append(mention)
            elif not hosts and (len(key) > 1 or key[0] in words("organizations", "known_alone")):
                found[key].append(mention)
    return [BodyNoun(key, tuple(found[key])) for key in sorted(found)]


def _by_report(bodies: Sequence[Sequence[NameMention]]) -> dict[int, list[tuple[int, NameMention]]]:
    """The named bodies of each report, as (index of the body, mention)."""
    named: dict[int, list[tuple[int, NameMention]]] = defaultdict(list)
    for n, group in enumerate(bodies):
        for mention in group:
            if mention.kind == "organization":
                named[mention.report].append((n, mention))
    return named


def _noun_mention(tree: Tree, r: int, head: int) -> NameMention:
    """The phrase of a body's noun with what tells it from others: "Doe's campaign", "the Velmark government"."""
    first = head
    while first > tree.left[head] and tree.tokens[first - 1].pos in {"NOUN", "PROPN", "ADJ", "PART"}:
        first -= 1
    span = tree.span(first, head)
    text = tree.annotated.report.slice(span)
    return NameMention(r, span, first, head, "organization", text, parse(text))


def _pointed_at(mention: NameMention, tree: Tree, named: Sequence[tuple[int, NameMention]]) -> set[int]:
    """The outlet or company that "the newspaper" or "the firm" means: the last one that the report named.

    An outlet is named a few sentences back; a company anywhere before, if the report names no other.
    """
    key = body_key(mention.text)
    if len(key) > 1 or not {*key} & (words("organizations", "outlets") | words("organizations", "companies")):
        return set()
    before = [(m.first, n, set(body_key(m.text, legal=True))) for n, m in named if m.first < mention.first]
    if key[0] in words("organizations", "outlets"):
        near = tree.tokens[mention.first].sentence - _OUTLET_REACH
        media = words("organizations", "media") | words("organizations", "endings")
        told = [(i, n) for i, n, key in before if key & media and tree.tokens[i].sentence >= near]
        return {max(told)[1]} if told else set()
    firms = {n for _, n, key in before if key & (words("organizations", "generic") | words("organizations", "legal_forms"))}
    return firms if len(firms) == 1 else set()
