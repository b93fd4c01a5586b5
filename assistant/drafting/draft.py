"""The draft of a whole answer, before the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from assistant.records import Mode, Status
from assistant.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """What an answer is to say.  Every sentence passes the gate before a reader sees it."""

    status: Status
    mode: Mode
    sentences: tuple[Sentence, ...] = ()
    reason: tuple[Sentence, ...] = ()
    warnings: tuple[Sentence, ...] = ()
    choices: tuple[str, ...] = ()
    verdict: str | None = None
    """Key of the phrase that says whether what the question puts forward is so."""
    near: tuple[Sentence, ...] = ()
    """What the reports say near the question, where nothing that they say answers it."""
    prompt: str | None = None
    """The prompt by which a language model worded some of the sentences: "answer.1"."""


def joined(drafts: Sequence[Draft]) -> Draft:
    """Drafts of the parts of one question as one: answered where one of them is."""
    if len(drafts) == 1:
        return drafts[0]
    answered = [draft for draft in drafts if draft.status == "answered"]
    return Draft(
        status="answered" if answered else drafts[0].status,
        mode=next((draft.mode for draft in answered if draft.mode != "table"), drafts[0].mode),
        sentences=_all(drafts, lambda draft: draft.sentences),
        reason=_all(drafts, lambda draft: draft.reason),
        near=_all(drafts, lambda draft: draft.near),
        warnings=_all(drafts, lambda draft: draft.warnings),
        choices=drafts[0].choices,
    )


def _all(
    drafts: Iterable[Draft], sentences: Callable[[Draft], tuple[Sentence, ...]]
) -> tuple[Sentence, ...]:
    """The sentences of all drafts, each once, but for those that lead to others ("...:")."""
    told: list[Sentence] = []
    for said in chain.from_iterable(map(sentences, drafts)):
        if said.stop == ":" or said not in told:
            told.append(said)
    follows = (*told[1:], None)
    return tuple(
        said
        for said, after in zip(told, follows, strict=False)
        if said.stop != ":" or (after is not None and after.stop != ":")
    )
