"""Complements that are clauses: "said that …", "asked whether …", "refused to …", "called for X to …"."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.attribute.grammar import FINITE, WH, Grammar
from daylight.attribute.rules.frame import Frame, Range

_MARKS = frozenset({",", "''", "``"})
_TRAILING = frozenset({"advcl", "prep", "npadvmod", "advmod", "ccomp"})


def frames(g: Grammar, verb: int, passive: bool) -> Iterator[Frame]:
    """The frames of a verb whose complement is a clause or an infinitive."""
    cue = g.cue_of(verb)
    lemma = g.lemmas[verb]
    clause = _clause(g, verb)
    if clause is not None:
        yield Frame(
            "verb",
            lemma,
            ("passive-" if passive else "") + clause_name(g, clause),
            verb,
            cue,
            clause_ranges(g, verb, clause),
            "agent" if passive else "subject",
        )
    infinitive = g.child(verb, "xcomp")
    if infinitive is None:
        yield from _for_to(g, verb, lemma, cue)
        return
    goal = (max(verb + 1, g.low[infinitive]), g.high[infinitive])
    link = cue[1] + 1
    if link < infinitive and link in g.kids[verb] and g.tokens[link].dep == "prep" and g.high[link] < g.low[infinitive]:
        whole = (cue[0], link)
        yield Frame("verb", lemma, f"prep-{g.tokens[link].text.lower()}-to", verb, whole, ((link + 1, goal[1]),))
    patient = g.child(verb, "nsubjpass")
    thing = g.child(verb, "dobj", "dative")
    kind = "to" if any(g.tokens[k].tag == "TO" for k in g.kids[infinitive]) else "ing"
    if passive and patient is not None:
        yield Frame("verb", lemma, "passive-" + kind, verb, cue, (g.whole(patient), goal), "agent")
    elif thing is not None and thing < infinitive:
        yield Frame("verb", lemma, "object-" + kind, verb, cue, ((g.low[thing], goal[1]),))
    elif lemma in {"seem", "appear"}:
        subject = g.subject(verb)
        parts = (g.whole(subject), goal) if subject is not None else (goal,)
        yield Frame("verb", lemma, "raised", verb, cue, parts, "none")
    else:
        yield Frame("verb", lemma, kind, verb, cue, (goal,))


def _for_to(g: Grammar, verb: int, lemma: str, cue: Range) -> Iterator[Frame]:
    """ "Called for Bell to resign": the infinitive's subject is marked by the preposition."""
    mark = cue[1] + 1
    for kid in g.children(verb, "advcl", "ccomp"):
        if g.low[kid] == mark and g.tokens[mark].dep == "mark" and g.tokens[mark].text == "for":
            yield Frame("verb", lemma, "prep-for-to", verb, (cue[0], mark), ((mark + 1, g.high[kid]),))


def _clause(g: Grammar, verb: int) -> int | None:
    """The clause that the verb governs, one after it rather than before; one before needs a finite verb."""
    clauses = list(g.children(verb, "ccomp"))
    after = next((k for k in clauses if k > verb), None)
    if after is not None or not clauses or g.tokens[verb].dep in {"relcl", "acl"}:
        return after
    fronted = clauses[0]
    if g.torn(g.verb_group(fronted)[1] + 1):
        return None
    if not any(g.tokens[i].tag in FINITE for i in range(g.low[fronted], min(g.high[fronted], verb) + 1)):
        return None
    return fronted


def clause_name(g: Grammar, clause: int) -> str:
    """The lexicon's name of a clause as complement."""
    first = g.tokens[g.low[clause]]
    if any(g.tokens[k].tag == "TO" for k in g.kids[clause]):
        return "object-to"
    if (first.tag in WH and first.text.lower() != "that") or first.text.lower() in {"whether", "if"}:
        return "whether"
    finite = g.tokens[clause].tag != "VBG" or g.child(clause, "aux", "mark") is not None
    return "that" if finite else "object-ing"


def clause_ranges(g: Grammar, verb: int, clause: int) -> tuple[Range, ...]:
    """The clause without the cue and its subject where they stand inside, with the adverbials right after it."""
    low, high = g.low[clause], g.high[clause]
    if clause > verb:
        low = max(low, verb + 1)
        for kid in g.kids[verb]:
            if kid > high and g.low[kid] == high + 1 and _trails(g, kid):
                high = g.high[kid]
        joined = _joined(g, high)
        return ((low, joined if joined > high else _without_aside(g, low, high)),)
    return _around(g, verb, low, high)


def _joined(g: Grammar, high: int) -> int:
    """The last token of further clauses that begin with "and that": what was said goes on in them."""
    stop = g.sentence_of(high).stop
    for _ in range(3):
        i = high + 1
        while i < stop and g.tokens[i].tag in _MARKS:
            i += 1
        if i + 1 >= stop or g.tokens[i].tag != "CC" or g.tokens[i + 1].text != "that" or g.tokens[i + 1].dep != "mark":
            break
        high = max(high + 1, g.high[g.tokens[i + 1].head])
    return high


def _trails(g: Grammar, kid: int) -> bool:
    """Whether a child of the cue belongs to the clause before it: an adverbial, but no participle after a comma."""
    token = g.tokens[kid]
    return token.dep in _TRAILING and not (token.tag == "VBG" and g.tokens[g.low[kid] - 1].text == ",")


def _without_aside(g: Grammar, low: int, high: int) -> int:
    """The last token of ``low``-``high`` before a relative clause after a comma at its end: what the report adds itself."""
    here = high
    while here > low and g.tokens[here].tag in {".", ","}:
        here -= 1
    for _ in range(12):
        head = g.tokens[here].head
        if head == here or head < low:
            return high
        first = g.low[here]
        if (
            g.tokens[here].dep == "relcl"
            and first - 1 > low
            and g.tokens[first - 1].text == ","
            and g.tokens[first].tag in WH
        ):
            return first - 2
        here = head
    return high


def _around(g: Grammar, verb: int, low: int, high: int) -> tuple[Range, ...]:
    """``low``-``high`` without the part of the cue's own clause that stands inside it."""
    own = [i for i in own_words(g, verb) if low <= i <= high]
    return ((low, min(own) - 1), (max(own) + 1, high)) if own else ((low, high),)


def own_words(g: Grammar, verb: int) -> list[int]:
    """Tokens at the edges of what belongs to the cue itself: its verb group, subject, objects and adverbials."""
    first, last = g.verb_group(verb)
    own = [first, last]
    for kid in g.kids[verb]:
        if g.tokens[kid].dep in {"nsubj", "nsubjpass", "dobj", "dative", "prep", "npadvmod", "agent", "mark"}:
            own += [g.low[kid], g.high[kid]]
    return own
