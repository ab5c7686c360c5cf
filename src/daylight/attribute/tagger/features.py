"""What the network is told of a word beside its letters: case, quotation marks, grammar, and what the rules make of it.

The encoder under the network reads small letters only and knows no parse. Each feature is an index into an embedding that
is added to that of the word's pieces; 0 stands for the marks between paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from daylight.model import Annotated, Attribution, Quotation, Span

POS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE".split()
"""Universal POS tags."""
DEP = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep"
    " det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet"
    " prep prt punct quantmod relcl xcomp"
).split()
"""Labels of ClearNLP."""
ROLES = ("source", "cue", "content")
SIZES = (6, 4, len(POS) + 2, len(DEP) + 2, len(ROLES) + 2)
"""How many values each feature has: case, quotation, part of speech, dependency, role in the rules' attributions.

Value 0 is no word; 1 a value that is not listed, or none.
"""

_POS = {name: n for n, name in enumerate(POS, 2)}
_DEP = {name: n for n, name in enumerate(DEP, 2)}
Features = tuple[int, int, int, int, int]
NO_WORD: Features = (0, 0, 0, 0, 0)


def features(annotated: Annotated, by_rules: Sequence[Attribution]) -> list[Features]:
    """The features of every token of a report, in order."""
    quoted = _quoted(annotated, annotated.quotations)
    roles = _roles(annotated, by_rules)
    return [
        (case(token.text), quoted[i], _POS.get(token.pos, 1), _DEP.get(token.dep, 1), roles[i])
        for i, token in enumerate(annotated.tokens)
    ]


def case(word: str) -> int:
    """1 no letter, 2 small, 3 capitals, 4 a capital first, 5 mixed."""
    if not any(letter.isalpha() for letter in word):
        return 1
    if word.islower():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 4 if word[0].isupper() else 5


def _quoted(annotated: Annotated, quotations: Iterable[Quotation]) -> list[int]:
    """1 outside quotations, 2 inside one, 3 a mark at its ends."""
    found = [1] * len(annotated.tokens)
    for quotation in quotations:
        inside = annotated.tokens_in(quotation.span)
        for i in inside:
            found[i] = max(found[i], 2)
        for i in (inside.start, inside.stop - 1) if inside else ():
            if not quotation.inner.overlaps(annotated.tokens[i].span):
                found[i] = 3
    return found


def _roles(annotated: Annotated, by_rules: Iterable[Attribution]) -> list[int]:
    """1 outside the rules' attributions, else 2 and more for source, cue, content."""
    found = [1] * len(annotated.tokens)
    for attribution in by_rules:
        for value, role in reversed(list(enumerate(ROLES, 2))):
            for i in _covered(annotated, getattr(attribution, role)):
                found[i] = value
    return found


def _covered(annotated: Annotated, spans: Iterable[Span]) -> Iterable[int]:
    for span in spans:
        yield from annotated.tokens_in(span)
