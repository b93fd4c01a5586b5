"""The command line of indexing: what it prints and how it ends."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from indexing import cli
from indexing.database import Database, Vectors
from indexing.settings import IndexSettings
from indexing.workshop import Progress, Workshop
from tests.indexing.samples import TEXT, FakeEmbedder, facts_of

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line on the test's index: exit code, standard output, standard error."""

    def call(*arguments: object) -> tuple[int, str, str]:
        code = cli.run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    real = Workshop.of

    def fake(settings: IndexSettings, *_: object, progress: Progress | None = None) -> Workshop:
        return real(settings, FakeEmbedder(), facts_of, progress)

    monkeypatch.setattr(Workshop, "of", fake)
    return call


def test_build_status_add_remove(run: Run, folder: Path, tmp_path: Path) -> None:
    data = ("--data", tmp_path / "data")
    code, out, err = run("build", folder, *data)
    assert (code, err) == (0, "")
    assert out.splitlines() == ["added 3: alpha, beta, gamma", f"{tmp_path / 'data'}: 3 articles"]
    assert run("build", folder, *data) == (0, f"{tmp_path / 'data'}: 3 articles\n", "")
    extra = tmp_path / "delta.md"
    extra.write_text(TEXT.format(place="Delta", value=5), "utf-8")
    assert run("add", extra, *data)[1].startswith("added 1: delta\n")
    status = json.loads(run("status", "--json", *data)[1])
    assert (status["articles"], status["added"], status["facts"]) == (4, 1, 4)
    assert "articles   4\n" in run("status", *data)[1]
    assert run("remove", "delta", *data)[1].startswith("removed 1: delta\n")


@pytest.mark.parametrize(
    ("filters", "docs"),
    [
        pytest.param([], ["alpha", "beta", "gamma"], id="all"),
        pytest.param(["--place", "Beta"], ["beta"], id="place"),
        pytest.param(["--doc", "alpha", "--doc", "gamma"], ["alpha", "gamma"], id="docs"),
        pytest.param(["--metric", "si_coverage"], [], id="metric"),
    ],
)
def test_metrics_are_filtered(
    run: Run, database: Database, tmp_path: Path, filters: list[str], docs: list[str]
) -> None:
    code, out, err = run("metrics", *filters, "--data", tmp_path / "data")
    assert (code, err) == (0, "")
    assert [json.loads(line)["doc"] for line in out.splitlines()] == docs


def test_conflicts_stand_side_by_side(run: Run, folder: Path, tmp_path: Path) -> None:
    data = ("--data", tmp_path / "data")
    run("build", folder, *data)
    assert run("conflicts", *data) == (0, "No reports differ.\n", "")
    other = TEXT.format(place="Hanoi", value=94)
    for doc, value in (("early", 93), ("late", 94)):
        file = tmp_path / f"{doc}.md"
        file.write_text(
            other.replace("94", str(value)).replace("2024-03-07", f"2024-0{value - 90}-01")
        )
        run("add", file, *data)
    code, out, err = run("conflicts", *data)
    assert (code, err) == (0, "")
    assert out.splitlines()[:4] == [
        "Conflicts between reports: 1",
        "",
        "hi_coverage · level · Hanoi · @2023 · percent",
        "  93  early (2024-03-01)",
    ]
    told = json.loads(run("conflicts", "--json", *data)[1])
    assert [(r["doc"], r["value"]) for r in told["reports"]] == [("early", 93), ("late", 94)]
    assert json.loads(run("status", "--json", *data)[1])["conflicts"] == 1


