"""Of what kind a name is: what stands around it, added up over all the reports of a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from daylight.model import EntityKind
from daylight.resolve.letters import fold
from daylight.resolve.lists import gender_of_given, honorifics, is_person_noun, plain, titles, words
from daylight.resolve.mentions import NameMention
from daylight.resolve.syntax import Tree

# What each sign weighs for a person, and against. Set by reading 44 development stories and the shipped examples: moving
# any one of them by a third changes the kind of at most 9 of their 7,270 mentions.
_TAGGED = 1.0  # the language model's own opinion
_TITLED = 3.0
_HUMAN_ROLE = 2.0
_AGED = 2.0
_KNOWN_GIVEN = 2.0
_WHO = 2.0
_AFTER_THE = -4.0
_NAMED_AS_BODY = -4.0
_OPENS_AS_PLACE = -2.0
_INSIDE = -2.0
_AFTER_NOUN = -3.0
_OPENS_A_BODY = -1.5

ENOUGH_FOR_A_PERSON = 3.0
"""Points, the model's own left out, from which a name of several words that it takes for a body or place is a person."""


@dataclass
class Signs:
    """What the mentions of one name show, added up."""

    points: float = 0.0
    tagged: int = 0
    mentions: int = 0
    inside: int = 0
    near: int = 0
    after_the: int = 0
    speaking: int = 0
    afloat: bool = False
    kinds: Counter[EntityKind] = field(default_factory=Counter)


def settle_kinds(trees: Sequence[Tree], names: Sequence[Sequence[NameMention]]) -> list[list[NameMention]]:
    """One kind for each name of the story; names of ships and other craft, which are of no kind of ours, are left out."""
    signs = _signs(trees, names)
    full = [m for report in names for m in report if m.kind == "person" and m.name.full and not _demoted(m, signs)]
    surnames = {m.name.surname for m in full}
    openings: dict[str, EntityKind] = {
        fold(m.text.split()[0]): m.kind for report in names for m in report if m.kind != "person" and len(m.text.split()) > 1
    }

    def kind(m: NameMention) -> EntityKind | None:
        own = signs[fold(m.text)]
        if own.afloat and own.after_the:
            return None
        if m.kind != "person":
            return _promoted(m, own)
        if not m.name.full and {m.name.surname, m.name.surname.removesuffix("s")} & surnames:
            return m.kind
        opened = None if m.name.full else openings.get(m.name.surname)
        total = own.points + own.tagged * _TAGGED + (_OPENS_A_BODY * own.tagged if opened else 0.0)
        return m.kind if total >= 0 else _other_kind(m, own, opened)

    settled = [[(m, kind(m)) for m in report] for report in names]
    return [[replace(m, kind=k) for m, k in report if k is not None] for report in settled]


def _demoted(m: NameMention, signs: dict[str, Signs]) -> bool:
    own = signs[fold(m.text)]
    return own.points + own.tagged * _TAGGED < 0


def _signs(trees: Sequence[Tree], names: Sequence[Sequence[NameMention]]) -> dict[str, Signs]:
    found: dict[str, Signs] = defaultdict(Signs)
    for tree, m in ((tree, m) for tree, report in zip(trees, names, strict=True) for m in report):
        own = found[fold(m.text)]
        own.kinds[m.kind] += 1
        own.tagged += m.kind == "person"
        if tree.like_headline(m.first):
            continue
        own.mentions += 1
        own.points += person_points(tree, m) + _contrary_points(tree, m, own)
    return found


def person_points(tree: Tree, m: NameMention) -> float:
    """What around one mention speaks for a person."""
    several = len(m.text.split()) > 1
    return sum(
        (
            _TITLED * titled(tree, m),
            _HUMAN_ROLE * (_apposed(tree, m) if several or m.kind == "person" else False),
            _AGED * _aged(tree, m),
            _WHO * any(_opens_who(tree, c) for c in tree.children[m.last]),
            _KNOWN_GIVEN * (several and gender_of_given(fold(m.text.split()[0])) is not None),
        )
    )


def _contrary_points(tree: Tree, m: NameMention, own: Signs) -> float:
    """What around one mention speaks against a person; counts on the way what tells a body, a place and a ship apart."""
    token, before = tree.tokens[m.last], tree.tokens[m.first - 1] if m.first else None
    modifies = token.dep in {"compound", "nmod", "amod", "poss"} and token.head > m.last
    the = before is not None and before.text.lower() == "the" and not modifies
    noun = before is not None and _class_noun(plain(before.text))
    preposition = _preposition(tree, m)
    bare = preposition != "" and token.head == m.first - 1
    inside = preposition in {"in", "at", "aboard", "near", "outside", "across"} and not modifies
    own.after_the += the
    own.inside += bare and preposition in {"in", "near"}
    own.near += bare and preposition in {"to", "from", "between", "at", "outside", "across"}
    own.speaking += token.dep == "nsubj" and not the
    own.afloat |= preposition == "aboard" or (before is not None and plain(before.text) in words("places", "craft"))
    return (
        _AFTER_THE * the
        + _AFTER_NOUN * noun
        + _INSIDE * inside
        + _NAMED_AS_BODY * named_as_body(m.text)
        + _OPENS_AS_PLACE * opens_as_place(m.text)
    )


