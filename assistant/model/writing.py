"""The writer: a draft in a language model's words, the figures being the draft's own.

At most two requests are made within one deadline: a second one where the first gave no reply, or
held sentences that could not be proven.  What is not proven then stays in the assistant's words.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import BoundedSemaphore
from typing import Final, Protocol

from assistant.drafting.draft import Draft
from assistant.model.breaker import Breaker
from assistant.model.briefing import ANSWER, answer_prompt, redraft_prompt
from assistant.model.client import ModelClient
from assistant.model.facts import Fact, facts_of
from assistant.model.faults import Fault, ModelFault
from assistant.model.holding import Objection, Proven, hold_back
from assistant.model.replies import sentences_of
from assistant.query import Query
from assistant.sentences import Articles, Sentence
from assistant.settings import AssistantSettings
from assistant.wording.phrases import Phrases
from indexing.errors import SettingError

_MOST_REQUESTS: Final = 2
MOST_FACTS: Final = 12
"""A longer answer is a list, and a list needs no prose."""
_MOST_AT_ONCE: Final = 8
"""Answers that wait for the model; each holds a connection to the database."""
_PAUSE: Final = 0.25
"""Seconds before a failed request is made again."""


class Client(Protocol):
    """What the writer needs of a model."""

    def reply(self, prompt: str, seconds: float) -> str:
        """The model's whole reply within `seconds`; raises `ModelFault`."""
        ...

    def prepare(self) -> None:
        """Load what the first reply needs."""
        ...

    def close(self) -> None:
        """End what is under way."""
        ...


@dataclass(frozen=True, slots=True)
class Worded:
    """What came of an answer's requests."""

    proven: tuple[Proven, ...] = ()
    findings: tuple[Objection, ...] = ()
    """What was wrong with the sentences of the last reply that were held back."""
    fault: Fault | None = None
    """Why the last request gave no reply, if it gave none."""

    def untold(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """Those of `facts` that no proven sentence tells."""
        told = {fact.mark for one in self.proven for fact in one.facts}
        return tuple(fact for fact in facts if fact.mark not in told)


class Writer:
    """Words drafts by one language model.  Safe to share among threads."""

    def __init__(
        self,
        client: Client,
        seconds: float,
        most_tokens: int,
        breaker: Breaker | None = None,
    ) -> None:
        """`seconds` for all requests of an answer; `most_tokens` for a prompt."""
        self._client = client
        self._seconds = seconds
        self._most_tokens = most_tokens
        self._breaker = breaker or Breaker()
        self._free = BoundedSemaphore(_MOST_AT_ONCE)

    @classmethod
    def of(cls, settings: AssistantSettings) -> Writer | None:
        """The writer that `settings` set up, None where they name no language model.

        Raises `SettingError` for an endpoint without the name of a model.
        """
        if settings.llm_base_url is None:
            return None
        if not settings.llm_model:
            raise SettingError(
                "VSS_LLM_MODEL: expected the name of the model at VSS_LLM_BASE_URL; set both"
            )
        client = ModelClient(
            settings.llm_base_url,
            settings.llm_model,
            settings.llm_api_key,
            settings.llm_reply_tokens,
        )
        room = settings.llm_context_tokens - settings.llm_reply_tokens
        return cls(client, settings.llm_seconds, room)

    def prepare(self) -> None:
        """Load what the first answer needs."""
        self._client.prepare()

    def close(self) -> None:
        """End the requests under way."""
        self._client.close()

    def worded(self, query: Query, draft: Draft, articles: Articles, phrases: Phrases) -> Draft:
        """`draft` in the model's words as far as they are proven, else in its own with a notice.

        Status, figures, reasons and warnings stay the draft's own whatever the model says.
        """
        facts = facts_of(draft.sentences, articles) if draft.status == "answered" else ()
        if not 0 < len(facts) <= MOST_FACTS:
            return draft
        return _put_together(draft, facts, self._asked(query, facts, articles), phrases)

    def _asked(self, query: Query, facts: Sequence[Fact], articles: Articles) -> Worded:
        if self._breaker.is_open:
            return Worded(fault="resting")
        if not self._free.acquire(blocking=False):
            return Worded(fault="engaged")
        try:
            outcome = self._requested(query, facts, articles)
        finally:
            self._free.release()
        if outcome.fault != "too_long":
            self._breaker.note(replied=outcome.fault is None)
        return outcome

    def _requested(self, query: Query, facts: Sequence[Fact], articles: Articles) -> Worded:
        ends = time.monotonic() + self._seconds
        outcome = Worded()
        for _ in range(_MOST_REQUESTS):
            untold = outcome.untold(facts)
            try:
                prompt = self._prompt(query, untold, outcome.findings, articles)
                reply = self._client.reply(prompt, ends - time.monotonic())
            except ModelFault as error:
                outcome = replace(outcome, fault=error.fault)
                if not error.may_pass:
                    break
                time.sleep(max(0.0, min(_PAUSE, ends - time.monotonic())))
                continue
            by_mark = {fact.mark: fact for fact in untold}
            said = sentences_of(reply)
            proven, findings = hold_back(said, by_mark, articles, query.language)
            outcome = Worded((*outcome.proven, *proven), findings)
            if not outcome.untold(facts):
                break
        return outcome

    def _prompt(
        self, query: Query, facts: Sequence[Fact], findings: Sequence[Objection], articles: Articles
    ) -> str:
        if findings:
            return redraft_prompt(query, facts, findings, self._most_tokens)
        return answer_prompt(query, facts, articles, self._most_tokens)


def _put_together(draft: Draft, facts: Sequence[Fact], outcome: Worded, phrases: Phrases) -> Draft:
    """The draft with each proven sentence in the place of those whose facts it tells."""
    first = {one.facts[0].place: one.sentence for one in outcome.proven}
    told = {fact.place for one in outcome.proven for fact in one.facts}
    sentences = tuple(
        first.get(place, sentence)
        for place, sentence in enumerate(draft.sentences)
        if place in first or place not in told
    )
    notice = _notice(outcome, facts, phrases)
    return replace(
        draft,
        sentences=sentences,
        warnings=(*draft.warnings, Sentence(notice)) if notice else draft.warnings,
        prompt=ANSWER if outcome.proven else None,
    )


def _notice(outcome: Worded, facts: Sequence[Fact], phrases: Phrases) -> str | None:
    """One line on what the model did not do; None where it worded all."""
    if outcome.proven:
        whole = not outcome.untold(facts) and not outcome.findings
        return None if whole else phrases.say("model", "in_part")
    why = phrases.say("model", outcome.fault or "unproven")
    return phrases.say("model", "without", why=why)
