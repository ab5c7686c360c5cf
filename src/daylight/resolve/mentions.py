"""Names in the reports of a story, mended by what the rest of the story says of their words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from daylight.lexicon import load
from daylight.model import EntityKind, Span
from daylight.resolve.letters import fold, likeness
from daylight.resolve.lists import gender_of_given, gender_of_role_noun, honorifics, offices, plain, titles, words
from daylight.resolve.names import Name, parse
from daylight.resolve.syntax import Tree

_GLUED = re.compile(r"^[A-Z]?[a-z]+(?=[A-Z][a-z])")
_INITIALS = re.compile(r"^(?:(?:[A-Z]\.){2,}[A-Z]?|[A-Z]{3,})$")
_SUFFIX_ONLY = frozenset({"jr", "sr", "ii", "iii"})
_SHORTEST_GLUED = 6
_COMPOUND = frozenset({"era", "led", "run", "like", "born", "only", "free", "pro", "anti"})
_SPEAKS_LIKE = 0.55
"""A word that spaCy takes for no person, yet stands where one speaks, is one if it is this much like a surname of the
story. Calibrated on the 44 development stories and both samples: nothing is found wrongly from 0.5 up."""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in a report: tokens ``first`` to ``last``, both counted in; ``span`` may be a part of a glued token."""

    report: int
    span: Span
    first: int
    last: int
    kind: EntityKind
    text: str
    name: Name


def find_names(trees: Sequence[Tree]) -> tuple[tuple[NameMention, ...], ...]:
    """The names of each report in order; no two of a report overlap."""
    raw = [list(_printed(tree, r)) for r, tree in enumerate(trees)]
    for r, tree in enumerate(trees):
        raw[r] = _merge(list(_after_titles(tree, r, raw[r])), raw[r])
        raw[r] = [_with_given(tree, m) if _called_man_or_woman(tree, m) else m for m in raw[r]]
    votes = _Votes.of(raw, trees)
    mended = [_merge([], list(_mend(tree, r, raw[r], votes))) for r, tree in enumerate(trees)]
    return _without_idle_suffixes(_one_kind_each(mended, votes))


def _one_kind_each(names: Sequence[Sequence[NameMention]], votes: _Votes) -> list[list[NameMention]]:
    """A name that is no known person's is of one kind in the whole story: the most frequent one, else a body."""
    kinds: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for mention in (m for report in names for m in report):
        kinds[fold(mention.text)][mention.kind] += 1

    def kind(mention: NameMention) -> EntityKind:
        counted = kinds[fold(mention.text)].most_common(2)
        if len(counted) == 1 or mention.name.full or votes.surnames[mention.name.surname]:
            return mention.kind
        return "organization" if counted[0][1] == counted[1][1] else counted[0][0]

    return [[replace(m, kind=kind(m)) for m in report] for report in names]


def _without_idle_suffixes(names: Sequence[Sequence[NameMention]]) -> tuple[tuple[NameMention, ...], ...]:
    """A "Jr." tells people apart where one report names both, or the last name alone before the "Jr."; elsewhere, and where
    a middle initial shows that a report is formal, it is a detail that others leave out."""
    contested: set[str] = set()
    for report in names:
        people = [m for m in report if m.kind == "person"]
        first_bare: dict[tuple[str, str], int] = {}
        for at, m in enumerate(people):
            if not m.name.suffix:
                first_bare.setdefault((m.name.given, m.name.surname), at)
        for at, m in enumerate(people):
            both = first_bare.get((m.name.given, m.name.surname))
            alone = first_bare.get(("", m.name.surname), at) < at
            if m.name.suffix and ((both is not None and (both < at or not m.name.middle)) or (alone and not m.name.middle)):
                contested.add(m.name.surname)

    def lighter(m: NameMention) -> NameMention:
        idle = m.name.suffix and m.name.full and m.name.surname not in contested
        return replace(m, name=replace(m.name, suffix="")) if idle else m

    return tuple(tuple(lighter(m) for m in report) for report in names)


