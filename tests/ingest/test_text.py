from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.errors import Empty, TooLarge
from daylight.ingest import read_text
from daylight.settings import Settings

STORY = (
    "Harbour minister Ilse Vandermolen said on Monday that the Kestrel ferry would not sail before the inquiry ended.\r\n"
    "“Nobody boards that ship until we know why,” she told reporters.\r\n"
)


def test_the_text_is_kept_code_point_for_code_point() -> None:
    assert read_text(STORY).text == STORY


def test_the_id_comes_from_the_text_alone_unless_given() -> None:
    assert read_text(STORY).id == read_text(STORY, title="Other", outlet="Other").id
    assert read_text(STORY).id != read_text(STORY + ".").id
    assert read_text(STORY, id="a").id == "a"


def test_the_digest_is_of_the_text_as_utf8() -> None:
    assert read_text(STORY).source.sha256 == hashlib.sha256(STORY.encode()).hexdigest()


def test_title_outlet_and_date_are_read_from_a_header() -> None:
    report = read_text(
        f"Title: Ferry stays\nOutlet: Averne Post\nDate: 14 May 2025\nURL: https://averne.example/f\n\n{STORY}"
    )
    assert (report.title, report.outlet, report.published) == ("Ferry stays", "Averne Post", "2025-05-14")
    assert report.url == "https://averne.example/f"


def test_what_is_given_wins_over_what_the_text_says() -> None:
    report = read_text(f"Outlet: Averne Post\nDate: 14 May 2025\n\n{STORY}", outlet="Quay Times", published="2025-05-15")
    assert (report.outlet, report.published) == ("Quay Times", "2025-05-15")


def test_the_headline_is_the_title() -> None:
    assert read_text(f"Ferry stays in port, minister says\n\n{STORY}").title == "Ferry stays in port, minister says"


def test_a_published_line_dates_the_report() -> None:
    assert read_text(f"Ferry stays in port\nPublished 14 May 2025\n\n{STORY}").published == "2025-05-14"


def test_language_is_told_and_left_open_for_a_short_text() -> None:
    assert read_text(STORY).language == "en"
    german = "Die Fähre werde den Hafen nicht verlassen, bevor die Untersuchung beendet sei, sagte die Ministerin am Montag."
    assert read_text(german).language == "de"
    assert read_text("Nobody said a word.").language is None


@pytest.mark.parametrize("text", ["", " \r\n\t", "\u2028"])
def test_nothing_to_read_is_an_error(text: str) -> None:
    with pytest.raises(Empty):
        read_text(text)


def test_a_text_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge, match="max_text"):
        read_text("a " * 100, settings=Settings(max_text=100))


def test_lone_surrogates_and_nuls_become_replacement_characters() -> None:
    assert read_text("a\ud800b\0c").text == "a\ufffdb\ufffdc"


@settings(deadline=None)
@given(st.text(alphabet=st.characters(), min_size=1, max_size=300))
def test_any_text_is_a_report_or_empty(text: str) -> None:
    if text.strip():
        report = read_text(text)
        assert len(report.text) == len(text)
        assert report.text.encode().decode() == report.text
