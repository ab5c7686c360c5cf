from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daylight.authority import Record, read_authority
from daylight.authority import reading as module
from daylight.errors import Empty, InputError, NotText, TooLarge
from daylight.model import Identifier

KNOWN = (Identifier("wikidata", "Q7"), Identifier("viaf", "9"))
LIND = Record("Marta Lind", ("M. Lind",), ("commissioner", "diver"), KNOWN, "person")
FTM = {
    "id": "Q7",
    "schema": "Person",
    "properties": {"name": ["Marta Lind", "M. Lind"], "position": ["commissioner", "diver"], "country": ["xx"]},
}


def read(tmp_path: Path, text: str) -> tuple[Record, ...]:
    file = tmp_path / "people"
    file.write_text(text, "utf-8")
    return read_authority(file).records


@pytest.mark.parametrize(
    "text",
    [
        'name,aliases,roles,kind,identifiers\nMarta Lind,M. Lind,commissioner; diver,person,"wikidata:Q7;viaf:9"\n',
        "\ufeffname,aliases,roles,kind,wikidata,viaf\r\nMarta Lind,M. Lind,commissioner|diver,Person,Q7,9\r\n",
        json.dumps(
            [
                {
                    "name": "Marta Lind",
                    "aliases": ["M. Lind"],
                    "roles": ["commissioner", "diver"],
                    "kind": "person",
                    "identifiers": {"wikidata": "Q7", "viaf": "9"},
                }
            ]
        ),
        json.dumps(
            {
                "name": "Marta Lind",
                "aliases": "M. Lind",
                "roles": "commissioner;diver",
                "kind": "person",
                "identifiers": ["Q7", "viaf:9"],
            }
        )
        + "\n",
        json.dumps(FTM | {"properties": FTM["properties"] | {"viaf": ["9"]}}),  # type: ignore[operator]
    ],
    ids=["csv", "csv with columns", "json", "json lines", "follow the money"],
)
def test_each_format_gives_the_same_record(tmp_path: Path, text: str) -> None:
    (record,) = read(tmp_path, text)
    assert (record.name, record.aliases, record.roles, record.kind) == (LIND.name, LIND.aliases, LIND.roles, LIND.kind)
    assert set(record.identifiers) == set(LIND.identifiers)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title\nx\n", "line 1: there is no column “name”"),
        ("name,roles\n,mayor\n", "line 2: there is no “name”"),
        ('name\n"open\n', "it is not CSV"),
        ('{"name": "A"}\n{"name": \n', "line 2: it is not JSON"),
        ('["A"]', "record 1: it is no object"),
        ('[{"name": 7}]', "neither a text nor a list"),
        ("[" * 100_000, "it is not JSON"),
        ("name\n" + "x" * 600, "longer than"),
        ("name\n", "there is no record"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(tmp_path, text)


def test_what_is_missing_no_text_or_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="can be read"):
        read_authority(tmp_path / "gone.csv")
    (tmp_path / "people").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(NotText):
        read_authority(tmp_path / "people")
    with pytest.raises(Empty):
        read(tmp_path, "name\n")
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    with pytest.raises(TooLarge):
        read(tmp_path, "name\nAda Bell\n")


KEYS = st.sampled_from(["name", "roles", "id", "properties", "schema"])
OBJECTS = st.dictionaries(KEYS, st.text() | st.integers() | st.lists(st.text())).map(json.dumps)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | OBJECTS)
def test_any_text_is_read_or_refused(tmp_path: Path, text: str) -> None:
    with suppress(InputError, UnicodeEncodeError):
        read(tmp_path, text)
