"""The page itself: a tab to ask, a tab to check a text, a tab to look into a report.

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
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Mount

from assistant.api import problem, refusal
from assistant.chat.guard import PageGuard
from assistant.chat.html import answer_html, error_html, report_html
from assistant.chat.reports import audit_html
from assistant.interface import Answering
from assistant.rendering import iso_day, printable
from assistant.requests import read_ask, read_check
from assistant.settings import AssistantSettings
from indexing.errors import VssError
from indexing.extraction import audit
from indexing.reading.language import detect_language

_AT_ONCE = 4
"""Questions answered at the same time; Gradio's own limit is one."""
_WAITING = 64
"""Questions that may wait for their turn; more are turned away."""
_TURNS = 50
"""Turns that the page keeps."""
_FONTS = ("system-ui", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Arial", "sans-serif")

_PRIVATE: Mapping[str, Any] = MappingProxyType(
    {"api_visibility": "private", "show_progress": "minimal"}
)
"""The page's events are the page's own: other programs use /v1."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What one reader has asked, and the turns shown, both oldest first."""

    questions: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()

    def with_turn(self, turn: str) -> Conversation:
        """This conversation and one turn more; the oldest of many is dropped."""
        return replace(self, turns=(*self.turns, turn)[-_TURNS:])

    @property
    def html(self) -> str:
        """The turns, newest first: it stands where the reader looks, below the question box."""
        return "".join(reversed(self.turns))


Shown = tuple[str, Conversation, str, gr.Radio, gr.Radio, gr.Button]
"""The question box, the conversation, its HTML, the choices, the examples, the clear button."""


@cache
def load_words() -> Mapping[str, Any]:
    """The page's own words; the file is read once."""
    source = files("assistant") / "data" / "page.toml"
    return MappingProxyType(tomllib.loads(source.read_text(encoding="utf-8")))


def mount_page(api: FastAPI, assistant: Answering, settings: AssistantSettings) -> FastAPI:
    """`api` with the page at its root."""
    style = files("assistant") / "chat" / "style.css"
    page = build_page(assistant, settings)
    # Appended, it stands inside the guards that `api` has: what it refuses has their headers.
    events, most = frozenset(page.fns), settings.body_max_bytes
    api.user_middleware.append(Middleware(PageGuard, functions=events, most=most, refuse=problem))
    gr.mount_gradio_app(
        api,
        page,
        path="/",
        server_name=settings.host,
        server_port=settings.port,
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        mcp_server=False,
        app_kwargs={"openapi_url": None, "docs_url": None, "redoc_url": None},
        max_file_size=0,
        theme=gr.themes.Base(font=_FONTS, radius_size="sm"),
        css=style.read_text(encoding="utf-8"),
    )
    for mounted in (route.app for route in api.routes if isinstance(route, Mount)):
        if isinstance(mounted, FastAPI):
            mounted.add_exception_handler(HTTPException, refusal)
    return api


def build_page(assistant: Answering, settings: AssistantSettings) -> gr.Blocks:
    """The page over `assistant`."""
    words = load_words()
    page = gr.Blocks(analytics_enabled=False, title=words["title"])
    with page:
        gr.Markdown(f"# {words['heading']}\n\n{words['lead']}", elem_id="vss-header")
        with gr.Tab(words["ask_tab"]):
            _ask_tab(assistant, settings, words)
        with gr.Tab(words["check_tab"]):
            _check_tab(assistant, settings, words)
        with gr.Tab(words["reports_tab"]):
            chosen = _reports_tab(assistant, words)
        page.load(partial(_listed, assistant), None, chosen, **_PRIVATE)
    page.queue(max_size=_WAITING, default_concurrency_limit=_AT_ONCE, api_open=False)
    return page


def _ask_tab(assistant: Answering, settings: AssistantSettings, words: Mapping[str, Any]) -> None:
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
    clear = gr.Button(words["clear"], size="sm", elem_id="vss-clear", visible=False)
    examples = _list_of(words["example_questions"], words["examples"], "vss-examples")
    choices = _list_of([], words["choices"], "vss-choices")
    turns = _html("vss-conversation")

    shown = [question, conversation, turns, choices, examples, clear]
    respond = partial(answer_turn, assistant, settings)
    gr.on([ask.click, question.submit], respond, [question, conversation], shown, **_PRIVATE)
    for listed in (choices, examples):
        listed.input(respond, [listed, conversation], shown, **_PRIVATE)
    clear.click(lambda: _shown(Conversation()), None, shown, **_PRIVATE)


def _check_tab(assistant: Answering, settings: AssistantSettings, words: Mapping[str, Any]) -> None:
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
    # In a box of several lines Shift and Enter submit.
    gr.on([check.click, text.submit], partial(check_text, assistant, settings), text, report,
          **_PRIVATE)  # fmt: skip


def _reports_tab(assistant: Answering, words: Mapping[str, Any]) -> gr.Dropdown:
    chosen = gr.Dropdown(choices=[], value=None, label=words["report"], elem_id="vss-chosen")
    gr.Markdown(words["reports_legend"], elem_classes="vss-legend")
    shown = _html("vss-audit")
    chosen.input(partial(audit_report, assistant), chosen, shown, **_PRIVATE)
    return chosen


def _listed(assistant: Answering) -> gr.Dropdown:
    """The held reports to choose from, as they are when the page is opened."""
    choices = [
        (f"{one.title} ({iso_day(one.published) or one.doc})", one.doc)
        for one in assistant.reports()
    ]
    return gr.Dropdown(choices=choices, value=None)


def audit_report(assistant: Answering, doc: str | None) -> str:
    """The HTML of a held report with what became of each of its numbers."""
    article = assistant.article(doc) if doc else None
    if article is None:
        return ""
    return audit_html(article, audit(article))


def answer_turn(
    assistant: Answering, settings: AssistantSettings, question: str, held: Conversation
) -> Shown:
    """What the page shows after `question`; `held` is the conversation so far."""
    most = settings.history_max_questions
    try:
        earlier = held.questions[-most:] if most else ()
        request = read_ask({"question": question, "history": earlier}, settings)
        answer = assistant.answer(request.question, request.history)
    except VssError as error:
        failed = held.with_turn(error_html(question, str(error)))
        return _shown(failed, entry=printable(question))
    turn = answer_html(answer, f"source-{len(held.questions) + 1}")
    asked = replace(held, questions=(*held.questions, question))
    return _shown(asked.with_turn(turn), answer.choices)


def check_text(assistant: Answering, settings: AssistantSettings, text: str) -> str:
    """The HTML of a checked text."""
    try:
        checked = read_check({"text": text}, settings).text
        return report_html(checked, assistant.check(checked), detect_language(checked))
    except VssError as error:
        return error_html("", str(error))


def _shown(held: Conversation, choices: tuple[str, ...] = (), entry: str = "") -> Shown:
    begun = bool(held.turns)
    return (
        entry,
        held,
        held.html,
        gr.Radio(choices=list(choices), value=None, visible=bool(choices)),
        gr.Radio(value=None, visible=not begun),
        gr.Button(visible=begun),
    )


def _list_of(texts: list[str], label: str, name: str) -> gr.Radio:
    """Questions to click on, shown as plain text."""
    return gr.Radio(
        choices=texts,
        label=label,
        elem_id=name,
        elem_classes="vss-list",
        visible=bool(texts),
    )


def _html(name: str) -> gr.Markdown:
    # Formulas are off: "$" in a report is money.
    return gr.Markdown(elem_id=name, latex_delimiters=[], sanitize_html=True)
