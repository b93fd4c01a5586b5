"""What a question asks for, as words that a sentence of a report is held against.

Three kinds of words are told apart.  Names ("Tran Van An", "Party Committee") say whose words are
sought: reports name a speaker once and go on with "he", so it is enough that the passage holds
them.  What remains is the topic, which the sentence itself should hold.  And the office that "who
is the director" asks for must stand in the sentence as asked: a deputy director is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.drafting.quotation.offices import (
    DIRECTOR,
    asked_office,
    asked_speaker,
    named_agency,
)
from assistant.evidence.insisted import numbers_of, words_of_places
from assistant.query import Query
from assistant.understanding.conversation.going_on import asks_who_told
from assistant.understanding.intent import asks_of_future
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.words.alike import alike, meaning_of
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.names import named_words, names_person, persons_named, surnames
from assistant.understanding.words.offices import offices
from assistant.understanding.words.reading import places_of, spans_of
from indexing.gazetteer import COUNTRY
from indexing.reading.folding import fold

_COUNTED = re.compile(r"\bhow many\s+([a-z]+)")
_INSURANCE = re.compile(r"\b([a-z]+)\s+insurance\b", re.IGNORECASE)
"""An insurance with the word before it, which may tell of what it is."""
_DONE = re.compile(r"\bwho\s+(?:(?:has|have|had|is|are|was|were|will|can|did|does|do)\s+)?([a-z]+)")
_NOUN = re.compile(r"\b(?:what|which)\s+([a-z]+)")
_DAY = frozenset({"day", "date"})
"""After which it is asked when something was."""
EXCLUDED = "excluded"
"""The part by which a question leaves others out: "excluding pupils"."""
_ASKED = "asked"
"""By which all words for a demand are known."""
_REASON = "reason"
"""Who asks for the reason of something seeks a sentence on that."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What a question asks for, as folded words of the reports' language."""

    topic: frozenset[str]
    names: frozenset[str]
    """They count as topic where nothing else of it is found."""
    strange: frozenset[str]
    """Those of the names that nothing explains: an article without one of them cannot answer."""
    persons: frozenset[str]
    """The full names: what is told of another Nguyen is told of somebody else."""
    bodies: frozenset[str]
    """Those of the names that are common words: what the Ministry asked, no one else has."""
    counted: frozenset[str]
    """What "how many" asks for; a sentence without it tells another number."""
    done: frozenset[str]
    """What "who" did: where neither that nor a person is named, nothing tells who did it."""
    own: frozenset[str]
    """What somebody does whom a question asks for that goes on from another, in its own words: of
    the other one's nothing tells who does it."""
    demand: frozenset[str]
    """That somebody who is named asked for anything; a sentence that tells of no asking tells what
    else that one did."""
    noun: frozenset[str]
    """What "which decree" or "what support" asks for; a passage without it cannot answer, and for a
    document, which answers by its name, no sentence without it."""
    matter: frozenset[str]
    """What the question is about, where it names neither place nor person: "banks", "gifts".  Half
    of it at least must stand in the passage, which nothing else ties to the question."""
    ahead: frozenset[str]
    """What a question for what is to come is about: a sentence without most of it tells what is."""
    leaves_out: bool
    """Whether it asks for what is left without a part; a sentence must say so as well."""
    numbers: frozenset[str]
    """Those that narrow the question: what "120 firms" owe is told by no other number of them."""
    office: re.Pattern[str] | None
    """What "who is the director" asks for, as it may stand in a folded sentence."""
    speaker: re.Pattern[str] | None
    """The same of the one whose words are asked for: "what did the director say?"."""


