"""From the source of an attribution to the entity that speaks; nobody rather than a guess."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from daylight.model import Attribution, Span
from daylight.resolve.lists import is_person_noun, offices, plain, words
from daylight.resolve.syntax import Tree

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TELLS_NAME = frozenset({"appos", "flat"})
"""Relations of a name to the noun that it names. No compound: in "a Doe spokesman" another than Doe speaks."""

_NAMING = _TELLS_NAME | {"compound"}

_PICKS_ONE = frozenset({"det", "nummod", "amod"})


def head_of_source(tree: Tree, spans: Sequence[Span]) -> int | None:
    """The token that a source is about: past "according to", the first of joint speakers."""
    for span in spans:
        head = tree.head_of(span)
        if head is not None:
            while tree.tokens[head].pos == "ADP" or tree.tokens[head].lemma.lower() == "accord":
                inner = next((c for c in tree.children[head] if span.start <= tree.tokens[c].span.start < span.end), None)
                if inner is None:
                    break
                head = inner
            return _owned(tree, span, head)
    return None


def _owned(tree: Tree, span: Span, head: int) -> int:
    """What stands after a possessive mark, where the parse takes the owner for the head: "vet" of "Brenn's top vet"."""
    after = [i for i in tree.annotated.tokens_in(span) if i > head]
    if len(after) < 2 or tree.tokens[after[0]].tag != "POS":
        return head
    nouns = [i for i in after if tree.tokens[i].pos in {"NOUN", "PROPN"}]
    return next((i for i in nouns if i + 1 not in nouns), head)


def entity_of(
    tree: Tree, spans: Sequence[Span], at: Callable[[int], str | None], is_person: Callable[[str], bool]
) -> str | None:
    """The entity that a source names or points at. ``at`` tells the entity of a token. "The CIA chief" is no agency."""
    head = head_of_source(tree, spans)
    if head is None:
        return None
    found = at(head)
    token = tree.tokens[head]
    in_name = found is not None and head > 0 and at(head - 1) == found
    if found is not None and (is_person(found) or in_name or not _is_one_person(tree, head)):
        return found
    if token.tag in {"NNS", "NNPS"} and not _is_name_part(tree, head, at):
        return None
    inside = [i for span in spans for i in tree.annotated.tokens_in(span)]
    named = next((e for i in inside if i != head and _names_head(tree, i, head) and (e := at(i))), None)
    return named or _closing_name(tree, spans[-1], at, is_person)


def _is_one_person(tree: Tree, head: int) -> bool:
    """Whether a noun that by itself leads to a body means one person of it: "one Democrat", "the top Republican"."""
    token = tree.tokens[head]
    if token.tag not in {"NN", "NNP"}:
        return False
    noun = plain(token.text)
    if token.text.islower():
        return is_person_noun(noun)
    listed = noun in (offices() | words("roles", "people")) - words("organizations", "media")
    return listed and any(tree.tokens[c].dep in _PICKS_ONE for c in tree.children[head])


def _closing_name(tree: Tree, span: Span, at: Callable[[int], str | None], is_person: Callable[[str], bool]) -> str | None:
    """The person whose name of several words ends a source that the parse takes apart: "academic and professor Lena Brook".

    The name must be the subject itself: "a spokesman for Senator Lena Brook" is another.
    """
    inside = [i for i in tree.annotated.tokens_in(span) if tree.tokens[i].pos != "PUNCT"]
    person = at(inside[-1]) if inside else None
    if person is None or not is_person(person):
        return None
    words_before = [i for i in inside if at(i) != person]
    name = [i for i in inside if at(i) == person]
    last = tree.tokens[name[-1]]
    joined = last.dep == "conj" and not any(tree.tokens[c].dep == "det" for c in tree.children[last.head])
    if len(name) < 2 or not words_before or words_before[-1] != name[0] - 1 or not (joined or last.dep in _SUBJECTS):
        return None
    return None if tree.tokens[words_before[-1]].pos in {"ADP", "PART", "CCONJ", "DET", "PRON"} else person


def co_speakers_of(tree: Tree, spans: Sequence[Span], at: Callable[[int], str | None], speaker: str) -> tuple[str, ...]:
    """The entities that a source names beside the speaker, as printed: "A and the mayor, B"."""
    head = head_of_source(tree, spans)
    inside = [i for span in spans for i in tree.annotated.tokens_in(span)]
    joined = (i for i in inside if head is not None and _stands_beside(tree, i, head, at))
    return tuple(dict.fromkeys(e for i in joined if (e := at(i)) and e != speaker))


def _stands_beside(tree: Tree, i: int, head: int, at: Callable[[int], str | None]) -> bool:
    """Whether a name, or the noun that it is the name of, is coordinated with the head of its source."""
    for _ in range(8):
        token = tree.tokens[i]
        if token.dep not in {"conj", *_NAMING} or (token.dep != "conj" and at(token.head) not in {None, at(i)}):
            return False
        i = token.head
        if token.dep == "conj" and (i == head or (at(i) is not None and at(i) == at(head))):
            return True
    return False


def _is_name_part(tree: Tree, head: int, at: Callable[[int], str | None]) -> bool:
    return any(at(c) is not None and tree.tokens[c].dep in _TELLS_NAME for c in tree.children[head])


def _names_head(tree: Tree, i: int, head: int) -> bool:
    """Whether the name at ``i`` is the name of the noun at ``head``: an apposition to it."""
    for _ in range(8):
        dep = tree.tokens[i].dep
        if i == head:
            return True
        if dep not in _TELLS_NAME:
            return False
        i = tree.tokens[i].head
    return False


def body_noun(tree: Tree, spans: Sequence[Span]) -> int | None:
    """The head of a source that is a body by its noun: "the ministry", "police", "the Osk Herald". None for any other."""
    head = head_of_source(tree, spans)
    if head is None:
        return None
    word = plain(tree.tokens[head].text)
    outlet = tree.tokens[head].text[0].isupper() and word in words("organizations", "media")
    return head if outlet or word in words("organizations", "bodies") else None


def quote_around(attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """The attribution in whose content this one's source stands: the least one, None where none does."""
    if not attribution.source:
        return None
    source = attribution.source[0]
    holders = [o for o in others if o.id != attribution.id and any(span.covers(source) for span in o.content)]
    return min(holders, key=lambda o: (sum(s.end - s.start for s in o.content), o.id), default=None)


def is_first_person(tree: Tree, spans: Sequence[Span]) -> bool:
    """Whether a source is "I" or "we"."""
    head = head_of_source(tree, spans)
    return head is not None and tree.tokens[head].text.lower() in words("pronouns", "first")


def fill(
    attributions: Sequence[Attribution], own: Mapping[str, str | None], first_person: frozenset[str]
) -> dict[str, str | None]:
    """Speakers of all attributions: their own, and for "I" and "we" the speaker of the quotation around them."""
    by_report: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        by_report.setdefault(attribution.report, []).append(attribution)
    filled = dict(own)
    for attribution in attributions:
        if attribution.id in first_person:
            around = quote_around(attribution, by_report[attribution.report])
            filled[attribution.id] = own.get(around.id) if around else None
    return filled
