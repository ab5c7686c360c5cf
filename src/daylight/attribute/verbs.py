"""Cue verbs and adjectives with the complements that carry the content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from daylight.attribute.cues import Family
from daylight.attribute.grammar import Grammar

_WH = frozenset({"WP", "WRB", "WDT", "WP$"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PASSIVE = frozenset({"nsubjpass", "auxpass"})
_BE = frozenset({"be", "become", "remain", "feel", "seem", "sound", "appear"})
_OBJECTIVE = frozenset({"about", "against", "as", "for", "of", "on", "over", "to", "with"})
"""Prepositions that go on with an object's content ("accused him of"); "during", "by", "in" tell of the circumstances."""
_FUNCTION = frozenset({"ADP", "DET", "PRON", "SCONJ", "CCONJ"})
_SUBORDINATE = frozenset({"VBN", "VBG", "IN", "WRB", "TO"})
_MARKS = frozenset({",", "''", "``"})
_TRAILING = frozenset({"advcl", "prep", "npadvmod", "advmod", "ccomp"})
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """A complement of a cue: the lexicon's name for it, the cue's and the content's token ranges, the source's if special.

    ``source`` is "subject", "agent" (a passive's by-phrase) or "none".
    """

    family: Family
    lemma: str
    name: str
    head: int
    cue: Range
    content: tuple[Range, ...]
    source: str = "subject"


def frames(g: Grammar, verb: int) -> Iterator[Frame]:
    """Every frame that the verb's complements fill, the fullest first."""
    token = g.tokens[verb]
    if token.lemma == "be" or token.pos == "AUX":
        yield from _adjective(g, verb)
        return
    passive = is_passive(g, verb)
    bare = True
    for frame in (*_clausal(g, verb, passive), *(_passive if passive else _nominal)(g, verb)):
        bare = bare and frame.name.startswith("prep-")
        yield frame
    if bare and not passive:
        yield from _loose(g, verb)


def is_passive(g: Grammar, verb: int) -> bool:
    """Whether the verb is a passive, or a past participle that stands for one ("asked whether …, she left")."""
    token = g.tokens[verb]
    if any(g.tokens[k].dep in _PASSIVE for k in g.kids[verb]):
        return True
    if token.tag != "VBN":
        return False
    active = any(g.tokens[k].dep in {"aux", "nsubj"} for k in g.kids[verb])
    return token.dep in {"acl", "advcl"} and not active


def cue_of(g: Grammar, verb: int) -> Range:
    """The verb group with the verbs above it that touch it: "refused to say", "is expected to argue"."""
    first, last = g.verb_group(verb)
    for _ in range(3):
        token = g.tokens[verb]
        if token.dep != "xcomp" or token.head >= verb or g.verb_group(token.head)[1] + 1 != first:
            break
        verb = token.head
        first = g.verb_group(verb)[0]
    return first, last


def _loose(g: Grammar, verb: int) -> Iterator[Frame]:
    """A cue that the parser tied to no content: in between commas or at the end ("…, he said, …"), or before a clause."""
    subject = g.child(verb, "nsubj")
    if subject is None or g.tokens[verb].dep in {"relcl", "acl"}:
        return
    own = _own(g, verb)
    low, high = min(own), max(own)
    sentence = g.sentence_of(verb)
    lemma = g.lemmas[verb]
    after = g.tokens[high + 1].tag if high + 1 < sentence.stop else "."
    if low > sentence.start and g.tokens[low - 1].tag in {",", ":"} and after in {",", ".", ":"}:
        ranges = tuple(r for r in ((sentence.start, low - 1), (high + 1, sentence.stop - 1)) if r[0] <= r[1])
        if after == "." and g.tokens[ranges[0][0]].tag in _SUBORDINATE:
            return
        yield Frame("verb", lemma, "paren", verb, cue_of(g, verb), ranges)
    last = g.verb_group(verb)[1]
    rest = range(last + 1, sentence.stop)
    if any(g.tokens[i].tag in _FINITE for i in rest) and subject < verb:
        yield Frame(
            "verb", lemma, "torn" if _torn(g, last + 1) else "bare", verb, cue_of(g, verb), ((last + 1, sentence.stop - 1),)
        )


def _torn(g: Grammar, i: int) -> bool:
    """Whether a capital stands where none belongs: something was lost before token ``i``."""
    return i < len(g.tokens) and g.tokens[i].text.istitle() and g.tokens[i].pos in _FUNCTION and i > g.sentence_of(i).start


