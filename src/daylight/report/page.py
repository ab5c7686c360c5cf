"""One self-contained HTML page: no request leaves it, and nothing of a report becomes markup, an address or a script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from daylight.model import Comparison
from daylight.report.copies import copies
from daylight.report.index import Index
from daylight.report.labels import joined, label, number
from daylight.report.matrix import bands
from daylight.report.method import method
from daylight.report.people import people
from daylight.report.positions import positions
from daylight.report.sentences import summary
from daylight.report.texts import panes
from daylight.report.view import Page

if TYPE_CHECKING:
    from jinja2 import Environment

DENSE_FROM = 6
"""Reports from which the matrix scrolls inside itself, with the speakers kept in sight: five columns of 15em fit 1400 px."""


def to_html(comparison: Comparison) -> str:
    """The comparison as one page that needs no network, no script and no other file. Same comparison, same bytes."""
    style, script = _static("page.css"), _static("page.js")
    page = _environment().get_template("page.html.j2")
    return page.render(page=build(comparison), style=style, script=script, policy=_policy(style, script))


def build(comparison: Comparison) -> Page:
    """Everything that the page shows."""
    index = Index(comparison)
    heads = tuple(index.heads.values())
    matrix = bands(index)
    rows = [row for band in matrix for row in band.rows]
    telling, steady = people(index, rows)
    return Page(
        title=f"Daylight: {_names([head.name for head in heads])}",
        headline=f"{number(len(heads))} report{'s, side by side' if len(heads) != 1 else ', alone'}",
        sentences=summary(index),
        heads=heads,
        dense=len(heads) >= DENSE_FROM,
        bands=matrix,
        speakers=tuple(dict.fromkeys(row.speaker for row in rows)),
        kinds=_kinds(comparison),
        people=telling,
        steady=steady,
        positions=positions(index, rows),
        copies=copies(index),
        panes=panes(index, rows),
        method=method(index),
    )


def _names(names: list[str]) -> str:
    return joined(names) if len(names) <= 3 else f"{', '.join(names[:2])} and {len(names) - 2} more"


def _kinds(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """The kinds of difference that statements have here, for the filter."""
    found = sorted({d.kind for d in comparison.differences if d.about.type != "entity"})
    return tuple((kind, label("kind", kind)) for kind in found)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("daylight.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _static(name: str) -> str:
    return files("daylight.report").joinpath("static", name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """The content security policy: this style, this script, nothing else, from nowhere."""

    def sha256(text: str) -> str:
        return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    return (
        f"default-src 'none'; style-src '{sha256(style)}'; script-src '{sha256(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
