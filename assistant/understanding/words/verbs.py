"""English verbs that stand for others in questions, form by form, read from `data/verbs.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from assistant.datafiles import datafile
from indexing.reading.lexicon import pattern


def listed_under(section: str) -> Mapping[str, Sequence[str]]:
    """The words of a section, by the form of a verb, or by what they are."""
    told: Mapping[str, Sequence[str]] = datafile("verbs")[section]
    return told


def any_under(section: str, *keys: str) -> str:
    """A pattern for any word of a section, or of its `keys`."""
    told = listed_under(section)
    return pattern(chain.from_iterable(told[key] for key in keys or told), whole=False)