def _printed(tree: Tree, r: int) -> Iterator[NameMention]:
    """What the annotation gives, trimmed to the name proper."""
    for mention in tree.annotated.names:
        inside = tree.annotated.tokens_in(mention.span)
        if (
            mention.kind is None
            or not inside
            or not tree.tells_names(inside[0])
            or _adjective(tree, inside[-1], mention.kind)
        ):
            continue
        first, last = inside[0], inside[-1]
        kind = mention.kind
        if kind == "person":
            first, last = _trim_person(tree, first, last)
            if first == last and last + 1 < len(tree.tokens) and plain(tree.tokens[last + 1].text) in offices():
                kind = "place"  # "Velmark President X": what the office is of
        elif owned := _owned_person(tree, first, last):
            first, kind = owned, "person"
        while first < last and tree.tokens[first].pos == "DET":
            first += 1
        while first < last and (tree.tokens[last].pos in {"PUNCT", "PART"} or tree.tokens[last].text in {"'s", "’s"}):
            last -= 1
        found = None if _in_compound(tree, first, last) else _mention(tree, r, first, last, kind)
        if found:
            yield found


def _adjective(tree: Tree, i: int, kind: EntityKind) -> bool:
    """Whether a "body" or "place" is an adjective only: "Polish", "American"."""
    return kind != "person" and (tree.tokens[i].tag == "JJ" or tree.tokens[i].dep == "amod")


def _in_compound(tree: Tree, first: int, last: int) -> bool:
    """Whether a single word is only the start of "Doe-era" or the text begins "anti-"."""
    after = tree.annotated.report.text[tree.tokens[last].span.end : tree.tokens[last].span.end + 2]
    hyphenated = first == last and len(after) == 2 and after[0] in "-‑" and after[1].isalpha()
    return hyphenated or plain(tree.tokens[first].text).startswith(("anti-", "pro-", "non-"))


def _owned_person(tree: Tree, first: int, last: int) -> int | None:
    """Where a person begins in "Channel 9's Lena Brook": a first name right after a possessive."""
    for i in range(first + 1, last):
        if tree.tokens[i].text in {"'s", "’s", "'", "’"} and gender_of_given(fold(tree.tokens[i + 1].text)):
            return i + 1
    return None


def _mention(tree: Tree, r: int, first: int, last: int, kind: EntityKind) -> NameMention | None:
    if first > last:
        return None
    last = _over_hyphen(tree, last) if kind == "person" and last > first else last
    span = tree.span(first, last)
    text = tree.annotated.report.slice(span)
    if text.endswith(("'s", "’s")):
        span, text = Span(span.start, span.end - 2), text[:-2]
    printed = {plain(word) for word in text.split()}
    if (
        not fold(text)
        or len(text) > 80
        or printed <= _SUFFIX_ONLY
        or printed <= words("organizations", "not_names") | titles() | {"prime"}
    ):
        return None
    if kind == "person" and (not text[0].isalpha() or any(char in "/@_#:[]{}<>\n" or char.isdigit() for char in text)):
        return None
    if _INITIALS.match(text) and text.count(".") > 1 and plain(text) not in load("places")["aliases"]:
        kind = "organization"
    if kind == "person":
        kind = _kind_by_last_word(text)
    return NameMention(r, span, first, last, kind, text, parse(text))


def _kind_by_last_word(text: str) -> EntityKind:
    """A "person" such as "Osterling Tower" or "Tallis Bank" is none; "Marc Hill" may be."""
    printed = [plain(word) for word in text.split()]
    if len(printed) > 1 and printed[-1] in words("places", "nouns"):
        inner = set(printed[1:-1]) & words("places", "nouns")
        return "place" if inner or not gender_of_given(fold(printed[0])) else "person"
    return "organization" if printed[-1] in words("organizations", "bodies") else "person"


