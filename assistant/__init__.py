"""A question to an Answer whose every figure was checked.  Reads the index, changes nothing in it.

`Assistant` answers and checks; `as_query_engine` wraps one as a LlamaIndex query engine.  Both load
on first use, so that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.assistant import Assistant as Assistant
    from assistant.query_engine import as_query_engine as as_query_engine

__all__ = ["Assistant", "as_query_engine"]


def __getattr__(name: str) -> Any:
    if name == "Assistant":
        from assistant.assistant import Assistant

        return Assistant
    if name == "as_query_engine":
        from assistant.query_engine import as_query_engine

        return as_query_engine
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
