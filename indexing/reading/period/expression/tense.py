"""Whether what is told of a date is still to come, or over, by the words close to it."""

from __future__ import annotations

import re
from functools import cache

from indexing.reading.lexicon import listed, pattern, table

_CLOSE = 70
"""How near a word of what is to come stands to its date, in code points."""
_BEHIND = 45
"""And behind it."""
_WITHIN = r"(?:[^,;]|(?<=[0-9]),(?=[0-9]))"
"""What stands between a verb and its date: no other clause."""
_PLURAL = r"(?:(?<=s\s)|(?<=men\s)|(?<=\bchildren\s)|(?<=\bpeople\s)|(?<=\bthey\s)|(?<=\bwe\s))"
_LINE_END = re.compile(r"[*_:]*[^\S\n]*\n\s*")
_FROM = re.compile(r"\bfrom\s[^,;]*[0-9](?![^,;]*\s(?:to|until|till|through)\s+$)")
"""A figure that something starts from; not the first end of a span, before the second."""
_CLAUSE = re.compile(rf"{_WITHIN}*")
_FRONTED = re.compile(r"\W*(?:\w+\s+){0,2}")
_OTHER_VERB = re.compile(r"(?:\band|\bbut|\bor),?\s+$")


def is_coming(seen: str, sentence: int, start: int, rest: str, day: bool) -> bool:
    """What happens on the date at `start` lies ahead: "will meet Friday", "on Friday he will".

    It is asked only where nothing there `has_happened`.
    Of a single `day` a present tense tells so, too.  `sentence` is where its sentence begins,
    `rest` what follows the date in it.  A verb behind the date is its own only where that opens
    the sentence or belongs to the subject: in "met on Tuesday and will speak" or "which began on
    Monday, will last" it belongs to an earlier one.
    """
    before = seen[max(sentence, start - _CLOSE) : start]
    if _reported().search(before):
        return False
    ways = [before[told.end() :] for told in _coming_before().finditer(before)]
    if any(_CLAUSE.fullmatch(way) and not _tells_past(way) for way in ways):
        return True
    if day and _is_planned(before):
        return True
    behind = _coming_behind().match(rest)
    if _done().search(_clause(before)):
        return False
    if behind is None or _saying().search(behind[0]):  # "he said it will"
        return False
    fronted = _FRONTED.fullmatch(seen, sentence, start) is not None
    apart = "," in behind["way"] and not fronted
    return not apart and _OTHER_VERB.search(behind["way"]) is None


def _clause(before: str) -> str:
    """The end of `before` that no comma cuts off."""
    return before[max(before.rfind(mark) for mark in ",;:") + 1 :]


def _is_planned(before: str) -> bool:
    """A present tense, or what is to be done: "opens Monday", "to be signed on Friday"."""
    told = _coming_days().search(before)
    if told is None or (told["led"] or "").strip() in _never_coming():
        return False
    way = told["way"].split()[1 if told["word"].endswith("be") else 0 :]  # "to be signed"
    return _done().search(" ".join(way)) is None and not _tells_past(told["way"])


def _tells_past(way: str) -> bool:
    """Between a word of what is to come and the date stands a past form, the day that is to come,
    or where it starts from: "must be cut from 171 billion on 30 June"."""
    if _past().search(way) or _FROM.search(way):
        return True
    return _other_day().search(way) is not None


def below_heading(seen: str, end: int) -> str:
    """The words below a heading whose last word ends at `end`, which tell when it speaks of;
    nothing for a date that ends no line."""
    line = _LINE_END.match(seen, end)
    return seen[line.end() : line.end() + _CLOSE] if line else ""


def has_happened(seen: str, sentence: int, start: int) -> bool:
    """Right before the date at `start` stands what was done then: "was signed on 5 May"."""
    before = seen[max(sentence, start - _CLOSE) : start]
    if _said().search(before):
        return True
    done = _done_before().search(before)
    return done is not None and done["now"] is None


def is_put_off(seen: str, start: int) -> bool:
    """What happens on the date at `start` was put off to it, or brought forward."""
    return _put_off().search(seen, max(0, start - _CLOSE), start) is not None


def _words(name: str) -> str:
    return listed("periods", "targets", name)


@cache
def _reported() -> re.Pattern[str]:
    """ "The figures for August will be released": whatever is to come, that time is over."""
    return re.compile(rf"{_words('reports')}\s+(?:for|of)\s+$")


@cache
def _coming_before() -> re.Pattern[str]:
    sums = "".join(rf"(?<!{what} due)" for what in table("periods")["targets"]["sums_due"])
    return re.compile(rf"{_words('coming')}(?<!the start){sums}|{_words('put_off')}")


@cache
def _coming_days() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<led>\w+\s+)?(?P<word>{_words('coming_days')}|{_PLURAL}{_words('coming_plural')})"
        rf"(?P<way>{_WITHIN}*)$"
    )


@cache
def _past() -> re.Pattern[str]:
    return re.compile(_words("past"))


@cache
def _never_coming() -> frozenset[str]:
    return frozenset(table("periods")["targets"]["never_coming"])


@cache
def _done() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:[a-z]+(?<!e)ed|{_words('happened')})(?!\w)")


@cache
def _put_off() -> re.Pattern[str]:
    return re.compile(rf"{_words('put_off')}\s*$")


@cache
def _coming_behind() -> re.Pattern[str]:
    return re.compile(rf"(?P<way>[^.;]{{0,{_BEHIND}}}?){_words('coming')}(?<!the start)")


@cache
def _other_day() -> re.Pattern[str]:
    """A day that no other is listed with: "the report due today", not "Thursday and Friday"."""
    days = table("periods")["days"]
    return re.compile(
        rf"{pattern([*days['weekdays'], *days['told']])}(?!.*(?:,|\band|\bor|\bto)\s)"
    )


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"(?<!be\s){_words('said')}\s+(?:on\s+|late\s+|early\s+)*$")


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(_words("said"))


@cache
def _done_before() -> re.Pattern[str]:
    ahead = rf"(?!{_words('coming')}|expected\s|scheduled\s|planned\s|slated\s|supposed\s)"
    told = rf"(?:{ahead}(?<!\w)[a-z]+(?<!e)ed|{_words('happened')})"
    return re.compile(
        rf"(?:(?P<now>{_words('happening')})\s+)?{told}\s+(?:(?:early|late|back)\s+)?(?:on|in)?\s*$"
    )
