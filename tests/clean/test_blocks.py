from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.clean import blocks_of
from daylight.model import BlockRole

STORY = "Harbour minister Ilse Vandermolen said on Monday that the Kestrel ferry would not sail before the inquiry ended."
QUOTE = "“Nobody boards that ship until we know why her engines stopped,” she told reporters on the quay at Port Averne."
LATER = "The company that runs the ferry had asked for a decision by Friday, and its lawyers were still in talks last night."
AROUND = (STORY, QUOTE, LATER)


def roles(text: str) -> list[tuple[BlockRole, str]]:
    return [(block.role, text[block.span.start : block.span.end]) for block in blocks_of(text)]


def amid(line: str) -> list[BlockRole]:
    """The roles of what ``line`` becomes between paragraphs of a story."""
    return [role for role, _ in roles("\n".join(("Ferry stays in port, minister says", STORY, line, QUOTE, LATER)))][2:-2]


def test_a_first_line_without_a_stop_is_the_headline_with_or_without_a_blank_line() -> None:
    for gap in ("\n", "\n\n"):
        assert roles(f"Kestrel ferry stays in port, minister says{gap}{STORY}\n{QUOTE}")[0] == (
            "headline",
            "Kestrel ferry stays in port, minister says",
        )


def test_a_title_that_was_given_a_stop_is_still_the_headline() -> None:
    assert roles(f"Kestrel Ferry Stays in Port as Inquiry Widens.\n\n{STORY}\n\n{QUOTE}")[0][0] == "headline"


def test_a_report_that_opens_with_its_first_sentence_has_no_headline() -> None:
    assert {role for role, _ in roles(f"{STORY}\n\n{QUOTE}\n\n{LATER}")} == {"body"}


def test_a_line_alone_is_story() -> None:
    assert roles("Kestrel ferry stays in port") == [("body", "Kestrel ferry stays in port")]


@pytest.mark.parametrize(
    "line",
    [
        "Harbour minister Ilse Vandermolen will speak to crews at Port Averne on May 5th. (Jonas Petrik/Getty Images)",
        "The ferry Kestrel in dock, 3 May 2025. (Mara Oduya/NurPhoto via AP | Contributor/Getty Images)",
        "Crews wait on the quay. (AP Photo/Jonas Petrik, File)",
        "Crews wait on the quay. Jonas Petrik/Reuters",
        "Crews wait on the quay. Photograph: Jonas Petrik/Northern Agency",
    ],
)
def test_a_caption_and_its_credit_are_parted(line: str) -> None:
    assert amid(line) == ["caption", "credit"]


@pytest.mark.parametrize(
    "line",
    [
        "Ilse Vandermolen (left) and the harbour master Piet Okafor (right) on the quay in May 2025.",
        "FILE - The ferry Kestrel leaves Port Averne, March 2, 2024.",
        "In this handout photo, divers work under the stern of the Kestrel.",
    ],
)
def test_a_caption_without_a_credit_is_known_by_how_it_points(line: str) -> None:
    assert amid(line) == ["caption"]


@pytest.mark.parametrize("line", ["Jonas Petrik/Reuters", "Mara Oduya via Getty Images", "Photo: Jonas Petrik", "(AFP)"])
def test_a_credit_alone(line: str) -> None:
    assert amid(line) == ["credit"]


@pytest.mark.parametrize(
    "line",
    [
        "Click here to get the Averne Post app",
        "READ MORE: Who owns the Kestrel?",
        "ALSO READ: Ferry owner sells two ships",
        "Sign up for our Harbour Letter and get the news in your inbox every morning.",
        "Follow Jonas Petrik on Twitter @jpetrik.",
        "Advertisement",
        "Story continues below",
        "Share this article",
        "© 2025 Averne Post. All rights reserved.",
        "Shipping Magnate Denies Hiding Engine Report From Inspectors",
        "Former harbour chief predicts swift return of night ferries",
    ],
)
def test_what_invites_the_reader_elsewhere_is_promotion(line: str) -> None:
    assert amid(line) == ["promotion"]


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version misstated the length of the Kestrel.",
        "Editor’s note: The company answered after this report was published.",
        "This story has been updated with comments from the company.",
    ],
)
def test_corrections(line: str) -> None:
    assert amid(line) == ["correction"]


