"""The comparison as Markdown."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from daylight.report import to_markdown
from daylight.report.markdown import escaped
from tests.report.pier import PIER

WRITTEN = to_markdown(PIER)


@pytest.mark.parametrize(
    "line",
    [
        "### 1\\. Marta Okonjo-Lind",
        "### Northline",
        (
            "- 6\\. **B** that its boats would call at Wexcombe “until further notice” "
            "(partly quoted, The ferry company Northline told, via Harbour Radio), only here: possible"
        ),
        "  - **C** that the pier is safe (paraphrased, Mayor Tobias Ven insisted)",
        "- **B** “We will not put any deckhand at risk for a timetable,” (quoted, she told)",
        "- **C** *not examined*",
        "- *number* (certain): The number of damaged boats is 41 in one report and 14 in the other.",
        "- **Tobias Venn**: statements 5",
        "- Of the story in B, 42% stands in A word for word, and 31% reworded.",
        "- Skipped: pier.jpg: not a text: the bytes are a picture",
    ],
)
def test_every_part_is_there(line: str) -> None:
    assert line in WRITTEN.splitlines()


def test_only_the_web_address_is_a_link() -> None:
    rendered = MarkdownIt("commonmark").render(WRITTEN)
    assert rendered.count("<a ") == 1
    assert '<a href="https://gazette.example/pier">' in rendered


@pytest.mark.parametrize("text", ["*a*", "a_b_c", "`x`", "[x](y)", "<b>", "&lt;", "a\nb", "# x", "1. x", "$x$", ":tada:"])
def test_escaped_words_are_shown_as_they_are(text: str) -> None:
    shown = MarkdownIt("commonmark").renderInline("word " + escaped(text))
    assert shown == "word " + " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
