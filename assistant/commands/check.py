"""`check`: the figures of a text held against the metric table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.shared import BatchOption, DataOption, JsonOption, Verb, carry_out
from assistant.rendering.objects import report_object
from assistant.requests import CheckRequest, read_check

if TYPE_CHECKING:
    from rich.text import Text

    from assistant.interface import Answering
    from assistant.records import CheckReport


def check(
    context: typer.Context,
    text: Annotated[str | None, typer.Argument(help="The text, in quotes.")] = None,
    as_json: JsonOption = False,
    batch: BatchOption = None,
    data: DataOption = None,
) -> None:
    """Check each figure of a speech, a press release or a draft against the reports.

    python -m assistant check "Health insurance covered 95 per cent of Binh Phuoc in 2023."

    python -m assistant check --batch texts.jsonl > verdicts.jsonl
    """
    verb = Verb("text", read_check, _check, report_object, _text)
    carry_out(context, verb, {"text": text}, as_json, batch, data)


def _check(assistant: Answering, request: CheckRequest) -> CheckReport:
    return assistant.check(request.text)


def _text(request: CheckRequest, report: CheckReport) -> Text:
    from assistant.rendering.terminal import report_text
    from indexing.reading.language import detect_language

    return report_text(request.text, report, detect_language(request.text))
