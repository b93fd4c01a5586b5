"""Words of a question that narrow what is asked and are neither place, period nor metric.

"Health insurance coverage among pupils in Hanoi" and "coverage in Atlantis" must not be answered
with the figure for everyone, or for everywhere: what is not understood is kept as a qualifier, and
a row answers only if it says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.understanding.words.compounds import compounds_in, syllable_at
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import quantities_of, terms_of
from indexing.reading.folding import folded
from indexing.records import Span

_CUT = "|"
_CLAUSE = re.compile(r"(?:[^.;!?\n,]|[.,](?=\S))+")
_CARDS = "cards"
"""The measure of what is handed out; to a part of the people it is free."""
_WHERE = re.compile(r"\b(?P<where>[^\W\d_]+)\s+")
_CAPITALS = re.compile(r"[^\W\d_a-z]\w*(?:\s+[^\W\d_a-z]\w*)+(?![\w|])")
_TOKEN = re.compile(r"'s\b|[^\W_]+(?:&[^\W_]+)*|\|+|[,;:?!()]")


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or sign of a question, folded, and as it was typed; what was cut out is one sign."""

    text: str
    typed: str
    spelt: str
    """As the Vietnamese word of several syllables spells it of which it is one, "điện" in "dien
    tu": a word that narrows does so however it is written."""
    whole: str
    """That word as it was typed, or this one alone."""


def qualifiers(
    question: str, understood: Sequence[Span], cues: Cues, everywhere: bool
) -> tuple[str, ...]:
    """The narrowing words of `question` as typed; `understood` are the spans of everything else.

    Every word counts that nothing explains, wherever it stands and however it is written: it may be
    a firm ("vingroup debt in Hanoi"), a part ("cancer drugs") or, where the question names no place
    (`everywhere`), the name of one.  Words that narrow nothing ("the population") do not, and
    neither do those of clauses that have no share in what is asked ("for a talk in our department,
    ..."), unless they name a part ("students"), bear a capital ("Saigon Post") or tell what a rate
    is of ("satisfaction rate").
    """
    parts = [part for _, part in parts_told("part", question, cues)]
    parts += [
        span
        for _, span in parts_told("same", question, cues)
        if any(_covers(span, other) for other in understood)
        or not any(meet(span, other) for other in (*understood, *parts))
    ]
    blank = blanked(blanked(question, cues.idle.spans(question), " "), (*understood, *parts))
    blank = blanked(blank, cues.spans("idle", question), " ")
    if parts_told("same", question, cues) and any(t.id == _CARDS for t in terms_of(question)):
        blank = blanked(blank, cues.spans("gratis", question), " ")
    found = [question[span.start : span.end] for span in parts]
    found += _names(question, blank, cues)
    found += _unlisted_places(question, understood, cues)
    found += _rates(question, blank, cues)
    for clause in _clauses(blank, cues, everywhere):
        found += _narrowing(question, clause, blank, cues)
    return tuple(sorted(dict.fromkeys(found), key=question.find))


def parts_told(section: str, question: str, cues: Cues) -> list[tuple[str, Span]]:
    """The parts of a whole that a question names by the words of a section, each with its key; "do
    not have" right before a number denies that, and tells of no people."""
    numbers = [told.start for told in quantities_of(question)]
    limits = [
        denial
        for denial in cues.spans("has_not", question)
        if any(denial.start < at and not question[denial.end : at].strip() for at in numbers)
    ]
    return [(key, part) for key, part in cues.spans_by(section, question) if part not in limits]


def unknown_words(question: str, told: Sequence[Span], cues: Cues) -> frozenset[str]:
    """The folded words of `question` outside `told` that say something by themselves."""
    blank = blanked(question, (*told, *cues.idle.spans(question), *cues.spans("idle", question)))
    words = (token for token in _tokens(question, blank) if token.text[0].isalnum())
    return frozenset(word.text for word in words if _narrows(word, cues))


