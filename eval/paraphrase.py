"""Texts told in other words by rule: a poor paraphrase with the noise of a translation there and back. Seeded.

Words are exchanged, clauses moved, sentences dropped, joined and cut, names damaged as ``eval.mangle`` damages them, small
words dropped or exchanged. The lists are this module's own: nothing in Daylight reads them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import cache

from daylight.model import Span
from eval.disguise import sentences
from eval.mangle import Named, damage

_GROUPS = """
said told stated declared remarked | says states declares remarks | say state declare | people persons citizens | president
head_of_state | campaign race drive | voters electorate | poll survey | percent per_cent | many numerous | because since as
also too additionally | but however yet | after following | before ahead_of | during in_the_course_of | about around
roughly | against opposed_to | would was_going_to | could might_be_able_to | should ought_to | will is_going_to | can
is_able_to | big large huge | important significant key | new recent fresh | former previous ex- | last previous past | first
initial | support back_up favour | supporters backers followers | oppose resist | win prevail triumph | won prevailed
triumphed | lost was_defeated | called described named | asked questioned inquired | answered replied responded | think
believe consider | thinks believes considers | know are_aware | want wish | wants wishes desires | get obtain receive | got
obtained received | give provide | gave provided | made created | make create | show demonstrate | showed demonstrated |
shows demonstrates | says_that notes_that | need require | help assist | country nation | state province | city town |
government administration authorities | law legislation | money funds cash | job work position | year twelve_months | month
weeks | week seven_days | day date | time moment | night evening | group band circle | party camp | leader chief head |
official functionary | officials functionaries | war conflict | attack assault strike | police officers | court tribunal
| speech address | interview conversation talk | debate discussion | meeting gathering | event occasion | report account |
story article question issue | problem difficulty | plan scheme proposal | policy line approach | way
manner | thing matter | wrong incorrect mistaken | right correct | bad poor | good fine | great grand splendid | strong
powerful | weak feeble | hard difficult | start begin | started began | end conclude | ended concluded | continue go_on |
continued went_on | left departed | come arrive | came arrived | going heading | go head | went headed | took seized | take
seize | put placed | see view | saw viewed | look appear | looked appeared | seems appears | seem appear | become turn_into |
became turned_into | happened occurred | happen occur | added continued | argued maintained
"""
_EXCHANGED = """
in at | on in | at in | of from | for to | with by | by from | to towards | that which | is was | was is | and
as_well_as | has had | have had | he the_man | she the_woman | his his_own | not never | it this | who that | are were |
their the | from of | be being | an one | they these
"""
_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?\b")
_WORD = re.compile(r"^(\W*)(.*?)(\W*)$")


def retell(text: str, seed: str) -> str:
    """The text in other words, of about the same length."""
    rng = random.Random(seed)  # noqa: S311 (not for secrets: the same words every time)
    told = [_sentence(piece, rng) for piece in sentences(text) if rng.random() > 0.12]
    joined: list[str] = []
    for piece in told:
        if joined and rng.random() < 0.15 and len(joined[-1].split()) < 20:
            joined[-1] = f"{joined[-1].rstrip('.')}, and {piece[:1].lower()}{piece[1:]}"
        else:
            joined.append(piece)
    whole = "\n".join(joined)
    names = [Named(Span(m.start(), m.end()), m[0]) for m in _NAME.finditer(whole)]
    return damage(whole, names, seed).text


def _sentence(piece: str, rng: random.Random) -> str:
    piece = _moved(piece, rng)
    made: list[str] = []
    for word in piece.split():
        made += _word(word, rng)
    for at in range(len(made) - 1):
        if rng.random() < 0.18:
            made[at], made[at + 1] = made[at + 1], made[at]
    whole = " ".join(made)
    return whole[:1].upper() + whole[1:]


def _moved(piece: str, rng: random.Random) -> str:
    """The part behind the last comma, or what follows "said", put to the front of one sentence in two."""
    head, comma, tail = piece.rstrip(".").rpartition(", ")
    if not comma or len(head.split()) < 4 or len(tail.split()) < 3 or rng.random() < 0.5:
        return piece
    return f"{tail[:1].upper()}{tail[1:]}, {head}."


def _word(word: str, rng: random.Random) -> Sequence[str]:
    found = _WORD.match(word)
    before, core, after = found.groups() if found else ("", word, "")
    plain = core.lower()
    if plain in {"the", "a", "an"} and rng.random() < 0.6:
        return []
    if plain in _small() and rng.random() < 0.6:
        core = _small()[plain]
    elif plain in _others() and rng.random() < 0.8:
        core = rng.choice(_others()[plain])
    elif len(plain) > 4 and rng.random() < 0.24:
        return [] if rng.random() < 0.5 else [before + "the", core + after]
    return [before + core.replace("_", " ") + after]


@cache
def _small() -> dict[str, str]:
    """The small word that stands in place of another."""
    return {pair.split()[0]: pair.split()[1] for pair in _EXCHANGED.split("|")}


@cache
def _others() -> dict[str, list[str]]:
    """The words that a word may be exchanged for."""
    groups = [group.split() for group in _GROUPS.split("|")]
    return {word: [other for other in group if other != word] for group in groups for word in group}
