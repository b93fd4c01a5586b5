"""A plain pipeline of LlamaIndex and Chroma, with the defaults that a first project would take.

    python -m evals.baselines.plain_llamaindex build FOLDER STORE
    python -m evals.baselines.plain_llamaindex ask STORE QUESTION

Same reports and same embedding model as ours; a simulated language model, as ours works without
one.  It prints the passages that it retrieves: no figure is read, checked or cited.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import chromadb
from chromadb.config import Settings as ChromaSettings
from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex
from llama_index.core.llms import MockLLM
from llama_index.core.query_engine import BaseQueryEngine, CitationQueryEngine
from llama_index.vector_stores.chroma import ChromaVectorStore

from evals.baselines.evidence import EvidenceOf
from evals.baselines.packaged import PackagedEmbedding

COLLECTION = "reports"


def build(folder: Path, store: Path) -> None:
    """Index the files of `folder` into a Chroma collection in `store`."""
    documents = SimpleDirectoryReader(str(folder), required_exts=[".md", ".txt"]).load_data()
    storage = StorageContext.from_defaults(vector_store=_vector_store(store))
    VectorStoreIndex.from_documents(
        documents, storage_context=storage, embed_model=PackagedEmbedding()
    )


def query_engine(store: Path) -> BaseQueryEngine:
    """The query engine that an index gives by default."""
    engine: BaseQueryEngine = _index(store).as_query_engine(llm=MockLLM())
    return engine


def citation_query_engine(store: Path) -> BaseQueryEngine:
    """The engine that numbers its sources, with the settings of its documentation."""
    return CitationQueryEngine.from_args(
        _index(store), llm=MockLLM(), similarity_top_k=3, citation_chunk_size=512
    )


def evidence_of(engine: BaseQueryEngine) -> EvidenceOf:
    """What `engine` hands to its language model."""

    def retrieved(question: str) -> Sequence[str]:
        return [hit.node.get_content() for hit in engine.query(question).source_nodes]

    return retrieved


def nearest(store: Path, most: int) -> Callable[[str], list[tuple[str, str]]]:
    """The retriever of an index: a question in, names of files and texts of its nodes out."""
    retriever = _index(store).as_retriever(similarity_top_k=most)

    def found(question: str) -> list[tuple[str, str]]:
        hits = retriever.retrieve(question)
        return [(Path(hit.node.metadata["file_name"]).stem, hit.node.get_content()) for hit in hits]

    return found


def ask(store: Path, question: str) -> str:
    """What the query engine answers and the passages that it retrieved."""
    response = query_engine(store).query(question)
    found = [f"[{hit.score or 0:.2f}] {hit.node.get_content()}" for hit in response.source_nodes]
    return "\n\n".join([str(response), *found])


def _index(store: Path) -> VectorStoreIndex:
    return VectorStoreIndex.from_vector_store(_vector_store(store), embed_model=PackagedEmbedding())


def _vector_store(store: Path) -> ChromaVectorStore:
    client = chromadb.PersistentClient(
        path=str(store), settings=ChromaSettings(anonymized_telemetry=False)
    )
    return ChromaVectorStore(
        chroma_collection=client.get_or_create_collection(COLLECTION, embedding_function=None)
    )


def main() -> None:
    """Entry point: `build FOLDER STORE` or `ask STORE QUESTION`."""
    match sys.argv[1:]:
        case ["build", folder, store]:
            build(Path(folder), Path(store))
        case ["ask", store, question]:
            print(ask(Path(store), question))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
