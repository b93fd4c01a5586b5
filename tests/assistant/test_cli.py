"""The command line: what it prints, what it refuses, and how it ends."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from assistant.cli import run
from assistant.interface import Answering
from assistant.rendering.objects import answer_object
from assistant.settings import AssistantSettings
from indexing.command_line import Stopped
from indexing.errors import IndexMissing
from tests.assistant.fakes import ANSWERED, NOT_FOUND, FakeAssistant

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def call(assistant: FakeAssistant, capfd: pytest.CaptureFixture[str]) -> Call:
    """Runs the command line; gives exit code, standard output and standard error."""

    def calling(*arguments: str) -> tuple[int, str, str]:
        code = run(arguments, lambda settings: assistant)
        return code, *capfd.readouterr()

    return calling


def test_ask_prints_the_answer_what_was_understood_and_the_source(call: Call) -> None:
    code, out, err = call("ask", "coverage")
    assert (code, err) == (0, "")
    assert ANSWERED.answer in out
    assert "I understood: HI coverage · Long Chau · 2023" in out
    assert "[1] Long Chau health insurance in 2023 (2024-03-07)" in out
    assert "https://example.org/long-chau" in out


def test_ask_json_prints_one_object_of_the_contract(call: Call) -> None:
    code, out, _ = call("ask", "coverage", "--json")
    assert code == 0
    assert out.count("\n") == 1
    assert json.loads(out)["figures"][0]["value"] == 93


@pytest.mark.parametrize("question", ["future", "where"], ids=["not_found", "clarify"])
def test_no_answer_is_no_failure(call: Call, question: str) -> None:
    assert call("ask", question)[0] == 0


def test_history_is_passed_on_oldest_first(call: Call, assistant: FakeAssistant) -> None:
    call("ask", "coverage", "--history", "first", "--history", "second")
    assert assistant.asked == [("coverage", ("first", "second"))]


def test_the_assistant_is_closed_at_the_end(call: Call, assistant: FakeAssistant) -> None:
    call("ask", "coverage")
    assert assistant.closed


def test_a_batch_gives_one_line_for_each_with_its_id(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(
        '{"id": "a", "question": "coverage"}\n\n'
        '{"id": 7, "question": "future", "history": ["coverage"]}\n',
        encoding="utf-8-sig",
    )
    code, out, err = call("ask", "--batch", str(file))
    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [(line["id"], line["status"]) for line in lines] == [("a", "answered"), (7, "not_found")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("{", "expected one JSON object", id="cut JSON"),
        pytest.param("[1]", "came a list", id="a list"),
        pytest.param('{"id": "b"}', '"question": expected a text, came nothing', id="no question"),
        pytest.param('{"question": "coverage"}', '"id": expected', id="no id"),
        pytest.param('{"id": "b", "question": 7}', "came a number", id="a number for a question"),
        pytest.param('{"id": "b", "question": " "}', "came an empty one", id="a blank question"),
        pytest.param('{"id": "b", "question": "\\ud800"}', "U+D800", id="half a character"),
        pytest.param("[" * 100_000, "expected one JSON object", id="nested too deep"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_the_others_are_answered(
    call: Call, tmp_path: Path, line: str, told: str
) -> None:
    good = '{"id": "a", "question": "coverage"}'
    file = tmp_path / "questions.jsonl"
    file.write_text(f"{good}\n{line}\n{good}\n", encoding="utf-8")
    code, out, err = call("ask", "--batch", str(file))
    assert code == 1
    assert len(out.splitlines()) == 2
    assert err.startswith("error: line 2 of ")
    assert told in err
    assert err.count("\n") == 1


def test_a_batch_may_come_from_standard_input(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text('{"id": "t", "text": "95 per cent"}\n', encoding="utf-8")
    with file.open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        code, out, _ = call("check", "--batch", "-")
    report = json.loads(out)
    assert code == 0
    assert (report["id"], report["figures"][0]["reported"]["value"]) == ("t", 93)


def test_check_shows_the_verdict_beside_each_figure(call: Call) -> None:
    code, out, _ = call("check", "Coverage was 95 per cent.")
    assert code == 0
    assert "95 per cent: contradicted by a report; reported 93 per cent [1]" in out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        pytest.param(["ask"], 2, "came neither", id="nothing to ask"),
        pytest.param(["ask", "q", "--batch", "f"], 2, "came both", id="question and batch"),
        pytest.param(["ask", " "], 2, "came an empty one", id="a blank question"),
        pytest.param(["ask", "x" * 2001], 2, "at most 2000 characters, came 2001", id="too long"),
        pytest.param(["ask", "\udcff"], 2, "U+DCFF", id="bytes that are no UTF-8"),
        pytest.param(["check", "1 " * 1001], 2, "at most 1000 numbers, came 1001", id="numbers"),
        pytest.param(["ask", "q"] + ["--history", "h"] * 21, 2, "at most 20", id="long history"),
        pytest.param(["ask", "--batch", "no/such"], 2, "cannot be read", id="no such batch"),
        pytest.param(["ask", "--batch", "/"], 2, "cannot be read", id="a folder for a batch"),
        pytest.param(["ask", "q", "--colour"], 2, "No such option", id="unknown option"),
        pytest.param(["answer", "q"], 2, "No such command", id="unknown verb"),
        pytest.param(["serve", "--port", "70000"], 2, "VSS_PORT=70000", id="no such port"),
        pytest.param(["serve", "--host", "203.0.113.7"], 2, "cannot listen", id="foreign address"),
    ],
)
def test_wrong_usage_is_one_line(call: Call, arguments: list[str], code: int, told: str) -> None:
    ended, out, err = call(*arguments)
    assert (ended, out) == (code, "")
    assert told in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        pytest.param(IndexMissing("no index in var"), 1, "error: no index in var", id="no index"),
        pytest.param(Stopped(), 1, "stopped", id="Ctrl-C"),
        pytest.param(BrokenPipeError(), 1, "closed it", id="closed pipe"),
        pytest.param(KeyError("x"), 1, "unexpected KeyError at test_cli.py", id="a fault of ours"),
    ],
)
def test_a_failure_is_one_line_without_a_traceback(
    error: BaseException, code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(settings: AssistantSettings) -> Answering:
        raise error

    assert run(["ask", "q"], failing) == code
    err = capsys.readouterr().err
    assert told in err
    assert err.count("\n") == 1


def test_a_taken_port_is_told_before_the_index_is_opened(
    call: Call, assistant: FakeAssistant
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, _, err = call("serve", "--port", str(port))
    assert code == 1
    assert f"port {port} is in use: stop the other service or pass --port" in err
    assert not assistant.closed


SERVE = """
import sys
from assistant.cli import run
from tests.assistant.fakes import FakeAssistant
sys.exit(run(["serve", "--port", "0"], lambda settings: FakeAssistant()))
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_the_service_tells_its_address_and_ends_cleanly(number: signal.Signals) -> None:
    command = [sys.executable, "-c", SERVE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as service:
        assert service.stdout is not None
        told = re.fullmatch(
            rb"Chat: (http://127\.0\.0\.1:\d+)  API: \1/v1\n", service.stdout.readline()
        )
        assert told is not None
        # An open page keeps a stream: it must not hold the service up.
        with httpx.stream("GET", f"{told[1].decode()}/gradio_api/heartbeat/reader") as stream:
            next(stream.iter_raw())
            service.send_signal(number)
            assert service.wait(timeout=20) == 0
        assert service.communicate() == (b"", b"")


def test_json_of_the_command_line_is_the_answer_itself(call: Call) -> None:
    _, out, _ = call("ask", "future", "--json")
    expected = json.loads(json.dumps(answer_object(NOT_FOUND)))
    assert json.loads(out) == expected | {"question": "future"}


HEAVY = ("gradio", "fastapi", "torch", "llama_index", "chromadb", "pandas", "uvicorn")


def test_a_cold_command_line_imports_no_heavy_library() -> None:
    code = "import sys, assistant.cli, assistant.rendering.terminal; print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not [name for name in HEAVY if f"'{name}'" in done.stdout]


def test_help_of_each_verb_shows_an_example(call: Call) -> None:
    for verb in ("ask", "check", "serve"):
        assert f"python -m assistant {verb}" in call(verb, "--help")[1]