def test_metrics_go_to_a_file(run: Run, database: Database, tmp_path: Path) -> None:
    file = tmp_path / "metrics.parquet"
    data = ("--data", tmp_path / "data")
    assert run("metrics", "--format", "parquet", "--output", file, *data) == (0, "", "")
    assert file.read_bytes()[:4] == b"PAR1"
    nowhere = tmp_path / "no" / "m.csv"
    assert run("metrics", "--output", nowhere, *data)[0] == 1


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        pytest.param(["status"], 1, "python -m indexing build", id="no index"),
        pytest.param(["metrics"], 1, "python -m indexing build", id="no table"),
        pytest.param(["conflicts"], 1, "python -m indexing build", id="no ledger"),
        pytest.param(["build", "/no/such/folder"], 1, "expected a folder", id="no folder"),
        pytest.param(["remove", "omega"], 2, "omega", id="unknown article"),
        pytest.param(["add"], 2, "FILE", id="no file named"),
        pytest.param(["metrics", "--format", "xls"], 2, "xls", id="unknown form"),
        pytest.param(["wreck"], 2, "wreck", id="unknown verb"),
        pytest.param([], 2, "--help", id="no verb"),
    ],
)
def test_failures_are_one_line(
    run: Run, tmp_path: Path, arguments: list[str], code: int, told: str
) -> None:
    data = ["--data", str(tmp_path / "data")] if arguments and arguments != ["wreck"] else []
    ended, out, err = run(*arguments, *data)
    assert (ended, out) == (code, "")
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    assert told in err


def test_an_unreadable_file_is_told_and_the_rest_is_indexed(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (folder / "beta.md").write_bytes(b"\xff")
    code, out, err = run("build", folder, "--data", tmp_path / "data")
    assert code == 1
    assert "2 articles" in out
    assert err == (
        f"error: {folder / 'beta.md'}: expected UTF-8 text, found other bytes at 0; "
        "save it as UTF-8\n"
    )


def test_a_link_that_leads_nowhere_is_told_and_the_rest_is_indexed(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (folder / "delta.md").symlink_to("moved-away.md")
    code, out, err = run("build", folder, "--data", tmp_path / "data")
    assert code == 1
    assert "added 3: alpha, beta, gamma\n" in out
    assert err == f"error: {folder / 'delta.md'}: cannot be read (No such file or directory)\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_a_build_that_is_stopped_says_so(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    def embed(self: FakeEmbedder, texts: Sequence[str]) -> Vectors:
        signal.raise_signal(number)
        raise AssertionError("the work went on")

    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(FakeEmbedder, "embed", embed)
    assert run("build", folder, "--data", tmp_path / "data") == (
        1,
        "",
        "error: stopped before the work was done; what was finished stays\n",
    )
    assert signal.getsignal(signal.SIGTERM) is before


def test_manifest_lists_a_folder(run: Run, folder: Path) -> None:
    code, out, _ = run("manifest", folder)
    assert code == 0
    assert out.splitlines()[0] == "id,title,published,publisher,url,sha256"
    assert out.splitlines()[1].startswith("alpha,Insurance in Alpha keeps growing,2024-03-07,")


@pytest.mark.parametrize("verb", ["build", "add", "remove", "status", "metrics", "manifest"])
def test_each_verb_has_help_with_an_example(run: Run, verb: str) -> None:
    code, out, _ = run(verb, "--help")
    assert code == 0
    assert f"python -m indexing {verb}" in out


def test_an_article_is_audited_from_its_file_or_from_the_index(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    data = ("--data", tmp_path / "data")
    run("build", folder, *data)
    code, held, _ = run("metrics", "--audit", "beta", *data)
    assert code == 0
    assert held == run("metrics", "--audit", folder / "beta.md", *data)[1]
    assert held.splitlines()[-1] == "2 numbers: 1 seen, not a metric, 1 row"
    found = json.loads(run("metrics", "--audit", "beta", "--json", *data)[1])
    assert found["doc"] == "beta"
    assert sum(found["counts"].values()) == len(found["entries"]) > 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["--audit", "omega"], 1, "omega: expected a file or the id", id="unknown"),
        pytest.param(["--json"], 2, "--json is the form of an audit", id="no article"),
    ],
)
def test_an_audit_of_nothing_says_what_is_wanted(
    run: Run, folder: Path, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    data = ("--data", tmp_path / "data")
    run("build", folder, *data)
    ended, _, err = run("metrics", *arguments, *data)
    assert (ended, said in err) == (code, True)
