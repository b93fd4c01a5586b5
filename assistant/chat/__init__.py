"""The chat page at `/`: the one door to Gradio."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from assistant.interface import Answering
from assistant.settings import AssistantSettings

if TYPE_CHECKING:
    from fastapi import FastAPI


def mount_chat(api: FastAPI, assistant: Answering, settings: AssistantSettings) -> FastAPI:
    """`api` with the chat page at its root; routes that `api` has already go first."""
    # Gradio reads this when it is imported: nothing is sent to anyone.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    from assistant.chat.page import mount_page

    return mount_page(api, assistant, settings)
