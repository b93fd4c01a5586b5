"""Things that a question counts, where its metrics are of people: "one commune in three has HI".

No rate of the people tells how many of the communes, the schools or the firms it is true of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from assistant.understanding.slots.claimed import put_forward
from assistant.understanding.slots.kinds import asked_kind
from assistant.understanding.slots.narrowing.qualifiers import blanked, meet
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of, spans_of, terms_of
from indexing.catalogue import catalogue
from indexing.reading.folding import fold
from indexing.reading.quantity.quantities import unit_of_noun
from indexing.records import SHARES, Quantity, Span, Unit

_NO_THINGS = frozenset({"person", "group", "country"})
"""Kinds that are people, or all of them."""
_PLACES = frozenset({"province", "district", "commune", "village", "region"})
"""Kinds that a list is made of by their own figures."""
_HOME = "household"
_UNITS: dict[str, Unit] = {
    "hospital": "facilities",
    "clinic": "facilities",
    "firm": "enterprises",
}
_MADE = frozenset({"accounts", "books", "cards", "documents"})
"""Units of things that an office makes or has made."""
_WORD = re.compile(r"[^\W\d_]+(?:['’]s?\b)?")
_LINKS = frozenset({"between", "each", "number"})
"""Keys of `counting` that may stand between what counts and what is counted."""
_OUT_OF = re.compile(
    r"\s+(?:(?:out\s+)?of|in|trên|tren|trong(?:\s+số)?)\s+(?:every\s+)?\w", re.IGNORECASE
)
"""From a number of things to the number that they are out of."""
_BEFORE_ACTS = 2
_OWNS = re.compile(r"['’]")
_Told = Literal["share", "number", "all"]
"""How things are counted: a share of them, so many of them, or all."""
_TOLD: dict[str, _Told] = {"some": "share", "number": "number", "each": "all"}
"""By the keys of `counting`."""


def things_counted(question: str, metrics: Sequence[str], is_list: bool, cues: Cues) -> list[str]:
    """The words for things of which the question counts some, or says that it is true of all.

    Money and visits of "all hospitals" are those of the place; places are what a list is made of
    (`is_list`), and households are told of by the people in them.
    """
    known = [catalogue().metric(metric) for metric in metrics]
    units = {metric.unit for metric in known}
    of_people = not units or bool(units & {"people", *SHARES})
    of_homes = any(_HOME in scheme for metric in known for scheme in metric.schemes)
    return [
        question[span.start : span.end]
        for kind, span in _things(question, is_list, cues)
        if not (kind == _HOME and of_homes)
        for told in [_told_of(question, span, cues)]
        if told and (told == "share" or (of_people and _UNITS.get(kind) not in units))
        if told != "all" or not cues.hits("asking", question)
    ]


def things_numbered(question: str, cues: Cues) -> list[Span]:
    """The things, other than places, of which it is asked how many there are."""
    leads = [span.end for key, span in cues.spans_by("counting", question) if key == "number"]
    return [
        span
        for kind, span in cues.spans_by("kinds", question)
        if kind not in _PLACES and any(not question[end : span.start].strip() for end in leads)
    ]


def things_paid_for(question: str, metrics: Sequence[str]) -> list[str]:
    """The things that a question asks to be told the price of: what an application or a book cost
    is none of the benefits that were paid."""
    known = [catalogue().metric(metric) for metric in metrics]
    if not known or any(metric.measure != "benefits_paid" for metric in known):
        return []
    told = (
        term
        for term in terms_of(question)
        if term.kind == "measure" and {m.unit for m in catalogue().measured(term.id)} & _MADE
    )
    return [question[term.start : term.end] for term in told]


def counts_acts(question: str, cues: Cues) -> bool:
    """Whether it is asked how many papers an office wrote, or meetings it held: no figure of an
    insurance tells that.  English may say before them what they are of."""
    leads = [span.end for key, span in cues.spans_by("counting", question) if key == "number"]
    told = (
        (key, question[end : span.start].split())
        for key, span in cues.spans_by("acts", question)
        for end in leads
        if end <= span.start
    )
    return any(
        len(between) <= (_BEFORE_ACTS if key == "en" else 0)
        and not any(
            fold(word) in cues.prepositions or cues.hits("clause", word) for word in between
        )
        for key, between in told
    )


def _things(question: str, is_list: bool, cues: Cues) -> Iterator[tuple[str, Span]]:
    """The kinds of things that a question names, but for those that are to be put in order, and
    for parts of the people: "poor households"."""
    ranked = asked_kind(question, cues) if is_list else None
    taken = spans_of((*places_of(question), *(t for t in terms_of(question) if t.kind == "scheme")))
    taken += [*cues.spans("same", question), *([ranked.span] if ranked else [])]
    for kind, span in cues.spans_by("kinds", question):
        apart = not any(meet(span, other) for other in taken)
        is_place = kind in _PLACES and (is_list or _are_named(question, span))
        is_thing = kind not in _NO_THINGS and not is_place
        if apart and is_thing and not _OWNS.match(question, span.end):
            yield kind, span


def _are_named(question: str, places: Span) -> bool:
    """Whether places are counted that are all named: "which of the two provinces, Hue or Hanoi"."""
    named = len({place.name for place in places_of(question)})
    counted = (q for q in put_forward(question) if q.start <= places.start < q.end)
    return any(told.value == named for told in counted)


def _told_of(question: str, thing: Span, cues: Cues) -> _Told | None:
    """How the things that a noun names are counted; None where they are not.

    "95 per cent of the province" is a share of what is in it, "one commune in three" of communes.
    """
    told = put_forward(question)
    for before, quantity, after in zip((None, *told), told, (*told[1:], None), strict=False):
        if quantity.start <= thing.start < quantity.end:
            is_share = quantity.unit in SHARES or _is_of(question, before, quantity, after)
            return "share" if is_share else "number"
    for quantity in told:
        shares = quantity.unit in SHARES
        if (shares or quantity.unit == "other") and _goes_on(question, quantity.end, thing, cues):
            return "share" if shares else "number"
    near = [
        _TOLD[key]
        for key, lead in cues.spans_by("counting", question)
        if key in _TOLD and _goes_on(question, lead.end, thing, cues, single=key == "each")
    ]
    return near[-1] if near else None


def _is_of(question: str, before: Quantity | None, own: Quantity, after: Quantity | None) -> bool:
    """Whether a number of things is told out of another one: "four wards in five", "9 of 10
    firms"; not "four wards in five districts"."""
    led = _OUT_OF.match(question, before.end) if before else None
    if led and own.start < led.end():
        return True
    follows = _OUT_OF.match(question, own.end)
    bare = after is not None and after.unit == "other" and after.unit_text is None
    return bool(follows and bare and after and after.start < follows.end())


def _goes_on(question: str, end: int, thing: Span, cues: Cues, *, single: bool = False) -> bool:
    """Whether what counts, which ends at `end`, goes on with a noun: "half | of the | wards",
    a place of theirs and one word about them between; by `single`, one of them is meant."""
    noun = question[thing.start : thing.end]
    is_one = not noun.lower().endswith("s") and bool(cues.hits("kinds", f"{noun}s"))
    if thing.start < end or (is_one and not single):
        return False
    between = blanked(question, spans_of(places_of(question)), " ")[end : thing.start]
    words = [word.lower() for word in _WORD.findall(between)]
    about = [word for word in words if not _LINKS & {*cues.hits("counting", word)}]
    if re.sub(r"[^\W\d_]|[\s'’-]", "", between) or about != words[len(words) - len(about) :]:
        return False
    return len(about) < 2 and all(_is_about_things(word, cues) for word in about)


def _is_about_things(word: str, cues: Cues) -> bool:
    is_people = unit_of_noun(word) == "people" or cues.hits("base", word)
    told = fold(word) in cues.prepositions or cues.hits("clause", word)
    return not (is_people or told)
