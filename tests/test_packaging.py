"""The wheel alone is enough: data and programs are in it, and it works from any folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

DATA: dict[str, str | tuple[str, ...]] = {
    "docs_corpus/": ".md",
    "indexing/data/": (".toml", ".csv"),
    "assistant/": (".toml", ".css"),
    "evals/tasks/": ".yaml",
    "evals/datasets/": ".jsonl",
    "prompts/": ".md",
}
COMMANDS = {"vss-index": "indexing", "vss-assistant": "assistant", "vss-evals": "evals"}


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`command` in `folder`; its output is shown where it fails."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what is under version control or about to be."""
    base = tmp_path_factory.mktemp("wheel")
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode != 0:
        pytest.skip("not a checkout")
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (base / "source" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, base / "source" / name)
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    run([*build, "--wheel-dir", str(base), "."], base / "source")
    (built,) = base.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the wheel's contents."""
    target = tmp_path_factory.mktemp("installed")
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index"]
    run([*install, "--target", str(target), str(wheel)], target)
    return target


@pytest.mark.parametrize("folder", DATA)
def test_every_data_file_of_the_project_is_in_the_wheel(wheel: Path, folder: str) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.name.endswith(DATA[folder])
    }
    assert ours
    assert ours <= names


def test_tests_and_tools_stay_out_of_the_wheel(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    packages = {"assistant", "docs_corpus", "evals", "indexing", "prompts"}
    assert {top for top in tops if not top.endswith(".dist-info")} == packages


@pytest.mark.parametrize("command", COMMANDS)
def test_each_program_runs_from_the_wheel(installed: Path, tmp_path: Path, command: str) -> None:
    program = str(installed / "bin" / command)
    text = run([sys.executable, program, "--help"], tmp_path, PYTHONPATH=str(installed)).stdout
    assert "--help" in text


def test_the_wheel_answers_from_another_folder(
    installed: Path, index: Path, tmp_path: Path
) -> None:
    question = "What share of Binh Phuoc's population was covered by health insurance in 2023?"
    ask = [sys.executable, "-m", "assistant", "ask", question, "--data", str(index), "--json"]
    assert '"over 93 per cent"' in run(ask, tmp_path, PYTHONPATH=str(installed)).stdout
    assert list(tmp_path.iterdir()) == []


def test_the_wheel_finds_its_own_reports(installed: Path, index: Path, tmp_path: Path) -> None:
    shutil.copytree(index, tmp_path / "data")
    build = [sys.executable, "-m", "indexing", "build", "--data", str(tmp_path / "data")]
    run(build, tmp_path, PYTHONPATH=str(installed))
