"""Where the index lives and how it is made: one frozen object, built at the entry point."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from indexing.errors import SettingError

_PASSWORD = re.compile(r"(?<=//)[^/\s]*@")


class IndexSettings(BaseSettings):
    """Settings of indexing.  Each is read from the environment as `VSS_` plus its name.

    Raises `SettingError` through `load` when a value cannot be used; importing this module reads
    nothing.
    """

    model_config = SettingsConfigDict(env_prefix="VSS_", env_file=None, frozen=True, extra="ignore")

    data_dir: Path = Field(Path("var"), description="folder that holds the index")
    database_url: str | None = Field(
        None, description="SQLAlchemy address of the database; SQLite inside data_dir by default"
    )
    chroma_url: str | None = Field(
        None, description="address of a Chroma server; an embedded collection by default"
    )
    embedding_model: str | None = Field(
        None, description="sentence-transformers model by path or name; the packaged one by default"
    )
    passage_tokens: int = Field(
        220, ge=32, le=2000, description="most tokens in a passage (cl100k_base)"
    )

    @property
    def sql_address(self) -> str:
        """The SQLAlchemy address in force."""
        return self.database_url or f"sqlite:///{self.data_dir / 'index.sqlite'}"


def describe(error: ValidationError) -> str:
    """The first fault of a settings error as one line that names the variable.

    Neither a key nor the password of an address is repeated.
    """
    fault = error.errors()[0]
    name = "VSS_" + "_".join(str(part) for part in fault["loc"]).upper()
    given = "..." if name.endswith("_KEY") else _PASSWORD.sub("...@", repr(fault["input"]))
    return f"{name}={given} cannot be used: {fault['msg']}"


def load(**given: object) -> IndexSettings:
    """Settings from the environment, `given` (where not None) taking precedence.

    Raises `SettingError` naming the variable and its value.
    """
    try:
        return IndexSettings(**{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingError(describe(error)) from None
