"""What judging needs to know beside the assistant's settings."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, ValidationError

from assistant.settings import AssistantSettings
from indexing.errors import SettingError
from indexing.settings import describe


class EvalSettings(AssistantSettings):
    """Settings of the evaluations: those of the assistant, and the place of the labels."""

    gold: Path | None = Field(None, description="folder of labelled figures, for `extraction`")


def load(**given: object) -> EvalSettings:
    """Settings from the environment, `given` (where not None) taking precedence.

    Raises `SettingError` naming the variable and its value.
    """
    try:
        return EvalSettings(**{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingError(describe(error)) from None
