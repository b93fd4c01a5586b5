"""Which places a question names: outright, by a word such as "nationwide", or misspelt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from assistant.query import Operation
from assistant.understanding.slots.districts import bare_districts, in_their_provinces, namesakes
from assistant.understanding.slots.metrics.shares import asks_share_of_country
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.slots.operations import is_of_every_place
from assistant.understanding.slots.short_regions import meant_by, short_regions
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of, spans_of, terms_of
from indexing.gazetteer import CAPITAL, COUNTRY, gazetteer
from indexing.reading.folding import folded
from indexing.reading.phrases import words
from indexing.reading.place.suggestions import is_misspelling, suggest_places
from indexing.reading.quantity.quantities import unit_of_noun
from indexing.records import PlaceMention, Span
from indexing.regions import lies_in

_INNER = (" commune", " ward", " township")
_OUTER = (" district", " town", " City")
"""Kinds of places, as their names end, and those that they lie in."""
_JOINED = re.compile(r"\b(?:and|or|than|versus|vs|và|hay|hoặc|hơn|với)\b", re.IGNORECASE)
"""Between two places that are both asked for."""
_ASKS_WHICH = re.compile(r"\b(?:nào|nao)\b", re.IGNORECASE)
"""Behind a kind of place it asks for one: "huyện nào thấp nhất" names none."""
_PROVINCIAL = frozenset({"tinh", "thanh", "pho", "tp", "thuoc"})
"""Between the name of a district and that of the province which it lies in."""


@dataclass(frozen=True, slots=True)
class AskedPlaces:
    """The places of a question."""

    names: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    """Where the question names them outright."""
    named: tuple[str, ...] = ()
    """The place that each of `spans` names."""
    unsure: tuple[str, ...] = ()
    """Places that a name may mean, misspelt or borne by several, when it is not clear which."""
    pointed_at: str | None = None
    """Of what kind a place is that only something said before can tell: "the district"."""
    misspelt: bool = False
    bearer: Span | None = None
    """A name of a place that something else bears: "how much does Hoa Binh owe in Hanoi?"."""

    @property
    def part_and_whole(self) -> tuple[str, ...]:
        """The two places that are named, where the one lies in the other, the part first; empty
        where they do not."""
        if len(self.names) != 2:
            return ()
        known = gazetteer()
        for inner, outer in permutations(self.names):
            if outer in known.provinces_of(inner):
                return f"{inner}, {outer}", outer
            if outer == COUNTRY or inner.endswith(f", {outer}"):
                return inner, outer
            if inner != outer and inner in known.former_parts(outer):  # merged into it
                return inner, outer
        return ()

    def meant_among(self, before: Sequence[str]) -> tuple[str, ...]:
        """Those of the places asked for before that are pointed at."""
        whole = self.pointed_at == "province"
        return tuple(name for name in before if (gazetteer().place(name) is not None) == whole)

    def may_be_meant_by(self, word: str) -> bool:
        """Whether a word that nothing explains is a name of a place that was taken: its first
        letters, "BP" beside Binh Phuoc, or misspelt."""
        if folded(word).text in map(_initials, self.names):
            return True
        return self.misspelt and any(is_misspelling(word, place) for place in self.names)


def asked_places(question: str, operation: Operation, cues: Cues) -> AskedPlaces:
    """The places of a question; a misspelt one is taken when no other name is near."""
    mentions = _innermost(question, places_of(question)) or _typed_small(question, cues)
    short = short_regions(question, mentions)
    mentions = sorted((*mentions, *short), key=lambda mention: mention.start)
    mentions = _without_whereabouts(question, mentions, cues)
    inside = bare_districts(question, mentions, cues) if mentions else ()
    mentions = sorted((*mentions, *inside), key=lambda mention: mention.start)
    mentions = in_their_provinces(mentions, question, cues)
    bearer = _firm(question, mentions, cues)
    if not bearer and operation == "value" and _is_borne(question, mentions, cues):
        bearer = mentions[0]
    mentions = [mention for mention in mentions if mention != bearer]
    if mentions:
        meant = (meant_by(question, one) for one in short if one in mentions)
        return _of_mentions(
            mentions,
            beside=_country_beside(question, mentions, operation, cues),
            unsure=next((regions for regions in meant if len(regions) > 1), ()),
            bearer=Span(bearer.start, bearer.end) if bearer else None,
        )
    if bearer:
        return AskedPlaces((), bearer=Span(bearer.start, bearer.end))
    if districts := list(bare_districts(question, (), cues)):
        bare = bare_districts(question, districts, cues)  # "vinh chau and ke sach"
        districts.extend(bare)
    starts = {district.start for district in districts}
    alike = [one for one in namesakes(question, cues) if one.start not in starts]
    if districts or alike:
        told = sorted((*districts, *alike[:1]), key=lambda district: district.start)
        return _of_mentions(told, unsure=tuple(one.name for one in alike))
    return _named_by_none(question, operation, cues)


def _of_mentions(
    mentions: Sequence[PlaceMention],
    beside: Sequence[str] = (),
    unsure: tuple[str, ...] = (),
    bearer: Span | None = None,
) -> AskedPlaces:
    """Places as they are named, each once, with those that other words tell `beside` them."""
    named = tuple(mention.name for mention in mentions)
    return AskedPlaces(
        tuple(dict.fromkeys((*named, *beside))),
        tuple(spans_of(mentions)),
        named,
        unsure=unsure,
        bearer=bearer,
    )


def _country_beside(
    question: str, mentions: Sequence[PlaceMention], operation: Operation, cues: Cues
) -> tuple[str, ...]:
    """The country, where the only place that is named is held against it, "passed the national
    one", or its part of the whole is asked for: "what share of national debt is Hue's"."""
    if len({mention.name for mention in mentions}) != 1:
        return ()
    held_against = operation == "compare" or asks_share_of_country(question, cues)
    return (COUNTRY,) if held_against and "country" in cues.hits("about", question) else ()