@pytest.mark.parametrize(
    "line",
    [
        "What happens next",
        "A divided council",
        "How the Engines Failed",
        "“It was never safe”",
        "The inquiry opens on Monday",
        "The minister said that the ferry would not sail this week and that crews had been told so by letter",
        "“We were told nothing, she said of the letter that the company had sent",
        "Vandermolen predicts “a long summer without ferries",
        "There is no reason to hurry, she added",
        "KestrelVandermolen said the report was ready. The crews were not",
        "By Sunday evening the ferry was back at its berth.",
        "Read the letter, she said, and you will see why.",
        "Watch how the tide turns, the pilot told her.",
        "Correction of the charts took a month.",
        "The harbour belongs to Averne Agency (AA), an arm of the state.",
        "Sen. Piet Okafor (D-Averne) voted against the bill.",
        "Three things are known:",
        "- Okafor leads the inquiry in Port Averne",
        "The crews waited in the rain. Averne and its harbour slept",
        "She has a master/pilot licence. The Averne Agency/State office issued it",
        "- The ferry owner leads in two polls. [Quay Times, NW/Averne Post]",
        "It was the worst night of the year (the coldest, too).",
    ],
)
def test_story_is_not_lost(line: str) -> None:
    assert amid(line) == ["body"]


def test_bylines_and_dates_on_top_are_not_story() -> None:
    text = f"Ferry stays in port\nBy Jonas Petrik and Mara Oduya\nPublished 5 May 2025\n{STORY}\n{QUOTE}"
    assert [role for role, _ in roles(text)] == ["headline", "byline", "dateline", "body", "body"]


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT AVERNE, May 5 (Northern Agency) —",
        "PORT AVERNE —",
        "AVERNE, W.D. (NA) -",
        "Port Averne (Agency) –",
        "AVERNE (Agency)-",
    ],
)
def test_a_dateline_is_parted_from_the_first_paragraph(dateline: str) -> None:
    found = roles(f"Ferry stays in port\n{dateline} {STORY}\n{QUOTE}")
    assert found[1:3] == [("dateline", dateline), ("body", STORY)]


@pytest.mark.parametrize(
    "opening", ["AFL-KIO union chief Okafor said no.", "NATO — an alliance — agreed.", "UPDATE: Okafor said no."]
)
def test_capitals_that_are_no_dateline(opening: str) -> None:
    assert roles(f"Ferry stays in port\n\n{opening}\n\n{QUOTE}")[1] == ("body", opening)


def test_a_closing_reporting_credit_is_a_byline() -> None:
    tail = "(Reporting by Jonas Petrik; Editing by Mara Oduya.)"
    assert roles(f"{STORY}\n{QUOTE}\n{LATER} {tail}")[2:] == [("body", LATER), ("byline", tail)]


def test_a_title_line_that_the_headline_repeats_is_no_second_headline() -> None:
    text = f"Title: Ferry stays in port\nPublished: 2025-05-05\n\nFerry stays in port\n\n{STORY}"
    headlines = [text[b.span.start : b.span.end] for b in blocks_of(text) if b.role == "headline"]
    assert headlines == ["Ferry stays in port"]


def test_a_header_gives_the_headline_and_is_otherwise_no_story() -> None:
    text = f"Title: Ferry stays in port\nOutlet: Averne Post\nPublished: 2025-05-05\n\n{STORY}"
    assert [role for role, _ in roles(text)] == ["byline", "headline", "byline", "dateline", "body"]


def test_a_key_alone_does_not_make_a_header() -> None:
    assert {role for role, _ in roles(f"Source: we were told to leave the quay.\n{STORY}")} == {"body"}


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "\n".join(
        (
            "Harbour minister Ilse Vandermolen said on Monday that the Kestrel",
            "ferry would not sail before the inquiry into her engines had come",
            "to an end, which could take until the autumn of the present year.",
            "",
            "Nobody was to board the ship until then, she told reporters who were",
            "waiting on the quay at Port Averne, where the crews had gathered in",
            "the rain since the early hours.",
        )
    )
    assert len(blocks_of(wrapped)) == 2


def test_a_correction_heading_takes_the_paragraph_under_it() -> None:
    text = "\n".join((*AROUND, "Correction: May 6, 2025", "Because of an error the Kestrel was called a freighter."))
    assert [role for role, _ in roles(text)][-2:] == ["correction", "correction"]


LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            STORY,
            QUOTE,
            "A stands. (Jo Roe/AP)",
            "By Jo Roe",
            "AVERNE (NA) — Ships left.",
            "Title: x",
            "Date: 1 May 2025",
            "Correction:",
        ]
    ),
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028"]))
def test_every_visible_code_point_is_in_exactly_one_block(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    blocks = blocks_of(text)
    end = 0
    for block in blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        assert not text[end : block.span.start].strip()
        piece = text[block.span.start : block.span.end]
        assert piece == piece.strip()
        end = block.span.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "unit", ["word ", "(", "“a ", "A/", "AVERNE ", "By Jo, ", "a. (B/C ", "\n", "x\n", "Title: a\n", " \t", "Jan 1 "]
)
def test_hostile_length_does_not_hang(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    start = time.process_time()
    blocks_of(text)
    assert time.process_time() - start < 30