def _promoted(m: NameMention, own: Signs) -> EntityKind:
    """The kind of a name that the model takes for a body or a place."""
    if len(m.text.split()) > 1 and 0 < own.mentions * ENOUGH_FOR_A_PERSON <= own.points:
        return "person"
    if m.kind == "place" and not own.kinds["organization"]:
        return "organization" if named_as_outlet(m.text) else "place"
    body = m.text.isupper() or named_as_body(m.text) or plain(m.text) in words("organizations", "bodies")
    stays = own.inside and 2 * (own.inside + own.near) >= own.mentions and not (own.after_the or own.speaking)
    return "place" if not body and (stays or own.kinds["place"] > own.kinds["organization"]) else "organization"


def _other_kind(m: NameMention, own: Signs, opened: EntityKind | None) -> EntityKind | None:
    """What a "person" is that is none. ``opened`` is the kind of a longer name that begins with it."""
    if own.afloat:
        return None
    if opened == "place":
        return opened
    printed = [plain(word) for word in m.text.split()]
    if named_as_body(m.text) or printed[-1] in words("organizations", "media"):
        return "organization"
    return "place" if opens_as_place(m.text) or own.inside else "organization"


def titled(tree: Tree, m: NameMention) -> bool:
    """Whether a form of address or an office stands directly before a name."""
    if not m.first or tree.tokens[m.first - 1].sentence != tree.tokens[m.first].sentence:
        return False
    before = tree.tokens[m.first - 1]
    word = plain(before.text)
    return word in honorifics() or (word in titles() and before.pos in {"NOUN", "PROPN"})


def _apposed(tree: Tree, m: NameMention) -> bool:
    """Whether a human role is put beside a name: "X, a nurse", "the mayor, X"."""
    own = tree.tokens[m.last]
    beside = [c for c in tree.children[m.last] if tree.tokens[c].dep == "appos" and c > m.last]
    if own.dep == "appos" and own.head < m.first:
        beside.append(own.head)
    return any(_human(tree, i) for i in beside)


def _human(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    word = plain(token.lemma)
    return token.tag in {"NN", "NNP"} and is_person_noun(word) and word not in words("roles", "bodies_too")


def _aged(tree: Tree, m: NameMention) -> bool:
    """Whether an age follows: "X, 54,"."""
    after = tree.tokens[m.last + 1 : m.last + 4]
    return (
        len(after) > 2
        and after[0].text == ","
        and after[1].text.isdigit()
        and len(after[1].text) < 3
        and after[2].text in {",", "."}
    )


def _opens_who(tree: Tree, c: int) -> bool:
    return tree.tokens[c].dep == "relcl" and any(tree.tokens[i].text.lower() == "who" for i in tree.children[c])


def _class_noun(word: str) -> bool:
    """Whether a noun directly before a name says what is so named: "the ferry X", "the newspaper X"."""
    return word in words("places", "craft") or word in words("organizations", "outlets")


def _preposition(tree: Tree, m: NameMention) -> str:
    """The preposition that a name is the object of, "" where it is none's."""
    token = tree.tokens[m.last]
    return tree.tokens[token.head].lemma.lower() if token.dep == "pobj" else ""


def named_as_body(text: str) -> bool:
    """Whether the last of several words is a body's, an outlet's or a place's: "Aldane Lines", "Osk Gazette"."""
    printed = [plain(word) for word in text.split()]
    ends = words("organizations", "bodies") | words("organizations", "endings") | words("organizations", "media")
    return len(printed) > 1 and printed[-1] in ends


def named_as_outlet(text: str) -> bool:
    """Whether the last of several words is a newspaper's or broadcaster's: "Northern Wire"."""
    printed = [plain(word) for word in text.split()]
    return len(printed) > 1 and printed[-1] in words("organizations", "endings") | words("organizations", "media")


def opens_as_place(text: str) -> bool:
    """Whether the first of several words is a place's: "Port Caddon"."""
    printed = [plain(word) for word in text.split()]
    return len(printed) > 1 and printed[0] in words("places", "openers")


def full_names(names: Iterable[Iterable[NameMention]]) -> Iterator[str]:
    """The full names of the persons of a story, folded."""
    return (" ".join(m.name.words) for report in names for m in report if m.kind == "person" and m.name.full)
