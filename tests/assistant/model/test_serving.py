"""A real serving program with a real, if untrained, model: garbage in, the table's answer out.

The model is made here: a language model of two tiny layers with random weights.  It is served by
the `transformers` that the project pins, as an operator would serve a good one.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.settings import AssistantSettings, load
from tests.assistant.model.test_hostile import figures, questions

pytestmark = pytest.mark.soak
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,%[]\n"
MOST_SECONDS_TO_START = 120
ASKED = 6
SECONDS = 10.0
"""The deadline that the model is given."""


def _make_model(folder: Path, talks_on: bool) -> None:
    """A tokenizer of single letters and an untrained model; with `talks_on` one without end."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import GenerationConfig, LlamaConfig, LlamaForCausalLM
    from transformers import PreTrainedTokenizerFast as FastTokenizer

    words = ["<unk>", "<end>", *LETTERS]
    letters = Tokenizer(
        models.WordLevel({word: place for place, word in enumerate(words)}, unk_token="<unk>")
    )
    letters.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    letters.decoder = decoders.Fuse()
    tokenizer = FastTokenizer(tokenizer_object=letters, unk_token="<unk>", eos_token="<end>")
    tokenizer.chat_template = "{% for m in messages %}{{ m['content'] }}{% endfor %}\n"
    tokenizer.save_pretrained(folder)
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(words),
            hidden_size=32,
            intermediate_size=64,
            num_hidden_layers=2,
            num_attention_heads=4,
            max_position_embeddings=16_384,
            eos_token_id=1,
        )
    )
    ends = [1] if talks_on else list(range(1, len(words), 2))
    model.generation_config = GenerationConfig(eos_token_id=ends, do_sample=True)
    model.save_pretrained(folder)


@pytest.fixture(scope="module", params=["talks on", "ends soon"])
def served(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[AssistantSettings]:
    """The settings for a model that `transformers serve` serves, by its folder's name."""
    folder = tmp_path_factory.mktemp("untrained")
    _make_model(folder, request.param == "talks on")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serve = [
        str(Path(sys.executable).with_name("transformers")), "serve", str(folder),
        "--host", "127.0.0.1", "--port", str(port), "--device", "cpu",
    ]  # fmt: skip
    offline = {"HF_HUB_OFFLINE": "1", "HF_HOME": str(folder), "HF_HUB_DISABLE_TELEMETRY": "1"}
    log = folder / "log"
    with log.open("wb") as told:
        process = subprocess.Popen(serve, env=os.environ | offline, stdout=told, stderr=told)
        try:
            _wait_for(f"http://127.0.0.1:{port}/health", process, log)
            yield load(
                llm_base_url=f"http://127.0.0.1:{port}/v1",
                llm_model=str(folder),
                llm_seconds=SECONDS,
                llm_reply_tokens=64,
            )
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    ends = time.monotonic() + MOST_SECONDS_TO_START
    while time.monotonic() < ends and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    pytest.fail(f"the model is not served: {log.read_text(errors='replace')[-2000:]}")


def test_an_untrained_model_changes_no_answer(
    served: AssistantSettings, index: Path, assistant: Assistant
) -> None:
    notices: Counter[str] = Counter()
    slowest = 0.0
    with closing(Assistant.open(served.model_copy(update={"data_dir": index}))) as beside:
        beside.prepare()
        for question in questions()[:ASKED]:
            expected = assistant.answer(question.text, question.history)
            answer = beside.answer(question.text, question.history)
            slowest = max(slowest, answer.elapsed_ms)
            assert (answer.mode, answer.prompt) == (expected.mode, None)
            assert answer.answer == expected.answer
            assert figures(answer) == figures(expected)
            if answer.figures:
                notices[answer.warnings[-1]] += 1
    print(dict(notices), f"slowest {slowest:.0f} ms")
    assert slowest <= (SECONDS + 1) * 1000
    assert notices
    replied = ("no usable reply", "nothing that could be verified", "in time", "left alone")
    assert all(any(words in notice for words in replied) for notice in notices)
