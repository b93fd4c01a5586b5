"""The tab to ask: the question box, the newest turn and what can be done with it, those before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import gradio as gr

from assistant.chat.html import answer_html, error_html, pending_html
from assistant.chat.parts import PRIVATE, inert_html, told_on_page
from assistant.interface import Answering
from assistant.rendering.pieces import printable
from assistant.rendering.terminal import answer_text
from assistant.requests import read_ask
from assistant.settings import AssistantSettings
from indexing.errors import VssError

_TURNS = 50
"""Turns that the page keeps."""
_SILENT: Mapping[str, Any] = MappingProxyType({**PRIVATE, "show_progress": "hidden"})
"""The turn under way says what is going on."""
_SHOWN = 200
"""Characters of a question that was not taken."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What one reader has asked, and the turns shown, both oldest first."""

    questions: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()

    def with_turn(self, turn: str) -> Conversation:
        """This conversation and one turn more; the oldest of many is dropped."""
        return replace(self, turns=(*self.turns, turn)[-_TURNS:])

    @property
    def newest(self) -> str:
        """The HTML of the last turn: it stands where the reader looks, below the question box."""
        return "".join(self.turns[-1:])

    @property
    def all(self) -> str:
        """The HTML of every turn, the latest first: what stands below a question under way."""
        return "".join(self.turns[::-1])

    @property
    def earlier(self) -> str:
        """The HTML of the turns before it, the latest first."""
        return "".join(self.turns[-2::-1])


@dataclass(frozen=True, slots=True)
class Shown:
    """What the tab shows after an event."""

    held: Conversation
    entry: str = ""
    """What stands in the question box."""
    choices: tuple[str, ...] = ()
    """Questions to choose from, where the last one could be read in several ways."""
    plain: str = ""
    """The last answer with its sources as plain text, to be copied."""

    def updates(self) -> tuple[object, ...]:
        """One value a component, in the order in which `ask_tab` lists them."""
        begun = bool(self.held.turns)
        return (
            self.entry,
            self.held,
            self.held.newest,
            gr.Radio(choices=list(self.choices), value=None, visible=bool(self.choices)),
            gr.Textbox(value=self.plain, visible=bool(self.plain)),
            self.held.earlier,
            gr.Radio(value=None, visible=not begun),
            gr.Button(visible=begun),
        )


def ask_tab(assistant: Answering, settings: AssistantSettings, words: Mapping[str, Any]) -> None:
    """The components of the tab and what they do."""
    held = gr.State(Conversation())
    with gr.Row(elem_classes="vss-entry"):
        question = gr.Textbox(
            label=words["question"],
            placeholder=words["question_hint"],
            elem_id="vss-question",
            scale=5,
            autofocus=True,
        )
        ask = gr.Button(words["ask"], variant="primary", elem_id="vss-ask", scale=1)
    examples = _list_of(words["example_questions"], words["examples"], "vss-examples")
    newest = inert_html("vss-newest")
    choices = _list_of([], words["choices"], "vss-choices")
    plain = gr.Textbox(
        label=words["plain"],
        lines=2,
        max_lines=2,
        interactive=False,
        buttons=["copy"],
        visible=False,
        elem_id="vss-plain",
    )
    clear = gr.Button(words["clear"], size="sm", elem_id="vss-clear", visible=False)
    earlier = inert_html("vss-earlier")

    shown = [question, held, newest, choices, plain, earlier, examples, clear]

    def respond(asked: str, conversation: Conversation) -> object:
        if not asked.strip():
            gr.Info(words["blank"])
            return gr.skip()
        return answer_turn(assistant, settings, asked, conversation).updates()

    def reopen(conversation: Conversation) -> object:
        # The turns once more: one that broke off must not stand there as under way.
        return (*_entry(open_=True), conversation.newest, conversation.earlier)

    def send(asked: str, conversation: Conversation) -> object:
        if not asked.strip():
            return gr.skip()
        waiting = pending_html(_cut(asked), words["waiting"])
        return (*_entry(open_=False), waiting, gr.Textbox(visible=False), conversation.all)

    # The entry is closed while an answer is under way: what is sent then would be lost.
    entry = [question, ask, choices, examples]
    for asked, events in (
        (question, [ask.click, question.submit]),
        (choices, [choices.input]),
        (examples, [examples.input]),
    ):
        sent = gr.on(events, send, [asked, held], [*entry, newest, plain, earlier], **_SILENT)
        answered = sent.then(respond, [asked, held], shown, **_SILENT)
        answered.then(reopen, held, [*entry, newest, earlier], **_SILENT)
    clear.click(lambda: Shown(Conversation()).updates(), None, shown, **PRIVATE)


def _entry(*, open_: bool) -> tuple[gr.Textbox, gr.Button, gr.Radio, gr.Radio]:
    """All that a question is asked by, open or closed; what is written or listed stays.

    The box loses the cursor when it closes and gets it back when it opens.
    """
    return (
        gr.Textbox(interactive=open_, autofocus=open_),
        gr.Button(interactive=open_),
        gr.Radio(interactive=open_),
        gr.Radio(interactive=open_),
    )


def answer_turn(
    assistant: Answering, settings: AssistantSettings, question: str, held: Conversation
) -> Shown:
    """What the tab shows after `question`; `held` is the conversation so far.

    A question that is not taken stays in the box, with the reason as a turn.
    """
    most = settings.history_max_questions
    try:
        earlier = held.questions[-most:] if most else ()
        request = read_ask({"question": question, "history": earlier}, settings)
        answer = assistant.answer(request.question, request.history)
    except VssError as error:
        failed = held.with_turn(error_html(_cut(question), told_on_page(error)))
        return Shown(failed, entry=printable(question))
    turn = answer_html(answer, f"source-{len(held.questions) + 1}")
    asked = replace(held, questions=(*held.questions, question))
    plain = f"{printable(question)}\n\n{answer_text(answer).plain}" if answer.citations else ""
    return Shown(asked.with_turn(turn), choices=answer.choices, plain=plain)


def _cut(question: str) -> str:
    """A question as a turn repeats it while it is not answered: a text pasted whole stays out."""
    return question if len(question) <= _SHOWN else f"{question[:_SHOWN]}…"


def _list_of(texts: list[str], label: str, name: str) -> gr.Radio:
    """Questions to click on, shown as plain text."""
    return gr.Radio(
        choices=texts,
        label=label,
        elem_id=name,
        elem_classes="vss-list",
        visible=bool(texts),
    )
