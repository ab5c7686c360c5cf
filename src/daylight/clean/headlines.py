"""Headlines: the report's own on top, and those of other stories that stand alone between its paragraphs."""

from __future__ import annotations

from daylight.clean.surface import Surface, words_of

OWN_THRESHOLD = 2.0
STRAY_THRESHOLD = 3.0
"""Read on 969 reports: a stray threshold of 2.5 takes 14 lines more, among them a section heading and an item of a list;
3.5 takes the same as 3, and 4 loses two headlines of other stories."""
STRAY_WORDS = 18
TITLE_CASE = 0.8


def is_own_headline(line: Surface, after: Surface | None, *, blank_after: bool) -> bool:
    """Whether the first line of a report is its headline. ``after`` is the next paragraph, None where there is none."""
    if after is None or line.size > 40 or line.leads_in:
        return False
    score = 2.0 if not line.stops else -1.0
    score += 2.0 if _is_title_case(line) else 0.0
    score += 0.5 if blank_after else 0.0
    score += 0.5 if line.size <= 20 else -1.5
    score += 0.5 if after.size >= 1.5 * line.size else 0.0
    score += 0.5 if _has_present_verb(line) else 0.0
    score -= 1.5 if line.stops and (line.quotes or line.has("headline", "past")) else 0.0
    return score >= OWN_THRESHOLD


def is_deck(line: Surface, after: Surface | None) -> bool:
    """Whether the line under the headline is a second headline: short, without a stop, no lead into what follows."""
    return after is not None and 4 <= line.size <= 30 and not (line.stops or line.leads_in or line.quotes) and after.stops


def is_stray_headline(line: Surface, before: Surface, *, beside_furniture: bool, finished: bool) -> bool:
    """Whether a line amid the story is the headline of another story.

    ``beside_furniture`` says that a caption, credit or promotion stands next to it, ``finished`` that nearly all other
    paragraphs of the report end with a stop. Section headings, lead-ins, lone quotations and sentences that lost their
    stop stay story: missing a stray headline costs less than losing a sentence.
    """
    if line.stops or line.leads_in or line.quotes or not 5 <= line.size <= STRAY_WORDS or not line.text[0].isupper():
        return False
    score = 1.0 if finished else 0.0
    score += 0.5 if 6 <= line.size <= 16 else 0.0
    score += 1.5 if _has_present_verb(line) else 0.0
    score += 1.0 if _is_title_case(line) else 0.0
    score += 1.0 if beside_furniture else 0.0
    score -= 2.0 if line.words[0].lower() in words_of("headline", "openers") else 0.0
    score -= 1.5 if line.has("headline", "past") else 0.0
    score -= 0.5 if {"a", "an", "the"} & {word.lower() for word in line.words} else 0.0
    score -= 2.0 if not (before.stops or beside_furniture) else 0.0
    return score >= STRAY_THRESHOLD


def _is_title_case(line: Surface) -> bool:
    return line.size >= 4 and line.title_share >= TITLE_CASE


def _has_present_verb(line: Surface) -> bool:
    """Whether a verb that headlines use in the present stands after the first word, where a subject fits before it."""
    verbs = words_of("headline", "verbs")
    return any(word.lower() in verbs for word in line.words[1:12])
