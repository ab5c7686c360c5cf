from __future__ import annotations

from pathlib import Path

import pytest

from daylight.annotate.attributes import NAME, RULER
from daylight.annotate.language import load

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.txt"))
ODD = "There's nothin' he ain't gonna say.  \n\tLet's go, y'all: but nt an 1\u202f000, c'mon there were\u00a0 two."


def texts() -> list[str]:
    return [ODD, *(line for path in EXAMPLES for line in path.read_text("utf-8").splitlines() if line.strip())]


@pytest.mark.parametrize("rounds", [1, 2])
def test_the_ruler_with_a_memory_sets_what_the_ruler_sets(rounds: int) -> None:
    language = load()
    own, remembering = language.get_pipe(RULER), dict(language.pipeline)[NAME]
    before = [pipe for name, pipe in language.pipeline if name in {"tok2vec", "tagger", "parser"}]
    for _ in range(rounds):
        for text in texts():
            plain, quick = language.make_doc(text), language.make_doc(text)
            for pipe in before:
                plain, quick = pipe(plain), pipe(quick)
            told = [
                [(t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_) for t in doc] for doc in (own(plain), remembering(quick))
            ]
            assert told[0] == told[1]
