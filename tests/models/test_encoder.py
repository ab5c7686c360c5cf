from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from daylight.errors import ModelError
from daylight.models import encoder, shipped

SAME = ("The ferry will not sail before Monday.", "Until Monday there will be no ferry.")
OTHER = "Bread has become twice as dear since the spring."


def test_vectors_have_unit_length_and_tell_a_paraphrase_from_another_subject() -> None:
    vectors = encoder.embed([*SAME, OTHER])
    assert vectors.shape == (3, encoder.DIMENSIONS)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > 0.7
    assert vectors[0] @ vectors[2] < 0.3


def test_a_vector_does_not_depend_on_its_neighbours() -> None:
    together = encoder.embed([OTHER, *SAME])
    encoder._vector.cache_clear()
    np.testing.assert_array_equal(encoder.embed([SAME[1]])[0], together[2])


def test_no_text_gives_no_rows_and_empty_text_a_row() -> None:
    assert encoder.embed([]).shape == (0, encoder.DIMENSIONS)
    assert np.isfinite(encoder.embed([""])).all()


def test_what_follows_128_pieces_is_not_read() -> None:
    long = "harbour " * 126
    np.testing.assert_array_equal(*encoder.embed([long, long + "and a stranger"]))


def test_a_changed_model_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "minilm").mkdir()
    (tmp_path / "minilm" / "model.int8.onnx").write_bytes(b"other weights")
    monkeypatch.setattr("daylight.models.shipped.resources.files", lambda _: tmp_path)
    shipped._check.cache_clear()
    with pytest.raises(ModelError, match="was changed"):
        encoder.digest()
    (tmp_path / "minilm" / "model.int8.onnx").unlink()
    with pytest.raises(ModelError, match="cannot be read"):
        encoder.digest()


def test_the_digest_is_that_of_the_shipped_file() -> None:
    assert encoder.digest().sha256 == encoder.MODEL.sha256


def test_importing_the_loader_loads_no_run_time() -> None:
    code = "import sys, daylight.models.encoder; sys.exit('onnxruntime' in sys.modules or 'tokenizers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
