"""The door to BM25 (through LlamaIndex): passages that share words with a question."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from indexing.database import IndexView
from indexing.reading.folding import folded

_WORD: Final = r"(?u)\b\w+(?:[.,]\w+)*\b"
"""Keeps "123,457" and "91.15" whole."""


class KeywordIndex:
    """BM25 over the passages of one state of the index; made in memory, for that state only."""

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        """`texts` holds the id and the words of each passage."""
        # Of the retriever only what scores is kept: it holds every text a second time.
        made = _retriever(texts) if texts else None
        self._bm25: Any = made and made.bm25
        self._stemmer: Any = made and made.stemmer
        self._ids = [id for id, _ in texts]
        self._rows = {id: row for row, id in enumerate(self._ids)}

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

    def search(
        self, query: str, n: int = 50, within: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """At most `n` passages that share a word with `query`: id and score, the best first.

        `within` holds the ids that count, None for all.  Case and diacritics do not matter.  A
        score is above 0 and has no upper end.
        """
        text = folded(query).text
        if self._bm25 is None or not text.strip():
            return []
        scores = self._scores(text)
        rows = np.arange(len(scores))
        if within is not None:
            rows = np.array([self._rows[id] for id in within if id in self._rows], dtype=np.intp)
        rows = rows[scores[rows] > 0]
        if len(rows) > n:
            # Equal scores are told apart by id, so all that equal the last one stay for now.
            least = np.partition(scores[rows], -n)[-n]
            rows = rows[scores[rows] >= least]
        scored = [(self._ids[row], float(scores[row])) for row in rows]
        return sorted(scored, key=lambda one: (-one[1], one[0]))[:n]

    def _scores(self, text: str) -> NDArray[np.float32]:
        """The score of every passage, worked out at once: as nodes they would take far longer."""
        import bm25s

        tokens = bm25s.tokenize(
            text,
            stemmer=self._stemmer,
            token_pattern=_WORD,
            return_ids=False,
            show_progress=False,
        )
        if not tokens[0]:
            return np.zeros(len(self._ids), dtype=np.float32)
        scores: NDArray[np.float32] = self._bm25.get_scores(tokens[0])
        return scores


def _retriever(texts: Sequence[tuple[str, str]]) -> Any:
    from llama_index.core.schema import BaseNode, TextNode
    from llama_index.retrievers.bm25 import BM25Retriever

    nodes: list[BaseNode] = [TextNode(id_=id, text=folded(text).text) for id, text in texts]
    return BM25Retriever.from_defaults(
        nodes=nodes, similarity_top_k=len(nodes), token_pattern=_WORD, verbose=False
    )
