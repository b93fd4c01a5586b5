"""A plain pipeline of LlamaIndex and Chroma, with the defaults that a first project would take.

    python -m evals.baselines.plain_llamaindex build FOLDER STORE
    python -m evals.baselines.plain_llamaindex ask STORE QUESTION

Same reports and same embedding model as ours, and the same language model where one is set; else
one that is simulated.  It prints the passages that it retrieves: no figure is read or checked.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import chromadb
from chromadb.config import Settings as ChromaSettings
from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex
from llama_index.core.llms import LLM, MockLLM
from llama_index.core.query_engine import BaseQueryEngine, CitationQueryEngine
from llama_index.llms.openai_like import OpenAILike
from llama_index.vector_stores.chroma import ChromaVectorStore

from assistant.settings import AssistantSettings
from evals.baselines.packaged import PackagedEmbedding
from evals.baselines.reply import Replies, Reply

_COLLECTION = "reports"


def build(folder: Path, store: Path, questions: Sequence[str] = ()) -> VectorStoreIndex:
    """Index the files of `folder` into a Chroma collection in `store`.

    Those of the `questions` that are asked afterwards need not be embedded one by one.
    """
    embedding = PackagedEmbedding()
    embedding.prepare(questions)
    documents = SimpleDirectoryReader(str(folder), required_exts=[".md", ".txt"]).load_data()
    storage = StorageContext.from_defaults(vector_store=_vector_store(store))
    return VectorStoreIndex.from_documents(
        documents, storage_context=storage, embed_model=embedding
    )


def language_model(settings: AssistantSettings) -> LLM | None:
    """The language model that `settings` name, as LlamaIndex calls one; None if they name none."""
    if settings.llm_base_url is None:
        return None
    key = settings.llm_api_key
    return OpenAILike(
        model=settings.llm_model,
        api_base=settings.llm_base_url,
        api_key=key.get_secret_value() if key else "none",
        is_chat_model=True,
        context_window=settings.llm_context_tokens,
        max_tokens=settings.llm_reply_tokens,
        timeout=settings.llm_seconds,
    )


def default_engine(index: VectorStoreIndex, llm: LLM | None) -> Replies:
    """The query engine that an index gives by default."""
    return _replies(index.as_query_engine(llm=llm or MockLLM()), spoken=llm is not None)


def citation_engine(index: VectorStoreIndex, llm: LLM | None) -> Replies:
    """The engine that numbers its sources, with the settings of its documentation."""
    engine = CitationQueryEngine.from_args(
        index, llm=llm or MockLLM(), similarity_top_k=3, citation_chunk_size=512
    )
    return _replies(engine, spoken=llm is not None)


def nearest(index: VectorStoreIndex, most: int) -> Callable[[str], list[tuple[str, str]]]:
    """The retriever of an index: a question in, names of files and texts of its nodes out."""
    retriever = index.as_retriever(similarity_top_k=most)

    def found(question: str) -> list[tuple[str, str]]:
        hits = retriever.retrieve(question)
        return [(Path(hit.node.metadata["file_name"]).stem, hit.node.get_content()) for hit in hits]

    return found


def ask(store: Path, question: str) -> str:
    """The passages that the query engine retrieved."""
    stored = VectorStoreIndex.from_vector_store(
        _vector_store(store), embed_model=PackagedEmbedding()
    )
    return "\n\n".join(default_engine(stored, None)(question).evidence)


def _replies(engine: BaseQueryEngine, *, spoken: bool) -> Replies:
    """What `engine` hands to its language model and, where that is no simulated one, its words."""

    def asked(question: str) -> Reply:
        response = engine.query(question)
        found = [hit.node.get_content() for hit in response.source_nodes]
        return Reply(found, str(response) if spoken else None)

    return asked


def _vector_store(store: Path) -> ChromaVectorStore:
    client = chromadb.PersistentClient(
        path=str(store), settings=ChromaSettings(anonymized_telemetry=False)
    )
    return ChromaVectorStore(
        chroma_collection=client.get_or_create_collection(_COLLECTION, embedding_function=None)
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