def sought(query: Query, cues: Cues, with_names: bool) -> Sought:
    """What `query` asks for; of a Vietnamese one by its gist.

    `with_names`: the sentence itself must hold the names, as one of many debtors' figures does.
    """
    content = query.words if query.language == "en" else cues.content(query.gist)
    content = frozenset(word for word in content if meaning_of(word) != _REASON)
    places = words_of_places(query, cues)
    content -= places | _of_asking(query, cues)
    names = named_words(query.plain, cues)
    unexplained = frozenset(word for name in query.qualifiers for word in cues.content(name))
    known = cues.usual
    domain = cues.words_of("domain") | offices().titles
    agency = domain | cues.words_of("agency")
    of_person = names_person(query.plain)
    given = content & names - surnames() if of_person else frozenset[str]()
    office, speaker = asked_office(query, cues), asked_speaker(query, cues)
    if given:  # "Manh": another Nguyen is another one
        content -= surnames() - given
    if given or speaker:
        content -= named_agency(query, cues)
    bodies = content & names & known - domain
    noun = asked_noun(query, cues)
    if office is not None and content & offices().heads:
        content = content - offices().heads | {DIRECTOR}
    asks_who = "who" in cues.hits("about", query.plain) and not (given or office)
    topic = alike(content if with_names or asks_who else content - names)
    return Sought(
        topic=topic,
        demand=topic & {_ASKED} if given and not topic - known - {_ASKED} else frozenset(),
        names=alike(content & names),
        strange=alike(
            names & (unexplained - known | offices().titles - offices().heads)
            | _other_insurances(query)
        ),
        counted=alike(_asked(_COUNTED, query, cues)),
        done=alike(_done(query, cues) - domain),
        own=alike(_own(query, cues) - places),
        noun=alike([noun] if noun else []),
        persons=persons_named(_nowhere(query.plain)),
        bodies=alike(bodies),
        matter=alike(_matter(query, cues)) if not names - agency - places else frozenset(),
        ahead=alike(content - names - known) if asks_of_future(query.plain, cues) else frozenset(),
        leaves_out=EXCLUDED in query.parts,
        numbers=numbers_of(query),
        office=office,
        speaker=speaker,
    )


def _nowhere(question: str) -> str:
    """The question without its places: "Ha Nam Social Security" is no person."""
    return blanked(question, spans_of(places_of(question)), " ")


def _other_insurances(query: Query) -> frozenset[str]:
    """The words by which a question names an insurance that is none of those of the reports: a
    report without them is on another one than "motor insurance"."""
    return frozenset(map(fold, _INSURANCE.findall(query.plain))) & query.unsure.words


def _of_asking(query: Query, cues: Cues) -> frozenset[str]:
    """Words that say of which agency, after what time or after which dealings it is asked, and no
    more of the matter: "central VSS", "which day", "how is ... dealt with"."""
    spans = cues.spans("agency", query.plain)
    said = " ".join(query.plain[span.start : span.end] for span in spans)
    dealing = cues.words_of("dealing") if asks_what_is_done(query, cues) else frozenset()
    day = _DAY if "when" in cues.hits("about", query.plain) else frozenset[str]()
    return cues.content(said) - named_words(query.plain, cues) | dealing | day


def asks_what_is_done(query: Query, cues: Cues) -> bool:
    """Whether a question is for what is done about those who owe: that they do is no answer."""
    asks = "asks" in cues.hits("dealing", query.plain)
    owes = {"debtors", "owing"} & set(cues.hits("debtors", f"{query.plain} {query.gist}"))
    return asks and bool(owes) and "why" not in cues.hits("about", query.plain)


def _matter(query: Query, cues: Cues) -> frozenset[str]:
    """The words that alone tell what an English question is about, where it names no place but
    the whole country, of which every report speaks, or asks for yes or no."""
    opens = next(iter(cues.spans_by("verdict", query.plain)), None)
    is_yes_no = opens is not None and opens[0] == "asks" and not opens[1].start
    is_open = query.language == "en" and (is_yes_no or not set(query.places) - {COUNTRY})
    return query.unsure.words - cues.usual if is_open else frozenset()


def asked_noun(query: Query, cues: Cues) -> str | None:
    """What "which decree" or "what support" asks for, folded; None where it is no such question."""
    return next(iter(_asked(_NOUN, query, cues)), None)


def _asked(pattern: re.Pattern[str], query: Query, cues: Cues) -> frozenset[str]:
    """The noun that a pattern finds in the question, unless nearly every question holds it."""
    asked = pattern.search(fold(query.plain))
    common = cues.usual - cues.words_of("kinds") - cues.words_of("documents")
    return cues.content(asked[1]) - common if asked else frozenset()


def _done(query: Query, cues: Cues) -> frozenset[str]:
    """What somebody did whom the question asks for; an office is no doing."""
    asked = _DONE.search(fold(query.plain if query.language == "en" else query.gist))
    return cues.content(asked[1]) - cues.usual - offices().titles if asked else frozenset()


def _own(query: Query, cues: Cues) -> frozenset[str]:
    """The words of an English follow-up that asks who does something; an office is no doing."""
    goes_on = query.language == "en" and query.gist != query.plain
    is_who = "who" in cues.hits("about", query.plain)
    if not (goes_on and is_who) or asks_who_told(query.plain, cues):
        return frozenset()
    return cues.content(query.plain) - offices().titles
