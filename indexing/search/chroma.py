"""The only door to Chroma: clients of a database in a folder or on a server."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from indexing.errors import SettingError, WorkError

_SERVER_SECONDS: Final = 5.0


def embedded_client(folder: Path) -> Any:
    """A client of the database in `folder`, which is made where it is missing."""
    import chromadb

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return chromadb.PersistentClient(path=str(folder), settings=_settings())


def server_client(address: str) -> Any:
    """A client of the server at `address`, written as `VSS_CHROMA_URL` is.

    Raises `SettingError` for an address that cannot be used, `WorkError` when nothing answers.
    """
    from urllib.error import URLError
    from urllib.parse import urlsplit
    from urllib.request import urlopen

    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingError(f"VSS_CHROMA_URL={address!r}: expected http://host:port")
    try:
        # Chroma's own client would wait for ever on a server that does not answer.
        with urlopen(f"{address.rstrip('/')}/api/v2/heartbeat", timeout=_SERVER_SECONDS):
            pass
    except (URLError, OSError) as error:
        raise WorkError(f"the Chroma server at {address} does not answer: {error}") from None
    import chromadb
    import httpx

    secure = parts.scheme == "https"
    client: Any = chromadb.HttpClient(
        host=parts.hostname,
        port=parts.port or (443 if secure else 80),
        ssl=secure,
        settings=_settings(),
    )
    client._server._session.timeout = httpx.Timeout(_SERVER_SECONDS)
    return client


def _settings() -> Any:
    from chromadb.config import Settings

    # Given one by one, and no .env: Chroma would take over what lies in the working directory.
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        anonymized_telemetry=False,
        allow_reset=False,
        chroma_otel_collection_endpoint="",
    )
