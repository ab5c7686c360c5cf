"""One self-contained HTML page: no request leaves it, and nothing of a report becomes markup, an address or a script."""

from __future__ import annotations

import base64
import hashlib

from daylight.model import Comparison
from daylight.report.assets import ALONE, environment, script, style
from daylight.report.build import build


def to_html(comparison: Comparison) -> str:
    """The comparison as one page that needs no network, no script and no other file. Same comparison, same bytes."""
    page = environment().get_template("page.html.j2")
    return page.render(page=build(comparison), beside=ALONE, style=style(), script=script(), policy=_policy())


def _policy() -> str:
    """The content security policy: this style, this script, nothing else, from nowhere."""

    def sha256(text: str) -> str:
        return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    return (
        f"default-src 'none'; style-src '{sha256(style())}'; script-src '{sha256(script())}'; "
        "base-uri 'none'; form-action 'none'"
    )
