"""The words the assistant speaks, read from `data/phrases.en.toml` and `data/phrases.vi.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from assistant.datafiles import datafile
from indexing.records import Language


@dataclass(frozen=True, slots=True)
class PrintedScale:
    """A word for a power of ten: 1 000 000 is "million"."""

    factor: int
    word: str
    printed: str
    """The English word, by which a report's own scale is told."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The wordings of one language: number format, and templates by section and key."""

    language: Language
    group: str
    """The sign between groups of three digits."""
    decimal: str
    scales: tuple[PrintedScale, ...]
    """Largest first."""
    bounds: Mapping[str, tuple[str, ...]]
    """The words of each bound, the usual one first."""
    months: tuple[str, ...]
    counts: tuple[str, ...]
    texts: Mapping[str, Mapping[str, str]]

    def say(self, section: str, key: str, /, **values: str) -> str:
        """The template `key` of `section` with `values` filled in; extra values are ignored."""
        return self.texts[section][key].format(**values)

    def listed(self, names: Sequence[str]) -> str:
        """Names joined as a sentence lists them: "A, B and C"."""
        return self._joined(names, "and")

    def either(self, names: Sequence[str]) -> str:
        """Names of which any may be meant: "A, B or C"."""
        return self._joined(names, "or")

    def _joined(self, names: Sequence[str], word: str) -> str:
        if len(names) < 2:
            return "".join(names)
        return ", ".join(names[:-1]) + self.say("lists", word) + names[-1]


@cache
def load_phrases(language: Language) -> Phrases:
    """The phrases of `language`; the file is read once."""
    data = datafile(f"phrases.{language}")
    numbers, bounds, periods = data["numbers"], data["bounds"], data["periods"]
    texts = {name: told for name, told in data.items() if name not in ("numbers", "bounds")}
    texts["periods"] = {name: told for name, told in periods.items() if isinstance(told, str)}
    return Phrases(
        language=language,
        group=numbers["group"],
        decimal=numbers["decimal"],
        scales=tuple(
            PrintedScale(entry["factor"], entry["word"], entry["printed"])
            for entry in numbers["scale"]
        ),
        bounds=MappingProxyType({bound: tuple(words) for bound, words in bounds.items()}),
        months=tuple(periods["months"]),
        counts=tuple(periods["counts"]),
        texts=MappingProxyType({name: MappingProxyType(told) for name, told in texts.items()}),
    )
