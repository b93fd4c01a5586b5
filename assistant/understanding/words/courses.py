"""How something went, put by any comparative: "got larger or smaller" asks whether it rose.

Any adjective may tell a size ("thicker", "fatter").  English makes its comparative by one ending,
Vietnamese by the words behind it: behind a verb of becoming it asks of a change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import terms_of
from assistant.understanding.words.verbs import any_under, listed_under
from indexing.reading.quantity.quantities import unit_of_noun
from indexing.records import Language

_BECOME = listed_under("become")
_RISE, _FALL, _CHANGE = listed_under("rise"), listed_under("fall"), listed_under("change")
_SIZES = listed_under("sizes")
_VERBS = any_under("become")
_GREW = re.compile(
    rf"(?P<has>\b(?:has|have|had)\s+(?:[^\W\d]+\s+){{0,9}}?)?\b(?P<verb>{_VERBS})\s+"
    r"(?:(?:any|much|far|even|still|a\s+(?:bit|little|lot))\s+)*(?P<one>[a-z]{3,}er)\b"
    r"(?:\s+or\s+(?P<other>[a-z]{3,}er)\b)?"
    r"(?=\s*(?:[?.,;!]|$|(?:between|from|since|over|in|by|during|after|until|before|at|compared|with"
    r"|through|within|still|again|this|last|and|or)\b))",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(
    r"\b(?:by\s+)?how\s+much\s+(?P<one>[a-z]{3,}er)\s+(?P<aux>did|does|do|has|have|had)\s+"
    rf"(?P<what>[^?.;]*?)\s+(?P<verb>{_VERBS})\b",
    re.IGNORECASE,
)
_LEN_HAY = re.compile(
    r"\b[^\W\d_]+\s+(?:lên|thêm|ra|len|them)\s+(?:hay|hay\s+là|hoặc|hoac)\s+[^\W\d_]+\s+"
    r"(?:đi|bớt|lại|xuống|di|bot|lai|xuong)\b",
    re.IGNORECASE,
)
"""Two Vietnamese adjectives, each with its word of change: "dày lên hay mỏng đi"."""


def courses_plainly(question: str, language: Language, cues: Cues) -> str:
    """`question` with what grew or shrank by any adjective put as a rise, a fall or a change."""
    if language == "vi":
        return _LEN_HAY.sub("tăng hay giảm", question)
    for found in reversed(list(_GREW.finditer(question))):
        compared = [found[name].lower() for name in ("one", "other") if found[name]]
        if all(_tells_size(question, word, cues) for word in compared):
            at, end = found.start("verb"), found.end()
            question = f"{question[:at]}{_moved(found, compared)}{question[end:]}"
    return _HOW_MUCH.sub(lambda found: _by_how_much(question, found, cues), question)


def _by_how_much(question: str, found: re.Match[str], cues: Cues) -> str:
    """ "How much bigger did the debt get" as "by how much did the debt rise"."""
    word = found["one"].lower()
    if not _tells_size(question, word, cues):
        return found[0]
    has = found["aux"].lower() in ("has", "have", "had")
    (moved,) = _way(word)["done" if has else "base"]
    return f"by how much {found['aux']} {found['what']} {moved}"


def _tells_size(question: str, word: str, cues: Cues) -> bool:
    """Whether a word is a comparative: "become member" names people."""
    is_named = any(word in question[t.start : t.end].lower().split() for t in terms_of(question))
    return not (word in cues.words_of("no_size") or is_named or unit_of_noun(word) == "people")


def _moved(found: re.Match[str], compared: list[str]) -> str:
    form = next(key for key, verbs in _BECOME.items() if found["verb"].lower() in verbs)
    form = "done" if found["has"] and form in ("base", "past") else form
    ways = (_RISE, _FALL) if len(compared) > 1 else (_way(compared[0]),)
    return " or ".join(way[form][0] for way in ways)


def _way(word: str) -> Mapping[str, Sequence[str]]:
    return _RISE if word in _SIZES["up"] else _FALL if word in _SIZES["down"] else _CHANGE