def _named_by_none(question: str, operation: Operation, cues: Cues) -> AskedPlaces:
    """The places of a question that names none outright."""
    about = cues.hits("about", question)
    if "country" in about or cues.hits("agency", question):
        return AskedPlaces((COUNTRY,))
    if "capital" in about:
        return AskedPlaces((CAPITAL,))
    if operation in ("rank", "list") or is_of_every_place(question, cues):
        return AskedPlaces(())
    if kinds := cues.hits("pointing", question):
        return AskedPlaces((), pointed_at=kinds[0])
    known = (*spans_of(terms_of(question)), *cues.spans("base", question))
    near = tuple(suggest_places(blanked(question, known, " ")))  # "lao động" is no Lâm Đồng
    return AskedPlaces(near, misspelt=True) if len(near) == 1 else AskedPlaces((), unsure=near)


def _without_whereabouts(
    question: str, mentions: Sequence[PlaceMention], cues: Cues
) -> list[PlaceMention]:
    """The mentions without the regions that only tell where a place lies, "Can Tho in the Mekong
    Delta"; not one that a place of it is held against."""
    inner = [mention for mention in mentions if mention.kind in ("province", "district")]
    return [
        mention
        for mention in mentions
        if mention.kind != "region"
        or not any(lies_in(place.province or place.name, mention.name) for place in inner)
        or any(_are_held_apart(question, mention, place, cues) for place in inner)
    ]


def _are_held_apart(question: str, region: PlaceMention, place: PlaceMention, cues: Cues) -> bool:
    """Whether a region and a place of it are two that are asked for: "is Can Tho ahead of the
    Mekong Delta?", "Can Tho and the Mekong Delta", "Can Tho's rank among the Delta's provinces"."""
    first, second = sorted((region, place), key=lambda mention: mention.start)
    between = question[first.end : second.start]
    told = ("standing", "degree", "lead")
    held = any(cues.hits(key, between) for key in told) or "compare" in cues.hits(
        "operation", between
    )
    return held or bool(_JOINED.search(between)) or bool(cues.hits("rank_of", question))


