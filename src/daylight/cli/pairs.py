"""``daylight pairs``: one stage at a time, on pairs from elsewhere, so that it can be used and measured alone."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated, Any, get_args

import typer

from daylight.cli.output import emit, warn
from daylight.model import EntityKind

Row = dict[str, Any]


class Of(StrEnum):
    """What the two members of a pair are."""

    quotes = "quotes"
    statements = "statements"
    names = "names"


def pairs(
    of: Annotated[Of, typer.Option("--of", help="What is compared.", show_default=False)],
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="JSON lines; - is standard input.")] = "-",
) -> None:
    """Compare two quotations, two statements or two names a line, JSON lines in and out.

    In: `{"id", "a", "b"}`, for names also `"kind"`: person, organization or place. Out, in the same order, each line as
    soon as it is known:

    * `--of quotes` – `{"id", "relation", "changed", "score"}`; relation: same, typography, trimmed, extended, reworded
    or different

    * `--of statements` – `{"id", "relation", "kinds", "changed", "score"}`; relation: same, differs or unrelated; score
    from 0 (surely altered) to 1 (surely the same content)

    * `--of names` – `{"id", "same", "score"}`

    **Examples**

    * `echo '{"id": 1, "a": "We will not close.", "b": "We won’t close."}' | daylight pairs --of quotes`

    * `daylight pairs --of names names.jsonl > judged.jsonl`
    """
    judge = _judge(of)
    failed = False
    with _open(file) as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                row = _row(line)
                emit(json.dumps({"id": row.get("id", number)} | judge(row), ensure_ascii=False))
            except ValueError as reason:
                warn(f"{file}, line {number}: {reason}")
                failed = True
    raise typer.Exit(1 if failed else 0)


@contextmanager
def _open(file: str) -> Iterator[IO[str]]:
    if file == "-":
        yield sys.stdin
        return
    try:
        with Path(file).open(encoding="utf-8-sig", errors="replace") as stream:
            yield stream
    except OSError as reason:
        warn(f"{file}: {reason.strerror or reason}; give a file of JSON lines that can be read")
        raise typer.Exit(1) from reason


def _row(line: str) -> Row:
    """The object of one line, its two texts checked; ValueError says what is wrong with it."""
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as reason:
        raise ValueError(f"no JSON ({reason}); give one object a line") from reason
    if not isinstance(row, dict):
        raise ValueError('no object; give {"id": …, "a": "…", "b": "…"}')
    for key in ("a", "b"):
        if not isinstance(row.get(key), str):
            raise ValueError(f'no text under "{key}"; give {{"id": …, "a": "…", "b": "…"}}')
    return row


def _judge(of: Of) -> Callable[[Row], Row]:
    return {Of.quotes: _judge_quotes, Of.statements: _judge_statements, Of.names: _judge_names}[of]


def _judge_quotes(row: Row) -> Row:
    from daylight.compare import compare_quotes

    pair = compare_quotes(row["a"], row["b"])
    return {
        "relation": pair.relation,
        "changed": pair.changed,
        "cut_before_qualifier": pair.cut_before_qualifier,
        "score": pair.score,
    }


def _judge_statements(row: Row) -> Row:
    from daylight.compare import compare_statements

    pair = compare_statements(row["a"], row["b"])
    return {"relation": pair.relation, "kinds": pair.kinds, "changed": pair.changed, "score": pair.score}


KINDS = get_args(EntityKind)
SAME_NAME = 0.5
"""Likelihood from which two names are taken for the same: the scale of ``same_name`` is made so."""


def _judge_names(row: Row) -> Row:
    from daylight.resolve import same_name

    kind = row.get("kind", "person")
    if kind not in KINDS:
        raise ValueError(f'"kind" is {kind!r}; give one of {", ".join(KINDS)}')
    score = same_name(row["a"], row["b"], kind)
    return {"same": score >= SAME_NAME, "score": round(score, 4)}
