"""Our Answer in the shapes of OpenAI's chat completions, for programs that speak only these.

The earlier questions of a conversation are its history; what an assistant or a system message says
has no part in an answer.  `answer` beside the usual fields holds the whole Answer of the contract:
its offsets count in `answer.answer`, while the message's words are for people to read and show the
sources as well.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from typing import Final

from assistant.records import Answer
from assistant.rendering.objects import answer_object
from assistant.rendering.terminal import answer_text
from assistant.requests import AskRequest, read_ask
from assistant.settings import AssistantSettings
from indexing.articles.tokens import count_tokens
from indexing.errors import UsageError
from indexing.rendering.jsontext import dumps

MODEL: Final = "vss-assistant"
_ACTIVE = re.compile(r"(?<=\])(?=\()|(?<=<)(?=[a-zA-Z/!?])")
"""Where a link, an image or a tag would begin for a client that shows Markdown."""


def read_completion(given: Mapping[str, object], settings: AssistantSettings) -> AskRequest:
    """The last user message of a request as the question, those before it as the history.

    More of them than the settings allow are left out from the oldest on.  Raises `UsageError` for
    another model than ours and for messages without a question.
    """
    model = given.get("model", MODEL)
    if model != MODEL:
        raise UsageError(f'"model": expected "{MODEL}", came another: /v1/models names it')
    messages = given.get("messages")
    if not isinstance(messages, list):
        raise UsageError('"messages": expected a list of messages: send one with role "user"')
    asked = [_words(message) for message in messages if _role(message) == "user"]
    if not asked:
        raise UsageError('"messages": expected one with role "user", came none: add the question')
    most = settings.history_max_questions
    earlier = [words for words in asked[:-1] if isinstance(words, str) and words.strip()]
    history = earlier[-most:] if most else []
    return read_ask({"question": asked[-1], "history": history}, settings)


def wants_stream(given: Mapping[str, object]) -> bool:
    """Whether the request asks for events rather than one object."""
    stream = given.get("stream") or False
    if not isinstance(stream, bool):
        raise UsageError('"stream": expected true or false: correct it')
    return stream


def wants_usage(given: Mapping[str, object]) -> bool:
    """Whether the request asks for the tokens used at the end of the events."""
    options = given.get("stream_options") or {}
    if not isinstance(options, dict):
        raise UsageError('"stream_options": expected an object: correct it')
    return bool(options.get("include_usage"))


def completion_object(answer: Answer) -> dict[str, object]:
    """`answer` as a chat completion."""
    message = {"role": "assistant", "content": _shown(answer), "refusal": None}
    return {
        **_frame(answer, "chat.completion"),
        "choices": [
            {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None},
        ],
        "usage": _usage(answer),
        "answer": answer_object(answer),
    }


def completion_events(answer: Answer, counted: bool) -> Iterator[str]:
    """`answer` as the events of a streamed completion; that with the reason for its end holds the
    whole Answer.  `counted`: another one tells the tokens used.

    The words come in one piece: no part of an answer is shown before all of it is proven.
    """
    frame = _frame(answer, "chat.completion.chunk")
    opening = {"role": "assistant", "content": _shown(answer)}
    yield _event({**frame, "choices": [_delta(opening, None)]})
    yield _event({**frame, "choices": [_delta({}, "stop")], "answer": answer_object(answer)})
    if counted:
        yield _event({**frame, "choices": [], "usage": _usage(answer)})
    yield "data: [DONE]\n\n"


def models_object() -> dict[str, object]:
    """The list of models: ours."""
    entry = {"id": MODEL, "object": "model", "created": 0, "owned_by": "vss"}
    return {"object": "list", "data": [entry]}


def _frame(answer: Answer, kind: str) -> dict[str, object]:
    return {
        "id": f"chatcmpl-{answer.id}",
        "object": kind,
        "created": int(time.time()),
        "model": MODEL,
    }


def _usage(answer: Answer) -> dict[str, int]:
    asked, told = count_tokens(answer.question), count_tokens(_shown(answer))
    return {"prompt_tokens": asked, "completion_tokens": told, "total_tokens": asked + told}


def _delta(delta: Mapping[str, object], finish: str | None) -> dict[str, object]:
    return {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}


def _event(fields: Mapping[str, object]) -> str:
    return f"data: {dumps(fields)}\n\n"


def _shown(answer: Answer) -> str:
    """The answer with its notes and sources, inert for a client that shows Markdown."""
    return _ACTIVE.sub(" ", answer_text(answer).plain)


def _role(message: object) -> object:
    return message.get("role") if isinstance(message, dict) else None


def _words(message: Mapping[str, object]) -> object:
    """The text of a message; of one in parts, the parts that are text."""
    content = message.get("content")
    if not isinstance(content, list):
        return content
    parts = [part.get("text") for part in content if isinstance(part, dict)]
    return "\n".join(part for part in parts if isinstance(part, str))
