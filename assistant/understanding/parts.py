"""A question cut into the parts that each ask: "the rate in Hue, is that up, and who said so?".

Sentences part where they end, clauses at a comma or at a word that joins.  What stands behind is a
part of its own where it asks by itself: in English by how it begins, in Vietnamese by its question
word.  "Social and health insurance", "in Hanoi and Hue", "between 2021 and 2023" are one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.understanding.conversation.courtesies import is_courtesy
from assistant.understanding.conversation.going_on import asks_who_told
from assistant.understanding.intent import WORDS
from assistant.understanding.slots.aspects import asked_aspects
from assistant.understanding.slots.claimed import put_forward
from assistant.understanding.slots.metrics.asked import asked_metrics, metrics_in
from assistant.understanding.slots.narrowing.qualifiers import blanked, unknown_words
from assistant.understanding.slots.openings import opening
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.joins import load_joins
from assistant.understanding.words.reading import places_of, quantities_of, spans_of, terms_of
from indexing.records import CHANGES, Language, Span

_OF_WORDS = frozenset({*WORDS, "said"})
_OF_MATTER = frozenset({"why", "passages"})
_OF_TIME_OR_PLACE = frozenset({"when", "where"})
"""Ways of asking for what no metric tells, as keys of `about`."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a question between two breaks."""

    span: Span
    kind: str
    """What stands before it: the `end` of a question, another `stop`, a `join` or a `comma`."""
    is_put: bool
    """Whether a question mark stands behind it."""


def parts_of(question: str, language: Language, cues: Cues) -> tuple[str, ...]:
    """The parts of a question that each ask, in order; only itself where it asks once.

    What a part behind "is it true that" puts forward it is asked for as that is.
    """
    found: list[tuple[str, Span]] = []
    for piece in _pieces(question):
        words = question[piece.span.start : piece.span.end]
        if not found:
            found.append(("", piece.span))
            continue
        lead, told = found[-1]
        said = lead + question[told.start : told.end]
        claims = piece.kind == "join" and _claims_anew(said, words, language, cues)
        if _asks(piece, said, words, language, cues) and not (claims and language == "vi"):
            found.append(("", piece.span))
        elif piece.kind == "join" and (why := _why_anew(said, words, cues)):
            found.append((why, piece.span))
        elif claims:
            that = load_joins().that.match(words)
            start = piece.span.start + (that.end() if that else 0)
            head = load_joins().claimed.match(said)
            found.append((head[0] if head else "", Span(start, piece.span.end)))
        else:
            found[-1] = (lead, Span(told.start, piece.span.end))
    return tuple((lead + question[at.start : at.end]).strip() for lead, at in found)


def _pieces(question: str) -> Iterator[_Piece]:
    head = opening(question)  # it asks for nothing of its own
    start, kind = 0, ""
    for found in load_joins().parts.finditer(question, head.end if head else 0):
        if question[start : found.start()].strip():
            yield _Piece(Span(start, found.start()), kind, bool(found["end"]))
        start, kind = found.end(), found.lastgroup or ""
    if question[start:].strip():
        yield _Piece(Span(start, len(question)), kind, False)


def _asks(piece: _Piece, said: str, words: str, language: Language, cues: Cues) -> bool:
    """Whether a piece asks for itself, beside what is `said` before it."""
    if asks_who_told(words, cues) and _names(said, cues):
        return True
    if piece.kind == "comma" and _is_subject(said) and _puts(words):
        return False
    if piece.kind == "comma" and _names_another(said, words, cues):
        return True
    if _only_agrees(words, cues) or not _is_told(said, words, piece.kind, language, cues):
        return False
    if is_courtesy(words, cues):
        return False
    if piece.kind == "end" and piece.is_put:
        return not load_joins().granted.match(said)
    if piece.kind == "join" and (load_joins().between.search(said) or _lists_places(said, words)):
        return False
    if _names_matter(words, cues) and (piece.kind != "comma" or load_joins().number.match(words)):
        return True
    if language == "vi":
        at_head = load_joins().vi.head.match(words) or load_joins().vi.whether.search(words)
        is_other = _is_strange(words, cues) or bool(cues.hits("of_them", words))
        goes_on = _vi_asks(said) or (piece.kind != "comma" and is_other)
        return bool(at_head or (load_joins().vi.asking.search(words) and goes_on))
    asking = load_joins().asking.match(words)
    if asking is None:
        return _puts(words)
    linked = (asking["linked"] or "").lower()
    relative = (found["word"].lower() for found in load_joins().relative.finditer(said))
    return not linked or linked not in relative


def _is_subject(said: str) -> bool:
    """Whether a piece tells no more than of which of some things it is asked: "which of the two,
    Long My or O Mon, | has the higher rate?"."""
    asking = load_joins().asking.match(said)
    names = "," in said or len(places_of(said)) > 1
    return bool(asking and asking["linked"] and names and not load_joins().verb.search(said))


def _lists_places(said: str, words: str) -> bool:
    """Whether what joins two pieces parts the places of one list: "Hue | Hanoi bên nào cao hơn"."""
    ends = any(not said[place.end :].strip() for place in places_of(said))
    return ends and any(not words[: place.start].strip() for place in places_of(words))