def _clausal(g: Grammar, verb: int, passive: bool) -> Iterator[Frame]:
    cue = cue_of(g, verb)
    lemma = g.lemmas[verb]
    clause = _clause(g, verb)
    if clause is not None:
        yield Frame(
            "verb",
            lemma,
            ("passive-" if passive else "") + _clause_name(g, clause),
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
        yield Frame("verb", lemma, "passive-" + kind, verb, cue, (_whole(g, patient), goal), "agent")
    elif thing is not None and thing < infinitive:
        yield Frame("verb", lemma, "object-" + kind, verb, cue, ((g.low[thing], goal[1]),))
    elif lemma in {"seem", "appear"}:
        subject = g.subject(verb)
        parts = (_whole(g, subject), goal) if subject is not None else (goal,)
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
    if _torn(g, g.verb_group(fronted)[1] + 1):
        return None
    if not any(g.tokens[i].tag in _FINITE for i in range(g.low[fronted], min(g.high[fronted], verb) + 1)):
        return None
    return fronted


def _clause_name(g: Grammar, clause: int) -> str:
    first = g.tokens[g.low[clause]]
    if any(g.tokens[k].tag == "TO" for k in g.kids[clause]):
        return "object-to"
    if (first.tag in _WH and first.text.lower() != "that") or first.text.lower() in {"whether", "if"}:
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
            and g.tokens[first].tag in _WH
        ):
            return first - 2
        here = head
    return high


def _around(g: Grammar, verb: int, low: int, high: int) -> tuple[Range, ...]:
    """``low``-``high`` without the part of the cue's own clause that stands inside it."""
    own = [i for i in _own(g, verb) if low <= i <= high]
    return ((low, min(own) - 1), (max(own) + 1, high)) if own else ((low, high),)


def _own(g: Grammar, verb: int) -> list[int]:
    first, last = g.verb_group(verb)
    own = [first, last]
    for kid in g.kids[verb]:
        if g.tokens[kid].dep in {"nsubj", "nsubjpass", "dobj", "dative", "prep", "npadvmod", "agent", "mark"}:
            own += [g.low[kid], g.high[kid]]
    return own


def _whole(g: Grammar, head: int) -> Range:
    return g.low[head], g.high[head]


def _nominal(g: Grammar, verb: int) -> Iterator[Frame]:
    cue = cue_of(g, verb)
    lemma = g.lemmas[verb]
    thing = g.child(verb, "dobj")
    predicate = g.child(verb, "oprd")
    if thing is not None and thing > verb:
        last, named = _complements(g, verb, thing)
        yield Frame("verb", lemma, "object-as" if named else "object", verb, cue, ((g.low[thing], last),))
    elif thing is not None:
        yield Frame("verb", lemma, "fronted", verb, cue, (_whole(g, thing),))
    elif predicate is not None and predicate > verb:
        yield Frame("verb", lemma, "object-as", verb, cue, ((max(verb + 1, g.low[predicate]), g.high[predicate]),))
    yield from _prepositional(g, verb, "verb", lemma, cue)


def _complements(g: Grammar, verb: int, thing: int) -> tuple[int, bool]:
    """The last token of what the verb says of its object ("the offer *as an insult*"), and whether it names or likens it."""
    last = g.high[thing]
    named = False
    for kid in g.kids[verb]:
        word = g.tokens[kid].text.lower()
        label = g.tokens[kid].dep
        if kid <= thing or g.low[kid] > last + 1:
            continue
        if label == "oprd" or (label == "prep" and word in _OBJECTIVE):
            last = max(last, g.high[kid])
            named = named or label == "oprd" or word == "as"
    return last, named


def _prepositional(g: Grammar, head: int, family: Family, lemma: str, cue: Range) -> Iterator[Frame]:
    for kid in g.children(head, "prep"):
        goal = g.child(kid, "pobj", "pcomp")
        if kid > head and goal is not None and g.low[kid] == kid and kid + 1 <= g.high[kid]:
            whole = (cue[0], kid) if kid == cue[1] + 1 else cue
            name = "prep-" + g.tokens[kid].text.lower()
            yield Frame(family, lemma, name, head, whole, ((kid + 1, g.high[kid]),))


def _passive(g: Grammar, verb: int) -> Iterator[Frame]:
    patient = g.child(verb, "nsubjpass")
    cue = cue_of(g, verb)
    lemma = g.lemmas[verb]
    if patient is None:
        return
    parts = [_whole(g, patient)]
    name = "passive-object"
    for kid in g.kids[verb]:
        if kid > verb and (
            g.tokens[kid].dep == "oprd"
            or (g.tokens[kid].dep == "prep" and g.tokens[kid].text.lower() in {"as", "for", "of"})
        ):
            parts.append(_whole(g, kid))
            name = "passive-as"
    if g.child(verb, "agent") is not None:
        name += "-by"
    yield Frame("verb", lemma, name, verb, cue, tuple(parts), "agent")
    for frame in _prepositional(g, verb, "verb", lemma, cue):
        yield replace(frame, name="passive-" + frame.name, source="agent")


def _adjective(g: Grammar, verb: int) -> Iterator[Frame]:
    adjective = g.child(verb, "acomp")
    if adjective is None:
        return
    lemma = g.tokens[adjective].lemma.lower()
    first, _ = g.verb_group(verb)
    cue = (first, adjective)
    clause = g.child(adjective, "ccomp") or g.child(verb, "ccomp")
    if clause is not None and clause > adjective:
        yield Frame("adjective", lemma, _clause_name(g, clause), verb, cue, (_whole(g, clause),))
    infinitive = g.child(adjective, "xcomp")
    if infinitive is not None and infinitive > adjective:
        yield Frame("adjective", lemma, "to", verb, cue, (_whole(g, infinitive),))
    yield from _prepositional(g, adjective, "adjective", lemma, cue)
