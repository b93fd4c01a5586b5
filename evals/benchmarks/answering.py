"""How long an answer takes: from a cold start, beside a plain pipeline, and from a warm one.

A cold start is a whole process: interpreter, imports, index, one question, exit.  The two systems
take turns, so that whatever else the machine does falls on both alike.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from importlib.resources import as_file, files
from statistics import median, quantiles
from time import perf_counter

from rich.table import Table

from assistant import Assistant
from assistant.drafting.composing import fact_sentence
from assistant.wording.phrases import load_phrases
from evals.loading import load_samples
from evals.mutation.claims import can_be_told
from evals.records import Sample
from evals.settings import EvalSettings
from indexing.errors import WorkError

QUESTION = "What share of Binh Phuoc's population was covered by health insurance in 2023?"
FIGURES = 50
_CHECKS = 20
_PLAIN = "evals.baselines.plain_llamaindex"


def run_bench(settings: EvalSettings, runs: int) -> Table:
    """Medians of `runs` cold starts of both systems and their ratio, and warm latencies.

    Raises `WorkError` with the last line of a process that failed.
    """
    ours, plain = _cold(settings, runs)
    table = Table("what", "median", "p95", "of", title="time to an answer", title_justify="left")
    table.add_row("cold: python -m assistant ask", *_times(ours))
    table.add_row("cold: plain LlamaIndex and Chroma", *_times(plain))
    table.add_row("cold: plain over ours", f"{median(plain) / median(ours):.1f} times", "", "")
    samples = load_samples("answers.jsonl")
    with closing(Assistant.open(settings)) as assistant:
        for title, figures in (
            ("warm: figure questions", True),
            ("warm: passage questions", False),
        ):
            chosen = [s for s in samples if s.answerable and bool(s.figures) is figures]
            table.add_row(title, *_times(_warm(assistant, chosen)))
        page = _page(assistant)
        table.add_row(
            f"warm: check of a page, {FIGURES} figures", *_times(_checks(assistant, page))
        )
    return table


def _page(assistant: Assistant) -> str:
    """A page of sentences with `FIGURES` figures of the index, said as the assistant says them."""
    phrases = load_phrases("en")
    rows = [row for row in assistant.metrics(limit=1000)[0] if can_be_told(row)][:FIGURES]
    return " ".join(f"{fact_sentence(row, assistant.article, phrases).text}." for row in rows)


def _checks(assistant: Assistant, page: str) -> list[float]:
    """Seconds for each check of a page; the first, which reads the words, is not counted."""
    times = []
    for _ in range(_CHECKS + 1):
        start = perf_counter()
        assistant.check(page)
        times.append(perf_counter() - start)
    return times[1:]


def _cold(settings: EvalSettings, runs: int) -> tuple[list[float], list[float]]:
    ours, plain = [], []
    with tempfile.TemporaryDirectory() as store, as_file(files("docs_corpus")) as reports:
        _process(["-m", _PLAIN, "build", str(reports), store])
        ask = ["-m", "assistant", "ask", QUESTION, "--data", str(settings.data_dir)]
        ask_plain = ["-m", _PLAIN, "ask", store, QUESTION]
        for _ in range(runs + 1):
            ours.append(_process(ask))
            plain.append(_process(ask_plain))
    # The first of each reads the programs from the disk; the rest find them in memory.
    return ours[1:], plain[1:]


def _process(arguments: Sequence[str]) -> float:
    """Seconds that a Python process with `arguments` takes."""
    start = perf_counter()
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    elapsed = perf_counter() - start
    if done.returncode != 0:
        said = done.stderr.strip().splitlines() or ["nothing"]
        raise WorkError(f"python {' '.join(arguments[:3])} failed and said: {said[-1]}")
    return elapsed


def _warm(assistant: Assistant, samples: Sequence[Sample]) -> list[float]:
    """Seconds for each sample; the first is asked twice, as its first time loads the models."""
    assistant.answer(samples[0].question, samples[0].history)
    times = []
    for sample in samples:
        start = perf_counter()
        assistant.answer(sample.question, sample.history)
        times.append(perf_counter() - start)
    return times


def _times(seconds: Sequence[float]) -> tuple[str, str, str]:
    high = quantiles(seconds, n=20, method="inclusive")[-1] if len(seconds) > 1 else seconds[0]
    return _shown(median(seconds)), _shown(high), str(len(seconds))


def _shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"
