"""`ask`: one question, or a batch of them."""

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
from assistant.rendering import answer_object
from assistant.requests import read_ask


def ask(
    context: typer.Context,
    question: Annotated[str | None, typer.Argument(help="The question, in quotes.")] = None,
    as_json: JsonOption = False,
    history: Annotated[
        list[str] | None,
        typer.Option(metavar="QUESTION", help="An earlier question; repeat it, oldest first."),
    ] = None,
    batch: BatchOption = None,
    data: DataOption = None,
) -> None:
    """Answer a question from the reports, each figure checked and cited.

    python -m assistant ask "How many people had health insurance in Binh Phuoc in 2023?"

    python -m assistant ask "And in 2022?" --history "Health insurance coverage of Binh Phuoc?"

    python -m assistant ask --batch questions.jsonl > answers.jsonl
    """
    require_one(question, "question", batch)
    settings = settings_for(data)
    if batch is not None:
        with opened(context, settings) as assistant:

            def respond(given: Mapping[str, object]) -> dict[str, object]:
                request = read_ask(given, settings)
                return answer_object(assistant.answer(request.question, request.history))

            raise typer.Exit(answer_batch(batch, respond))
    request = read_ask({"question": question, "history": history}, settings)
    with opened(context, settings) as assistant:
        answer = assistant.answer(request.question, request.history)
    if as_json:
        show_object(answer_object(answer))
    else:
        from assistant.terminal import answer_text

        show(answer_text(answer))
