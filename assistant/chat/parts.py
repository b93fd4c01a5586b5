"""What the tabs of the page share: its words, how its events are set, a place for inert HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import gradio as gr

from assistant.datafiles import datafile
from indexing.errors import VssError

PRIVATE: Mapping[str, Any] = MappingProxyType(
    {"api_visibility": "private", "show_progress": "minimal"}
)
"""The page's events are the page's own: other programs use /v1."""


def told_on_page(error: VssError) -> str:
    """What is wrong, without the name that programs send the text under."""
    told = re.sub(r'^"\w+": ', "", str(error))
    return told[:1].upper() + told[1:]


@cache
def load_words() -> Mapping[str, Any]:
    """The page's own words; the file is read once."""
    return MappingProxyType(datafile("page"))


def inert_html(name: str) -> gr.Markdown:
    """A place on the page, of the id `name`, for HTML of `assistant.chat.html`."""
    # Formulas are off: "$" in a report is money.
    return gr.Markdown(elem_id=name, latex_delimiters=[], sanitize_html=True)
