"""Other splitters into sentences, asked alone: pysbd over every paragraph, LlamaIndex's punkt."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pysbd
from llama_index.core.node_parser.text.utils import split_by_sentence_tokenizer

Split = Callable[[str], list[str]]


def other_splitters() -> Mapping[str, Split]:
    """By name, what takes a text to its sentences; each loads what it needs now, not when asked."""
    segmenter = pysbd.Segmenter(language="en", clean=False)
    return {
        "pysbd alone": lambda text: [s for p in text.split("\n") for s in segmenter.segment(p)],
        "LlamaIndex (punkt)": split_by_sentence_tokenizer(),
    }
