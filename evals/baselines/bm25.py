"""Keyword search alone: LlamaIndex's BM25 retriever over its default splitter, default settings."""

from __future__ import annotations

from pathlib import Path

from llama_index.core import SimpleDirectoryReader
from llama_index.core.node_parser import SentenceSplitter
from llama_index.retrievers.bm25 import BM25Retriever

from evals.baselines.reply import Replies, Reply


def open_bm25(folder: Path) -> Replies:
    """Keyword search over the reports in `folder`."""
    documents = SimpleDirectoryReader(str(folder), required_exts=[".md", ".txt"]).load_data()
    nodes = SentenceSplitter().get_nodes_from_documents(documents)
    retriever = BM25Retriever.from_defaults(nodes=nodes)

    def retrieved(question: str) -> Reply:
        return Reply([hit.node.get_content() for hit in retriever.retrieve(question)])

    return retrieved
