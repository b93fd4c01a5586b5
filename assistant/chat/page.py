"""The page itself: a tab to ask, a tab to check a text.

What is shown goes through `assistant.chat.html`, and choices and examples are shown by Gradio as
plain text, so nothing from a question, an article or an answer becomes markup.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import gradio as gr
from fastapi import FastAPI

from assistant.chat.html import answer_html, error_html, report_html
from assistant.interface import Answering
from assistant.requests import read_ask, read_check
from assistant.settings import AssistantSettings
from indexing.errors import VssError

_AT_ONCE = 4
"""Questions answered at the same time; Gradio's own limit is one."""
_WAITING = 64
"""Questions that may wait for their turn; more are turned away."""
_FONTS = ("system-ui", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Arial", "sans-serif")


@dataclass(frozen=True, slots=True)
class Conversation:
    """What one reader has asked, and the turns shown, both oldest first."""

    questions: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()

    def with_turn(self, turn: str, most: int) -> Conversation:
        """This conversation and one turn more; the page keeps `most` of them."""
        return replace(self, turns=(*self.turns, turn)[-most:])

    @property
    def html(self) -> str:
        """The turns, newest first: it stands where the reader looks, below the question box."""
        return "".join(reversed(self.turns))


@cache
def load_words() -> Mapping[str, Any]:
    """The page's own words; the file is read once."""
    source = files("assistant") / "data" / "page.toml"
    return MappingProxyType(tomllib.loads(source.read_text(encoding="utf-8")))


def mount_page(api: FastAPI, assistant: Answering, settings: AssistantSettings) -> FastAPI:
    """`api` with the page at its root."""
    style = files("assistant") / "chat" / "style.css"
    return gr.mount_gradio_app(
        api,
        build_page(assistant, settings),
        path="/",
        server_name=settings.host,
        server_port=settings.port,
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        mcp_server=False,
        max_file_size=0,
        theme=gr.themes.Base(font=_FONTS, radius_size="sm"),
        css=style.read_text(encoding="utf-8"),
    )


def build_page(assistant: Answering, settings: AssistantSettings) -> gr.Blocks:
    """The page over `assistant`."""
    words = load_words()
    with gr.Blocks(analytics_enabled=False, title=words["title"]) as page:
        gr.Markdown(f"# {words['heading']}\n\n{words['lead']}", elem_id="vss-header")
        with gr.Tab(words["ask_tab"]):
            _ask_tab(assistant, settings, words)
        with gr.Tab(words["check_tab"]):
            _check_tab(assistant, settings, words)
    page.queue(max_size=_WAITING, default_concurrency_limit=_AT_ONCE, api_open=False)
    return page


def _ask_tab(
    assistant: Answering, settings: AssistantSettings, words: Mapping[str, Any]
) -> None:
    conversation = gr.State(Conversation())
    with gr.Row(elem_classes="vss-entry"):
        question = gr.Textbox(
            label=words["question"],
            placeholder=words["question_hint"],
            max_length=settings.question_max_characters,
            elem_id="vss-question",
            scale=5,
            autofocus=True,
        )
        ask = gr.Button(words["ask"], variant="primary", elem_id="vss-ask", scale=1)
    choices = _list_of([], words["choices"], "vss-choices", question)
    turns = _html("vss-conversation")
    examples = _list_of(words["example_questions"], words["examples"], "vss-examples", question)
    clear = gr.Button(words["clear"], size="sm", elem_id="vss-clear", visible=False)

    shown = [question, conversation, turns, choices, clear]
    respond = partial(answer_turn, assistant, settings)
    gr.on([ask.click, question.submit], respond, [question, conversation], shown, **_PRIVATE)
    for picked in (choices, examples):
        picked.click(
            lambda sample, held: respond(sample[0], held), [picked, conversation], shown, **_PRIVATE
        )
    clear.click(_cleared, None, shown, **_PRIVATE)


def _check_tab(
    assistant: Answering, settings: AssistantSettings, words: Mapping[str, Any]
) -> None:
    text = gr.Textbox(
        label=words["text"],
        placeholder=words["text_hint"],
        lines=8,
        max_lines=20,
        max_length=settings.text_max_characters,
        elem_id="vss-text",
    )
    check = gr.Button(words["check"], variant="primary", elem_id="vss-check")
    gr.Markdown(words["legend"], elem_id="vss-legend")
    report = _html("vss-report")
    check.click(partial(check_text, assistant, settings), text, report, **_PRIVATE)


_PRIVATE: Mapping[str, Any] = MappingProxyType({"api_visibility": "private", "show_progress": "minimal"})
"""The page's events are the page's own: other programs use /v1."""


def answer_turn(
    assistant: Answering, settings: AssistantSettings, question: str, held: Conversation
) -> tuple[object, Conversation, str, gr.Dataset, gr.Button]:
    """One turn: what the page shows after `question`; `held` is the conversation so far.

    Gives the content of the question box, the conversation, its HTML, the choices, the button.
    """
    choices: tuple[str, ...] = ()
    entry: object = ""
    most = settings.history_max_questions
    try:
        given = {"question": question, "history": held.questions[-most:] if most else ()}
        request = read_ask(given, settings)
        answer = assistant.answer(request.question, request.history)
    except VssError as error:
        entry = gr.skip()
        held = held.with_turn(error_html(question, str(error)), max(most, 1))
    else:
        choices = answer.choices
        turn = answer_html(answer, f"source-{len(held.questions) + 1}")
        held = replace(held, questions=(*held.questions, question)).with_turn(turn, max(most, 1))
    return (entry, held, held.html, _offered(choices), gr.Button(visible=True))


def check_text(assistant: Answering, settings: AssistantSettings, text: str) -> str:
    """The HTML of a checked text."""
    try:
        request = read_check({"text": text}, settings)
        return report_html(request.text, assistant.check(request.text), "en")
    except VssError as error:
        return error_html("", str(error))


def _cleared() -> tuple[str, Conversation, str, gr.Dataset, gr.Button]:
    return "", Conversation(), "", _offered(()), gr.Button(visible=False)


def _offered(choices: tuple[str, ...]) -> gr.Dataset:
    return gr.Dataset(samples=[[choice] for choice in choices], visible=bool(choices))


def _list_of(texts: list[str], label: str, name: str, target: gr.Textbox) -> gr.Dataset:
    """Texts to click on, shown as plain text."""
    return gr.Dataset(
        label=label,
        components=[target],
        samples=[[text] for text in texts],
        elem_id=name,
        visible=bool(texts),
    )


def _html(name: str) -> gr.Markdown:
    # Formulas are off: "$" in a report is money.
    return gr.Markdown(elem_id=name, latex_delimiters=[], sanitize_html=True)
