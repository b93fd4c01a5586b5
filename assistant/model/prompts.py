"""Prompts: versioned files of `prompts/`, their declared variables filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from indexing.errors import UsageError

_FILE = re.compile(r"---\n(?P<front>.*?)^---\n(?P<text>.*)", re.DOTALL | re.MULTILINE)
_VARIABLE = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt of `prompts/`; `text` holds each of `variables` in double braces."""

    name: str
    version: int
    variables: frozenset[str]
    text: str

    @property
    def full_name(self) -> str:
        """Name and version, as an Answer records them: "answer.1"."""
        return f"{self.name}.{self.version}"

    def fill(self, values: Mapping[str, str]) -> str:
        """The text with a value for each variable.

        Values are put in as they are: braces in a value name no variable.  Raises `UsageError`
        when a variable has no value or a value no variable.
        """
        if values.keys() != self.variables:
            odd = ", ".join(sorted(values.keys() ^ self.variables))
            raise UsageError(
                f"prompt {self.full_name}: expected a value for each of its variables, odd: {odd}"
            )
        return _VARIABLE.sub(lambda match: values[match[1]], self.text)


def parse_prompt(name: str, source: str) -> Prompt:
    """The prompt in the text of a file, `name` being the file's name without its ending.

    Raises `UsageError` where front matter is missing, names another prompt, or declares other
    variables than the text holds.
    """
    match = _FILE.fullmatch(source)
    front = yaml.safe_load(match["front"]) if match else None
    if match is None or not isinstance(front, dict):
        raise UsageError(f"prompt {name}: expected front matter between lines of ---; add it")
    unknown = front.keys() - {"name", "version", "variables", "changes"}
    if unknown:
        raise UsageError(f"prompt {name}: unknown in its front matter: {', '.join(unknown)}")
    declared, text = frozenset(front["variables"]), match["text"]
    prompt = Prompt(front["name"], front["version"], declared, text)
    if prompt.full_name != name:
        raise UsageError(f"prompt {name}: its front matter names it {prompt.full_name}")
    if odd := declared ^ set(_VARIABLE.findall(text)):
        raise UsageError(f"prompt {name}: declared or used only: {', '.join(sorted(odd))}")
    return prompt


@cache
def load_prompt(full_name: str) -> Prompt:
    """The prompt of that name and version; its file is read once."""
    source = files("prompts") / f"{full_name}.md"
    return parse_prompt(full_name, source.read_text(encoding="utf-8"))
