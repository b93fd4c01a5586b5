"""What the routes take and give, for the schema: drawn from the records, so as not to differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import DecimalSchema

from assistant.records import Answer, CheckReport, ReportEntry
from indexing.records import MetricFact
from indexing.rendering.export import FIELDS

_HOME = "#/components/schemas/"
_ONLY_AT_TIMES = {"reported"}
"""What an object has only where there is something to tell; all else is always there."""

PROBLEM: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "A request that was not carried out: what was expected, what came, what to"
        " do. 422 as worded, 404 not held, 405 another method, 413 too large, 503 the work failed.",
        "content": {"application/problem+json": {"schema": {"$ref": f"{_HOME}Problem"}}},
    }
}


def takes(properties: Mapping[str, object]) -> dict[str, Any]:
    """The schema of a JSON body whose first property is required."""
    schema = {"type": "object", "required": [next(iter(properties))], "properties": properties}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def gives(name: str) -> dict[str, Any]:
    """That a route gives the object of that name."""
    content = {"application/json": {"schema": {"$ref": f"{_HOME}{name}"}}}
    return {"responses": {"200": {"content": content}}}


def components() -> dict[str, Any]:
    """The objects that routes give, by name."""
    found: dict[str, Any] = {}
    for record in (Answer, CheckReport, ReportEntry, MetricFact):
        made = TypeAdapter(record).json_schema(
            mode="serialization", schema_generator=_AsWritten, ref_template=_HOME + "{model}"
        )
        found |= {name: _whole(one) for name, one in made.pop("$defs", {}).items()}
        found[record.__name__] = _whole(made)
    row = found["MetricFact"]
    row["properties"] = {name: row["properties"][name] for name in FIELDS}
    row["required"] = list(FIELDS)
    return found | _PAGES | {"Problem": _PROBLEM_OBJECT}


class _AsWritten(GenerateJsonSchema):
    def decimal_schema(self, schema: DecimalSchema) -> dict[str, Any]:
        """An exact value is written as a plain number."""
        return {"type": "number"}


def _whole(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of an object that is written with all its names."""
    schema["required"] = [name for name in schema["properties"] if name not in _ONLY_AT_TIMES]
    for told in schema["properties"].values():
        told.pop("default", None)
    return schema


def _list_of(name: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"{_HOME}{name}"}}


_PAGES = {
    "Articles": {
        "type": "object", "required": ["articles"],
        "properties": {"articles": _list_of("ReportEntry")},
    },
    "Metrics": {
        "type": "object", "required": ["rows", "next"],
        "properties": {
            "rows": _list_of("MetricFact"),
            "next": {
                "type": ["string", "null"],
                "description": "The `cursor` of the next page; null on the last one.",
            },
        },
    },
}  # fmt: skip
_PROBLEM_OBJECT = {
    "type": "object", "required": ["title", "status", "detail", "error"],
    "description": "An error (RFC 9457); `error` says the same to programs of OpenAI's protocol.",
    "properties": {
        "title": {"type": "string"}, "status": {"type": "integer"},
        "detail": {"type": "string", "description": "One line: what was expected, what came."},
        "error": {"type": "object"},
    },
}  # fmt: skip
