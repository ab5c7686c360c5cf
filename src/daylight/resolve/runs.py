"""Names that the annotation gives in pieces, runs together with others, or leaves out where it gives them elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from daylight.model import EntityKind
from daylight.resolve.kinds import full_names, named_as_body, person_points
from daylight.resolve.letters import fold
from daylight.resolve.lists import gender_of_given, plain, titles, words
from daylight.resolve.mentions import NameMention, continues_name, mention_at, merge, nameish
from daylight.resolve.names import parse
from daylight.resolve.syntax import Tree

_MODIFYING = frozenset({"amod", "compound", "nmod"})

_LONGEST = 5
"""Words of the longest name put together; a longer run of capitals is a heading or a list."""


def whole_names(trees: Sequence[Tree], names: Sequence[Sequence[NameMention]]) -> list[list[NameMention]]:
    """The names of each report with pieces put together, and a person's name cut off a body's that runs into it."""
    known = frozenset(full_names(names))
    return [_of_report(tree, r, report, known) for r, (tree, report) in enumerate(zip(trees, names, strict=True))]


def _of_report(tree: Tree, r: int, names: Sequence[NameMention], known: AbstractSet[str]) -> list[NameMention]:
    at: dict[int, NameMention] = {i: m for m in names for i in range(m.first, m.last + 1)}
    strong: list[NameMention] = []
    for first, last in _runs(tree):
        for start in range(first, last):
            found = _person(tree, r, (start, last), known)
            inside = {at[i].span: at[i] for i in range(start, last + 1) if i in at}
            if found is None or not inside or found.span in inside:
                continue
            if start == first and all(found.span.covers(span) for span in inside) and _human(tree, found):
                strong.append(found)
                break
            host = at.get(start)
            if host and host.first < start and host.last == last and (rest := _without(tree, host, start)):
                strong += [found, rest]
                break
    return merge(strong, names)


def _runs(tree: Tree) -> Iterator[tuple[int, int]]:
    """Stretches of two to five capitalised words, outside of lines set like headlines."""
    i, tokens = 0, tree.tokens
    while i < len(tokens):
        last = i
        if (
            nameish(tokens[i].text)
            and tokens[i].pos in {"PROPN", "NOUN", "ADJ", "X"}
            and plain(tokens[i].text) not in titles()
        ):
            while last + 1 < len(tokens) and continues_name(tree, last + 1):
                last += 1
        if i < last < i + 2 * _LONGEST and tree.tells_names(i) and not tree.like_headline(i):
            yield i, last
        i = last + 1


def _person(tree: Tree, r: int, stretch: tuple[int, int], known: AbstractSet[str]) -> NameMention | None:
    """The stretch as a person's name: a known first name and no word of a body or place, or a name printed elsewhere."""
    first, last = stretch
    printed = [plain(token.text) for token in tree.tokens[first : last + 1]]
    other = titles() | words("organizations", "bodies") | words("organizations", "legal_forms")
    other |= words("organizations", "media") | words("organizations", "endings") | words("places", "nouns")
    if len([word for word in printed if word.isalpha()]) > _LONGEST or not other.isdisjoint(printed):
        return None
    if not (gender_of_given(fold(printed[0])) and len(printed[0]) > 2):
        text = tree.annotated.report.slice(tree.span(first, last))
        if " ".join(parse(text).words) not in known:
            return None
    return mention_at(tree, r, first, last, "person")


def _human(tree: Tree, whole: NameMention) -> bool:
    """Whether anything but the first name says that the pieces are one person's."""
    token = tree.tokens[whole.last]
    return person_points(tree, replace(whole, kind="organization")) > 2 or token.dep in {"nsubj", "nsubjpass"}


def _without(tree: Tree, host: NameMention, start: int) -> NameMention | None:
    """The body's name before a person's that runs on from it, None where what is left is no body's."""
    span = tree.span(host.first, start - 1)
    text = tree.annotated.report.slice(span)
    if host.kind == "person" or not named_as_body(text):
        return None
    return replace(host, last=start - 1, span=span, text=text, name=parse(text))


def with_missed_bodies(trees: Sequence[Tree], names: Sequence[Sequence[NameMention]]) -> list[list[NameMention]]:
    """The names of each report, and where it prints the name of a body or place that is told elsewhere in the story."""
    kinds = {tuple(m.text.split()): m.kind for report in names for m in report if m.kind != "person"}
    common = {token.text for tree in trees for token in tree.tokens if token.text.islower()}
    sizes: dict[str, set[int]] = defaultdict(set)
    for printed in kinds:
        if len(printed) > 1 or (printed[0].lower() not in common and len(printed[0]) > 3):
            sizes[printed[0]].add(len(printed))
    return [
        merge(report, list(_missed_bodies(tree, r, kinds, sizes)))
        for r, (tree, report) in enumerate(zip(trees, names, strict=True))
    ]


def _missed_bodies(
    tree: Tree, r: int, kinds: Mapping[tuple[str, ...], EntityKind], sizes: Mapping[str, AbstractSet[int]]
) -> Iterator[NameMention]:
    """Every place where a known name stands, the longest that begins there. ``sizes``: words of names, by the first."""
    for i, token in enumerate(tree.tokens):
        for size in sorted(sizes.get(token.text, ()), reverse=True):
            printed = tuple(t.text for t in tree.tokens[i : i + size])
            kind = kinds.get(printed) if len(printed) == size else None  # at the end of a report fewer words are left
            if kind is None or (size == 1 and token.dep in _MODIFYING):
                continue
            found = mention_at(tree, r, i, i + size - 1, kind) if tree.tells_names(i) and not tree.like_headline(i) else None
            if found:
                yield replace(found, kind=kind)
            break