def _over_hyphen(tree: Tree, last: int) -> int:
    """The end of "Tsen Ja-wo", which is split at the hyphen; "the Jon Doe-led team" is left alone."""
    pieces = tree.tokens[last + 1 : last + 3]
    glued = (
        len(pieces) == 2
        and pieces[0].span.start == tree.tokens[last].span.end
        and pieces[1].span.start == pieces[0].span.end
    )
    if (
        glued
        and pieces[0].text == "-"
        and pieces[1].text.islower()
        and len(pieces[1].text) < 5
        and pieces[1].text not in _COMPOUND
    ):
        return last + 2
    return last


def _trim_person(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """Titles off the front; what follows a possessive or is no part of a name off the end."""
    tokens = tree.tokens
    for i in range(first, last + 1):
        if tokens[i].text in {"'s", "’s", "'", "’"} and i > first:
            last = i - 1
            break
    while first < last and plain(tokens[first].text) in titles():
        first += 1
    while (
        first < last
        and tokens[last].pos in {"VERB", "AUX", "ADP", "ADV", "CCONJ", "SCONJ", "DET", "PRON"}
        and tokens[last].tag != "NNP"
    ):
        last -= 1
    while first < last and plain(tokens[last].text) in words("titles", "no_names"):
        last -= 1
    return first, last


def _after_titles(tree: Tree, r: int, names: Sequence[NameMention]) -> Iterator[NameMention]:
    """A run of capitalised words after a title is a person's name, whatever spaCy makes of it."""
    inside_body = {
        i for m in names if m.kind != "person" and m.last > m.first for i in range(m.first, m.last) if _ends_as_body(m)
    }
    for i, token in enumerate(tree.tokens[:-1]):
        word = plain(token.text)
        if word not in titles() or i in inside_body or not _opens_name(tree, i + 1) or not tree.tells_names(i):
            continue
        if word in offices() and not (
            token.text[0].isupper() or word not in {"head", "lead", "whip", "chief", "fellow", "private", "hero"}
        ):
            continue
        last = i + 1
        while last + 1 < len(tree.tokens) and _continues_name(tree, last + 1):
            last += 1
        if any(m.kind == "person" and m.first == i + 1 and m.last > last for m in names):
            continue  # the annotation knows more of this name: "General Selim al-Rawan"
        inner = {plain(token.text) for token in tree.tokens[i + 1 : last + 1]}
        if inner & (titles() | words("organizations", "bodies")):
            continue
        if last == i + 1 and word not in honorifics() and not _spacy_agrees(names, i + 1):
            continue
        found = _mention(tree, r, i + 1, last, "person")
        if found:
            yield found


def _ends_as_body(mention: NameMention) -> bool:
    printed = [plain(word) for word in mention.text.split()]
    return printed[-1] in words("organizations", "bodies") | words("organizations", "legal_forms") or "of" in printed


def _spacy_agrees(names: Sequence[NameMention], i: int) -> bool:
    """A single word after an office needs some name there: "Secretary Marcorubio", not "Secretary General"."""
    return any(m.first == i and (m.kind == "person" or m.last == i) for m in names)


def _opens_name(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    same_sentence = token.sentence == tree.tokens[i - 1].sentence
    return (
        same_sentence
        and _nameish(token.text)
        and plain(token.text) not in titles() | words("titles", "no_names")
        and token.pos != "DET"
    )


def _continues_name(tree: Tree, i: int) -> bool:
    token, before = tree.tokens[i], tree.tokens[i - 1]
    if token.sentence != before.sentence or plain(token.text) in words("titles", "no_names"):
        return False
    if token.text in {"-", "‑"}:
        return token.span.start == before.span.end and i + 1 < len(tree.tokens) and _nameish(tree.tokens[i + 1].text)
    return _nameish(token.text) and token.pos in {"PROPN", "NOUN", "ADJ", "X"} and token.tag != "JJ"


def _nameish(text: str) -> bool:
    if text[0].isupper():
        return text.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalpha()
    return False


def _merge(strong: Sequence[NameMention], weak: Sequence[NameMention]) -> list[NameMention]:
    """All mentions in order, without overlaps; of two that overlap a strong one wins, else the longer."""
    ranked = sorted(
        [(0, m) for m in strong] + [(1, m) for m in weak], key=lambda x: (x[0], x[1].span.start - x[1].span.end, x[1].span)
    )
    kept: list[NameMention] = []
    taken: set[int] = set()
    for _, mention in ranked:
        own = range(mention.span.start, mention.span.end)
        if taken.isdisjoint(own):
            kept.append(mention)
            taken.update(own)
    return sorted(kept, key=lambda m: m.span)


@dataclass(frozen=True, slots=True)
class _Votes:
    """What the words of a story are, counted over its reports."""

    surnames: Counter[str]
    persons: Counter[str]
    others: Counter[str]
    full_names: Counter[str]
    alone: Counter[str]
    acting: Counter[str]
    common: frozenset[str]
    glued: set[str]

    @classmethod
    def of(cls, raw: Sequence[Sequence[NameMention]], trees: Sequence[Tree]) -> _Votes:
        common = frozenset(token.text for tree in trees for token in tree.tokens if token.text.islower())
        votes = cls(Counter(), Counter(), Counter(), Counter(), Counter(), Counter(), common, set())
        for tree, mention in ((tree, m) for tree, report in zip(trees, raw, strict=True) for m in report):
            name = mention.name
            if mention.kind == "person" and name.words and not tree.like_headline(mention.first):
                votes.persons[name.surname] += 1
                if name.full and mention.text.split()[-1][0].isupper():
                    votes.surnames[name.surname] += 1
                    votes.full_names[" ".join(name.words)] += 1
                elif not name.full:
                    votes.alone[name.surname] += 1
            elif len(mention.text.split()) == 1:
                votes.others[fold(mention.text)] += 1
                votes.acting[fold(mention.text)] += _acts(tree, mention)
        votes.glued.update(name.replace(" ", "") for name in votes.full_names)
        return votes

    def odd(self, mention: NameMention) -> bool:
        """Whether a "person" is rather a place or body, a family, or common words."""
        word = mention.name.surname
        if mention.text.islower():
            return " ".join(mention.name.words) not in self.full_names
        if mention.first < mention.last or self.surnames[word]:
            return False
        family = word.endswith("s") and self.surnames[word[:-1]] > 0
        return family or self.others[word] > 2 * self.persons[word]

    def person(self, word: str, kind: EntityKind | None) -> bool:
        """Whether a word that stands alone is a person: a surname of the story. One that spaCy takes for a place must be
        taken for a person as often, or mostly do something where it is a "place".
        """
        if word in self.glued and len(word) > _SHORTEST_GLUED:
            return True  # first and last name run together
        if word not in self.surnames or len(word) < 2:
            return False
        return kind != "place" or self.persons[word] >= self.others[word] or 2 * self.acting[word] >= self.others[word]


def _mend(tree: Tree, r: int, names: Sequence[NameMention], votes: _Votes) -> Iterator[NameMention]:
    covered = {i for mention in names for i in range(mention.first, mention.last + 1)}
    glued = {
        i: found for i, token in enumerate(tree.tokens) if _GLUED.match(token.text) and (found := _glued(r, i, tree, votes))
    }
    yield from glued.values()
    for mention in names:
        yield from _relabelled(tree, _without_tail(tree, mention, glued.get(mention.last)), votes)
    for i in range(len(tree.tokens)):
        if i not in covered and i not in glued and tree.tells_names(i):
            yield from _missed(tree, r, i, votes)
    yield from _lower_case(tree, r, votes)


def _without_tail(tree: Tree, mention: NameMention, tail: NameMention | None) -> NameMention:
    """ "Daily JournalDoe" without the surname that runs into it."""
    if tail is None or mention.span.start >= tail.span.start or mention.span.end != tail.span.end:
        return mention
    span = Span(mention.span.start, tail.span.start)
    text = tree.annotated.report.slice(span)
    return replace(mention, span=span, text=text, name=parse(text))


def _relabelled(tree: Tree, mention: NameMention, votes: _Votes) -> Iterator[NameMention]:
    single = mention.first == mention.last
    word = mention.name.surname
    if mention.kind != "person":
        same = " ".join(mention.name.words) in votes.full_names
        likely = single and (votes.person(word, mention.kind) or (_speaks(tree, mention) and _like_a_surname(word, votes)))
        full = not single and mention.kind == "organization" and _two_names(mention, votes)
        yield replace(mention, kind="person") if same or likely or full else mention
    elif tree.like_headline(mention.first) and mention.name.glued not in votes.glued:
        yield from (found for found in [_in_headline(tree, mention, votes)] if found)
    elif not single and (cut := _cut_after_surname(tree, mention, votes)):
        yield cut
    elif single and not votes.surnames[word] and _INITIALS.match(mention.text):
        yield replace(mention, kind="organization")
    elif not votes.odd(mention):
        yield mention


def _two_names(mention: NameMention, votes: _Votes) -> bool:
    """Two or three capitalised words, the first a first name, and no word of a body: "Lena Brook" taken for a firm."""
    printed = mention.text.split()
    bodies = words("organizations", "bodies") | words("organizations", "legal_forms")
    return (
        2 <= len(printed) <= 3
        and bool(gender_of_given(fold(printed[0])))
        and all(_nameish(word) and plain(word) not in bodies for word in printed)
        and (votes.surnames[fold(printed[-1])] > 0 or len(printed) == 2)
    )


def _in_headline(tree: Tree, mention: NameMention, votes: _Votes) -> NameMention | None:
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


def _cut_after_surname(tree: Tree, mention: NameMention, votes: _Votes) -> NameMention | None:
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
        if _nameish(before) and plain(before) not in titles() | words("titles", "no_names"):
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


def _acts(tree: Tree, mention: NameMention) -> bool:
    return tree.tokens[mention.last].dep in {"nsubj", "nsubjpass"}


def _speaks(tree: Tree, mention: NameMention) -> bool:
    token = tree.tokens[mention.last]
    head = tree.tokens[token.head]
    return token.dep in {"nsubj", "nsubjpass", "conj", "poss"} and head.pos in {"VERB", "AUX", "PROPN", "NOUN"}


def _like_a_surname(word: str, votes: _Votes) -> bool:
    return any(known[:3] == word[:3] and likeness(known, word) >= _SPEAKS_LIKE for known in votes.surnames if len(known) > 3)


def _missed(tree: Tree, r: int, i: int, votes: _Votes) -> Iterator[NameMention]:
    """A capitalised word that is a surname elsewhere in the story, and that spaCy left out here."""
    token = tree.tokens[i]
    named = token.pos in {"PROPN", "NOUN"} or token.text.lower() not in votes.common
    if named and token.text[0].isupper() and votes.person(fold(token.text), None):
        found = _mention(tree, r, i, i, "person")
        if found:
            yield found


def _glued(r: int, i: int, tree: Tree, votes: _Votes) -> NameMention | None:
    """A surname of the story that is run into the word before it."""
    token = tree.tokens[i]
    for cut in range(3, len(token.text) - 2):
        tail = token.text[cut:]
        if tail[0].isupper() and votes.surnames[fold(tail)]:
            return NameMention(r, Span(token.span.start + cut, token.span.end), i, i, "person", tail, parse(tail))
    return None


def _lower_case(tree: Tree, r: int, votes: _Votes) -> Iterator[NameMention]:
    """A full name of the story printed without its capitals."""
    for i in range(len(tree.tokens) - 1):
        pair = tree.tokens[i], tree.tokens[i + 1]
        if pair[0].text.islower() and pair[1].text.islower() and votes.surnames[fold(pair[1].text)]:
            found = _mention(tree, r, i, i + 1, "person")
            if found and " ".join(found.name.words) in votes.full_names:
                yield found
