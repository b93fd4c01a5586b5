"""Ways to say the same otherwise: each keeps a true sentence true."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random

from assistant.drafting.composing import printed, template_of
from assistant.wording.phrases import Phrases, load_phrases
from assistant.wording.words import (
    capitalised,
    fact_words,
    figure_words,
    metric_words,
    period_words,
    place_words,
    plain_period,
)
from evals.mutation.claims import Claim, composed
from evals.mutation.held import Held
from evals.mutation.words import NUMERAL, in_words, words_of
from indexing.reading.folding import ascii_name
from indexing.records import CURRENCIES, Language, MetricFact

Reword = Callable[[MetricFact, Language, Held, Random], Claim | None]

_MOST_IN_WORDS = 1_000_000
_SPACE = "\N{NO-BREAK SPACE}"


def separators(row: MetricFact, language: Language, held: Held, random: Random) -> Claim | None:
    """Digits without separators, or with spaces between their groups."""
    claim = composed(row, row, language, held)
    mark = load_phrases(language).group
    grouped = rf"(?<=\d)\{mark}(?=\d{{3}}(?!\d))"
    figure = claim.text[claim.start : claim.end]
    other = re.sub(grouped, random.choice(("", _SPACE, " ")), figure)
    return _with_figure(claim, other) if other != figure else None


def _percent_sign(row: MetricFact, language: Language, held: Held, random: Random) -> Claim | None:
    """Per cent in words or as a sign."""
    if row.unit != "percent":
        return None
    claim = composed(row, row, language, held)
    figure = claim.text[claim.start : claim.end]
    if language == "vi":
        return _with_figure(claim, figure.replace("%", random.choice((" %", " phần trăm"))))
    return _with_figure(claim, figure.replace(" per cent", random.choice(("%", " percent", " %"))))


def scale(row: MetricFact, language: Language, held: Held, random: Random) -> Claim | None:
    """3,990 billion for 3.99 trillion, 1,200,000 for 1.2 million."""
    claim = composed(row, row, language, held)
    phrases = load_phrases(language)
    said = [s for s in phrases.scales if s.word in claim.text[claim.start : claim.end]]
    smaller = [s for s in phrases.scales if said and s.factor < said[0].factor]
    number = _grouped(abs(row.value) / (smaller[0].factor if smaller else 1), phrases)
    if not said or number is None:
        return None
    amount = f"{number} {smaller[0].word}" if smaller else number
    whole = figure_words(row.value, row.unit, row.bound, phrases, printed(row, held.articles.get))
    told = NUMERAL.search(whole)
    assert told is not None  # a figure in digits was composed
    end = whole.index(said[0].word) + len(said[0].word)
    return _with_figure(claim, whole[: told.start()] + amount + whole[end:])


def _in_letters(row: MetricFact, language: Language, held: Held, random: Random) -> Claim | None:
    """Words for digits."""
    whole = row.value == row.value.to_integral_value() and abs(row.value) < _MOST_IN_WORDS
    if language != "en" or not whole or row.unit in CURRENCIES:
        return None
    claim = composed(row, row, language, held)
    figure = claim.text[claim.start : claim.end]
    if not (told := NUMERAL.search(figure)) or "million" in figure:
        return None
    words = in_words(int(abs(row.value)))
    return _with_figure(claim, figure[: told.start()] + words + figure[told.end() :])


def paraphrase(row: MetricFact, language: Language, held: Held, random: Random) -> Claim | None:
    """The same in another sentence."""
    if row.group is not None:
        return None
    phrases = load_phrases(language)
    template = random.choice(words_of("rewordings")[language][template_of(row)])
    figure = fact_words(row, printed(row, held.articles.get), phrases)
    metric, period = metric_words(row.metric, None, phrases), period_words(row.period, phrases)
    against = ""
    if row.vs is not None:
        against = phrases.say("sentences", "against", vs=plain_period(row.vs, phrases))
    before, after = template.split("{figure}")
    fields = {
        "metric": metric, "Metric": capitalised(metric), "period": period,
        "Period": capitalised(period), "place": place_words(row.place, phrases),
        "verb": phrases.say("verbs", row.unit), "against": against,
    }  # fmt: skip
    head = before.format(**fields)
    text = head + figure + after.format(**fields)
    return Claim(text, len(head), len(head) + len(figure), row, row, language, "worded")


def _without_marks(row: MetricFact, language: Language, held: Held, random: Random) -> Claim | None:
    """Vietnamese typed without its marks."""
    if language != "vi":
        return None
    claim = composed(row, row, language, held)
    return replace(claim, text=ascii_name(claim.text))


REWORDINGS: Mapping[str, Reword] = {
    "separators": separators,
    "per cent sign": _percent_sign,
    "same value in another scale": scale,
    "words for digits": _in_letters,
    "paraphrase": paraphrase,
    "Vietnamese without marks": _without_marks,
}


def _with_figure(claim: Claim, figure: str) -> Claim:
    text = claim.text[: claim.start] + figure + claim.text[claim.end :]
    return replace(claim, text=text, end=claim.start + len(figure), form="worded")


def _grouped(value: Decimal, phrases: Phrases) -> str | None:
    """A number with its groups marked; None where it would be longer than anyone writes."""
    plain = f"{value.normalize():,f}"
    if len(plain) > len("999,999,999.99"):
        return None
    swap = str.maketrans({",": phrases.group, ".": phrases.decimal})
    return plain.translate(swap)
