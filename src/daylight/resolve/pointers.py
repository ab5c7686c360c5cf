"""Pronouns and roles that point at a person: precise before greedy, and nobody rather than a guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from daylight.lexicon import load
from daylight.model import Span
from daylight.resolve.lists import is_person_noun, plain, words
from daylight.resolve.roles import Office, gender_of_role, offices_of, same_office
from daylight.resolve.syntax import Tree

# How a likely antecedent is told, in points. Set by reading 15 development stories: each may move by a third.
_PER_SENTENCE = -1.25  # -1.25 to -1.4: 61 of 68 resolved sources of gum_news right, 61 of 69 from -1.2 up
_SUBJECT = 1.5
_MAIN_CLAUSE = 0.75
_SPEAKER = 0.75
_GENDER_KNOWN = 0.5
_POSSESSOR = -1.0
_OBJECT_OF_PREPOSITION = -0.5
_CLEARLY = 0.4
"""By how much the best antecedent must beat the next person."""

_IN_VIEW = 60  # mentions looked back at; bounds the work on one endless sentence
_FAR_MORE = 3
_LONGEST = 10
_GOES_ON = frozenset({"of", "for", "at", "to", "the"})

_ROLE_REACH = 8
"""How many sentences back "the president" may mean the last of several presidents who was named."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Profile:
    """What the whole story tells of a person, as far as pointing at him or her needs it.

    ``offices`` counts how often each is printed beside the name; ``weight`` is how often the person is named.
    """

    gender: str | None
    offices: Mapping[Office, int]
    weight: int


def holders_of(profiles: Sequence[Profile]) -> dict[str, list[int]]:
    """The persons who hold an office, by its noun."""
    found: dict[str, list[int]] = defaultdict(list)
    for p, profile in enumerate(profiles):
        for noun in sorted({office.noun for office in profile.offices}):
            found[noun].append(p)
    return found


@dataclass(frozen=True, slots=True)
class _Seen:
    person: int
    token: int
    sentence: int
    quoted: bool
    headline: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What one report's names tell: the person of each token of a name and of a role beside it, and heads of sources."""

    names: Mapping[int, int]
    roles: Mapping[int, int]
    sources: frozenset[int]


