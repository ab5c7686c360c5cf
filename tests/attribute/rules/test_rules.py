"""Forms of attribution, one telling sentence each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from daylight.attribute.rules.engine import attribute
from daylight.model import Annotated, Attribution, Span

Annotator = Callable[..., Annotated]
Row = tuple[list[str], list[str], list[str]]


@pytest.fixture(scope="session")
def found(annotated: Annotator) -> Callable[[str], list[Row]]:
    """Sources, cues and contents of a text, as words."""

    def run(text: str) -> list[Row]:
        def words(spans: tuple[Span, ...]) -> list[str]:
            return [text[span.start : span.end] for span in spans]

        return [(words(a.source), words(a.cue), words(a.content)) for a in attribute(annotated(text))]

    return run


FORMS = {
    "that clause": (
        "Mayor Ada Bell said on Friday that the bridge would reopen in May.",
        [(["Mayor Ada Bell"], ["said"], ["that the bridge would reopen in May"])],
    ),
    "inverted": (
        "“The bridge is safe,” said Ada Bell, who has been mayor since 2019.",
        [(["Ada Bell"], ["said"], ["“The bridge is safe,”"])],
    ),
    "split quotation": ("“The bridge,” she said, “is safe.”", [(["she"], ["said"], ["“The bridge,”", "“is safe.”"])]),
    "quotation that goes on": (
        "“We lost everything,” Bell said. “The water came at night.” She paused.",
        [(["Bell"], ["said"], ["“We lost everything,”", "“The water came at night.”"])],
    ),
    "quotation after indirect speech": (
        "Bell said she was tired. “I have not slept for days.”",
        [(["Bell"], ["said"], ["she was tired", "“I have not slept for days.”"])],
    ),
    "conjunct": (
        "Bell said the plan was “a joke” and added that nobody had asked her.",
        [(["Bell"], ["said"], ["the plan was “a joke”"]), (["Bell"], ["added"], ["that nobody had asked her"])],
    ),
    "participle": (
        "Bell, stating that the money was gone, left the room.",
        [(["Bell"], ["stating"], ["that the money was gone"])],
    ),
    "relative pronoun": (
        "The council, which said it had no money, will meet in Oslo.",
        [(["which"], ["said"], ["it had no money"])],
    ),
    "according to, inside": (
        "Four boats, according to the harbour office, sank in the storm.",
        [(["the harbour office"], ["according to"], ["Four boats", "sank in the storm"])],
    ),
    "described as": ("Bell described the offer as an insult.", [(["Bell"], ["described"], ["the offer as an insult"])]),
    "urged to": ("Bell urged residents to stay at home.", [(["Bell"], ["urged"], ["residents to stay at home"])]),
    "whether": (
        "Bell did not say whether the money was gone.",
        [(["Bell"], ["did not say"], ["whether the money was gone"])],
    ),
    "noun": (
        "A statement by the harbour office that the boats were lost shocked the town.",
        [(["the harbour office"], ["A statement"], ["that the boats were lost"])],
    ),
    "passive without source": (
        "The minister is expected to resign on Monday.",
        [([], ["is expected"], ["The minister", "to resign on Monday"])],
    ),
    "second cue with the first one's subject": (
        "Bell said Orr had begun to pack but added that nobody had left.",
        [(["Bell"], ["said"], ["Orr had begun to pack"]), (["Bell"], ["added"], ["that nobody had left"])],
    ),
    "participle after the clause": (
        "Bell said it was late, adding that the pier had closed.",
        [(["Bell"], ["said"], ["it was late"]), (["Bell"], ["adding"], ["that the pier had closed"])],
    ),
    "called on to": ("Bell called on the council to resign.", [(["Bell"], ["called on"], ["the council to resign"])]),
    "called for to": ("Bell called for Orr to resign.", [(["Bell"], ["called for"], ["Orr to resign"])]),
    "in between": ("The plan, he said, would fail.", [(["he"], ["said"], ["The plan", "would fail"])]),
    "went on to": (
        "Bell went on to argue that the pier was old.",
        [(["Bell"], ["went on to argue"], ["that the pier was old"])],
    ),
    "seemed to": ("Bell seemed to rule out a tax on boats.", [(["Bell"], ["seemed to rule out"], ["a tax on boats"])]),
    "in somebody's view": (
        "In Bell’s view, the pier is a monument.",
        [(["Bell"], ["view"], ["the pier is a monument"])],
    ),
    "name and colon": ("Bell: “We will not pay.”", [(["Bell"], [":"], ["“We will not pay.”"])]),
    "passive with an agent": (
        "The pier was criticized by Bell as ugly.",
        [(["Bell"], ["was criticized"], ["The pier", "as ugly"])],
    ),
    "name run together with the word before": (
        "In an interview with the Harbour CourierBell reportedly said the pier was safe. Bell left.",
        [(["Bell"], ["reportedly said"], ["the pier was safe"])],
    ),
    "words lost after the cue": (
        "on wednesday, Bell announced On a long call, Orr agreed to start talks.",
        [(["Bell"], ["announced"], ["On a long call, Orr agreed to start talks"])],
    ),
    "paragraph of nothing but a quotation": (
        "“The water came at night,” Bell said.\n\n“We lost everything.”\n\nThe town was quiet.",
        [(["Bell"], ["said"], ["“The water came at night,”", "“We lost everything.”"])],
    ),
    "participle after a quotation": (
        "The mayor replied, “As long as it takes,” calling the wall a matter of honour.",
        [
            (["The mayor"], ["replied"], ["“As long as it takes,”"]),
            (["The mayor"], ["calling"], ["the wall a matter of honour"]),
        ],
    ),
    "clauses joined": (
        "Bell said that the boats were in port at “high cost,” and that the town looked for berths.",
        [(["Bell"], ["said"], ["that the boats were in port at “high cost,” and that the town looked for berths"])],
    ),
    "only the outermost": (
        "The spokesman said the minister believes the pier is safe.",
        [(["The spokesman"], ["said"], ["the minister believes the pier is safe"])],
    ),
    "colon that hands over to the next paragraph": (
        "Bell was blunt, telling the council:\n\n“The pier is safe. I walked on it.”\n\nThe crowd cheered.",
        [(["Bell"], ["telling"], ["“The pier is safe. I walked on it.”"])],
    ),
    "transcript": (
        "BRANDT: The pier is safe.\n\nORR: Did you walk on it?\n\n(Laughter.)\n\nI did not see you.\n\nBRANDT: I did.",
        [
            (["BRANDT"], [":"], ["The pier is safe"]),
            (["ORR"], [":"], ["Did you walk on it?", "I did not see you"]),
            (["BRANDT"], [":"], ["I did"]),
        ],
    ),
    "list with labels": ("Opened: 1931\n\nLength: 300 metres\n\nOpened: 1950\n\nLength: 12 metres", []),
    "name and colon in a headline": (
        "Brandt: Pier is safe\n\nThe mayor walked on it.",
        [(["Brandt"], [":"], ["Pier is safe"])],
    ),
    "signature": (
        "“The pier is safe.” — Ada Bell, mayor",
        [(["Ada Bell, mayor"], ["—"], ["“The pier is safe.”"])],
    ),
    "two sources in a headline": (
        "Brandt, Orr say the pier is safe\n\nThe boats went out.",
        [(["Brandt", "Orr"], ["say"], ["the pier is safe"])],
    ),
    "coordinator after the cue": (
        "The pier, she said, but that would not undo the sale, was closed.",
        [(["she"], ["said"], ["The pier", "that would not undo the sale, was closed"])],
    ),
    "question before the answer": (
        "Asked whether the pier was safe, Bell said that it was.",
        [([], ["Asked"], ["whether the pier was safe"]), (["Bell"], ["said"], ["that it was"])],
    ),
    "two people": (
        "Ada Bell and Martin Orr said the pier was safe.",
        [(["Ada Bell and Martin Orr"], ["said"], ["the pier was safe"])],
    ),
    "colon after a cue": (
        'Bell wrote on her blog: "The pier is safe. I walked on it."',
        [(["Bell"], ["wrote"], ['"The pier is safe. I walked on it."'])],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_form(form: str, found: Callable[[str], list[Row]]) -> None:
    text, expected = FORMS[form]
    assert found(text) == expected


def test_kind_tells_how_much_stands_in_quotation_marks(annotated: Annotator) -> None:
    text = "“It leaks,” Bell said.\n\nBell said it “leaks” at night.\n\nBell said it leaks."
    assert [a.kind for a in attribute(annotated(text))] == ["direct", "mixed", "indirect"]


def test_nothing_is_taken_from_outside_the_story(annotated: Annotator) -> None:
    report = annotated("Bell said the pier was safe.")
    caption = tuple(replace(block, role="caption") for block in report.report.blocks)
    assert attribute(report)
    assert attribute(replace(report, report=replace(report.report, blocks=caption))) == ()


def test_spans_are_trimmed_sorted_and_apart(annotated: Annotator) -> None:
    text = "“No,” Orr said, “never.” Bell , he added , “lied .” According to Orr: nothing. “ , ” said Bell."
    for a in attribute(annotated(text)):
        for role in (a.source, a.cue, a.content):
            assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in role)
            assert all(x.end <= y.start for x, y in pairwise(role))


def test_ids_are_unique(annotated: Annotator) -> None:
    found: tuple[Attribution, ...] = attribute(annotated("Bell said it was. Bell said it was. Orr said it was."))
    assert len({a.id for a in found}) == len(found) == 3
