"""Whether all doors give one Answer: the command line, REST, the endpoint in OpenAI's manner, chat.

Each is asked as its users ask it: a process with a batch of questions, a running service, and the
page's own turn.  What REST gives is compared with what the others give, but for the two fields
that are each answer's own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.progress import Progress

from assistant import Assistant
from assistant.chat.asking import Conversation, answer_turn
from assistant.chat.html import escape
from assistant.rendering.pieces import printable
from assistant.rest.completions import MODEL
from evals.judges.judged import Judged
from evals.loading import Task, load_samples
from evals.measures.statistics import share
from evals.records import Sample, Score
from evals.service import post, running
from evals.settings import EvalSettings
from indexing.errors import WorkError

EVERY = 9
"""One question of so many is asked: a door knows no questions, so some stand for all."""
OWN = frozenset({"id", "elapsed_ms"})
"""Fields in which two answers to one question differ."""

Told = Mapping[str, Any]
"""An Answer as a door gives it, an object of JSON."""


def judge_doors(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    """Some questions of the data set at every door, over the index of `settings`."""
    samples = load_samples(str(task.dataset))[::EVERY]
    with running(settings) as address:
        asked = progress.track(samples, description="REST, completions")
        both = [(_rest(address, sample), _completion(address, sample)) for sample in asked]
    rest = [one for one, _ in both]
    agree = {
        "command line": list(map(same, rest, _command_line(samples, settings))),
        "chat completions": [same(one, other) for one, other in both],
        "chat page": list(map(shown, rest, _pages(samples, settings))),
    }
    measures = [share(f"{door} = REST", sum(found), len(found)) for door, found in agree.items()]
    return Judged(tuple(measures), tuple(_differing(samples, rest, agree)))


def same(one: Told, other: Told) -> bool:
    """Whether two answers are equal in all but what is each answer's own."""
    return {key: one[key] for key in one.keys() - OWN} == {
        key: other[key] for key in other.keys() - OWN
    }


def shown(answer: Told, page: str) -> bool:
    """Whether a page shows how the question was understood, each figure, source and warning."""
    texts = [answer["understood"], *answer["warnings"]]
    titles = [citation["title"] for citation in answer["citations"]]
    marked = [f"{escape(printable(figure['text']))}</mark>" for figure in answer["figures"]]
    return all(part in page for part in [*(escape(printable(t)) for t in texts + titles), *marked])


def _rest(address: str, sample: Sample) -> Told:
    return post(f"{address}/v1/ask", {"question": sample.question, "history": list(sample.history)})


def _completion(address: str, sample: Sample) -> Told:
    said = [{"role": "user", "content": text} for text in (*sample.history, sample.question)]
    answer: Told = post(f"{address}/v1/chat/completions", {"model": MODEL, "messages": said})[
        "answer"
    ]
    return answer


def _command_line(samples: Sequence[Sample], settings: EvalSettings) -> list[Told]:
    """What one process answers to all of them.  Raises `WorkError` where it fails."""
    with TemporaryDirectory() as folder:
        batch = Path(folder) / "questions.jsonl"
        lines = [
            {"id": sample.id, "question": sample.question, "history": list(sample.history)}
            for sample in samples
        ]
        batch.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
        command = [sys.executable, "-m", "assistant", "ask", "--batch", str(batch)]
        own = ["--data", str(settings.data_dir)]
        done = subprocess.run([*command, *own], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise WorkError(f"python -m assistant ask --batch failed and said: {done.stderr.strip()}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def _pages(samples: Sequence[Sample], settings: EvalSettings) -> list[str]:
    """The chat page's turn for each of them."""
    with closing(Assistant.open(settings)) as assistant:
        held = [Conversation(questions=sample.history) for sample in samples]
        turns = zip(samples, held, strict=True)
        return [
            answer_turn(assistant, settings, s.question, before).held.newest for s, before in turns
        ]


def _differing(
    samples: Sequence[Sample], rest: Sequence[Told], agree: Mapping[str, Sequence[bool]]
) -> Iterator[Score]:
    """The questions that not all doors answer alike: the others have nothing to look at."""
    for number, (sample, answer) in enumerate(zip(samples, rest, strict=True)):
        others = [door for door, found in agree.items() if not found[number]]
        if others:
            yield Score(
                sample=sample.id,
                outcome="wrong",
                faults=(),
                wrong_figures=0,
                answerable=sample.answerable,
                declined=answer["status"] != "answered",
                elapsed_ms=0.0,
                said=f"otherwise at: {', '.join(others)}",
            )
