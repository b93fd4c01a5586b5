"""Our splitter and model inside a LlamaIndex ingestion pipeline."""

from __future__ import annotations

import pytest
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.schema import Document, TextNode

from indexing.articles.passages import split_passages
from indexing.errors import ArticleError
from indexing.ingestion import PassageEmbedding, PassageSplitter
from tests.indexing.samples import FakeEmbedder, article, fake_vectors

REPEATED = "Reports repeat themselves\n\n" + "\n\n".join(
    ["It rose by 3 per cent in that month, said the office."] * 20
)


def test_a_pipeline_makes_our_passages_with_our_vectors() -> None:
    one = article()
    parts = [PassageSplitter(), PassageEmbedding(FakeEmbedder())]
    nodes = IngestionPipeline(transformations=parts).run(
        documents=[Document(id_=one.doc, text=one.text)]
    )
    passages = split_passages(one, 220)
    assert [node.node_id for node in nodes] == [passage.id for passage in passages]
    for node, passage in zip(nodes, passages, strict=True):
        assert isinstance(node, TextNode)
        assert one.text[node.start_char_idx : node.end_char_idx] == node.text == passage.text
        assert node.ref_doc_id == one.doc
        assert len(node.embedding or []) == fake_vectors(["x"]).shape[1]


def test_repeated_sentences_keep_their_own_offsets() -> None:
    nodes = PassageSplitter(passage_tokens=32)([Document(id_="a", text=REPEATED)])
    starts = [node.start_char_idx for node in nodes if isinstance(node, TextNode)]
    assert len(starts) == len(set(starts)) > 5
    assert starts == sorted(starts, key=int)  # type: ignore[arg-type]


def test_what_is_no_article_is_told() -> None:
    with pytest.raises(ArticleError, match="a: expected prose"):
        PassageSplitter()([Document(id_="a", text="Only a headline")])
