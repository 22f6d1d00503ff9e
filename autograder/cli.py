"""The command line: parse, call, choose the exit code.  Nothing else happens here.

Exit codes: 0 done · 1 something could not be done · 2 wrong usage · 3 a score too low, or a public check failed.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from autograder import __version__
from autograder.errors import Jax101Error
from autograder.text import one_line, visible

if TYPE_CHECKING:
    from autograder.batch import Options
    from autograder.model import Course, Report
    from autograder.nbgrader import Book
    from autograder.readers import Found

FAILED = 3

course_option = click.option(
    "--course", type=click.Path(path_type=Path), help="The course's folder (default: the nearest course.yml above)."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(__version__, prog_name="jax101")
@click.pass_context
def cli(context: click.Context) -> None:
    """A first course in JAX, and an autograder whose verdict can be trusted without looking."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        raise click.exceptions.Exit(2)


# --------------------------------------------------------------------------- for students


@cli.command(short_help="Lay out a fresh copy of the exercises.")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path("work"))
@click.option(
    "--format",
    "form",
    type=click.Choice(["ipynb", "py"]),
    default="ipynb",
    show_default=True,
    help="Notebooks, or Python files for an editor.",
)
@course_option
def start(folder: Path, form: Literal["ipynb", "py"], course: Path | None) -> None:
    """Lay out a fresh copy of the exercises in DIR (default: work); nothing that is there is overwritten."""
    from autograder.course import find_course
    from autograder.student.start import start as lay_out

    begun = lay_out(find_course(Path.cwd(), course), folder, form)
    for unit in begun:
        click.echo(f"wrote: {visible(str(unit.page))}  {unit.title}")
    first = begun[0].page
    then = "jax101 check --watch" if form == "py" else f"jupyter lab {first.name}"
    click.echo(visible(f"Begin with:  cd {first.parent} && {then}"))


@cli.command()
@click.argument("path", type=click.Path(path_type=Path), default=Path("."))
@click.option("--unit", help="The unit, where no folder or file name says it.")
@click.option("--task", help="Only this task.")
@click.option("--watch", is_flag=True, help="Check again on every save, until Ctrl-C.")
@course_option
def check(path: Path, unit: str | None, task: str | None, watch: bool, course: Path | None) -> None:
    """Run the public checks on a notebook, a .py file or a folder."""
    from autograder.student.wanted import Wanted

    wanted = Wanted(path, unit, task, course)
    if watch:
        from autograder.student.watch import watch as check_on_every_save

        check_on_every_save(wanted, click.echo)
        return
    from autograder.student import terminal

    checked = terminal.check(wanted)
    if checked.text:
        click.echo(checked.text)
    for problem in checked.problems:
        click.echo(f"jax101: {problem}", err=True)
    raise click.exceptions.Exit(1 if checked.problems else 0 if checked.passed else FAILED)


@cli.command()
@click.argument("task")
@click.option("--restart", is_flag=True, help="Begin at the first hint again.")
@course_option
def hint(task: str, restart: bool, course: Path | None) -> None:
    """Show the next hint of a task; each call goes one step further."""
    from autograder.course import find_course
    from autograder.student.hints import Ladder
    from autograder.student.wanted import find_task

    found_course = find_course(Path.cwd(), course)
    _unit, found = find_task(task, found_course)
    ladder = Ladder(found_course)
    if restart:
        ladder.restart(found)
    click.echo(ladder.next(found))


# --------------------------------------------------------------------------- for instructors


@cli.command(short_help="Grade submissions with public and hidden checks.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--unit", help="The unit, where no folder or file name says it.")
@click.option("--student", help="The student, where no folder says it.")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("reports"), show_default=True, help="Where reports go."
)
@click.option("--json", "as_json", is_flag=True, help="All reports as one JSON document on standard output.")
@click.option("--jobs", type=click.IntRange(min=1), help="Submissions at a time (default: the cores).")
@click.option(
    "--device",
    type=click.Choice(["cpu", "gpu", "auto", "cpu-traced"]),
    default="cpu",
    show_default=True,
    help="auto: a GPU where there is one. cpu-traced: the way of a GPU, with the CPU in its place.",
)
@click.option("--regrade", is_flag=True, help="Grade again what has a report already.")
@click.option("--require-tier", type=click.Choice(["root", "namespaces", "landlock"]), help="Refuse a weaker sandbox.")
@click.option(
    "--sandbox", type=click.Choice(["auto", "none"]), default="auto", help="none: run without a wall. Practice only."
)
@click.option(
    "--gradebook",
    metavar="ADDRESS",
    help="Enter the scores into a gradebook of nbgrader's: sqlite:///gradebook.db, postgresql://user@host/name.",
)
@click.option(
    "--fail-under", type=click.FloatRange(0, 100), metavar="PERCENT", help="Exit with 3 when a score is lower."
)
@course_option
def grade(
    paths: tuple[Path, ...],
    unit: str | None,
    student: str | None,
    out: Path,
    as_json: bool,
    jobs: int | None,
    device: str,
    regrade: bool,
    require_tier: str | None,
    sandbox: str,
    gradebook: str | None,
    fail_under: float | None,
    course: Path | None,
) -> None:
    """Grade submissions with public and hidden checks, each behind the wall; go on where an earlier run stopped."""
    from autograder import batch
    from autograder.course import find_course
    from autograder.progress import StderrProgress
    from autograder.readers import discover

    found_course = find_course(Path.cwd(), course)
    found = discover(paths, found_course, unit=unit, student=student)
    tier = batch.choose_tier(require_tier, without_wall=sandbox == "none")
    device, remark = batch.choose_device(device, tier)
    _say([remark] if remark else [])
    options = batch.Options(
        out=out,
        jobs=jobs or batch.cores(),
        tier=tier,
        device=device,
        regrade=regrade,
    )
    book = _gradebook(gradebook, found_course, found)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a polite end, like Ctrl-C
    try:
        with StderrProgress(options) as progress:
            done = batch.grade_all(found, found_course, options, progress)
        entered = book is None or _enter(book, found_course, found, done, options)
    except KeyboardInterrupt:
        click.echo("jax101: stopped; what was graded is kept, the same command goes on from there.", err=True)
        raise click.exceptions.Exit(1) from None
    _print(done, "json" if as_json else "terminal")
    raise click.exceptions.Exit(_exit_code(done, fail_under, undone=progress.problems > 0 or not entered))


