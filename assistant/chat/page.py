"""The page itself: a tab to ask, a tab to check a text, a tab to look into a report.

What is shown goes through `assistant.chat.html`, and choices and examples are shown by Gradio as
plain text, so nothing from a question, an article or an answer becomes markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from importlib.resources import files
from typing import Any

import gradio as gr
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Mount

from assistant.chat.asking import ask_tab
from assistant.chat.guard import PageGuard
from assistant.chat.html import error_html, report_html
from assistant.chat.parts import PRIVATE, inert_html, load_words, told_on_page
from assistant.chat.reports import audit_html, conflicts_html
from assistant.interface import Answering
from assistant.rendering.objects import iso_day
from assistant.requests import read_check
from assistant.rest.api import problem, refusal
from assistant.settings import AssistantSettings
from indexing.errors import VssError
from indexing.extraction import audit
from indexing.reading.language import detect_language

_AT_ONCE = 4
"""Questions answered at the same time; Gradio's own limit is one."""
_WAITING = 64
"""Questions that may wait for their turn; more are turned away."""
_FONTS = ("system-ui", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Arial", "sans-serif")


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
            ask_tab(assistant, settings, words)
        with gr.Tab(words["check_tab"]):
            _check_tab(assistant, settings, words)
        with gr.Tab(words["reports_tab"]):
            chosen = _reports_tab(assistant, words)
        page.load(partial(_listed, assistant), None, chosen, **PRIVATE)
    page.queue(max_size=_WAITING, default_concurrency_limit=_AT_ONCE, api_open=False)
    return page


def _check_tab(assistant: Answering, settings: AssistantSettings, words: Mapping[str, Any]) -> None:
    text = gr.Textbox(
        label=words["text"],
        placeholder=words["text_hint"],
        lines=8,
        max_lines=20,
        elem_id="vss-text",
    )
    check = gr.Button(words["check"], variant="primary", elem_id="vss-check")
    gr.Markdown(words["legend"], elem_id="vss-legend")
    report = inert_html("vss-report")

    def respond(given: str) -> object:
        if not given.strip():
            gr.Info(words["blank"])
            return gr.skip()
        return check_text(assistant, settings, given)

    # In a box of several lines Shift and Enter submit.
    gr.on([check.click, text.submit], respond, text, report, **PRIVATE)


def _reports_tab(assistant: Answering, words: Mapping[str, Any]) -> gr.Dropdown:
    chosen = gr.Dropdown(choices=[], value=None, label=words["report"], elem_id="vss-chosen")
    gr.Markdown(words["reports_legend"], elem_classes="vss-legend")
    shown = inert_html("vss-audit")
    chosen.input(partial(audit_report, assistant), chosen, shown, **PRIVATE)
    # All reports are compared for it: only when it is opened.
    with gr.Accordion(words["conflicts"], open=False, elem_id="vss-conflicts-head") as ledger:
        gr.Markdown(words["conflicts_legend"], elem_classes="vss-legend")
        told = inert_html("vss-conflicts")
    ledger.expand(lambda: conflicts_html(assistant.conflicts()), None, told, **PRIVATE)
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


def check_text(assistant: Answering, settings: AssistantSettings, text: str) -> str:
    """The HTML of a checked text."""
    try:
        checked = read_check({"text": text}, settings).text
        return report_html(checked, assistant.check(checked), detect_language(checked))
    except VssError as error:
        return error_html("", told_on_page(error))
