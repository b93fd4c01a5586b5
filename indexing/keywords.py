"""The door to BM25 (through LlamaIndex): passages that share words with a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from indexing.database import IndexView
from indexing.reading.folding import folded

_WORD: Final = r"(?u)\b\w+(?:[.,]\w+)*\b"
"""Keeps "123,457" and "91.15" whole."""


class KeywordIndex:
    """BM25 over the passages of one state of the index; made in memory, for that state only."""

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        """`texts` holds the id and the words of each passage."""
        self._retriever: Any = _retriever(texts) if texts else None

    @classmethod
    def of(cls, view: IndexView) -> KeywordIndex:
        """The index of a view: each passage with its article's title and its heading.

        The view's `revision` tells when it has to be made anew.
        """
        titles = {entry.doc: entry.title for entry in view.articles()}
        return cls(
            [
                (passage.id, "\n".join([titles[passage.doc], passage.heading or "", passage.text]))
                for passage in view.passages()
            ]
        )

    def search(self, query: str, n: int = 50) -> list[tuple[str, float]]:
        """At most `n` passages that share a word with `query`: id and score, the best first.

        Case and diacritics do not matter.  A score is above 0 and has no upper end.
        """
        words = folded(query).text
        if self._retriever is None or not words.strip():
            return []
        from llama_index.core.schema import QueryBundle

        found = self._retriever.retrieve(QueryBundle(words))
        scored = [(hit.node.node_id, float(hit.score)) for hit in found if hit.score > 0]
        return sorted(scored, key=lambda one: (-one[1], one[0]))[:n]


def _retriever(texts: Sequence[tuple[str, str]]) -> Any:
    from llama_index.core.schema import BaseNode, TextNode
    from llama_index.retrievers.bm25 import BM25Retriever

    nodes: list[BaseNode] = [TextNode(id_=id, text=folded(text).text) for id, text in texts]
    return BM25Retriever.from_defaults(
        nodes=nodes, similarity_top_k=len(nodes), token_pattern=_WORD, verbose=False
    )
