"""Whether a sentence suits what is asked for: somebody, whoever is blamed, an age.

A sentence on the matter of a question is no answer to it where it tells nothing of that kind.
"""

from __future__ import annotations

import re

from assistant.drafting.quotation.matching import holds_half
from assistant.query import Query
from assistant.understanding.slots.narrowing.measured import asks_age
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.words.alike import alike
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.names import names_office, names_person
from assistant.understanding.words.offices import offices
from assistant.understanding.words.reading import spans_of
from indexing.reading.folding import fold
from indexing.reading.place.places import find_places

_WHO_DOES = re.compile(
    r"\bwho\s+(?:(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|not)\s+)*([a-z]+)"
)
_AGE = re.compile(
    r"\bage[ds]?\s+(?:of\s+|from\s+|over\s+|under\s+)?\d+\b(?!\s*%|\s+per\b)"
    r"|\d\s*[- ]years?[- ]old",
    re.IGNORECASE,
)


def tells_who(query: Query, sentence: str, rare: frozenset[str], cues: Cues) -> bool:
    """Whether a sentence tells who it was, or lays blame on somebody, where that is asked for.

    Where it names no person it must tell of the doing, and of half of what else is asked at least:
    the `rare` words of the question.
    """
    if "asks" in cues.hits("blame", query.plain) and not cues.hits("blame", sentence):
        return False
    if "who" not in cues.hits("about", query.plain):
        return True
    unplaced = blanked(sentence, spans_of(find_places(sentence)), " ")  # "Ha Nam" is nobody
    is_named = names_person(unplaced)
    tells_it = _does(query, cues) <= alike(cues.content(sentence))
    is_of_it = tells_it and holds_half(rare, sentence, cues)
    return is_named or (is_of_it and _names_somebody(sentence, cues))


def tells_age(query: Query, sentence: str) -> bool:
    """Whether a sentence tells an age, where one is asked for."""
    return not asks_age(query.plain) or bool(_AGE.search(sentence))


def _does(query: Query, cues: Cues) -> frozenset[str]:
    """What somebody does whom an English question asks for; an office is no doing."""
    asked = _WHO_DOES.search(fold(query.plain)) if query.language == "en" else None
    verb = cues.content(asked[1]) - offices().titles if asked else frozenset[str]()
    return alike(verb)


def _names_somebody(text: str, cues: Cues) -> bool:
    """Whether a text names an office or a body, or whoever else can do something."""
    return names_office(text, cues) or bool(cues.hits("somebody", text))