class Pointers:
    """The persons that the tokens of one report name or point at.

    What is known before is handed in; what is found is in ``found``, by token, with its stretch in ``spans``.
    """

    def __init__(self, tree: Tree, known: Known, profiles: Sequence[Profile], holders: Mapping[str, Sequence[int]]) -> None:
        self._tree = tree
        self._sources = known.sources
        self._named = known.names
        self._present = frozenset(known.names.values())
        self._carried = known.roles
        self._profiles = profiles
        self._holders = holders
        self._seen: list[_Seen] = []
        self._quoted = _quoted_tokens(tree)
        self._last_of: dict[int, int] = {}
        self.found: dict[int, int] = {}
        self.spans: dict[int, Span] = {}
        for i in range(len(tree.tokens)):
            self._visit(i)

    def person_at(self, i: int) -> int | None:
        """The person that token ``i`` names or points at, or whose role beside the name it is the noun of."""
        found = self._named.get(i, self.found.get(i))
        if found is None and i in self._carried and is_person_noun(plain(self._tree.tokens[i].text)):
            return self._carried[i]
        return found

    def _visit(self, i: int) -> None:
        token = self._tree.tokens[i]
        person = self._named.get(i)
        if person is None:
            person = self._pointed(i)
            if person is not None:
                self.found[i] = person
                self.spans.setdefault(i, token.span)
        if person is not None:
            self._seen.append(_Seen(person, i, token.sentence, i in self._quoted, self._in_headline(i)))
            self._last_of[person] = token.sentence

    def _pointed(self, i: int) -> int | None:
        token = self._tree.tokens[i]
        word = token.text.lower()
        if token.pos == "PRON":
            if word in words("pronouns", "relative"):
                return self._relative(i)
            gender = (
                "male" if word in words("pronouns", "male") else "female" if word in words("pronouns", "female") else None
            )
            return self._third_person(i, gender) if gender and i not in self._quoted else None
        if token.pos in {"NOUN", "PROPN"} and token.tag in {"NN", "NNP"} and is_person_noun(plain(token.text)):
            return self._role(i)
        return None

    def _relative(self, i: int) -> int | None:
        """The antecedent of "who": the noun that its clause hangs on."""
        above = self._tree.tokens[i].head
        for _ in range(5):
            if self._tree.tokens[above].dep == "relcl":
                return self.person_at(self._tree.tokens[above].head)
            above = self._tree.tokens[above].head
        return None

    def _third_person(self, i: int, gender: str) -> int | None:
        """The person of fitting gender who is most in view, if clearly more than any other."""
        now = self._tree.tokens[i].sentence
        reach: int = load("pronouns")["reach"]
        headline = self._in_headline(i)
        points: dict[int, float] = {}
        for seen in reversed(self._seen[-_IN_VIEW:]):
            if now - seen.sentence > reach:
                break
            told = self._profiles[seen.person].gender
            if seen.quoted or seen.headline != headline or told not in {None, gender}:
                continue
            value = self._prominence(seen, now) + (_GENDER_KNOWN if told else 0.0)
            points[seen.person] = max(points.get(seen.person, -99.0), value)
        ranked = sorted(points.items(), key=lambda x: (-x[1], x[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _CLEARLY):
            return None
        return ranked[0][0]

    def _in_headline(self, i: int) -> bool:
        return self._tree.annotated.role_at(self._tree.tokens[i].span.start) == "headline"

    def _prominence(self, seen: _Seen, now: int) -> float:
        token = self._tree.tokens[seen.token]
        value = _PER_SENTENCE * (now - seen.sentence) + (_SPEAKER if seen.token in self._sources else 0.0)
        top = self._top_of_name(seen.token)
        dep = self._tree.tokens[top].dep
        if dep in _SUBJECTS:
            verb = self._tree.tokens[self._tree.tokens[top].head]
            value += _SUBJECT + (_MAIN_CLAUSE if verb.dep in {"ROOT", "parataxis"} else 0.0)
        elif dep == "poss" or token.tag == "PRP$":
            value += _POSSESSOR
        elif dep == "pobj" and self._tree.tokens[self._tree.tokens[top].head].lemma.lower() not in {"by", "to"}:
            value += _OBJECT_OF_PREPOSITION
        return value

    def _top_of_name(self, i: int) -> int:
        for _ in range(6):
            above = self._tree.tokens[i].head
            if above == i or self._tree.tokens[i].dep not in {"compound", "flat", "appos", "nmod"}:
                return i
            i = above
        return i

    def _role(self, i: int) -> int | None:
        """The person that "the vice president" means: the one whom some report gives that office."""
        tree = self._tree
        beside = next((self._named[c] for c in self._apposed(i) if c in self._named), None)
        if beside is not None:
            return beside
        if tree.tokens[i].dep in {"compound", "amod", "nmod", "attr", "appos"} or i + 1 in self._named:
            return None
        first = tree.left[i]
        span = tree.span(first, self._last_of_role(i))
        if i - first > _LONGEST or span.start > tree.tokens[i].span.start:
            return None
        text = tree.annotated.report.slice(span)
        person = self._introduced(i, first, text)
        if person is not None:
            self.spans[i] = span
        return person

    def _apposed(self, i: int) -> Iterator[int]:
        """What is put beside a noun, also where the parse hangs it on the body in "the leader of the union, X"."""
        tokens, children = self._tree.tokens, self._tree.children
        inner = [b for c in children[i] if tokens[c].text == "of" for b in children[c] if b not in self._named]
        for above in (i, *inner):
            yield from (c for c in children[above] if tokens[c].dep in {"appos", "flat"})

    def _introduced(self, i: int, first: int, text: str) -> int | None:
        """The person whom a role points at, by how it begins: "the", a possessor, or nothing but a capital."""
        tokens = self._tree.tokens
        if tokens[first].text.lower() in {"the", "this"}:
            return self._holder(text, tokens[i].sentence)
        possessed = any(tokens[c].dep == "poss" for c in self._tree.children[i])
        bare_title = tokens[first].text[0].isupper() and tokens[i].text[0].isupper() and tokens[first].pos != "DET"
        if possessed or bare_title:
            return self._holder(text, tokens[i].sentence, exactly=True)
        if first == i and self._in_headline(i):  # "captain says": headlines leave out the article
            return self._holder(text, tokens[i].sentence)
        return None

    def _last_of_role(self, i: int) -> int:
        """The last token of a role's phrase: it goes on over "of", "for", "at", and stops at a clause or another phrase."""
        last = min(self._tree.right[i], i + _LONGEST)
        for j in range(i + 1, last + 1):
            token = self._tree.tokens[j]
            if token.lemma.lower() not in _GOES_ON and (
                token.pos in {"ADP", "SCONJ", "VERB", "AUX", "PUNCT", "PRON", "ADV"}
            ):
                return j - 1
        return last

    def _holder(self, text: str, sentence: int, exactly: bool = False) -> int | None:
        """The person whom the story gives the office that ``text`` names, one whom the report names before any other.

        Of several it is the one to whom the story gives the office far more often.
        """
        asked = offices_of(text)
        gender = gender_of_role(text)
        holders = sorted({p for office in asked for p in self._holders.get(office.noun, ())})
        fitting = [p for p in holders if not gender or self._profiles[p].gender in {None, gender}]
        for group in ([p for p in fitting if p in self._present], fitting):
            exact, wider = self._offices_among(group, asked)
            if exact or wider:
                return self._one_of(exact, sentence) if exact or exactly else self._one_of(wider, sentence)
        return None

    def _offices_among(self, group: Sequence[int], asked: frozenset[Office]) -> tuple[dict[int, int], dict[int, int]]:
        """How often the story gives each of some persons just the office asked for, and one that is it with more words."""
        exact: dict[int, int] = {}
        wider: dict[int, int] = {}
        for person in group:
            for office, count in self._profiles[person].offices.items():
                for wanted in asked:
                    if same_office(office, wanted) and wanted.rest <= office.rest:
                        wider[person] = wider.get(person, 0) + count
                        if office.rest == wanted.rest:
                            exact[person] = exact.get(person, 0) + count
        return exact, wider

    def _one_of(self, holders: Mapping[int, int], sentence: int) -> int | None:
        if len(holders) < 2:
            return next(iter(holders), None)
        recent = [p for p in holders if p in self._last_of and sentence - self._last_of[p] <= _ROLE_REACH]
        ranked = sorted(recent or holders, key=lambda p: (-holders[p], -self._profiles[p].weight, p))
        if len(ranked) == 1:
            return ranked[0]
        first, second = ranked[:2]
        clear = holders[first] >= _FAR_MORE * holders[second]
        return first if clear or (holders[first] >= holders[second] and self._heavier(first, second)) else None

    def _heavier(self, first: int, second: int) -> bool:
        return self._profiles[first].weight >= _FAR_MORE * self._profiles[second].weight


def _quoted_tokens(tree: Tree) -> frozenset[int]:
    return frozenset(i for quotation in tree.annotated.quotations for i in tree.annotated.tokens_in(quotation.inner))
