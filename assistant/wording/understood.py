"""The one line that shows the reader how the question was understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.query import Query
from assistant.understanding.words.reading import terms_of
from assistant.understanding.words.typed import as_typed
from assistant.wording.phrases import Phrases
from assistant.wording.words import (
    capitalised,
    metric_name,
    number_words,
    place_words,
    plain_period,
)
from indexing.records import OF_TARGET

_SEPARATOR = " · "
_MOST_NAMED = 3


def understood_line(query: Query, phrases: Phrases) -> str:
    """What, where, when: "HI coverage · Binh Phuoc · 2023"; the country where no place is named.

    A question for reasons names the figure that it takes for granted.  Several
    asks of one question stand one after the other.
    """
    if query.unsure.left_open == "question":
        return capitalised(phrases.say("parts", "nothing"))
    told = (line for part in query.asked_in_turn for line in _lines(part, phrases))
    return "; ".join(dict.fromkeys(told))


def _lines(part: Query, phrases: Phrases) -> Sequence[str]:
    """What a part asks for; a level and its target, which are held against each other, as one."""
    of_level = part.operation == "compare" and part.aspects == ("level",)
    target = replace(part, aspects=("target",))
    if of_level and [ask.slots for ask in part.linked.further] == [target.slots]:
        return (_line(part, phrases, against="against_target"),)
    return [_line(ask, phrases) for ask in (part, *part.linked.further)]


def _collection(query: Query, phrases: Phrases) -> str:
    names = {"abilities": "abilities", "figure": "figure_origin", "meaning": "meaning"}
    asked = query.role.holdings
    sought = [query.plain[q.start : q.end] for q in query.claimed]
    sought += query.qualifiers if asked == "mentions" else ()
    quoted = phrases.listed([f"“{words}”" for words in sought])
    name = phrases.say("parts", names.get(asked or "", "holdings"))
    named = (name, quoted, topic_words(query, phrases))
    return capitalised(_SEPARATOR.join(filter(None, named)))


def topic_words(query: Query, phrases: Phrases) -> str:
    """What reports are to be on: "late payments · Hanoi · 2024"; empty where anything."""
    metrics = [metric_name(metric, phrases) for metric in query.metrics]
    if len(metrics) > _MOST_NAMED:  # of an insurance, which is named as the reader names it
        metrics = [query.plain[term.start : term.end] for term in terms_of(query.plain)]
    named = phrases.listed(metrics)
    places = phrases.listed([place_words(place, phrases) for place in query.places])
    periods = [plain_period(period.notation, phrases) for period in query.periods]
    return _SEPARATOR.join(filter(None, (named, places, phrases.listed(periods))))


def _places(query: Query, phrases: Phrases) -> str:
    """The places that are asked for; of a name that several bear, all of them."""
    told, unsure = query.places, query.unsure.places
    meant = [place for place in told if place not in unsure]
    known = [place_words(place, phrases).removeprefix("the ") for place in meant]
    if len(meant) < len(told):
        known.append(phrases.either([place_words(place, phrases) for place in unsure]))
    return phrases.listed(known)


def _line(query: Query, phrases: Phrases, against: str = "") -> str:
    if query.role.holdings:
        return _collection(query, phrases)
    if query.role.of_answer in ("teller", "source"):
        return capitalised(phrases.say("parts", "teller"))
    order, manner = query.order, query.manner
    parts: list[str] = []
    if query.intent == "figure":
        parts.append(_figure(query, phrases, against or query.aspects[0]))
        told = bool(against) or _is_held_against_its_plan(query)
        if query.operation != "value" and not told:
            parts.append(phrases.say("operations", query.operation))
    else:
        parts.append(phrases.say("parts", "passages"))
        put = query.linked.premise
        parts += [_figure(put, phrases, put.aspects[0])] if put else []
    places = _places(query, phrases)
    if places:
        parts.append(places)
    if query.qualifiers and (query.intent == "figure" or not places):
        parts.append(phrases.listed([f"“{words}”" for words in narrowing_words(query)]))
    elif query.intent == "figure" and not (places or (order.kind and order.kind.is_wider)):
        lists = query.operation in ("rank", "list")
        every = lists or manner.everywhere or manner.occasion == "equal"
        parts.append(
            phrases.say("parts", "every_place") if every else phrases.say("subjects", "country")
        )
    if order.kind and not order.kind.is_province:
        parts.append(phrases.say("parts", "by_kind", kind=order.kind.word))
    if order.standing:
        place = place_words(order.standing.place, phrases)
        side = order.standing.side if order.standing.within is None else "within"
        most = number_words(order.standing.within or Decimal(0), "other", phrases)
        parts.append(phrases.say("standing", side, place=place, most=most))
    if order.left_out:
        apart = phrases.listed([place_words(place, phrases) for place in order.left_out])
        parts.append(phrases.say("parts", "left_out", places=apart))
    periods = [plain_period(period.notation, phrases) for period in query.periods]
    if periods:
        parts.append(phrases.listed(periods))
        parts += [phrases.say("parts", manner.occasion)] if manner.occasion else []
    elif query.intent == "figure":
        latest = manner.occasion is None and not manner.over_time
        parts.append(phrases.say("parts", "latest" if latest else manner.occasion or "over_time"))
    return capitalised(_SEPARATOR.join(parts))


def _is_held_against_its_plan(query: Query) -> bool:
    """Whether what is compared is told by the aspect already: "thiếu bao nhiêu so với chỉ tiêu"."""
    one = len(query.places) < 2 and len(query.periods) < 2 and len(query.metrics) < 2
    return query.operation == "compare" and set(query.aspects) <= set(OF_TARGET) and one


def _figure(query: Query, phrases: Phrases, key: str) -> str:
    """The metrics with their aspect, or what it is held against: "HI coverage (change)"."""
    metrics = [metric_name(metric, phrases) for metric in query.metrics]
    names = phrases.either(metrics) if query.readings else phrases.listed(metrics)
    aspect = phrases.say("aspects", "towards" if query.manner.towards else key)
    return f"{names} ({aspect})" if names and aspect else names or aspect


def narrowing_words(query: Query) -> Sequence[str]:
    """What narrows a question in the words in which it was typed, those that follow each other as
    one: "kết dư"; what stands in a longer one is told by that."""
    told: list[str] = []
    for word in query.qualifiers:
        if any(word != longer and f" {word} " in f" {longer} " for longer in query.qualifiers):
            continue
        joined = f"{told[-1]} {word}" if told else word
        if told and joined in query.plain:
            told[-1] = joined
        else:
            told.append(word)
    typed = query.role.typed or query.question
    return list(dict.fromkeys(as_typed(words, query.plain, typed) for words in told))
