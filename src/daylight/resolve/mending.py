"""The names of a story, mended: what one report shows of a word is looked at in all of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from daylight.model import EntityKind, SentencePair, Span
from daylight.resolve.kinds import settle_kinds
from daylight.resolve.letters import fold
from daylight.resolve.lists import gender_of_given, gender_of_role_noun, plain, titles, words
from daylight.resolve.mentions import INITIALS, NameMention, after_titles, mention_at, merge, nameish, printed_names
from daylight.resolve.names import parse
from daylight.resolve.readings import read_again, without_idle_suffixes
from daylight.resolve.runs import whole_names, with_missed_bodies
from daylight.resolve.slips import Slips
from daylight.resolve.slots import in_place_of_names
from daylight.resolve.syntax import Tree
from daylight.resolve.votes import Votes

_GLUED = re.compile(r"^[A-Z]?[a-z]+(?=[A-Z][a-z])")


def find_names(trees: Sequence[Tree], pairs: Sequence[SentencePair] = ()) -> tuple[tuple[NameMention, ...], ...]:
    """The names of each report in order; no two of a report overlap. ``pairs`` show names in the place of names."""
    raw = [list(printed_names(tree, r)) for r, tree in enumerate(trees)]
    for r, tree in enumerate(trees):
        raw[r] = merge(list(after_titles(tree, r, raw[r])), raw[r])
        raw[r] = [_with_given(tree, m) if _called_man_or_woman(tree, m) else m for m in raw[r]]
    raw = settle_kinds(trees, whole_names(trees, raw))
    raw = [merge(found, report) for found, report in zip(in_place_of_names(trees, raw, pairs), raw, strict=True)]
    votes = Votes.of(raw, trees)
    slips = Slips(trees, raw, votes)
    mended = [merge([], list(_mend(tree, r, raw[r], votes, slips))) for r, tree in enumerate(trees)]
    mended = [read_again(report, votes) for report in with_missed_bodies(trees, mended)]
    return without_idle_suffixes(trees, _one_kind_each(mended, votes, slips))


def _one_kind_each(names: Sequence[Sequence[NameMention]], votes: Votes, slips: Slips) -> list[list[NameMention]]:
    """A name that is no known person's is of one kind in the whole story: the most frequent one, else a body."""
    kinds: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for mention in (m for report in names for m in report):
        kinds[fold(mention.text)][mention.kind] += 1

    def kind(mention: NameMention) -> EntityKind:
        counted = kinds[fold(mention.text)].most_common(2)
        if len(counted) == 1 or mention.name.full or votes.surnames[mention.name.surname] or slips.of(mention.text):
            return mention.kind
        return "organization" if counted[0][1] == counted[1][1] else counted[0][0]

    return [[replace(m, kind=kind(m)) for m in report] for report in names]


def _mend(tree: Tree, r: int, names: Sequence[NameMention], votes: Votes, slips: Slips) -> Iterator[NameMention]:
    covered = {i for mention in names for i in range(mention.first, mention.last + 1)}
    glued = {
        i: found for i, token in enumerate(tree.tokens) if _GLUED.match(token.text) and (found := _glued(r, i, tree, votes))
    }
    yield from glued.values()
    for mention in names:
        yield from _relabelled(tree, _without_tail(tree, mention, glued.get(mention.last)), votes, slips)
    for i in range(len(tree.tokens)):
        if i not in covered and i not in glued and tree.tells_names(i):
            yield from _missed(tree, r, i, votes, slips)
    yield from _lower_case(tree, r, votes)


def _without_tail(tree: Tree, mention: NameMention, tail: NameMention | None) -> NameMention:
    """ "Daily JournalDoe" without the surname that runs into it."""
    if tail is None or mention.span.start >= tail.span.start or mention.span.end != tail.span.end:
        return mention
    span = Span(mention.span.start, tail.span.start)
    text = tree.annotated.report.slice(span)
    return replace(mention, span=span, text=text, name=parse(text))


def _relabelled(tree: Tree, mention: NameMention, votes: Votes, slips: Slips) -> Iterator[NameMention]:
    single = mention.first == mention.last
    word = mention.name.surname
    if mention.kind != "person":
        same = " ".join(mention.name.words) in votes.full_names
        likely = single and (
            votes.person(word, mention.kind)
            or (_speaks(tree, mention) and votes.like_a_surname(word))
            or slips.of(mention.text) is not None
        )
        likely |= _in_two_words(mention, votes) or (single and votes.run_together(word) is not None)
        full = not single and mention.kind == "organization" and _two_names(mention, votes)
        yield replace(mention, kind="person") if same or likely or full else mention
    elif tree.like_headline(mention.first) and mention.name.glued not in votes.glued:
        yield from (found for found in [_in_headline(tree, mention, votes)] if found)
    elif not single and (cut := _cut_after_surname(tree, mention, votes)):
        yield cut
    elif single and not votes.surnames[word] and INITIALS.match(mention.text):
        yield replace(mention, kind="organization")
    elif not votes.odd(mention):
        yield mention


def _two_names(mention: NameMention, votes: Votes) -> bool:
    """Two or three capitalised words, the first a first name, and no word of a body: "Lena Brook" taken for a firm."""
    printed = mention.text.split()
    bodies = words("organizations", "bodies") | words("organizations", "legal_forms")
    return (
        2 <= len(printed) <= 3
        and bool(gender_of_given(fold(printed[0])))
        and all(nameish(word) and plain(word) not in bodies for word in printed)
        and (votes.surnames[fold(printed[-1])] > 0 or len(printed) == 2)
    )


