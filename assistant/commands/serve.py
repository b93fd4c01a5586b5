"""`serve`: the chat page and the REST interface on one port."""

from __future__ import annotations

import errno
import socket
from contextlib import suppress
from threading import Thread
from typing import Annotated

import typer

from assistant.commands.shared import DataOption, opened, settings_for
from assistant.interface import Answering
from assistant.settings import AssistantSettings
from indexing.command_line import Stopped
from indexing.errors import UsageError, VssError, WorkError

_SECONDS_TO_FINISH = 3
"""How long requests under way may take after Ctrl-C; the chat page keeps one open for ever."""


def serve(
    context: typer.Context,
    host: Annotated[
        str | None, typer.Option(help="Address to listen on [VSS_HOST; 127.0.0.1].")
    ] = None,
    port: Annotated[
        int | None, typer.Option(help="Port to listen on, 0 for any [VSS_PORT; 7860].")
    ] = None,
    data: DataOption = None,
) -> None:
    """Serve the chat page at / and the REST interface at /v1, until Ctrl-C.

    python -m assistant serve --port 8000
    """
    settings = settings_for(data, host=host, port=port)
    with _listen(settings) as listener, opened(context, settings) as assistant:
        import uvicorn

        from assistant.chat import mount_chat
        from assistant.rest.api import build_api

        address = _address(settings.host, listener.getsockname()[1])

        class Service(uvicorn.Server):
            async def startup(self, sockets: list[socket.socket] | None = None) -> None:
                await super().startup(sockets)
                print(f"Chat: {address}  API: {address}/v1", flush=True)
                Thread(target=_prepare, args=[assistant], daemon=True).start()

        api = mount_chat(build_api(assistant, settings), assistant, settings)
        config = uvicorn.Config(
            api,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_SECONDS_TO_FINISH,
        )
        # Ctrl-C and SIGTERM are how a service ends: uvicorn has shut down when it passes them on.
        with suppress(Stopped):
            Service(config).run(sockets=[listener])


def _prepare(assistant: Answering) -> None:
    # What cannot be loaded is told to whoever asks a question that needs it.
    with suppress(VssError):
        assistant.prepare()


def _listen(settings: AssistantSettings) -> socket.socket:
    """A listening socket: taken before the index is opened, so that a taken port is told early."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise _refusal(error, settings) from None
    return listener


def _refusal(error: OSError, settings: AssistantSettings) -> WorkError | UsageError:
    if error.errno == errno.EADDRINUSE:
        return WorkError(f"port {settings.port} is in use: stop the other service or pass --port")
    return UsageError(
        f"cannot listen on {settings.host} port {settings.port} ({error.strerror}):"
        " pass --host with an address of this machine and --port with a free port"
    )


def _address(host: str, port: int) -> str:
    """The address that a reader on this machine opens."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"
