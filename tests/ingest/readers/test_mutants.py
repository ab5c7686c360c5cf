"""A small part of ``python -m bench.mutants``: whatever stands in a file, it is reports and named failures."""

from __future__ import annotations

import pytest

from bench import made
from bench.mutants import BOMBS, mutants_of, read
from daylight.ingest import Options, read_all_bytes
from daylight.settings import Settings


@pytest.mark.parametrize("name", sorted(made.files()))
def test_a_damaged_file_is_reports_and_named_failures(name: str) -> None:
    for data in mutants_of(name, 20 if name.endswith((".html", ".warc", ".gz")) else 60):
        read(name, data)


@pytest.mark.parametrize("name", ["inner.warc", "package.json", "digits.json", "deep.jsonl", "laughs.xml", "outside.rss"])
def test_a_file_built_to_harm_is_refused(name: str) -> None:
    settings = Settings(max_bytes=1_000_000, max_seconds=5)
    for found in read_all_bytes(BOMBS[name](), name, Options(settings), name=name):
        assert found