def _in_headline(tree: Tree, mention: NameMention, votes: Votes) -> NameMention | None:
    """What of a "name" in a headline is one by what the rest of the story prints: "Jon Doe" of "Jon Doe Defends"."""
    if len(mention.name.words) == 2 and gender_of_given(mention.name.given) and votes.surnames[mention.name.surname]:
        return mention
    for size in range(mention.last - mention.first + 1, 0, -1):
        for first in range(mention.first, mention.last - size + 2):
            span = tree.span(first, first + size - 1)
            text = tree.annotated.report.slice(span)
            name = parse(text)
            if votes.full_names[" ".join(name.words)] or (not name.full and votes.surnames[name.surname]):
                return NameMention(mention.report, span, first, first + size - 1, "person", text, name)
    unknown = mention.name.surname not in votes.common and mention.first == mention.last
    return mention if unknown or gender_of_given(mention.name.given) else None


def _cut_after_surname(tree: Tree, mention: NameMention, votes: Votes) -> NameMention | None:
    """ "Jon Doe Defends" is "Jon Doe", if that is the commoner name in the story."""
    if votes.alone[mention.name.surname]:
        return None
    for last in range(mention.last - 1, mention.first, -1):
        text = tree.annotated.report.slice(tree.span(mention.first, last))
        name = parse(text)
        if votes.full_names[" ".join(name.words)] > votes.full_names[" ".join(mention.name.words)]:
            return NameMention(mention.report, tree.span(mention.first, last), mention.first, last, "person", text, name)
    text = tree.tokens[mention.first].text
    if mention.name.surname in votes.common and votes.alone[fold(text)] > 1 and votes.surnames[fold(text)]:
        return NameMention(
            mention.report, tree.tokens[mention.first].span, mention.first, mention.first, "person", text, parse(text)
        )
    return None


def _with_given(tree: Tree, mention: NameMention) -> NameMention:
    """The mention as a person, with a capitalised word before it that the parse makes a part of the name."""
    first = mention.first
    if first and tree.tokens[first - 1].tag == "NNP" and tree.tokens[first - 1].head == mention.last:
        before = tree.tokens[first - 1].text
        if nameish(before) and plain(before) not in titles() | words("titles", "no_names"):
            span = Span(tree.tokens[first - 1].span.start, mention.span.end)
            text = tree.annotated.report.slice(span)
            return replace(mention, kind="person", first=first - 1, span=span, text=text, name=parse(text))
    return replace(mention, kind="person")


def _called_man_or_woman(tree: Tree, mention: NameMention) -> bool:
    """Whether an apposition says so: "Velmark, an old woman, …" is no place."""
    return any(
        tree.tokens[c].dep == "appos" and tree.tokens[c].tag == "NN" and gender_of_role_noun(tree.tokens[c].text)
        for c in tree.children[mention.last]
        if c > mention.last
    )


def _speaks(tree: Tree, mention: NameMention) -> bool:
    token = tree.tokens[mention.last]
    head = tree.tokens[token.head]
    return token.dep in {"nsubj", "nsubjpass", "conj", "poss"} and head.pos in {"VERB", "AUX", "PROPN", "NOUN"}


def _in_two_words(mention: NameMention, votes: Votes) -> bool:
    """Whether two words are one last name of the story: "Zerov Sky"."""
    return len(mention.name.words) == 2 and votes.parted(mention.name.words)


def _missed(tree: Tree, r: int, i: int, votes: Votes, slips: Slips) -> Iterator[NameMention]:
    """A capitalised word that is a surname elsewhere in the story, or a slip for one, and that spaCy left out here."""
    token = tree.tokens[i]
    if not token.text[0].isupper():
        return
    named = token.pos in {"PROPN", "NOUN"} or token.text.lower() not in votes.common
    word = fold(token.text)
    likely = votes.person(word, None) or votes.run_together(word) or (token.pos == "PROPN" and slips.of(token.text))
    if named and likely:
        found = mention_at(tree, r, i, i, "person")
        if found:
            yield found
    pair = tuple(token.text for token in tree.tokens[i : i + 2])
    if len(pair) == 2 and all(map(nameish, pair)) and votes.parted((fold(pair[0]), fold(pair[1]))):
        found = mention_at(tree, r, i, i + 1, "person")
        if found:
            yield found


def _glued(r: int, i: int, tree: Tree, votes: Votes) -> NameMention | None:
    """A surname of the story that is run into the word before it."""
    token = tree.tokens[i]
    for cut in range(3, len(token.text) - 2):
        tail = token.text[cut:]
        if tail[0].isupper() and votes.surnames[fold(tail)]:
            return NameMention(r, Span(token.span.start + cut, token.span.end), i, i, "person", tail, parse(tail))
    return None


def _lower_case(tree: Tree, r: int, votes: Votes) -> Iterator[NameMention]:
    """A full name of the story printed without its capitals."""
    for i, (first, last) in enumerate(pairwise(tree.tokens)):
        if first.text.islower() and last.text.islower() and votes.could_be_full((fold(first.text), fold(last.text))):
            verbs = {first.pos, last.pos} & {"VERB", "AUX"} and not votes.full_names[f"{fold(first.text)} {fold(last.text)}"]
            found = None if verbs else mention_at(tree, r, i, i + 1, "person")
            if found and len(found.name.words) > 1:
                yield found
