"""The command line of the evaluations: `python -m evals run|compare|score|bench|generate`.

Exit codes: 0 done; 1 the work failed; 2 wrong usage.  Each failure is one line on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.progress import Progress

from indexing.command_line import app_of, run_command_line

Data = Annotated[
    Path | None, typer.Option("--data", help="Folder of the index; VSS_DATA_DIR or var/ if none.")
]
Half = Literal["look", "measure"]


def run(
    task: Annotated[
        str | None, typer.Argument(help="Name of a file in evals/tasks, without its ending.")
    ] = None,
    data: Data = None,
) -> None:
    """Carry out TASK (all that can be, if none is named), print its measures, keep its results.

    Beside the results it writes them as a page to be read in a browser and as Markdown tables.
    Fails, once all is printed, where a measure is none that `evals/baselines.toml` accepts.

    Example: python -m evals run answers
    """
    from evals.loading import load_task, task_names
    from evals.reports.files import write_run
    from evals.reports.markdown import write_markdown
    from evals.reports.page import write_page
    from evals.reports.sections import section
    from evals.reports.tables import run_tables
    from evals.running import outside, run_task
    from evals.settings import load
    from indexing.errors import WorkError

    settings = load(data_dir=data)
    names = [task] if task else list(task_names())
    if task is None and settings.gold is None:
        names.remove("extraction")
        typer.echo("extraction is left out: VSS_GOLD names no folder of labels", err=True)
    console = Console()
    folder = settings.data_dir / "evals"
    faults: list[str] = []
    sections = []
    for chosen in [load_task(name) for name in names]:
        bar = Console(stderr=True)
        with Progress(console=bar, transient=True, disable=not bar.is_terminal) as progress:
            result = run_task(chosen, settings, progress)
        console.print(*run_tables(result), sep="\n")
        sections.append(section(chosen, result))
        typer.echo(f"results: {write_run(result, folder)}")
        for measure, value in outside(chosen, result).items():
            least, most = chosen.accepted[measure]
            faults.append(f"{chosen.name}: {measure} {value:.3f}, expected {least} to {most}")
    typer.echo(f"report: {write_page(sections, folder)}, {write_markdown(sections, folder)}")
    if faults:
        raise WorkError(f"outside the accepted values: {'; '.join(faults)}: see what changed")


def compare(
    before: Annotated[Path, typer.Argument(help="Results of the earlier run.")],
    after: Annotated[Path, typer.Argument(help="Results of the later run.")],
) -> None:
    """Show what changed between two runs of one task.

    Example: python -m evals compare var/evals/ONE.json var/evals/OTHER.json
    """
    from evals.reports.comparing import compare_runs
    from evals.reports.files import read_run
    from evals.reports.tables import comparison_tables

    comparison = compare_runs(read_run(before), read_run(after))
    Console().print(*comparison_tables(comparison), sep="\n")


def score(
    gold: Annotated[Path, typer.Option(help="Folder of label files, with SPLIT.csv.")],
    reports: Annotated[Path, typer.Option(help="Folder of the labelled reports.")],
    half: Annotated[Half, typer.Option(help="Reports of this half.")] = "look",
    errors: Annotated[bool, typer.Option("--errors", help="List errors, of look only.")] = False,
) -> None:
    """Score extraction over a folder of reports against a folder of labels.

    Of the half `measure` only aggregate numbers are told, as its reports are never read.

    Example: python -m evals score --gold labels --reports reports --half look --errors
    """
    from evals.judges.extraction import extraction_score, labelled_half
    from evals.reports.extraction import described, summary
    from indexing.errors import UsageError

    if errors and half != "look":
        raise UsageError(f"expected errors of look only, came --half {half}: leave --errors out")
    scored = extraction_score(labelled_half(gold, reports, half))
    lines = [line for error in scored.errors for line in described(error)] if errors else []
    typer.echo("\n".join([*lines, *summary(scored)]))


def bench(
    runs: Annotated[int, typer.Option(min=1, help="Cold starts to take the median of.")] = 5,
    scale: Annotated[
        int | None,
        typer.Option(min=100, help="Instead: time warm questions over so many made-up reports."),
    ] = None,
    data: Data = None,
) -> None:
    """Time a figure question, cold and warm, beside plain LlamaIndex, and extraction by stages.

    Example: python -m evals bench --scale 20000
    """
    from evals.benchmarks.answering import run_bench
    from evals.benchmarks.extraction import extraction_table
    from evals.benchmarks.scale import run_scale
    from evals.settings import load

    settings = load(data_dir=data)
    if scale is None:
        Console().print(extraction_table())
        Console().print(run_bench(settings, runs))
        return
    bar = Console(stderr=True)
    with Progress(console=bar, transient=True, disable=not bar.is_terminal) as progress:
        table = run_scale(settings, scale, progress)
    Console().print(table)


def generate(
    folder: Annotated[Path, typer.Argument(help="Where the reports and their labels go.")],
    reports: Annotated[int, typer.Option(min=1, help="How many to make up.")] = 100,
    seed: Annotated[int, typer.Option(help="The same seed gives the same reports.")] = 1,
) -> None:
    """Make up a collection of reports in which every figure is known, with its labels.

    Example: python -m evals generate made-up --reports 500 --seed 7
    """
    from evals.generator.collection import make_collection, write_collection

    write_collection(make_collection(reports, seed), folder)
    typer.echo(f"{folder}: {reports} reports")


def build_app() -> typer.Typer:
    """The command line as a Typer application."""
    return app_of(
        "evals",
        "Judge the assistant: question sets, scores, benchmarks.",
        (run, compare, score, bench, generate),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    sys.exit(run_command_line(build_app(), "python -m evals", arguments))