@cli.command(short_help="Show earlier reports in another form.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--to",
    "form",
    default="terminal",
    show_default=True,
    help="terminal, json, html, markdown, csv, junit, gradescope.",
)
@click.option("--for-student", is_flag=True, help="Leave out what is hidden.")
def show(paths: tuple[Path, ...], form: str, for_student: bool) -> None:
    """Show the reports of an earlier run in another form, without grading again."""
    from autograder import reports
    from autograder.sinks import sink

    sink(form)
    found, problems = reports.read_all(paths)
    for problem in problems:
        click.echo(f"jax101: {problem}", err=True)
    if found:
        _print([report.for_student() for report in found] if for_student else found, form)
    raise click.exceptions.Exit(1 if problems else 0)


@cli.command(short_help="Write exercises/ from solutions/.")
@click.argument("units", nargs=-1)
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; fail where exercises/ differs from solutions/."
)
@course_option
def release(units: tuple[str, ...], only_check: bool, course: Path | None) -> None:
    """Write exercises/ from solutions/: solutions and hidden material stripped."""
    from autograder.course import find_course
    from autograder.release import release as write

    found = write(find_course(Path.cwd(), course), units, check=only_check)
    for difference in found:
        written = not only_check and difference.what != "foreign"
        click.echo(f"{'wrote' if written else difference.what}: {visible(str(difference.path))}")
    if only_check and found:
        click.echo(
            "jax101: exercises/ is not what solutions/ says: run `jax101 release`, and remove what is foreign.",
            err=True,
        )
        raise click.exceptions.Exit(1)
    if not found:
        click.echo("exercises/ is up to date.")


@cli.command(short_help="Say what this machine has and what is missing.")
def doctor() -> None:
    """Say what this machine has: sandbox tier, devices, versions, optional parts, and how to get what is missing."""
    from autograder.doctor import examine

    text, fine = examine()
    click.echo(text)
    raise click.exceptions.Exit(0 if fine else 1)


# --------------------------------------------------------------------------- shared


def _gradebook(address: str | None, course: Course, found: Sequence[Found]) -> Book | None:
    """The gradebook to enter scores into, ready for what was found."""
    if address is None:
        return None
    from autograder.nbgrader import Book

    book = Book(address)
    _say(book.prepare(course, found))
    return book


def _enter(book: Book, course: Course, found: Sequence[Found], done: Sequence[Report], options: Options) -> bool:
    """Whether everything went into the gradebook; what did not was said.  The reports stay in any case."""
    try:
        entered = book.enter(course, found, done, anew=options.regrade)
    except Jax101Error as error:
        _say(str(error).splitlines())
        return False
    _say([*entered.remarks, *entered.problems])
    before = f", {entered.kept} stood there already" if entered.kept else ""
    click.echo(visible(f"{book.shown}: {entered.new} entered{before}"), err=True)
    return not entered.problems


def _say(lines: Sequence[str]) -> None:
    for line in lines:
        click.echo(f"jax101: {one_line(line)}", err=True)


def _print(reports: Sequence[Report], form: str) -> None:
    from autograder.sinks import sink

    if form == "terminal":
        from autograder.sinks.terminal import render

        width = max(60, shutil.get_terminal_size((110, 24)).columns)
        color = sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        click.echo(render(reports, width=width, color=color), nl=False)
    else:
        # For other programs: UTF-8, whatever the terminal's encoding is.
        click.echo(sink(form).render(reports).encode(), nl=False)


def _exit_code(reports: Sequence[Report], fail_under: float | None, *, undone: bool = False) -> int:
    """1 before 3: where something could not be done (`undone`, or said here), low scores are not the whole truth."""
    broken = [report for report in reports if report.status == "infrastructure_error"]
    for report in broken:
        what = f"{report.student}/{report.unit} could not be graded: {report.reason}"
        click.echo(f"jax101: {one_line(what)}", err=True)
    if broken or undone:
        return 1
    if fail_under is not None:
        for report in reports:
            # Points are halves and thirds of points: what equals the limit on paper shall reach it.
            if report.score is None or report.score + 1e-9 < report.max_score * fail_under / 100:
                return FAILED
    return 0
