"""The assistant as a LlamaIndex query engine, to be a tool in anyone's LlamaIndex agent."""

from __future__ import annotations

import asyncio

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.response.schema import Response
from llama_index.core.prompts.mixin import PromptMixinType
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from assistant.assistant import Assistant
from assistant.records import Answer, Citation
from assistant.rendering.objects import answer_object


class AssistantQueryEngine(BaseQueryEngine):
    """Answers each query by `Assistant.answer`; an agent's own language model has no part in it.

    The response's text is the answer (the reason where nothing is answered), its source nodes are
    the citations in the order of their marks, and its metadata holds the whole Answer as the REST
    interface gives it.
    """

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        super().__init__(callback_manager=None)

    def _query(self, query_bundle: QueryBundle) -> Response:
        return _response(self._assistant.answer(query_bundle.query_str))

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return await asyncio.to_thread(self._query, query_bundle)

    def _get_prompt_modules(self) -> PromptMixinType:
        return {}


def as_query_engine(assistant: Assistant) -> AssistantQueryEngine:
    """`assistant` as a LlamaIndex query engine; closing it stays the caller's."""
    return AssistantQueryEngine(assistant)


def _response(answer: Answer) -> Response:
    return Response(
        response=answer.answer or answer.reason or "",
        source_nodes=[_source(citation) for citation in answer.citations],
        metadata={"answer": answer_object(answer)},
    )


def _source(citation: Citation) -> NodeWithScore:
    node = TextNode(
        text=citation.quote,
        start_char_idx=citation.start,
        end_char_idx=citation.end,
        metadata={"doc": citation.doc, "title": citation.title, "mark": citation.mark},
    )
    return NodeWithScore(node=node, score=1.0)
