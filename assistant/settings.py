"""Where the assistant listens and how much it takes in: one frozen object, built at the door."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError

from indexing.errors import SettingError
from indexing.settings import IndexSettings, describe


def _web_address(given: str) -> str:
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise ValueError("expected an address such as http://127.0.0.1:8000/v1, without a password")
    return given


def _header_text(given: SecretStr) -> SecretStr:
    key = given.get_secret_value().strip()
    if not (key.isascii() and key.isprintable()):
        raise ValueError("expected ASCII letters, digits and signs on one line")
    return SecretStr(key)


HttpAddress = Annotated[str, AfterValidator(_web_address)]
HeaderKey = Annotated[SecretStr, AfterValidator(_header_text)]


class AssistantSettings(IndexSettings):
    """Settings of the assistant: those of the index, and its own.

    Each is read from the environment as `VSS_` plus its name.  Raises `SettingError` through
    `load` when a value cannot be used; importing this module reads nothing.
    """

    host: str = Field("127.0.0.1", description="address that the service listens on")
    port: int = Field(7860, ge=0, le=65535, description="TCP port; 0 takes any free one")
    question_max_characters: int = Field(
        2_000, ge=1, description="longest question, also of the history"
    )
    text_max_characters: int = Field(50_000, ge=1, description="longest text to check")
    text_max_numbers: int = Field(1_000, ge=1, description="most numbers of a text to check")
    history_max_questions: int = Field(20, ge=0, description="most earlier questions")
    body_max_bytes: int = Field(1_048_576, ge=1_024, description="largest body of a request")
    llm_base_url: HttpAddress | None = Field(
        None, description="address of an OpenAI-compatible endpoint; no language model without it"
    )
    llm_model: str = Field("", description="name of the model at that endpoint")
    llm_api_key: HeaderKey | None = Field(None, description="its key; never shown")
    llm_seconds: float = Field(
        20.0, gt=0, le=600, description="time that the model may take for an answer, all requests"
    )
    llm_context_tokens: int = Field(
        8_192, ge=1_024, description="room for prompt and reply together (cl100k_base)"
    )
    llm_reply_tokens: int = Field(1_024, ge=64, description="longest reply (tokens of the model)")


def load(**given: object) -> AssistantSettings:
    """Settings from the environment, `given` (where not None) taking precedence.

    Raises `SettingError` naming the variable and its value.
    """
    try:
        return AssistantSettings(**{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingError(describe(error)) from None