def _initials(place: str) -> str:
    return "".join(part[0] for part in words(folded(place).text))


def _innermost(question: str, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions, a commune and the district it lies in as one, and a district and its province:
    "Tan Tien commune, Dam Doi district, Ca Mau" and "xã Tân Tiến huyện Đầm Dơi tỉnh Cà Mau" ask of
    the commune alone."""
    found: list[PlaceMention] = []
    for mention in mentions:
        inner = found[-1] if found else None
        if inner and mention.start < inner.end:  # "phường Tân Thành, TP Cà Mau": both are of it
            found[-1] = replace(inner, end=mention.end)
        elif inner and _lies_in(inner, mention, question[inner.end : mention.start]):
            province = f", {mention.province}" if mention.province else ""
            name = f"{inner.name}{province}"
            found[-1] = replace(inner, name=name, province=mention.province, end=mention.end)
        else:
            found.append(mention)
    return found


def _lies_in(inner: PlaceMention, outer: PlaceMention, between: str) -> bool:
    if inner.province is not None:
        return False
    if inner.kind == "district" and outer.kind == "province":
        # "quận Tân Bình TP.HCM", "xã Tân Tiến, huyện Đầm Dơi tỉnh Cà Mau"
        return _PROVINCIAL.issuperset(words(folded(between).text))
    outermost = outer.name.split(",")[0].endswith(_OUTER)
    return inner.name.endswith(_INNER) and between.strip() in ("", ",") and outermost


def _typed_small(question: str, cues: Cues) -> list[PlaceMention]:
    """Names that are also common words ("hue"), in a question without any capital.

    They count at the head of a question, behind a word that places stand behind, "cua hue", behind
    an insurance, "bhyt hue", and as what a question is put of: "did hue reach it?".
    """
    if not question.islower():
        return []
    # "Hue Co" is a firm: "huế có" is not.
    named = (word if word in cues.stop_words else word.title() for word in question.split(" "))
    found = places_of(question.title()) or places_of(" ".join(named))
    put = {span.end + 1 for key, span in cues.spans_by("verdict", question) if key == "asks"}
    put |= {term.end + 1 for term in terms_of(question) if term.kind == "scheme"}
    before = (words(folded(question[: mention.start]).text)[-1:] for mention in found)
    return [
        mention
        for mention, last in zip(found, before, strict=True)
        if not _ASKS_WHICH.search(question, mention.start, mention.end)
        if not last
        or last[0] in cues.prepositions
        or unit_of_noun(last[0]) == "people"
        or mention.start in put
    ]


def _is_borne(question: str, mentions: Sequence[PlaceMention], cues: Cues) -> bool:
    """Whether the first name is that of something in the second place rather than a place.

    "How much does Hoa Binh owe in Ho Chi Minh City?" asks of a firm; "in Hanoi and in Hue" of
    both.
    """
    if len(mentions) != 2:
        return False
    first, second = mentions
    lead = words(folded(question[: first.start]).text)[-1:]
    told = words(folded(question[first.end : second.start]).text)
    apart = first.name != second.name and not first.name.endswith(f", {second.name}")
    bare = not lead or lead[0] not in cues.prepositions
    lies_in = len(told) > 1 and told[-1] in cues.locatives
    return apart and bare and lies_in and not cues.joins & set(told)


def _firm(question: str, mentions: Sequence[PlaceMention], cues: Cues) -> PlaceMention | None:
    """The name of a place that a firm bears: "Công ty Hải Dương nợ bao nhiêu?"."""
    kinds = [span.end for span in cues.spans("borne", question)]
    borne = (m for m in mentions if any(not question[end : m.start].strip() for end in kinds))
    return next(borne, None)
