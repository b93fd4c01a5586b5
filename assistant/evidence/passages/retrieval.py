"""Several rankings of passages -> one: dense and keyword retrieval, fused by rank.

LlamaIndex carries it: each way of searching is one of its retrievers over the same text nodes, and
its reciprocal-rank fusion joins them.  A node is a passage with its identity, offsets and article
kept; nothing is split or numbered anew.  Importing this module is slow (LlamaIndex); the assistant
does so for the first question that needs passages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from llama_index.core.llms import MockLLM
from llama_index.core.retrievers import BaseRetriever, QueryFusionRetriever
from llama_index.core.retrievers.fusion_retriever import FUSION_MODES
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from assistant.records import ScoredPassage
from indexing.records import Passage


class RankRetriever(BaseRetriever):
    """One way of searching as a LlamaIndex retriever: what it has ranked, as nodes."""

    def __init__(self, ranked: Sequence[tuple[str, float]], nodes: Mapping[str, TextNode]) -> None:
        self._ranked = ranked
        self._nodes = nodes
        super().__init__()

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return [NodeWithScore(node=self._nodes[id], score=score) for id, score in self._ranked]


def _as_node(passage: Passage) -> TextNode:
    """A passage as a LlamaIndex node, offsets carried."""
    return TextNode(
        id_=passage.id,
        text=passage.text,
        start_char_idx=passage.start,
        end_char_idx=passage.end,
        metadata={"doc": passage.doc},
    )


def fuse(
    question: str,
    rankings: Sequence[Sequence[tuple[str, float]]],
    passages: Mapping[str, Passage],
    most: int,
) -> tuple[ScoredPassage, ...]:
    """The best `most` passages by reciprocal-rank fusion of several rankings.

    What an index proposes that is not among `passages` is none.
    """
    known = [[(id, score) for id, score in ranked if id in passages] for ranked in rankings]
    nodes = {id: _as_node(passages[id]) for ranked in known for id, _ in ranked}
    if not nodes:
        return ()
    retriever = QueryFusionRetriever(
        [RankRetriever(ranked, nodes) for ranked in known],
        llm=MockLLM(),  # asked for nothing: one query, no rewriting
        mode=FUSION_MODES.RECIPROCAL_RANK,
        num_queries=1,
        similarity_top_k=most,
        use_async=False,
    )
    found = retriever.retrieve(question)
    return tuple(
        ScoredPassage(passages[result.node.node_id], float(result.score or 0.0)) for result in found
    )
