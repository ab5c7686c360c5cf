"""The name to print, and what is to be said of each other spelling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from daylight.model import Place, Spelling, SpellingStatus
from daylight.resolve.coreference import Candidate
from daylight.resolve.letters import sound
from daylight.resolve.names import Name, nickname, parse
from daylight.resolve.syntax import Tree


def trust_in(groups: Iterable[Sequence[Candidate]], size: int) -> list[float]:
    """How far each report's spellings can be trusted, from 1 down: each name that it spells in two ways, runs together or
    prints without capitals costs it."""
    slips = [0] * size
    for group in groups:
        texts: dict[int, set[str]] = defaultdict(set)
        for candidate in group:
            texts[candidate.report].update(mention.text for mention in candidate.mentions)
        for report, printed in texts.items():
            slips[report] += any(
                judge(text, max(printed, key=lambda t: (len(parse(t).words), t)))[0] == "garbled" for text in printed
            )
            slips[report] += any(not well_formed(text) and not text.isupper() for text in printed)
    return [1.0 / (1 + count) for count in slips]


def spellings_of(group: Sequence[Candidate], trees: Sequence[Tree], trust: Sequence[float]) -> tuple[Spelling, ...]:
    """All spellings of one person, the preferred one first, the others by how often they are printed."""
    places: dict[str, list[Place]] = defaultdict(list)
    support: dict[str, set[int]] = defaultdict(set)
    for candidate in group:
        for mention in candidate.mentions:
            places[mention.text].append(Place(trees[candidate.report].report, mention.span))
            support[mention.text].add(candidate.report)
    weight = {text: sum(trust[report] for report in reports) for text, reports in support.items()}
    best = preferred(places, weight)
    others = sorted((text for text in places if text != best), key=lambda text: (-len(places[text]), text))
    reason = _support(best, support, len({candidate.report for candidate in group}))
    found = [Spelling(best, "preferred", tuple(sorted(places[best])), reason)]
    for text in others:
        status, reason = judge(text, best)
        found.append(Spelling(text, status, tuple(sorted(places[text])), reason))
    return tuple(found)


def _support(best: str, support: Mapping[str, set[int]], naming: int) -> str:
    """Why a spelling is the one to print, in words; "" where there is no other. ``naming`` reports name the person."""
    if len(support) < 2:
        return ""
    form = "the full form" if parse(best).full else "the form"
    return (
        f"{form} printed by {len(support[best])} of {naming} {'report' if naming == 1 else 'reports'} that name the person"
    )


def preferred(places: Mapping[str, Sequence[Place]], weight: Mapping[str, float]) -> str:
    """The spelling that is best supported: full, well formed, printed by the most reports that can be trusted.

    Support counts a word's agreement over all spellings: a full form whose words other reports print as well wins.
    """
    shared: Counter[str] = Counter()
    for text, value in weight.items():
        for word in set(parse(text).words):
            shared[word] += value  # type: ignore[assignment]

    def rank(text: str) -> tuple[object, ...]:
        name = parse(text)
        words = name.words or ("",)
        return (
            name.full,
            well_formed(text),
            round(sum(shared[word] for word in words) / len(words), 3),
            round(weight[text], 3),
            len(places[text]),
            len(name.words),
            not text.isascii(),
        )

    return max(sorted(text for text in places if not _tail_of_another(text, places)), key=rank)


def _tail_of_another(text: str, others: Iterable[str]) -> bool:
    """Whether a form is what remains of a fuller one without the first name: a double last name is no full name."""
    words = parse(text).words
    return any(
        len(words) < len(longer := parse(other).words)
        and longer[-len(words) :] == words
        and len(longer[0]) > 1
        and well_formed(other)
        for other in others
    )


def well_formed(text: str) -> bool:
    """Whether every word but particles begins with a capital, and none runs into another."""
    printed = text.replace("-", " ").split()
    capitals = sum(word[0].isupper() for word in printed)
    lower_tail = [word for word in printed if word[0].islower() and len(word) > 3]
    return bool(capitals) and not lower_tail and not (text.isupper() and len(text) > 3)


def judge(text: str, best: str) -> tuple[SpellingStatus, str]:
    """Status of a spelling beside the preferred one, and the reason in words."""
    name, full = parse(text), parse(best)
    if name.glued == full.glued:
        return _same_letters(text, best, name, full)
    if text.islower():
        return "garbled", "printed without capitals"
    pairs = [(word, _match(word, full)) for word in name.words]
    odd = [word for word, match in pairs if match is None]
    if not odd:
        return "variant", _variant(name, full, pairs)
    if len(name.words) > len(full.words) > 1 and not _odd_ends(odd, name):
        return "variant", "with a middle name"
    return "garbled", f"no transliteration of {best} gives “{_as_printed(odd[0], text)}”"


def _variant(name: Name, full: Name, pairs: Sequence[tuple[str, str | None]]) -> str:
    """In what an acceptable spelling differs from the preferred one."""
    if any(match not in {word, word[:1]} and len(word) > 1 and not nickname(word, match or "") for word, match in pairs):
        return "another transliteration" if name.full else "short form, another transliteration"
    if not name.full:
        return "short form"
    return "another form of the first name" if name.given != full.given else "with or without a middle name"


def _odd_ends(odd: Sequence[str], name: Name) -> bool:
    return name.words[0] in odd or name.words[-1] in odd


def _same_letters(text: str, best: str, name: Name, full: Name) -> tuple[SpellingStatus, str]:
    if text.islower():
        return "garbled", "printed without capitals"
    if len(name.words) < len(full.words):
        return "garbled", "words run together"
    if len(name.words) > len(full.words):
        return "variant", "words parted otherwise"
    if text.isupper() or best.isupper():
        return "variant", "in capitals"
    return "variant", "accents or marks differ"


def _match(word: str, full: Name) -> str | None:
    """The word of the preferred name that ``word`` stands for, None where it stands for none."""
    for other in full.words:
        if word == other or sound(word) == sound(other):
            return other
    if len(word) == 1:
        return next((other for other in full.words[:-1] if other[0] == word), word)
    return next(
        (other for other in full.words[:-1] if nickname(word, other) or (len(other) == 1 and other == word[0])), None
    )


def _as_printed(word: str, text: str) -> str:
    return next((printed for printed in text.replace("-", " ").split() if parse(printed).glued == word), text)
