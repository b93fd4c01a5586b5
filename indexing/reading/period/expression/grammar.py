"""Expressions of time in a view, found but not yet resolved.

The rules are those of `period_rules.toml`.  Where several match, the one that starts first wins,
then the longest; none overlaps another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from indexing.reading.lexicon import pattern, table
from indexing.reading.quantity.unit.behind import words_behind

_SENTENCE_END = re.compile(r"\s(?:(?<=\n)\n*|(?<=[.;!?]\s)(?<!\bst\.\s)\s*(?=[^\W\d_]))")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"[0-9]")
_LED = [f"(?<={word}[ ])" for word in ("in", "since", "until", "early", "late", "last", "next")]
_PART = re.compile(r"<<([\w ]+)>>")


class Expression(NamedTuple):
    """One expression: the rule that matched and its named parts (those that took part)."""

    rule: str
    start: int
    end: int
    parts: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    words: frozenset[str]
    signs: tuple[str, ...]
    """Signs beside digits.  Without a word or sign of these the rule cannot match."""
    also: frozenset[str]
    """Words without one of which it cannot match either; empty where it needs none."""
    pattern: re.Pattern[str]


def find_expressions(seen: str) -> list[Expression]:
    """Every expression of time in `seen`, sorted by start; none runs over a sentence's end."""
    rules, by_word, by_sign = _rules(), *_rules_by_sight()
    found: list[Expression] = []
    for start, end in _sentences(seen):
        sentence = seen[start:end]
        words = set(_WORD.findall(sentence))
        may = {number for word in by_word.keys() & words for number in by_word[word]}
        if _DIGIT.search(sentence) is not None:
            may.update(n for sign, numbers in by_sign if sign in sentence for n in numbers)
        for number in sorted(may):
            rule = rules[number]
            if rule.also and rule.also.isdisjoint(words):
                continue
            found += [
                Expression(rule.name, *m.span(), {k: v for k, v in m.groupdict().items() if v})
                for m in rule.pattern.finditer(seen, start, end)
            ]
    found.sort(key=lambda e: (e.start, -e.end))
    kept: list[Expression] = []
    for expression in found:
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return kept


@cache
def _rules_by_sight() -> tuple[dict[str, tuple[int, ...]], tuple[tuple[str, tuple[int, ...]], ...]]:
    """The numbers of the rules that a word, or a sign beside digits, may call for."""
    words: dict[str, list[int]] = {}
    signs: dict[str, list[int]] = {}
    for number, rule in enumerate(_rules()):
        for word in rule.words:
            words.setdefault(word, []).append(number)
        for sign in rule.signs:
            signs.setdefault(sign, []).append(number)
    return (
        {word: tuple(numbers) for word, numbers in words.items()},
        tuple((sign, tuple(numbers)) for sign, numbers in signs.items()),
    )


def _sentences(seen: str) -> list[tuple[int, int]]:
    """Rough sentences, cut where no expression of time goes on."""
    ends = [m.span() for m in _SENTENCE_END.finditer(seen)]
    starts = [0, *(after for _, after in ends)]
    return list(zip(starts, [*(before for before, _ in ends), len(seen)], strict=True))


@cache
def _rules() -> tuple[_Rule, ...]:
    data = table("period_rules")
    parts = {**_word_lists(), **data["parts"]}
    listed = {
        "<<months>>": [*_month_names("names"), *_month_names("short")],
        "<<short months>>": _month_names("short"),
        "<<holidays>>": [max(_WORD.findall(name), key=len) for name in _holidays()],
    }
    rules: list[_Rule] = []
    for group, entries in data.items():
        if group == "parts":
            continue
        for name, entry in entries.items():
            source = re.compile(_filled(entry["rule"], parts), re.VERBOSE)
            words, also = (
                frozenset(w for word in entry.get(key, ()) for w in listed.get(word, (word,)))
                for key in ("words", "also")
            )
            rules.append(_Rule(name, words, tuple(entry.get("signs", ())), also, source))
    return tuple(rules)


def _word_lists() -> dict[str, str]:
    data = table("periods")
    years = [word for words in data["years"].values() for word in words]
    # "the year" and "năm" alone are a year only where the rule `the_year` says so
    whole = [word for word in years if word not in ("the year", "năm")]
    digits = r"(?<![0-9.,/-])(?:1[0-2]|0?[1-9])(?![0-9])"
    return {
        "year words": pattern(years),
        "whole year words": pattern(whole),
        "month name": pattern(_month_names("names")),
        # only behind a word of time: "due in Feb"
        "led short month": f"(?:{'|'.join(_LED)})(?:{pattern(_month_names('short'))}\\.?)",
        "short month": pattern(_month_names("short")) + r"\.?",
        "month word": rf"(?:{pattern(_month_names('names'))}|{pattern(_month_names('short'))}\.?)",
        "count": f"(?:{pattern(data['numbers']['cardinals'])}|{digits})",
        "counted": words_behind(),
        "no nouns": pattern(data["old_years"]["no_nouns"]),
        "year closes": pattern(data["edges"]["behind"]["end"]),
        "ordinal": pattern(data["numbers"]["ordinals"]),
        "tens": pattern(data["numbers"]["tens"]),
        "decades": pattern(data["numbers"]["decades"]),
        "centuries": pattern(data["numbers"]["centuries"]),
        "long centuries": pattern(w for w, nth in data["numbers"]["centuries"].items() if nth > 12),
        "told days": pattern(data["days"]["told"]),
        "holidays": pattern(_holidays()),
        "seasons": pattern(data["seasons"]["first"]),
        "seasons vi": pattern(data["seasons"]["first_vi"]),
        "weekdays vi": pattern(word for word in data["days"]["weekdays"] if not _english(word)),
        "distances vi": pattern(w for ws in data["units"].values() for w in ws if not _english(w)),
    }


def _english(word: str) -> bool:
    return word.isascii()


def _holidays() -> list[str]:
    return [name for kind in table("periods")["holidays"].values() for name in kind]


def _month_names(kind: str) -> list[str]:
    return list(table("periods")["months"][kind])


def _filled(rule: str, parts: dict[str, str]) -> str:
    """`rule` with every <<part>> put in, and theirs in turn."""
    while _PART.search(rule):
        rule = _PART.sub(lambda m: parts[m[1]], rule)
    return rule
