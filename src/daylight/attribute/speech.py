"""Tell what somebody is reported to say from what the reporter infers."""

from __future__ import annotations

from daylight.model import Attribution

SPOKEN = frozenset({"communication", "document"})
"""Classes of cues that report speech or writing; the others report beliefs, wishes, intentions and perceptions."""

SURE = 0.55
"""Score from which a belief or wish of a named source is listed beside what is said: right more often than not on the
training articles of the corpus."""

RAISED = "raised"
"""Frame of what the reporter sees in somebody: "he seemed to like it"."""

EMPTY = frozenset({"mention", "headline-noun", RAISED})
"""Frames that tell nothing of what was said ("rejected the claim"), or by no one's name ("Poll: …", but "Storm: …" too)."""

TOPICAL = ("prep-about", "prep-on", "prep-over")
"""Complements that tell what a speech was about, not what was said: "gave a speech about the pier"."""


def is_reported_speech(attribution: Attribution) -> bool:
    """Whether an editor who asks who said what would list it.

    The corpus also holds what the reporter infers ("he seemed to …", "is expected to …", "asked whether …" without anyone
    who asks): true attributions, and nobody's statement. It holds mentions of an utterance ("rejected the claim", "a speech
    about the pier") that tell nothing of what was said.
    """
    family, cue_class, frame = attribution.rule.split("/")
    if frame in EMPTY or (family == "noun" and frame.startswith(TOPICAL)):
        return False
    if not attribution.source:
        return cue_class in SPOKEN and not frame.endswith("whether")
    return cue_class in SPOKEN or attribution.score >= SURE
