"""The door to language models: any OpenAI-compatible endpoint, through LlamaIndex's OpenAILike.

What the client library leaves open is closed here.  It retries on two levels, so a failure is told
at once and never retried here.  Its time-out counts from byte to byte, so a stream that drips on is
ended by a clock of ours.  It takes a stream that breaks off for a whole reply, so one counts only
when the model said that it had finished.  It keeps the key in its repr and in its events, so it is
given none: the key is put on the request below it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as DeadlinePassed
from functools import cached_property
from threading import Lock, Thread
from typing import Any, Final

import httpx
from pydantic import SecretStr

from assistant.model.faults import Fault, ModelFault

_MOST_BYTES: Final = 2_000_000
"""Of a reply, as sent; each token of a stream comes with some 200 bytes around it."""
_MOST_CHARACTERS: Final = 20_000
"""Of a reply's words."""
_FEW_HEADERS: Final = frozenset(
    ("accept", "connection", "content-length", "content-type", "host", "transfer-encoding")
)
"""All that is sent beside the key; the library would tell of the machine and of other accounts."""
_BY_STATUS: Final[dict[int, Fault]] = {401: "denied", 403: "denied", 429: "busy"}


class ModelClient:
    """One model at one endpoint.  Safe to share among threads; `close` ends what is under way."""

    def __init__(self, base_url: str, model: str, key: SecretStr | None, most_tokens: int) -> None:
        self._base_url = base_url
        self._model = model
        self._key = key
        self._most_tokens = most_tokens
        self._lock = Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    def reply(self, prompt: str, seconds: float) -> str:
        """The model's whole reply to `prompt`, after at most `seconds`, from one request.

        Raises `ModelFault` where there is none; a request under way is then cancelled.
        """
        if seconds <= 0:
            raise ModelFault("slow")
        loop = self._running_loop()
        under_way = asyncio.run_coroutine_threadsafe(self._stream(prompt), loop)
        try:
            return under_way.result(timeout=seconds)
        except DeadlinePassed:
            raise ModelFault("slow") from None
        except CancelledError:
            raise ModelFault("closed") from None
        finally:
            under_way.cancel()

    def prepare(self) -> None:
        """Load the libraries ahead of the first reply; they take seconds."""
        self._running_loop()
        _ = self._llm._get_aclient().chat.completions

    def close(self) -> None:
        """End the requests under way and let go of the connections; no other is made."""
        with self._lock:
            self._closed = True
            loop, self._loop = self._loop, None
        if loop is not None:
            asyncio.run_coroutine_threadsafe(_cancel_all(), loop).result()
            if "_http" in vars(self):
                asyncio.run_coroutine_threadsafe(self._http.aclose(), loop).result()
            loop.call_soon_threadsafe(loop.stop)

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        # A loop of our own: a name that resolves slowly must not hold up whoever waits.
        with self._lock:
            if self._closed:
                raise ModelFault("closed")
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                Thread(target=_run, args=[self._loop], name="language model", daemon=True).start()
            return self._loop

    @cached_property
    def _llm(self) -> Any:
        from llama_index.llms.openai_like import OpenAILike

        options: dict[str, Any] = {"async_http_client": self._http}
        return OpenAILike(
            model=self._model,
            api_base=self._base_url,
            api_key="none",
            api_version="",
            is_chat_model=True,
            max_retries=0,
            temperature=0.0,
            max_tokens=self._most_tokens,
            **options,
        )

    @cached_property
    def _http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=_Limited(),
            event_hooks={"request": [self._sign]},
            trust_env=False,
            follow_redirects=False,
            timeout=None,
        )

    async def _sign(self, request: httpx.Request) -> None:
        for name in request.headers.keys() - _FEW_HEADERS:
            del request.headers[name]
        request.headers["accept-encoding"] = "identity"
        if self._key is not None:
            request.headers["authorization"] = f"Bearer {self._key.get_secret_value()}"

    async def _stream(self, prompt: str) -> str:
        from openai import APIConnectionError, APIStatusError

        try:
            return await self._whole_reply(prompt)
        except ModelFault:
            raise
        except APIStatusError as error:
            status = error.status_code
            fault = _BY_STATUS.get(status, "failed" if status >= 500 else "rejected")
            raise ModelFault(fault) from None
        except APIConnectionError as error:
            # Our own limits end a reply inside the library, which takes that for a lost connection.
            inner = error.__cause__
            raise (inner if isinstance(inner, ModelFault) else ModelFault("unreachable")) from None
        except Exception:  # noqa: BLE001 - the library fails on bad replies in ways of no order
            raise ModelFault("unusable") from None

    async def _whole_reply(self, prompt: str) -> str:
        from llama_index.core.llms import ChatMessage

        words, finish = "", None
        chunks = await self._llm.astream_chat([ChatMessage(role="user", content=prompt)])
        async for chunk in chunks:
            words += chunk.delta or ""
            choices = chunk.raw.choices
            finish = (choices[0].finish_reason if choices else None) or finish
            if len(words) > _MOST_CHARACTERS or chunk.message.additional_kwargs.get("tool_calls"):
                raise ModelFault("unusable")
        if finish != "stop" or not words.strip():
            raise ModelFault("unusable")
        return words


class _Limited(httpx.AsyncHTTPTransport):
    """Ends a reply that grows too large; one that is packed may be any size unpacked."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await super().handle_async_request(request)
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.aclose()
            raise ModelFault("unusable")
        assert isinstance(response.stream, httpx.AsyncByteStream)
        response.stream = _LimitedStream(response.stream)
        return response


class _LimitedStream(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for piece in self._stream:
            read += len(piece)
            if read > _MOST_BYTES:
                raise ModelFault("unusable")
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()


def _run(loop: asyncio.AbstractEventLoop) -> None:
    loop.run_forever()
    loop.close()


async def _cancel_all() -> None:
    mine = asyncio.current_task()
    others = [task for task in asyncio.all_tasks() if task is not mine]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
