from __future__ import annotations

from pathlib import Path

import pytest

from eval import gum, speakers

ROWS = """# newdoc id = made-up
# newpar
# newpar_block = p (2 s)
# sent_id = 1
# text = Osk's mayor, Pia Lund, said it was late.
1\tOsk\t_\tPROPN\t_\t_\t_\t_\t_\tEntity=(1-person-new(2-place-new)
2\t's\t_\tPART\t_\t_\t_\t_\t_\t_
3\tmayor\t_\tNOUN\t_\t_\t_\t_\t_\tEntity=1)
4\t,\t_\tPUNCT\t_\t_\t_\t_\t_\t_
5\tPia\t_\tPROPN\t_\t_\t_\t_\t_\tEntity=(1-person-giv
6\tLund\t_\tPROPN\t_\t_\t_\t_\t_\tEntity=1)
7\t,\t_\tPUNCT\t_\t_\t_\t_\t_\t_
8\tsaid\t_\tVERB\t_\t_\t_\t_\t_\t_
9\tit\t_\tPRON\t_\t_\t_\t_\t_\t_
10\twas\t_\tAUX\t_\t_\t_\t_\t_\t_
11\tlate\t_\tADJ\t_\t_\t_\t_\t_\t_
12\t.\t_\tPUNCT\t_\t_\t_\t_\t_\t_

# sent_id = 2
# text = She said it was early.
1\tShe\t_\tPRON\t_\t_\t_\t_\t_\tEntity=(1-person-giv)
2\tsaid\t_\tVERB\t_\t_\t_\t_\t_\t_
3\tit\t_\tPRON\t_\t_\t_\t_\t_\t_
4\twas\t_\tAUX\t_\t_\t_\t_\t_\t_
5\tearly\t_\tADJ\t_\t_\t_\t_\t_\t_
6\t.\t_\tPUNCT\t_\t_\t_\t_\t_\t_

"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DAYLIGHT_DATA", str(tmp_path))
    (tmp_path / "gum_news").mkdir()
    path = tmp_path / "gum_news" / "made-up.conllu"
    path.write_text(ROWS, "utf-8")
    return path


def test_brackets_become_mentions(corpus: Path) -> None:
    article = gum.read(corpus)
    assert article.report.text == "Osk's mayor, Pia Lund, said it was late. She said it was early."
    told = {(article.report.slice(m.span), m.entity, m.kind, m.named) for m in article.mentions}
    assert told == {
        ("Osk", "2", "place", True),
        ("Osk's mayor", "1", "person", True),
        ("Pia Lund", "1", "person", True),
        ("She", "1", "person", False),
    }


def test_a_source_is_right_where_its_speaker_is_its_gold_entity(corpus: Path) -> None:
    (cases,) = speakers.run()
    assert [(case.speaker, case.right, case.named) for case in cases] == [("Pia Lund", True, True)] * 2
    corpus.write_text(ROWS.replace("(1-person-giv)", "(7-person-new)"), "utf-8")
    (cases,) = speakers.run()
    assert [(case.right, case.named) for case in cases] == [(True, True), (False, False)]
    assert speakers.right([cases]) == 50.0
    assert speakers.resolved([cases]) == 100.0
