"""A running service of the assistant, as another program meets it: a process and its REST door."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.request import Request, urlopen

from evals.settings import EvalSettings
from indexing.errors import WorkError

_SECONDS = 60
"""For one answer; the first loads the models."""


@contextmanager
def running(settings: EvalSettings) -> Iterator[str]:
    """The address of a service over the index of `settings`, on any free port of this machine.

    Raises `WorkError` where it does not start.
    """
    command = [sys.executable, "-m", "assistant", "serve", "--host", "127.0.0.1", "--port", "0"]
    own = ["--data", str(settings.data_dir)]
    with subprocess.Popen([*command, *own], stdout=subprocess.PIPE, text=True) as service:
        try:
            told = service.stdout.readline() if service.stdout else ""
            address = re.search(r"http://\S+", told)
            if address is None:
                raise WorkError("expected a running service, came none: see what it said above")
            yield address[0]
        finally:
            service.terminate()


def post(address: str, given: Mapping[str, object]) -> dict[str, Any]:
    """The JSON object that the service returns for `given`; raises `OSError` for a refusal."""
    body = json.dumps(given).encode()
    asked = Request(address, body, {"Content-Type": "application/json"})
    with urlopen(asked, timeout=_SECONDS) as response:
        found: dict[str, Any] = json.load(response)
    return found
