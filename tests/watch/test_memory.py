from __future__ import annotations

from pathlib import Path

import pytest

from daylight.errors import InputError
from daylight.watch import Memory
from daylight.watch.memory import MOST_SEEN


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "watch.json")
    feed = memory.feed("http://a.example/rss")
    feed.etag, feed.due, feed.failures = '"7"', 5.0, 2
    feed.failed("http://a.example/1")
    memory.keep()
    assert Memory(memory.path).feeds == {feed.url: feed}


def test_only_the_latest_addresses_are_remembered(tmp_path: Path) -> None:
    feed = Memory(tmp_path / "watch.json").feed("http://a.example/rss")
    for number in range(MOST_SEEN + 10):
        feed.done(f"http://a.example/{number}")
    assert len(feed.seen) == MOST_SEEN
    assert feed.is_open("http://a.example/9")
    assert not feed.is_open("http://a.example/10")


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"format": "daylight.watch/9"}', '{"format": "daylight.watch/1", "feeds": [{}]}']
)
def test_a_file_that_is_something_else_is_said_to_be(tmp_path: Path, text: str) -> None:
    (tmp_path / "watch.json").write_text(text)
    with pytest.raises(InputError, match="begin anew"):
        Memory(tmp_path / "watch.json")
