"""The embedding model: known before it is loaded, checked when it is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from indexing.errors import ModelError
from indexing.search.embedding import Embedder


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder()


def test_the_identity_is_told_without_loading_anything_heavy() -> None:
    code = (
        "import sys; from indexing.search.embedding import Embedder; print(Embedder().identity);"
        "assert not {'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    name, checksum, dimension = told.stdout.split()
    assert (name, checksum[:8], dimension) == ("all-MiniLM-L6-v2", "53aa5117", "384")


def test_vectors_have_length_one_and_their_text_order(embedder: Embedder) -> None:
    texts = ["health insurance", "A much longer sentence about the weather. " * 5, "BHYT"]
    vectors = embedder.embed(texts)
    assert vectors.shape == (3, embedder.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    for text, vector in zip(texts, vectors, strict=True):
        assert np.allclose(embedder.embed([text])[0], vector, atol=1e-5)


def test_near_meanings_are_near(embedder: Embedder) -> None:
    near, asked, far = embedder.embed(
        ["health insurance coverage rose", "more people had health cover", "the train was late"]
    )
    assert near @ asked > far @ asked + 0.2


def test_no_texts_give_no_vectors(embedder: Embedder) -> None:
    assert embedder.embed([]).shape == (0, 384)


def test_altered_weights_are_refused(tmp_path: Path, embedder: Embedder) -> None:
    altered = tmp_path / "model"
    shutil.copytree(embedder.folder, altered)
    weights = altered / "model.safetensors"
    with weights.open("r+b") as file:
        file.seek(-1, 2)
        last = file.read(1)
        file.seek(-1, 2)
        file.write(bytes([last[0] ^ 1]))
    one = Embedder()
    one.folder = altered
    with pytest.raises(ModelError, match="expected SHA-256 53aa51172d14"):
        one.embed(["a text"])


def test_a_model_of_ones_own_is_known_by_its_weights(tmp_path: Path, embedder: Embedder) -> None:
    own = tmp_path / "own"
    shutil.copytree(embedder.folder, own)
    assert Embedder(str(own)).identity == embedder.identity.replace("all-MiniLM-L6-v2", "own")


@pytest.mark.parametrize("model", ["no/such-model", "/no/such/folder", "a b c"])
def test_a_missing_model_is_told(model: str) -> None:
    with pytest.raises(ModelError, match="set VSS_EMBEDDING_MODEL to a folder"):
        _ = Embedder(model).identity


def test_a_folder_that_is_no_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"modules\.json"):
        _ = Embedder(str(tmp_path)).dimension