def _names(question: str, blank: str, cues: Cues) -> Iterator[str]:
    """Words with a capital that nothing explains: names of firms and persons."""
    for place, token in enumerate(_tokens(question, blank)):
        named = token.text[0].isalpha() and token.typed[0].isupper() and not token.typed.isupper()
        if place and named and _narrows(token, cues):
            yield token.typed


def _unlisted_places(question: str, understood: Sequence[Span], cues: Cues) -> Iterator[str]:
    """Names of several words with capitals behind a word that leads to a place, "in Thanh Hai":
    whatever else their syllables may mean, the country's figure is none of such a place."""
    blank = blanked(question, understood)
    for lead in _WHERE.finditer(blank):
        found = _CAPITALS.match(blank, lead.end())
        name = found[0].split() if found else []
        titled = all(word[0].isupper() and not word.isupper() for word in name)
        if titled and folded(lead["where"]).text in cues.locatives:
            yield from name


def _rates(question: str, blank: str, cues: Cues) -> Iterator[str]:
    """Words that tell what a rate or an index is of, where nothing explains them."""
    tokens, rates = list(_tokens(question, blank)), cues.words_of("rates")
    for token, head in pairwise(tokens):
        if head.text in rates and token.text[0].isalpha() and _narrows(token, cues):
            yield token.typed


def _clauses(blank: str, cues: Cues, everywhere: bool) -> Iterator[Span]:
    """The clauses that hold something understood; where a place is sought, "in ..." as well."""
    for match in _CLAUSE.finditer(blank):
        first = _TOKEN.search(folded(match[0]).text)
        if _CUT in match[0] or (everywhere and first and first[0] in cues.prepositions):
            yield Span(match.start(), match.end())


def _narrowing(question: str, clause: Span, blank: str, cues: Cues) -> Iterator[str]:
    inside = blank[clause.start : clause.end]
    tokens = list(_tokens(question[clause.start : clause.end], inside))
    bidden = cues.words_of("bidden")  # "State the ...", "quote me ..."
    bids = len(tokens) > 1 and tokens[1].text in bidden
    for token in tokens[bids:]:
        if token.text[0].isalnum() and _narrows(token, cues):
            yield from token.whole.split()


def meet(one: Span, other: Span) -> bool:
    """Whether two stretches of a question share a letter."""
    return one.start < other.end and other.start < one.end


def _covers(one: Span, other: Span) -> bool:
    """Whether a span is wider than another one that lies in it: "rút BHXH một lần"."""
    return one.start <= other.start and other.end <= one.end and one != other


def blanked(question: str, spans: Iterable[Span], sign: str = _CUT) -> str:
    """The question with `spans` overwritten by `sign`, its length kept."""
    letters = list(question)
    for span in spans:
        letters[span.start : span.end] = sign * (span.end - span.start)
    return "".join(letters)


def _tokens(question: str, blank: str) -> Iterator[_Token]:
    view = folded(blank)
    for match in _TOKEN.finditer(view.text):
        start, end = view.span(*match.span())
        at = Span(start, end)
        yield _Token(
            match[0], question[start:end], syllable_at(question, at), _whole(question, blank, at)
        )


def _whole(question: str, blank: str, at: Span) -> str:
    """The Vietnamese word of several syllables of which a stretch of a question is one, where
    nothing of it is understood otherwise; else the stretch alone."""
    for span, _ in compounds_in(question):
        if (
            span.start <= at.start
            and at.end <= span.end
            and _CUT not in blank[span.start : span.end]
        ):
            at = span
    return question[at.start : at.end]


def _narrows(token: _Token, cues: Cues) -> bool:
    """Whether a word says something by itself: no number does, and no small letter: "cho e hỏi"."""
    is_letter = len(token.typed) == 1 and token.typed.islower()
    return not (is_letter or token.text.isdigit() or cues.idle.holds(token.spelt))
