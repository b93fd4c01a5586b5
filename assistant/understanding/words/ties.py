"""Verbs that tie people to an insurance, whatever they are, put as plain ones that say the same.

"People saving in the voluntary scheme", "sitting inside" or "attached to" it are its members: where
people stand before such a verb and an insurance behind its preposition, the verb tells no more.  Of
those that tell otherwise `verbs.toml` among the subjects of questions lists the kinds: who leaves,
who works there, who learns of it.  And whoever pays in for what an insurance insures against pays
into that insurance.
"""

from __future__ import annotations

import re

from assistant.understanding.words.cues import Cues
from assistant.understanding.words.forms import is_same_word
from assistant.understanding.words.reading import (
    places_of,
    risks_in,
    scheme_spans,
    spans_of,
    terms_of,
)
from assistant.understanding.words.verbs import any_under, listed_under
from indexing.reading.quantity.quantities import unit_of_noun
from indexing.records import Language, Span

_LUMP_SUM = "lump_sum"
"""The part by which a question speaks of all that somebody has paid in, taken in one payment."""
_TIED = re.compile(
    r"(?P<before>[\w'’]+)\s+(?P<verb>(?P<doing>[a-z]+ing)|[a-z]+ed"
    rf"|{any_under('tying')})\s+"
    r"(?P<link>in|inside|within|under|into|to)\s+(?P<the>(?:the|its|their)\s+)?$"
)
"""A verb of one word with its preposition, right before an insurance."""
_WORD = re.compile(r"[^\W\d_]+")
_IS = frozenset({"is", "are", "was", "were", "be", "been", "being", "s"})
_HAS = frozenset({"has", "have", "had"})
_PUT = re.compile(
    r"(?P<before>[\w'’]+)\s+(?P<verb>[a-z]+)\s+(?:money|cash|savings)(?:\s+(?:aside|by|away))?"
    r"\s+(?P<link>in|into)\s+(?P<the>(?:the|its|their)\s+)?$"
)
"""One whose object is money."""
_TURNED = re.compile(r"un|dis|mis|non|over|under")
"""Before a verb that it turns round: "unregistered"."""
_TOWARDS = re.compile(
    rf"\b(?:(?P<going>{any_under('paying', 'going')})|{any_under('paying', 'base', 'past')})"
    rf"(?:\s+{any_under('paying', 'what')})?(?P<in>\s+(?:in|up|aside|by))?"
    r"\s+(?P<link>for|towards?|against)\s+(?:(?:the|a|an|their|his|her|its|state|public)\s+){0,2}$"
)
"""Verbs of those who pay in, right before what they do it for."""
_ENDS = re.compile(
    r"\s*(?:[?.,;:!)]|$|(?:in|at|on|by|as|of|for|when|while|and|or|with|across|throughout|during|between"
    r"|until|before|after|since|from|last|this|nationwide|\d+)\b)",
    re.IGNORECASE,
)
"""Behind it, where it is the last of its words: "old age care" is another thing."""
_TAKE = listed_under("take")
_PAID_IN = re.compile(
    rf"\b(?P<verb>{any_under('take')})"
    r"(?:\s+(?:out|back|in|up))?(?:\s+(?:the|their|his|her|its|all|whole|state))*"
    rf"\s+{any_under('paid_in', 'what')}(?:\s+{any_under('paid_in', 'behind')})*"
    r"(?:\s+(?:out|back|in|up))?\s+$",
    re.IGNORECASE,
)
"""What people take of an insurance, right before the words for one payment: all they have in it."""
_SCHEMES = {"si": "social insurance", "hi": "health insurance", "ui": "unemployment insurance"}


def tied_plainly(question: str, language: Language, cues: Cues) -> str:
    """`question` with such verbs in plain words; as it is where it counts no people."""
    if language != "en" or not _counts_people(question, cues):
        return question
    question = _taken_at_once(_paying_towards(question), cues)
    for start in reversed([scheme.start for scheme in scheme_spans(question)]):
        head, rest = question[:start], question[start:]
        tie = _TIED.search(head) or _PUT.search(head)
        if tie and _makes_members(tie, question, cues):
            link = "been in" if tie["before"].lower() in _HAS else "in"
            question = f"{head[: tie.start('verb')]}{link} {tie['the'] or ''}{rest}"
    return question


def untied(question: str, cues: Cues) -> list[Span]:
    """Where a verb tells of people that they are no members: "interested in", "working in" it."""
    if not (cues.hits("count", question) or cues.hits("share_of", question)):
        return []  # "which districts lagged in it" asks for no people
    heads = (question[: scheme.start] for scheme in scheme_spans(question))
    ties = [tie for head in heads if (tie := _TIED.search(head))]
    return [Span(*tie.span("verb")) for tie in ties if _is_untied(tie["verb"], cues)]


def _is_untied(verb: str, cues: Cues) -> bool:
    return any(is_same_word(verb, other) for other in cues.words_of("untied"))


def _counts_people(question: str, cues: Cues) -> bool:
    """Whether people are counted by words that tell no part of them, and no others are named:
    "doctors hired under health insurance" are none of its members."""
    asks = cues.hits("count", question) or cues.hits("share_of", question)
    alike = [*cues.spans("base", question), *cues.spans("workers", question)]
    alike += spans_of(term for term in terms_of(question) if term.kind != "scheme")
    known = (*alike, *scheme_spans(question), *spans_of(places_of(question)))
    others = (
        word[0]
        for word in _WORD.finditer(question)
        if not any(span.start <= word.start() < span.end for span in known)
    )
    return bool(asks and alike) and "people" not in map(unit_of_noun, others)


def _makes_members(tie: re.Match[str], question: str, cues: Cues) -> bool:
    """Whether the people before a verb are told by it to be members."""
    verb, before = tie["verb"], tie["before"].lower()
    if cues.idle.holds(verb) or _TURNED.match(verb) or _is_untied(verb, cues):
        return False
    if tie.re is _PUT:
        return True
    doing, link = tie["doing"], tie["link"]
    if before in _IS and link == "into" and not doing:
        return False  # "lured into" it are only those whom somebody won for it so
    if before in _IS or before in _HAS:
        return not (doing and link == "to")
    places = spans_of(places_of(question))
    at_place = any(place.end == tie.end("before") for place in places)
    if not (at_place or unit_of_noun(before) == "people"):
        return False
    return link not in ("to", "into") or (link == "to" and not doing)


def _taken_at_once(question: str, cues: Cues) -> str:
    """Who takes a pension "in one go" draws none: the one payment stands in its place."""
    at_once = [span for key, span in cues.spans_by("same", question) if key == _LUMP_SUM]
    for span in reversed(at_once):
        if taken := _PAID_IN.search(question, 0, span.start):
            verb = next(key for key, verbs in _TAKE.items() if taken["verb"].lower() in verbs)
            plain = f"{verb} their social insurance "
            question = f"{question[: taken.start()]}{plain}{question[span.start :]}"
    return question


def _paying_towards(question: str) -> str:
    for scheme, risk in reversed(risks_in(question)):
        tie = _TOWARDS.search(question, 0, risk.start)
        if tie is None or not _ENDS.match(question, risk.end):
            continue
        if tie["link"] == "for" and not tie["in"] and scheme != "si":
            continue  # who pays for treatment pays a doctor
        verb = "paying" if tie["going"] else "pay"
        head, rest = question[: tie.start()], question[risk.end :]
        question = f"{head}{verb} into {_SCHEMES[scheme]}{rest}"
    return question
