"""Picture captions and the credits that close them."""

from __future__ import annotations

import re
from functools import cache

from daylight.clean.surface import Surface, rules, surface_of

CAPTION_WORDS = 70
"""Twice the longest of the 9 captions found in 969 reports (35 words); a longer paragraph loses its credit only."""
QUOTING_WORDS = 40
"""A longer paragraph with quotation marks is story with a credit behind it."""
CAPTION_THRESHOLD = 3.0
TAIL = 260
"""How far back from the end a credit may begin, in code points."""

_PARENTHESIS = re.compile(r"\(([^()]{2,240})\)\s*\.?\s*$")
_LAST_WORDS = re.compile(r"(?<=[.!?…”\"’)] )[^.!?…]{3,100}$")
_ENDED = re.compile(r"[.!?…]['\"”’»)\]]*\s*$")
_PARTED = re.compile(r"\s*(?:/|\||\bvia\b)\s*")
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_HOLDER = re.compile(rf"{_NAME}(?:,? (?:{_NAME}|de|van|von|of|for|the|by|al|el|la)){{0,7}}")
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?\b"
)
_SPEECH = re.compile(r"\b(?:said|says|told|added|according to)\b")
_REPORTING = re.compile(r"^(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|Compiled|Translated) by ")


def credit_start(text: str) -> int | None:
    """Where a picture credit begins that closes the paragraph; None where there is none, 0 where all of it is a credit."""
    if _is_credit_line(text):
        return 0
    base = max(0, len(text) - TAIL)
    match = _PARENTHESIS.search(text, base)
    if match and not _REPORTING.match(match[1]) and _names_holder(match[1], after_stop=_is_after_stop(text, match.start())):
        return match.start()
    match = _labelled().search(text, base)
    if match and (match.start() == 0 or _is_after_stop(text, match.start())):
        return match.start()
    match = _LAST_WORDS.search(text, base)
    return match.start() if match and _is_credit_line(match[0]) else None


def reporting_start(text: str) -> int | None:
    """Where a closing "(Reporting by …)" begins; None where there is none."""
    match = _PARENTHESIS.search(text, max(0, len(text) - 2 * TAIL))
    return match.start() if match and _REPORTING.match(match[1]) else None


def is_caption(line: Surface, *, credited: bool, beside_credit: bool = False) -> bool:
    """Whether a paragraph describes a picture. ``credited``: a credit closes it; ``beside_credit``: one follows it."""
    if line.size > (QUOTING_WORDS if line.quotes else CAPTION_WORDS):
        return False
    if credited and not _SPEECH.search(line.text):
        return True
    if line.quotes and not credited:
        return False
    score = 2.5 if credited else 1.5 if beside_credit else 0.0
    score += 3.0 if _any("opens").match(line.text) else 0.0
    score += 2.5 if _any("points").search(line.text) else 0.0
    score += 2.0 if _any("hints").search(line.text) else 0.0
    score += 1.0 if _verbs().search(line.text) else 0.0
    score += 0.5 if _DATED.search(line.text) else 0.0
    score -= 1.5 if _SPEECH.search(line.text) else 0.0
    score -= 1.0 if line.size > 45 else 0.0
    return score >= CAPTION_THRESHOLD


def _is_after_stop(text: str, at: int) -> bool:
    return bool(_ENDED.search(text, max(0, at - 8), at))


def _names_holder(inner: str, *, after_stop: bool) -> bool:
    """Whether the words in a closing parenthesis name a photographer and an agency, as "(Jo Roe/Agency via Other)"."""
    inner = inner.rstrip(" .")
    if _labelled().match(inner):
        return True
    parts = _PARTED.split(inner)
    known = any(_agency().search(part) for part in parts)
    if len(parts) == 1:
        return known and after_stop and surface_of(inner).title_share == 1.0 and len(inner) <= 60
    named = all(_HOLDER.fullmatch(part) for part in parts)
    return named and (known or after_stop)


def _is_credit_line(text: str) -> bool:
    """Whether a whole short line is a credit: "Jo Roe/Reuters", "Photograph: Jo Roe/Agency", "Jo Roe via Getty Images"."""
    if len(text) > 120:
        return False
    bare = text.strip("()[] .")
    parts = [part for part in _PARTED.split(bare) if part]
    if len(parts) >= 2:
        return _agency().search(bare) is not None and all(_HOLDER.fullmatch(part) for part in parts)
    return bool(re.fullmatch(r"(?:AP|AFP|EPA|Reuters|REUTERS|Getty)(?: (?:Images|Photo|File Photo|Pictures))?", bare)) or (
        _labelled().match(text) is not None and len(text.split()) <= 12
    )


@cache
def _agency() -> re.Pattern[str]:
    names = sorted(rules()["credit"]["agencies"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


@cache
def _labelled() -> re.Pattern[str]:
    labels = "|".join(rules()["credit"]["labels"])
    words = r"(?: (?:[Cc]redit|[Ss]ource|by|[Cc]ourtesy(?: of)?)){0,2}"
    return re.compile(
        rf"\b(?:{labels}|(?:{labels})?[Cc]ourtesy of)(?:{words}\s*[:,]|{words[:-5]}{{1,2}} )\s*{_NAME}[^.!?]{{0,100}}\.?\s*$"
    )


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile("|".join(rules()["caption"][name]))


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(rules()['caption']['verbs'])})\b")
