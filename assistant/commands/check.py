"""`check`: the figures of a text held against the metric table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from assistant.commands.shared import (
    BatchOption,
    DataOption,
    JsonOption,
    answer_batch,
    opened,
    require_one,
    settings_for,
    show,
    show_object,
)
from assistant.rendering import report_object
from assistant.requests import read_check


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
    require_one(text, "text", batch)
    settings = settings_for(data)
    if batch is not None:
        with opened(context, settings) as assistant:

            def respond(given: Mapping[str, object]) -> dict[str, object]:
                return report_object(assistant.check(read_check(given, settings).text))

            raise typer.Exit(answer_batch(batch, respond))
    request = read_check({"text": text}, settings)
    with opened(context, settings) as assistant:
        report = assistant.check(request.text)
    if as_json:
        show_object(report_object(report))
    else:
        from assistant.terminal import report_text
        from indexing.reading.language import detect_language

        show(report_text(request.text, report, detect_language(request.text)))
