"""Every table, column and question is in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from daylight.corpus import FORMAT, ROWS
from daylight.corpus.asking import questions
from daylight.corpus.tables import TableName
from daylight.export.rows import COLUMNS

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "corpus.md").read_text("utf-8")


@pytest.mark.parametrize("name", ROWS)
def test_a_table_and_its_own_columns_are_explained(name: TableName) -> None:
    section = re.search(rf"^### {name}$(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
    assert section
    exported = {column for table, columns in COLUMNS.items() if table == name for column in columns}
    own = [column for column in ROWS[name] if column not in exported]
    assert not [column for column in own if f"`{column}`" not in section[1]]


def test_the_format_and_every_question_are_named() -> None:
    assert FORMAT in PAGE
    assert not [name for name in questions() if f"\n{name}\n: " not in PAGE]
