"""The options that commands share, declared once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How a comparison is written."""

    terminal = "terminal"
    html = "html"
    json = "json"
    markdown = "markdown"
    csv = "csv"
    xlsx = "xlsx"
    jsonl = "jsonl"
    parquet = "parquet"
    webannotation = "webannotation"
    schemaorg = "schemaorg"
    tei = "tei"


class TableChoice(StrEnum):
    """One of the tables of the exports."""

    cells = "cells"
    differences = "differences"
    attributions = "attributions"


SUFFIXES = {
    ".html": Format.html,
    ".htm": Format.html,
    ".json": Format.json,
    ".md": Format.markdown,
    ".markdown": Format.markdown,
    ".txt": Format.terminal,
    ".csv": Format.csv,
    ".xlsx": Format.xlsx,
    ".jsonl": Format.jsonl,
    ".parquet": Format.parquet,
    ".xml": Format.tei,
    ".tei": Format.tei,
}
"""The format that a file's suffix stands for."""

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…",
        help="Files of reports (text, HTML, PDF, feeds, WARC, JSON, JSON lines, CSV, Parquet, ninjs, NewsML-G2), folders of "
        "them, or - for JSON lines on standard input: an object with `text` and, if known, `id`, `title`, `outlet`, `url`, "
        "`published`.",
        show_default=False,
    ),
]
Files = Annotated[
    list[str], typer.Argument(metavar="FILE…", help="Files of reports, folders of them, or -.", show_default=False)
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="NAME=COLUMN",
        help="Where JSON, CSV and Parquet hold what: text=body, published=date; may be given more than once.",
        show_default=False,
    ),
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the comparison here as well; may be given more than once. The suffix says how: .html, .json, .md, .txt, "
        ".csv, .xlsx, .jsonl, .parquet, .xml (TEI).",
        show_default=False,
    ),
]
ChosenFormat = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="The format of standard output, or of the files of -o whatever their suffix.",
        show_default=False,
    ),
]
OneTable = Annotated[
    TableChoice | None,
    typer.Option(
        "--table",
        help="The table of a CSV or Parquet file: cells unless another is named. XLSX and JSON lines have all, or this one.",
        show_default=False,
    ),
]
Bom = Annotated[bool, typer.Option("--bom", help="Begin CSV with a byte-order mark, for spreadsheets that need one.")]


class Engine(StrEnum):
    """How attributions are found."""

    tagger = "tagger"
    rules = "rules"


ChosenEngine = Annotated[
    Engine,
    typer.Option(
        "--attribution",
        help="How attributions are found: by a trained tagger and rules together, or by rules alone, without a network.",
    ),
]
DecisionFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="Apply the decisions of this file; may be given more than once. Without it: decisions.toml in a folder given.",
        show_default=False,
    ),
]
AuthorityFile = Annotated[
    Path | None,
    typer.Option(
        "--authority",
        metavar="FILE",
        help="Name and identify people by this CSV, JSON, JSON lines or FollowTheMoney file.",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No summary beside -o, no progress, no warnings.")]


def format_of(path: Path, chosen: Format | None) -> Format:
    """The format to write ``path`` in; wrong use where neither the suffix nor ``--format`` says."""
    found = chosen or SUFFIXES.get(path.suffix.lower())
    if found is None:
        known = ", ".join(SUFFIXES)
        raise typer.BadParameter(f"cannot tell the format of {path} from its suffix: use one of {known}, or --format")
    return found
