"""What a model is given: the facts and the passages behind them, within its room of tokens.

Everything that comes from outside, question and passages, is data: signs by which it could pass
for a part of the prompt, tags and marks, are written otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from assistant.model.facts import Fact
from assistant.model.faults import ModelFault
from assistant.model.holding import Objection
from assistant.model.prompts import load_prompt
from assistant.query import Query
from assistant.rendering.objects import iso_day
from assistant.rendering.pieces import printable
from assistant.sentences import Articles
from indexing.articles.tokens import count_tokens

ANSWER: Final = "answer.1"
REDRAFT: Final = "redraft.1"
_LANGUAGES = {"en": "English", "vi": "Vietnamese, with its marks"}
_AS_DATA = str.maketrans("<>[]", "‹›()")


def answer_prompt(query: Query, facts: Sequence[Fact], articles: Articles, most_tokens: int) -> str:
    """The prompt for an answer; the last passages are left out where there is no room for them.

    Raises `ModelFault` when the facts alone have more than `most_tokens`.
    """
    passages = [_passage(fact, articles) for fact in facts]
    for kept in range(len(passages), -1, -1):
        values = {"facts": _facts(facts), "passages": "\n".join(passages[:kept])}
        prompt = _filled(ANSWER, query, values)
        if count_tokens(prompt) <= most_tokens:
            return prompt
    raise ModelFault("too_long")


def redraft_prompt(
    query: Query, facts: Sequence[Fact], findings: Sequence[Objection], most_tokens: int
) -> str:
    """The prompt for the sentences that were held back; raises `ModelFault` as above."""
    for kept in range(len(findings), -1, -1):
        told = "\n".join(f"“{_data(f.text)}”: {_data(f.fault)}" for f in findings[:kept])
        prompt = _filled(REDRAFT, query, {"facts": _facts(facts), "findings": told})
        if count_tokens(prompt) <= most_tokens:
            return prompt
    raise ModelFault("too_long")


def _filled(name: str, query: Query, values: dict[str, str]) -> str:
    shared = {"language": _LANGUAGES[query.language], "question": _data(query.question)}
    return load_prompt(name).fill(shared | values)


def _facts(facts: Sequence[Fact]) -> str:
    return "\n".join(f"[{fact.mark}] {_data(fact.sentence.text)}" for fact in facts)


def _passage(fact: Fact, articles: Articles) -> str:
    article = articles(fact.slices[0].doc)
    title = article.title if article else ""
    day = iso_day(article.published if article else None) or "undated"
    quotes = " … ".join(_data(quote) for quote in fact.quotes)
    return f"[{fact.mark}] {_data(title)} ({day}): {quotes}"


def _data(text: str) -> str:
    """`text` on one line, without signs that structure the prompt."""
    return " ".join(printable(text).translate(_AS_DATA).split())
