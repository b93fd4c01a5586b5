"""`ask`: one question, or a batch of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.shared import BatchOption, DataOption, JsonOption, Verb, carry_out
from assistant.rendering.objects import answer_object
from assistant.requests import AskRequest, read_ask

if TYPE_CHECKING:
    from rich.text import Text

    from assistant.interface import Answering
    from assistant.records import Answer


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
    verb = Verb("question", read_ask, _answer, answer_object, _text)
    carry_out(context, verb, {"question": question, "history": history}, as_json, batch, data)


def _answer(assistant: Answering, request: AskRequest) -> Answer:
    return assistant.answer(request.question, request.history)


def _text(request: AskRequest, answer: Answer) -> Text:
    from assistant.rendering.terminal import answer_text

    return answer_text(answer)
