from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from daylight.annotate.attributes import NAME, RULER
from daylight.annotate.language import load
from daylight.annotate.products import one_thread

if TYPE_CHECKING:
    from spacy.tokens import Doc

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "velmark-dam").glob("*.txt"))
ODD = "There's nothin' he ain't gonna say.  \n\tLet's go, y'all: but nt an 1\u202f000, c'mon there were\u00a0 two."


def told(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_) for t in doc]


def test_the_ruler_with_a_memory_sets_what_the_ruler_sets() -> None:
    language = load()
    own, remembering = language.get_pipe(RULER), dict(language.pipeline)[NAME]
    parsing = [pipe for name, pipe in language.pipeline if name in {"tok2vec", "tagger", "parser"}]
    texts = [ODD, *(line for path in EXAMPLES for line in path.read_text("utf-8").splitlines() if line.strip())]
    with one_thread():
        for text in texts:
            plain, quick = language.make_doc(text), language.make_doc(text)
            for pipe in parsing:
                plain, quick = pipe(plain), pipe(quick)
            expected = told(own(plain))
            assert told(remembering(quick)) == expected
            assert told(remembering(quick)) == expected  # from memory
