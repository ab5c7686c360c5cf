"""Anchors and addresses."""

from __future__ import annotations

import pytest

from daylight.report.labels import moment
from daylight.report.links import anchor, web_address


def test_an_id_of_ours_is_its_own_anchor_and_any_other_is_digested() -> None:
    assert anchor("statement", "s-0123456789") == "s-0123456789"
    assert anchor("report", "r-0123456789-2") == "r-0123456789-2"
    assert anchor("statement", 's-0123456789" onclick="') == anchor("statement", 's-0123456789" onclick="')
    assert anchor("statement", "a b").startswith("statement-")


@pytest.mark.parametrize("url", ["https://a.example/x?y=1#z", "http://a.example"])
def test_a_web_address_may_be_followed(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JAVASCRIPT://a.example/%0aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://",
        "//a.example",
        "https://a.example/ x",
        "https://a.example/\u202e",
        'https://a.example/"><b>',
        "https://[",
        "java\nscript:alert(1)",
    ],
)
def test_any_other_address_is_text(url: str | None) -> None:
    assert web_address(url) is None


def test_a_moment_is_written_as_people_write_it() -> None:
    assert moment("2031-03-04") == "4 March 2031"
    assert moment("2031-03-04T09:30:00Z") == "4 March 2031, 09:30 UTC"
    assert moment("2031-03-04T09:30:00+02:00") == "4 March 2031, 09:30 +0200"
    assert moment("last week") == "last week"
    assert moment(None) is None
