"""Our splitter and embedding model as parts of a LlamaIndex ingestion pipeline.

`build` does not run such a pipeline: its upserts delete the old version of an article before the
new one is made.  These parts let other LlamaIndex programs read articles as the index does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.schema import (
    BaseNode,
    MetadataMode,
    NodeRelationship,
    TextNode,
    TransformComponent,
)

from indexing.articles import parse_article
from indexing.articles.passages import split_passages
from indexing.records import Article, Passage
from indexing.search.embedding import TextEmbedder


class PassageSplitter(TransformComponent):
    """Cuts documents, each the whole text of one article, into nodes that are our passages.

    A document's id is the article's `doc`.  Offsets are carried from our splitter; LlamaIndex's own
    are looked up in the text afterwards and name the wrong place where a passage is repeated.
    Raises `ArticleError` for a document that is no article.
    """

    passage_tokens: int = 220

    def __call__(self, nodes: Sequence[BaseNode], **_: Any) -> Sequence[BaseNode]:
        return [
            _node(article, passage, source)
            for source in nodes
            for article in [_article(source)]
            for passage in split_passages(article, self.passage_tokens)
        ]


class PassageEmbedding(BaseEmbedding):
    """Our embedding model in the shape that LlamaIndex asks for."""

    _embedder: TextEmbedder = PrivateAttr()

    def __init__(self, embedder: TextEmbedder) -> None:
        super().__init__(model_name=embedder.identity.split()[0])
        self._embedder = embedder

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._embedder.embed(texts).tolist()
        return vectors

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def _article(source: BaseNode) -> Article:
    return parse_article(source.node_id, source.get_content(MetadataMode.NONE), source.node_id)


def _node(article: Article, passage: Passage, source: BaseNode) -> TextNode:
    return TextNode(
        id_=passage.id,
        text=passage.text,
        start_char_idx=passage.start,
        end_char_idx=passage.end,
        metadata={"doc": passage.doc, "title": article.title, "heading": passage.heading},
        relationships={NodeRelationship.SOURCE: source.as_related_node_info()},
    )
