"""Whether it was not said, or said to be not so: "did not say", "declined to say", "denied", "nobody said"."""

from __future__ import annotations

from daylight import lexicon
from daylight.attribute.candidate import Candidate
from daylight.attribute.circumstances.around import Around
from daylight.attribute.grammar import SUBJECTS, Grammar


def is_negated(g: Grammar, candidate: Candidate, beside: Around) -> bool:
    """Whether the cue is negated: by itself, by a verb above it, by a word before it, or by its subject.

    What negates the content ("said it was not so") does not count.
    """
    words = lexicon.load("hedges")
    chain = beside.chain
    if any(g.tokens[verb].lemma.lower() in words["denials"] for verb in chain):
        return True
    if any(g.tokens[verb].lemma.lower() in words["omissions"] for verb in chain[1:]):
        return True
    before = {*range(candidate.cue[0], candidate.head), *(k for verb in chain for k in g.kids[verb] if k < candidate.head)}
    governor = g.tokens[chain[-1]].head
    before |= {governor} if g.tokens[chain[-1]].dep == "pcomp" else set()
    if any(g.tokens[i].text.lower() in words["negations"] for i in before):
        return True
    return any(_nobody(g, k) for verb in chain for k in g.children(verb, *SUBJECTS))


def _nobody(g: Grammar, subject: int) -> bool:
    """Whether a subject is nobody: "no official", "neither of them", "nobody"."""
    words = lexicon.load("hedges")["nobody"]
    first = g.noun_phrase(subject)[0]
    return g.tokens[subject].text.lower() in words or g.tokens[first].text.lower() in words