def _is_told(said: str, words: str, kind: str, language: Language, cues: Cues) -> bool:
    """Whether what stands before a piece asks for something itself; it is enough that it names a
    figure, but for one of which the piece only goes on: "HI coverage, what was it in Hue?"."""
    if language == "vi":
        asks = _vi_asks(said)
    else:
        asks = bool(load_joins().asking.match(said) or _puts(said) or cues.hits("asking", said))
    if asks:
        return bool(cues.content(said) - cues.idle.words or _names(said, cues))
    if kind == "stop":
        return False  # what is told before it asks
    if kind != "comma":
        return _names(said, cues)
    goes_on = cues.hits("follow_up", words) or not cues.content(words) - cues.idle.words
    is_topic = goes_on or load_joins().topic.match(said) or put_forward(said)
    return not is_topic and _names_outright(said, cues)


def _names(said: str, cues: Cues) -> bool:
    aspects = asked_aspects(said, cues)
    return aspects != ("level",) or bool(asked_metrics(said, aspects, cues).names)


def _names_another(said: str, words: str, cues: Cues) -> bool:
    """Whether words name another figure of another place than those `said`: "coverage in Hue,
    arrears in Hanoi"."""
    both = [set(metrics_in(part, cues).names) for part in (said, words)]
    places = [{place.name for place in places_of(part)} for part in (said, words)]
    return all((*both, *places)) and not (both[0] & both[1] or places[0] & places[1])


def _names_matter(words: str, cues: Cues) -> bool:
    """Whether words name what only a report's words tell: "the main difficulties", "the number of
    doctors"."""
    if _names(words, cues):
        return False
    of_words = bool(_OF_MATTER & set(cues.hits("about", words)))
    return of_words or (_is_strange(words, cues) and bool(load_joins().number.match(words)))


def _is_strange(words: str, cues: Cues) -> bool:
    """Whether a piece holds words that name nothing known."""
    found = (places_of(words), terms_of(words), quantities_of(words))
    understood = [span for named in found for span in spans_of(named)]
    return not _names(words, cues) and bool(unknown_words(words, understood, cues))


def _names_outright(said: str, cues: Cues) -> bool:
    metrics = metrics_in(said, cues)
    return bool(metrics.names) and not metrics.readings


def _vi_asks(said: str) -> bool:
    return bool(load_joins().vi.asking.search(said) or load_joins().vi.whether.search(said))


def _puts(words: str) -> bool:
    """Whether words open with a verb and its subject: "is that", "did Hue", "was coverage"."""
    put = load_joins().puts.match(words)
    if put is None or any(place.start == 0 for place in places_of(words)):  # "Can Tho"
        return False
    behind = words[put.end() :]
    of_subject = any(term.start == 0 for term in terms_of(behind))
    if of_subject and load_joins().has.match(put["verb"]):
        return False  # "and had health insurance"
    is_name = behind[:1].isupper() or any(place.start == 0 for place in places_of(behind))
    return bool(put["subject"] or of_subject or is_name)


def _only_agrees(words: str, cues: Cues) -> bool:
    """Whether words only ask for a yes to what was said: "is that right?", "đúng không?"."""
    told = {"told", "stated"} & set(cues.hits("verdict", words))
    return bool(told) and not cues.content(words) - cues.idle.words


def _claims_anew(said: str, words: str, language: Language, cues: Cues) -> bool:
    """Whether a question that puts a figure of one thing forward goes on to a figure of another:
    "is it true that coverage was 99 per cent and unemployment insurance had 4,000 members"."""
    asks = cues.hits("asking", said) if language == "en" else load_joins().vi.asking.search(said)
    if asks or not load_joins().claimed.match(said):
        return False
    return all(terms_of(part) and put_forward(part) for part in (said, words))


def _why_anew(said: str, words: str, cues: Cues) -> str:
    """The words that ask why, where what follows tells that another figure moved, or that it did
    in another place: "why did coverage fall in Hue and rise in Hanoi?"; empty where it does not."""
    asking = [span for key, span in cues.spans_by("about", said) if key == "why"]
    if not asking or "why" in cues.hits("about", words):
        return ""
    if not all(set(asked_aspects(part, cues)) <= set(CHANGES) for part in (said, words)):
        return ""
    named = [
        {place.name for place in places_of(part)} | set(metrics_in(part, cues).names)
        for part in (said, words)
    ]
    lead = load_joins().verb.match(said, asking[0].end)
    return said[: lead.end() if lead else asking[0].end] + " " if named[1] - named[0] else ""


def asks_for_words(part: str, cues: Cues) -> bool:
    """Whether a part asks why, who, when or what was said; "where does it want to be" asks for a
    target."""
    unplaced = blanked(part, spans_of(places_of(part)), " ")  # "Hà Nội" is no "nói"
    about, is_level = set(cues.hits("about", unplaced)), asked_aspects(part, cues) == ("level",)
    return bool(_OF_WORDS & about or (is_level and _OF_TIME_OR_PLACE & about))
