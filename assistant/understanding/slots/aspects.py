"""In which aspect a question asks for a figure: a level, a change, a target, a share of it."""

from __future__ import annotations

import re

from assistant.query import Operation, Query
from assistant.understanding.slots.claimed import put_forward, without_figures
from assistant.understanding.slots.debtors import are_behind
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.slots.operations import asked_operation, asks_how_near
from assistant.understanding.words.cues import Cues, load_cues
from assistant.understanding.words.reading import metrics_of, places_of, spans_of, terms_of
from indexing.catalogue import catalogue
from indexing.reading.period.notation import parse_notation
from indexing.reading.quantity.quantities import unit_of_noun
from indexing.records import CHANGES, OF_TARGET, Aspect, Span

_AGAINST = re.compile(
    r"\b(?:than|against|compared (?:with|to)|versus|vs|over|above|beyond|below"
    r"|hơn|hon|với|voi|trên|tren|dưới|duoi)\b",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"\bhow (?:much|many)\b|\bbao nhi[êe]u\b", re.IGNORECASE)
HOW_MUCH_ALONE = re.compile(
    r"\W*(?:(?:and|và|va|thì|thi)\s+)?(?:how (?:much|many)|bao nhi[êe]u)"
    r"(?:\s+(?:per ?cent|(?:percentage )?points|phần trăm|phan tram|điểm|diem|người|nguoi))*\W*",
    re.IGNORECASE,
)
"""A clause that asks for nothing but the number of what has just been told: "did it rise, | and how
much?"."""
_BY_HOW = re.compile(r"\bby how (?:much|many)\b", re.IGNORECASE)
_FARING = re.compile(
    r"\b(?:d(?:o|oes|id|oing)|far(?:e|es|ed|ing)|perform(?:s|ed|ing)?|is|are|was|were|c[oa]mes?|g[eo]ts?)"
    r"\s+(?:the\s+)?(?:better|best|worse|worst|closest|nearest|furthest|farthest)\b"
    r"|\b(?:closer|nearer|farther)\b|\bfurther\s+(?:from|away|off)\b"
    r"|\b(?:làm|thực hiện)\s+(?:tốt|kém)\s+(?:hơn|nhất)\b",
    re.IGNORECASE,
)
"""How one thing does beside another; beside a word for the target, how far each has come to it."""
_MOVED = re.compile(
    r"\bhow (?:did|does|do|has|have|much|far)\b[^?.]*?"
    r"\b(?P<verb>moved?|shift(?:ed)?)\b(?!\s+(?:to|into)\b)",
    re.IGNORECASE,
)
"""How a figure went from one time to another; people who "moved to Hue" are some of them."""
_WHO = re.compile(
    r"\b(?P<noun>[^\W\d]+)\s+(?:who|that|which|whose)\s+"
    r"(?:(?:[^\W\d]+\s+)?(?:has|have|had|is|are|was|were)\s+(?:\w+\s+)?)?$",
    re.IGNORECASE,
)
"""Right before what somebody did who is told by it."""
_WHOM = ("people", "enterprises", "facilities")
_HOW_FAR = re.compile(r"\b(?:by how|how far|how fully|to what extent)\b", re.IGNORECASE)
_TO = re.compile(
    r"\b(?:to|at|còn|con|lên|len|xuống|xuong|đến|den|tới|toi|mức|muc)\s+"
    r"(?:(?:only|just|a mere|as (?:low|high|much|many|few) as|chỉ|chi|có|co|mức|muc)\s+)*$",
    re.IGNORECASE,
)
"""Right before what a figure rose or fell to: "fell to only", "giảm còn"."""
_OF = re.compile(r"\s*(?:of\s+(?:[\w'’]+\s+){0,4})?", re.IGNORECASE)
"""Between a share and the plan that it is a share of."""
_DOES = re.compile(r"\W*(?:did|do|does|has|have|had)\b", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are|was|were|be)\b(?!\s+\w+ing\b)", re.IGNORECASE)
"""Between a figure and what is said of it: "82 per cent is what it wanted"; "it was aiming for"
only tells which figure it is."""
_PERFECT = re.compile(r"\b(?:have|has|had|are|is|been)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Right before "joined": those are told who are members by now."""
_HOW_IT_WENT = re.compile(r"\bhow (?P<manner>[a-z]+) (?:did|does|do|has|have|had)\b", re.IGNORECASE)
_FROM_TO = re.compile(
    r"\bfrom (?:what|which|how (?:much|many|high|low))\b[^.?!]*?"
    r"\b(?:down |up )?to (?:what|which|how (?:much|many|high|low))\b"
    r"|\b(?:từ|tu) (?:bao nhiêu|bao nhieu|(?:mức|muc) (?:nào|nao)|mấy|may)\b[^.?!]*?"
    r"\b(?:xuống|xuong|lên|len|còn|con|đến|den|tới|toi|sang) "
    r"(?:bao nhiêu|bao nhieu|(?:mức|muc) (?:nào|nao)|mấy|may)\b",
    re.IGNORECASE,
)


def asks_who_joined(query: Query) -> bool:
    """Whether it is asked how many came in within a time, not how many "have joined" by a day."""
    spans = load_cues().spans("joining", query.plain)
    counts = query.aspects == ("level",) and query.operation == "value"
    people = all(catalogue().metric(metric).unit == "people" for metric in query.metrics)
    moment = any(parse_notation(period.notation).moment for period in query.periods)
    came = any(not _PERFECT.search(query.plain, 0, span.start) for span in spans)
    return bool(query.metrics) and counts and people and came and not moment


def asked_aspects(question: str, cues: Cues) -> tuple[Aspect, ...]:
    """The aspect that is asked for, told by the last sentence that asks.

    "What percentage of its target" asks for the share of the target that was reached; so does
    whether the target was met or by how much it was exceeded.
    """
    question = blanked(question, spans_of(places_of(question)), " ")  # "Điện Biên đóng bao nhiêu"
    question = blanked(question, cues.spans("earlier", question), " ")  # "before the fall"
    question = blanked(question, _moves_of_whom(question, cues), " ")
    asking = without_figures(_asking(question, cues))
    if asks_both_ends(question):
        return CHANGES
    if _puts_share_of_target(question, cues):
        return ("target_pct",)
    if _asks_what_came_of_it(question, cues):
        return OF_TARGET
    return _of_target(asking, cues) or _of_itself(question, asking, cues)


def _of_target(asking: str, cues: Cues) -> tuple[Aspect, ...]:
    """The aspects by which a level is held against its target; empty where it is not."""
    hits = cues.hits("aspect", asking)
    operation = asked_operation(asking, cues)
    # "How much is missing compared with the plan" wants what is missing before the share reached;
    # so does "by how much did it miss its goal".
    in_points = cues.hits("in_points", asking)
    is_short = "gap" in hits or in_points or _asks_miss(asking, cues)
    of_target = OF_TARGET[::-1] if is_short else OF_TARGET
    how_far = operation == "list" or _HOW_FAR.search(asking) or not cues.hits("asking", asking)
    is_met = "fulfilled" in hits and bool(how_far)
    lacks = "lacking" in hits or ("gap" in hits and not cues.hits("asking", asking))
    beside = "excess" in hits or lacks
    is_given = cues.hits("setting", asking) and "fulfilled" not in hits
    asks_how = "target" in hits and (is_met or (_asks_share(asking, cues) and not is_given))
    if asks_how or (beside and {"target", "target_pct"} & set(hits)):
        may_lack = {"gap", "excess", "lacking"} & set(hits) or is_met
        return of_target if may_lack else ("target_pct",)
    how_much = {"change", "then"} & set(hits) or "figure" in cues.hits("about", asking)
    # "Which district's is the highest against its plan" is none that plans much.
    how_much = how_much or operation == "rank"
    if how_much and is_against_target(asking, cues):
        return of_target
    missing = frozenset(cues.hits("missing", asking))
    if "needed" in missing and "fulfilled" in hits and not missing & {"on_top", "recruits"}:
        return ("target",)
    if "target" in hits and asks_how_near(asking):
        return OF_TARGET[::-1]
    nearer = {"nearer", "farther"} & set(cues.hits("degree", asking))
    if "target" in hits and (nearer or _FARING.search(asking)):
        return OF_TARGET
    return ()


def _of_itself(question: str, asking: str, cues: Cues) -> tuple[Aspect, ...]:
    """The aspect that is asked for where nothing is held against a target."""
    hits, missing = cues.hits("aspect", asking), cues.hits("missing", asking)
    if ("gap" in hits or _BY_HOW.search(asking)) and are_behind(question, cues):
        return ("level",)
    if "gap" in hits or ("needed" in missing and {"on_top", "recruits"} & set(missing)):
        of_named = {"target", "target_pct"} & set(hits) and _asks_miss(asking, cues)
        return OF_TARGET[::-1] if of_named else ("gap",)
    if "target_pct" in hits:
        return ("target_pct",)
    if "change_pct" in hits:
        return ("change_pct",)
    moves = bool({"change", "then"} & set(hits) or _MOVED.search(asking))
    if moves and _comes_to(question) and not _HOW_MUCH.search(asking):
        return ("level",)
    if moves or ("joined_newly" in hits and _counts_people(asking)):
        in_shares = "in_per_cent" in hits or any(q.unit == "percent" for q in put_forward(question))
        return CHANGES[::-1] if in_shares else CHANGES
    return ("target",) if {"target", "wanted"} & set(hits) else ("level",)


def _asks_miss(asking: str, cues: Cues) -> bool:
    """Whether it is asked by how much something was missed."""
    return bool(_BY_HOW.search(asking)) and "missed" in cues.hits("verdict", asking)


def _moves_of_whom(question: str, cues: Cues) -> list[Span]:
    """Words of change by which it is told who is meant: "firms that have fallen behind"."""
    changes = (span for key, span in cues.spans_by("aspect", question) if key == "change")
    led = ((_WHO.search(question, 0, span.start), span) for span in changes)
    return [span for who, span in led if who and unit_of_noun(who["noun"]) in _WHOM]


def is_number_against_then(question: str, cues: Cues) -> bool:
    """Whether a number is asked for and held against an earlier one: "how many were there, compared
    with the year before"; not by how much it rose."""
    hits = set(cues.hits("aspect", question))
    asks = bool(_HOW_MUCH.search(question) or cues.hits("count", question))
    return asks and "then" in hits and not {"change", "change_pct", "in_per_cent"} & hits


def words_of_gap(question: str, cues: Cues) -> list[Span]:
    """Words by which something is missing to a target: "how many does it still lack to its plan?".

    Who lacks insurance is a part of the people.
    """
    hits = cues.spans_by("aspect", question)
    is_of_target = any(key == "target" for key, _ in hits)
    return [span for key, span in hits if key == "gap" and is_of_target]


def verbs_of_course(question: str) -> list[Span]:
    """Where verbs stand that ask how a figure moved, or how far things have come beside others."""
    moved = (Span(*match.span("verb")) for match in _MOVED.finditer(question))
    return [*moved, *(Span(*match.span()) for match in _FARING.finditer(question))]


def degrees_of_course(question: str) -> list[Span]:
    """Where the manner stands in which it is asked that a figure moved: "how fast did it grow"
    asks by how much it did."""
    return [Span(*match.span("manner")) for match in _HOW_IT_WENT.finditer(question)]


def asks_both_ends(question: str) -> bool:
    """Whether the levels are asked for between which something moved: "from what to what did it
    fall?"."""
    return bool(_FROM_TO.search(question))


def is_against_target(asking: str, cues: Cues) -> bool:
    """Whether something is held against a target: "lower than its target", "coverage vs plan"."""
    ends = [link.end() for link in _AGAINST.finditer(asking)]
    targets = [span.start for key, span in cues.spans_by("aspect", asking) if key == "target"]
    near = ((end, start) for end in ends for start in targets if end <= start)
    return any(not cues.content(asking[end:start]) - cues.generic for end, start in near)


def _asks_share(asking: str, cues: Cues) -> bool:
    """Whether a share is asked for that is neither a coverage nor a change."""
    shares = cues.spans("share_of", asking)
    targets = [span for key, span in cues.spans_by("aspect", asking) if key == "target"]
    of_target = any(share.end <= target.start for share in shares for target in targets)
    rates = (catalogue().metric(mention.metric) for mention in metrics_of(asking))
    of_rate = any(metric.unit == "percent" for metric in rates)  # it is the rate that is aimed at
    asks = of_target or ("coverage" in cues.hits("measure", asking) and not of_rate)
    if not asks or cues.hits("base", asking):
        return False
    named = "coverage" in cues.hits("alone", asking)
    return not named and "change_pct" not in cues.hits("aspect", asking)


def _puts_share_of_target(question: str, cues: Cues) -> bool:
    """Whether a share of a plan is put forward: "98 per cent of its plan", "98% kế hoạch"."""
    targets = [span.start for key, span in cues.spans_by("aspect", question) if "target" in key]
    shares = [q.end for q in put_forward(question) if q.unit == "percent"]
    return any(
        _OF.fullmatch(question[end:start]) for end in shares for start in targets if end <= start
    )


def _asks_what_came_of_it(question: str, cues: Cues) -> bool:
    """Whether it is put forward that something wanted came about, which no aim bears out: "did Hue
    get to the 95 per cent it wanted?"; not "did Hue want to reach 95 per cent?"."""
    wanted = [span.start for key, span in cues.spans_by("aspect", question) if key == "wanted"]
    told = cues.spans_by("verdict", question)
    if not wanted or not {"asks", "told", "particle"} & {key for key, _ in told}:
        return False
    if any(key == "reach" and span.start < min(wanted) for key, span in told):
        return True
    does = _DOES.match(question) or any(key == "told" for key, _ in told)
    ends = [quantity.end for quantity in put_forward(question)]
    return bool(does) and any(
        end <= start and not _IS.search(question, end, start) for end in ends for start in wanted
    )


def _comes_to(question: str) -> bool:
    """Whether a question puts forward what something rose or fell to, and not by how much."""
    told = put_forward(question)
    return any(_TO.search(question, 0, quantity.start) for quantity in told)


def _counts_people(asking: str) -> bool:
    return any(term.id == "participants" for term in terms_of(asking))


def _asking(question: str, cues: Cues) -> str:
    """The part that asks: the last sentence, or the last clause of it that wants a figure.

    "Right?" and "Is that correct?" ask for what the sentence before them says.
    """
    sentences = re.split(r"[.?!]\s", question.rstrip())
    sentence = next((s for s in reversed(sentences) if _says_what(s, cues)), sentences[-1])
    asked = (c for c in sentence.split(", ") if "figure" in cues.hits("about", c))
    clauses = [clause for clause in asked if not HOW_MUCH_ALONE.fullmatch(clause)]
    return clauses[-1] if clauses else sentence


def _says_what(sentence: str, cues: Cues) -> bool:
    return bool(terms_of(sentence) or cues.content(sentence) - cues.usual)


def spans_time(aspects: tuple[Aspect, ...], operation: Operation, is_of_one: bool) -> bool:
    """Whether "from 2016 to 2017" means its two ends rather than the time between them.

    `is_of_one`: no two places are compared, so it can only be the two times that are.
    """
    return set(aspects) <= set(CHANGES) or (operation == "compare" and is_of_one)
