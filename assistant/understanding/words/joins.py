"""How a question goes on to its next part, and how such a part begins: `data/joins.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.datafiles import datafile


@dataclass(frozen=True, slots=True)
class InVietnamese:
    """Patterns of the words by which a Vietnamese part asks."""

    asking: re.Pattern[str]
    head: re.Pattern[str]
    """The same at its head."""
    whether: re.Pattern[str]
    """At its end, where it asks for yes or no."""


@dataclass(frozen=True, slots=True)
class Joins:
    """Patterns of the words between the parts of a question, and at the head of one."""

    parts: re.Pattern[str]
    """Where a question may go on to its next part: by an `end`, a `stop`, a `join` or a `comma`."""
    things: re.Pattern[str]
    """Where it may go on to another thing that is asked for at once."""
    changes: re.Pattern[str]
    """Before a change that is listed behind another figure: "the amount, the rate, change"."""
    asking: re.Pattern[str]
    """At the head of what asks in English; a `linked` word may only go on."""
    puts: re.Pattern[str]
    """A verb before its subject; without one it goes on telling: "and is above 90 per cent"."""
    verb: re.Pattern[str]
    """Behind a word that asks."""
    has: re.Pattern[str]
    """A verb that takes an object as well."""
    relative: re.Pattern[str]
    between: re.Pattern[str]
    """What joins behind it tells the second of two things that are held against each other."""
    number: re.Pattern[str]
    """At the head of what is to be counted."""
    vi: InVietnamese
    claimed: re.Pattern[str]
    """By what a question puts forward all that follows: "is it true that", "was"."""
    granted: re.Pattern[str]
    """At the head of what is taken for granted by the question behind it."""
    topic: re.Pattern[str]
    """At the head of words that only tell of what, where or when it is asked."""
    that: re.Pattern[str]


@cache
def load_joins() -> Joins:
    """The patterns that ship with the package; the file is read once."""
    told = datafile("joins")
    words = {key: _any(listed) for section in told.values() for key, listed in section.items()}
    words["verb"] = rf"{words['verb']}(?:n[’']t)?"
    forms = {**_going_on(words), **_beginning(words), **_telling(words)}
    return Joins(**_compiled(forms), vi=InVietnamese(**_compiled(_in_vietnamese(words))))


def _compiled(forms: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(form, re.IGNORECASE) for name, form in forms.items()}


def _any(listed: Sequence[str]) -> str:
    return f"(?:{'|'.join(listed)})"


def _going_on(of: Mapping[str, str]) -> dict[str, str]:
    """Between the parts of a question, and between the things that it asks for."""
    part, change = of["part"], of["change"]
    return {
        "parts": rf"(?P<end>\?+)(?:\s*{part}\b)?\s*"
        rf"|(?P<stop>!)(?:\s*{part}\b)?\s+"
        rf"|(?P<join>;(?:\s*{part}\b)?\s+|,?\s+{part}(?:,\s*|\s+))"
        r"|(?P<comma>,\s+)",
        "things": rf"(?:,?\s+{of['thing']}|;)\s+"
        rf"|,\s+(?={of['asked']}\b|what (?:did|do|does|was|were|is|are) {of['pronoun']}\b"
        rf"|{of['about']}\b|{of['move']}\s+{of['by_how_much']}\b|{of['met']}\b"
        rf"|(?:\w+ ){{0,6}}?{of['number']}\b)",
        "changes": rf",\s+(?=(?:(?:its|the) )?{change}\b|{of['amount']} {of['move']}\b)",
    }


def _beginning(of: Mapping[str, str]) -> dict[str, str]:
    """At the head of an English part that asks."""
    lead, before, verb = rf"\W*(?:{of['lead']}\W+)*", rf"(?:{of['of']}\s+)?", of["verb"]
    return {
        "asking": rf"{lead}(?:{before}{of['word']}\b|{before}(?P<linked>{of['linked']})\b"
        rf"|{of['time']} when\b|{of['where']}(?=\s+{verb}\b|\W*$)|{of['bid']}\s+\w)",
        "puts": rf"{lead}(?P<verb>{verb})\s+(?!{of['limit']}\s+than\b|the\s+\w+est\b)"
        rf"(?P<subject>{of['subject']}\b)?",
        "verb": rf"\s+{verb}\b",
        "has": of["has"],
        "number": r"\W*(?:the |their |its )?numbers? of\b|\W*số\b",
    }


def _in_vietnamese(of: Mapping[str, str]) -> dict[str, str]:
    word = rf"{of['vi_word']}\b"
    return {
        "asking": rf"\b{word}",
        "head": rf"\W*(?:{of['vi_lead']}\s+)?{word}"
        rf"|\W*(?:[^\W\d_]+\s+){{1,3}}{of['vi_which']}\b|\W*{of['vi_on']}\s",
        "whether": rf"\b{of['vi_whether']}(?:\s+{of['vi_polite']})?\W*$",
    }


def _telling(of: Mapping[str, str]) -> dict[str, str]:
    """At the head of what asks for nothing of its own."""
    between = rf"\b{of['between']}\b(?!.*\b{of['pair']}\b)|^\W*{of['compare']}\b"
    return {
        "relative": rf"\b(?:\w+s|{of['relative']})\s+(?P<word>{of['linked']})\b",
        "between": between,
        "claimed": rf"\W*(?:{of['put']}\s+it\b[^,]*?\bthat\b"
        rf"|(?:có )?{of['true']} {of['vi_that']}\b|{of['verb']}\b)\s*",
        "granted": rf"\W*(?:since(?!\s+when\b)|{of['granted']})\b",
        "topic": rf"\W*{of['topic']}\b",
        "that": rf"{of['that']}\s+",
    }
