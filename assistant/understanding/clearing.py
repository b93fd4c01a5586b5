"""A question with nothing left in it but what is asked: spelt right, and nothing taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.understanding.conversation.corrections import refusal, taken_back
from assistant.understanding.preambles import without_preamble
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.slots.standings import AskedStanding, asked_standing
from assistant.understanding.words.apostrophes import with_apostrophes
from assistant.understanding.words.courses import courses_plainly
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.everyday import in_plain_words
from assistant.understanding.words.reading import periods_of, places_of, spans_of, understood_spans
from assistant.understanding.words.spelling import marks_set_right, set_right
from assistant.understanding.words.ties import tied_plainly
from assistant.understanding.words.typed_years import set_apart, years_in_full, years_of_places
from indexing.reading.language import detect_language
from indexing.records import Language


@dataclass(frozen=True, slots=True)
class Cleared:
    """A question with nothing left in it but what is asked."""

    plain: str
    typed: str
    """The question as it was typed, without what is told before it asks."""
    said: str
    """`plain` with what the listed places are held against."""
    language: Language
    corrects: bool
    """Whether it opens with a "no", or takes back something of the one before it."""
    withdrawn: str
    """What it takes back; empty where nothing."""
    held: AskedStanding | None
    """What the listed places are held against; it is none of them."""


def cleared(question: str, today: date, cues: Cues, language: Language | None = None) -> Cleared:
    """`question` with its spelling set right, and without what it takes back or is held against.

    Relative periods count from `today`; `language` is that of the whole of which it is a part.
    """
    typed = question
    question = marks_set_right(set_apart(question))
    question = years_of_places(question, spans_of(places_of(question)))
    question = years_in_full(
        question, spans_of(mention.period for mention in periods_of(question, today)), today
    )
    no = refusal(question)
    # Names of places are Vietnamese in English questions too.
    names = spans_of(places_of(question))
    language = language or detect_language(blanked(question, (no, *names), " "))
    if language == "en":
        question = with_apostrophes(question)
    question = in_plain_words(courses_plainly(question, language, cues), language)
    question = tied_plainly(question, language, cues)
    plain = set_right(question, understood_spans(question, today), language)
    back = taken_back(plain, today, cues)
    withdrawn = ", ".join(plain[span.start : span.end] for span in back)
    said = blanked(plain, (no, *back), " ")
    if language == "en":
        asks = without_preamble(said, today, cues)
        typed, said = (typed if asks == said else " ".join(asks.split())), asks
    held = asked_standing(said, cues)
    plain = blanked(said, held.spans if held else (), " ")
    return Cleared(plain, typed, said, language, bool(back or no.end), withdrawn, held)
