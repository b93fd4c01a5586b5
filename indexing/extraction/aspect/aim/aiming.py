"""Words that aim at something, and whether their aim is still open where a figure stands."""

from __future__ import annotations

import re

from indexing.extraction.text.cues import Cue
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of

_ADVERBS = re.compile(
    rf"\s+(?:(?:{any_of('aims.before_infinitive')}|[^\W\d]+ly)\s+)*", re.IGNORECASE
)
"""Between a modal verb and its infinitive: "will work to have"."""
_MOVES_TO = re.compile(
    rf"{_ADVERBS.pattern}(?!be\b)[^\W\d]{{2,}}(?:\s+(?:up|down|on|forward|further|[^\W\d]+ly))*"
    r"\s+(?:from\s+[^;:()]{1,50}?\s+)?to\s+",
    re.IGNORECASE,
)
"""Between a modal verb and a figure, whatever the verb: "is to move up from 96% in 2026 to"."""
_ABLE = re.compile(any_of("aims.able"), re.IGNORECASE)
"""A modal verb of what was there already: "could point to 24,000 members"."""
_SETTLES = re.compile(rf"(?:\s+to)?\s+{any_of('aims.settling')}\b", re.IGNORECASE)
"""Behind an aim: what is owed is settled, no plan is met."""
_WHOSE_REACH = 40
_PAST = re.compile(
    r"(?:(?<=have)\s+[^\W\d]+(?:ed|en|one|ught|ome|id|et|eft|ade)\b|\s+(?:been|paid|had|done)\b|\s+by\s+(?=\d|(?:over|about|a)\b))",
    re.IGNORECASE,
)
"""Behind an aim: what should have been, or by how much something is to change."""
_WHOSE = re.compile(r"\b(?:who|which|that|(?:whose|whom)(?:\s+[^\W\d]+){1,2})\s+$", re.IGNORECASE)
"""Before an aim: those counted are told to have it, not their number."""
_WHEN_ASKED = re.compile(r"Asked\b")
_ENDED = re.compile(
    rf".*\d[^,;]*,\s*(?:[^\W\d]+ly\s+)?{any_of('aims.ended')}\b", re.IGNORECASE | re.DOTALL
)
"""Behind an aim and its figure: the clause it stands in goes on with what came of it."""
_CLAUSE_OF_FACT = re.compile(
    r".*[,;]\s*(?:and\s+)?(?:(?:yet|still|nevertheless|nonetheless)\b(?!\s+to\b)"
    r"|(?:[^,;]*\s)?(?:had|has|have)\s+(?!to\b)[^\W\d]+)",
    re.IGNORECASE | re.DOTALL,
)
"""Behind an aim: a clause that tells what came of it."""
_RELATES_FACT = re.compile(
    rf".*[,;–—]\s*(?:[^\W\d]+\s+)?{any_of('aims.relating')}\b[^;]*"
    rf"\b{any_of('aims.reached', 'changes.rose', 'changes.fell')}\b",
    re.IGNORECASE | re.DOTALL,
)
"""Behind an aim: a relative clause that tells how things were: ", which on June 30 was"."""
_WHAT = re.compile(
    r"\bwhat\s+[^,;:.\d]{0,40}$"
    r"|\bof\s+(?:those|the\s+(?:[\d.,]*\d(?:\s+[^\W\d]+)?|number|figure|sum|amount|total|money|people"
    r"|members))(?:\s+(?:that|which|whom))?\s+(?:it|they|we|the\s+[^\W\d]+)\s+[^,;:.\d]{0,25}$",
    re.IGNORECASE,
)
"""Before an aim that has its object: "of what the year should bring", "of the 900 it was"."""
_PRONOUN = re.compile(r"(?:it|they|we)\s+", re.IGNORECASE)
_WAS_MET = re.compile(
    rf"[^:;]*\b(?:be|was|were|been|is|are)\s+(?:[^\W\d]+ly\s+)?{any_of('attaining.done')}\b[^:;]*[:;]",
    re.IGNORECASE,
)
"""Behind a plan: what came of it, which the figures behind the colon tell."""
_PARTICIPLE = re.compile(r"[^\W\d]+(?:ed|en)(?:\s+for)?", re.IGNORECASE)
_NEAR = 30
"""Characters before an aim in which its figure stands."""
_SHARE_OF = re.compile(
    r"(?:%|per\s?cent|pct)\s+of\s+(?:the|its|their|this|a)\s+(?:[^\W\d]+['’]?s?\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a plan of which a share is told: "97.1% of the plan for 2025"."""
_IT_IS = re.compile(
    r"[:(]|[,–—]\s+(?:which|that)\s+[^\W\d]+\s+(?:[^\W\d]+\s+){0,2}$|\b(?:of|is|was|namely|i\.e\.)\s+$"
)
"""Behind it: the plan itself is told."""
_NO_OBJECT = re.compile(r"\s*,?\s*(?:and|but)\b", re.IGNORECASE)


def is_open_aim(page: Page, start: int, end: int) -> bool:
    """Whether words of `start` to `end` aim at what stands behind them."""
    aims = [
        cue
        for cue in aiming(page, start, end)
        if not _WHAT.search(page.text, start, _verb_of(page, cue))
        and not _closed(page.text[cue.end : end])
        and not _has_its_figure(page, cue)
        and not _is_measure(page, start, cue, end)
    ]
    return bool(aims) and not page.cues.any("turn", aims[-1].end, end)


def _is_measure(page: Page, start: int, aim: Cue, end: int) -> bool:
    """ "97.1% of the plan for 2025, and 43,915 in the voluntary scheme": of the plan a share is
    told, and nothing behind it is planned."""
    if not page.cues.any("plan", aim.start, aim.end):
        return False
    share = _SHARE_OF.search(page.text, start, aim.start) is not None
    return share and _IT_IS.search(page.text, aim.end, end) is None


def _verb_of(page: Page, aim: Cue) -> int:
    """Where the verb of an aim begins, behind its pronoun: "it is expected"."""
    subject = _PRONOUN.match(page.text, aim.start, aim.end)
    return subject.end() if subject else aim.start


def _has_its_figure(page: Page, aim: Cue) -> bool:
    """ "58,914 people against 101,300 wanted by December, or 58.2%": what is wanted stands before
    the participle, and nothing behind it is."""
    near = within(page.quantities, aim.start - _NEAR, aim.start)
    if not near or not _PARTICIPLE.fullmatch(page.text[aim.start : aim.end]):
        return False
    return page.text[near[-1].end : aim.start].isspace()


def aiming(page: Page, start: int, end: int) -> list[Cue]:
    """The words of a stretch that aim at something; what "should have been" is past aiming."""
    told = page.cues.within("aim", start, end)
    found = (*told, *_resolved(page, start, end))
    open_ = (
        cue
        for cue in found
        if not _PAST.match(page.text, cue.end)
        or page.text.startswith("will have", cue.start)
        or page.text.endswith(" to be", cue.start, cue.end)  # "is to be paid"
    )
    aims = (
        cue
        for cue in open_
        if not _SETTLES.match(page.text, cue.end) and not _WHEN_ASKED.match(page.text, cue.start)
    )
    return sorted(aims, key=lambda cue: cue.start)


def _resolved(page: Page, start: int, end: int) -> list[Cue]:
    """What is to be or will be: a modal verb and what it wants: "has to collect", "will grow"."""
    found = []
    due = page.cues.within("due", start, end)  # "số phải thu": the amount due, no aim
    for modal in page.cues.within("modal", start, end):
        if any(span.start <= modal.start and modal.end <= span.end for span in due):
            continue
        whose = _WHOSE.search(page.text, max(start, modal.start - _WHOSE_REACH), modal.start)
        able = _ABLE.fullmatch(page.text, modal.start, modal.end)
        if not (whose or able) and _MOVES_TO.fullmatch(page.text, modal.end, end):
            found.append(Cue("aim", modal.start, end))
        for verb in page.cues.within("attain", modal.end, end)[:1]:
            if not whose and _ADVERBS.fullmatch(page.text, modal.end, verb.start):
                found.append(Cue("aim", modal.start, verb.end))
    return found


def _closed(between: str) -> bool:
    """Whether an aim ends before the figure, as its bracket does or "what the plan asks, and"."""
    facts = (_NO_OBJECT, _CLAUSE_OF_FACT, _RELATES_FACT, _WAS_MET, _ENDED)
    told = next((found for rule in facts if (found := rule.match(between))), None)
    return between.count(")") > between.count("(") or told is not None
