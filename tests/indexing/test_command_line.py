"""How a command line ends: one line on standard error, whatever went wrong."""

from __future__ import annotations

import pytest

from indexing.command_line import app_of, run_command_line


def needy() -> None:
    raise ModuleNotFoundError("No module named 'drawing'", name="drawing")


def test_a_package_that_is_not_installed_is_named_with_what_installs_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_command_line(app_of("needy", "", (needy,)), "needy", []) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("error: the package drawing is not installed: `make ")
