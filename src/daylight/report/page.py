"""One self-contained HTML page: no request leaves it, and nothing of a report becomes markup, an address or a script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from daylight.model import Comparison
from daylight.report.build import build

if TYPE_CHECKING:
    from jinja2 import Environment


STYLES = ("tokens", "base", "matrix", "people", "views", "texts", "wide", "media")
SCRIPTS = ("base", "filters", "panes", "links", "steps", "copy")
"""The parts of the style and of the script, in the order in which they build on each other."""


def to_html(comparison: Comparison) -> str:
    """The comparison as one page that needs no network, no script and no other file. Same comparison, same bytes."""
    style, script = _style(), _script()
    page = _environment().get_template("page.html.j2")
    return page.render(page=build(comparison), style=style, script=script, policy=_policy(style, script))


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
def _style() -> str:
    return "".join(_static(f"css/{name}.css") for name in STYLES)


@cache
def _script() -> str:
    """The parts in one function, so that they share names with each other and with nothing else."""
    return '"use strict";\n(() => {\n' + "\n".join(_static(f"js/{name}.js") for name in SCRIPTS) + "})();"


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
