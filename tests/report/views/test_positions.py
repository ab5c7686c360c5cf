"""A claimed agreement has a line of its own beside the sides of a question."""

from __future__ import annotations

from dataclasses import replace

from daylight.model import Side
from daylight.report import to_html, to_markdown
from daylight.report.build import build
from tests.report.pier import PIER

CLAIM = PIER.positions[0].sides[0]
CLAIMED = replace(PIER, positions=(replace(PIER.positions[0], agreement=Side(CLAIM.speaker, CLAIM.statements[:1])),))
LABEL = "yet agreement is claimed"


def test_a_claimed_agreement_stands_beside_the_sides() -> None:
    (view,) = build(CLAIMED).positions
    assert view.agreement is not None
    assert len(view.agreement.rows) == 1
    assert LABEL in to_html(CLAIMED)
    assert LABEL in to_markdown(CLAIMED)


def test_where_nobody_claims_it_nothing_is_said() -> None:
    assert LABEL not in to_html(PIER)
    assert LABEL not in to_markdown(PIER)
