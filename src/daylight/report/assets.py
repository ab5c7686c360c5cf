"""The templates, the style and the script of the page, which the app shares."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = ("tokens", "base", "matrix", "people", "views", "texts", "wide", "media")
SCRIPTS = ("base", "filters", "panes", "links", "steps", "copy")
"""The parts of the style and of the script, in the order in which they build on each other."""

ALONE = "tools.html.j2"
"""What stands beside a statement or a person on a page of its own: nothing."""


@cache
def environment(*packages: str) -> Environment:
    """The templates of the page, and of further packages, where nothing becomes markup unless a template says so."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in (*packages, "daylight.report")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def style() -> str:
    """The whole style."""
    return "".join(_static(f"css/{name}.css") for name in STYLES)


@cache
def script() -> str:
    """The parts in one function, so that they share names with each other and with nothing else."""
    return '"use strict";\n(() => {\n' + "\n".join(_static(f"js/{name}.js") for name in SCRIPTS) + "})();"


def _static(name: str) -> str:
    return files("daylight.report").joinpath("static", name).read_text("utf-8")
