"""Questions to the tables of a corpus, in SQL."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from daylight.corpus.summary import check, files_of
from daylight.corpus.tables import TableName, schema
from daylight.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa
    from duckdb import DuckDBPyConnection

_PARAMETER = re.compile(r"-- (\w+) = (\S+) +(\S.*)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question that comes with Daylight. ``parameters`` are their names with what they are where nothing is given."""

    name: str
    about: str
    parameters: Mapping[str, str]
    sql: str


@cache
def questions() -> dict[str, Question]:
    """The questions by name."""
    folder = resources.files("daylight.corpus") / "questions"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return {file.name.removesuffix(".sql"): _question(file.name, file.read_text("utf-8")) for file in files}


def ask(root: Path, question: str, given: Mapping[str, str]) -> pa.Table:
    """The answer to a question of ``questions()``, by name, or to one in SQL.

    Raises InputError for a folder that holds no corpus, for SQL that is wrong, and for a parameter that is unknown.
    """
    known = questions().get(question)
    if known and (unknown := given.keys() - known.parameters.keys()):
        raise InputError(question, f"it takes {', '.join(known.parameters)}; not {', '.join(sorted(unknown))}")
    parameters = dict(known.parameters) | dict(given) if known else dict(given)
    import duckdb

    with opened(root) as connection:
        try:
            return connection.sql(known.sql if known else question, params=parameters).to_arrow_table()
        except duckdb.Error as error:
            raise InputError("this question cannot be answered", str(error)) from error


@contextmanager
def opened(root: Path) -> Iterator[DuckDBPyConnection]:
    """A DuckDB session in memory with a view for each table of the corpus. It reads no other file and fetches nothing."""
    try:
        import duckdb
    except ImportError as error:
        raise InputError("a question", "this needs DuckDB: pip install 'daylight-news[corpus]'") from error
    check(root)
    with duckdb.connect() as connection:
        for name in get_args(TableName):
            _view(connection, root.absolute(), name)
        connection.execute(f"SET allowed_directories = [{_quoted(root.absolute())}]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield connection


def _view(connection: DuckDBPyConnection, root: Path, name: TableName) -> None:
    files = files_of(root, name)
    if not files:
        connection.register(name, schema(name).empty_table())
        return
    connection.read_parquet([str(path) for path in files], hive_partitioning=False).create_view(name)


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _question(name: str, text: str) -> Question:
    head = [line for line in text.splitlines() if line.startswith("--")]
    found = [match for line in head if (match := _PARAMETER.fullmatch(line))]
    return Question(name.removesuffix(".sql"), head[0].removeprefix("-- "), {m[1]: m[2] for m in found}, text)
