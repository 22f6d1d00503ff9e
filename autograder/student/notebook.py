"""`check` and `hint` in a notebook: the functions are those of the kernel they are called in."""

from __future__ import annotations

import contextlib
import sys
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any

from autograder.checking.diagnosis import Absence
from autograder.checking.local import LocalCaller
from autograder.course import FILE_NAME, find_course
from autograder.errors import Jax101Error, UsageError
from autograder.model import Course, Limits, Unit
from autograder.student import plain
from autograder.student.cards import SoFar, as_html, as_text, hint_as_html, progress
from autograder.student.hints import Ladder
from autograder.student.session import TaskChecked, run_public, stoppable
from autograder.student.wanted import find_task

TaskName = str | Callable[..., object]  # beginners write check(grad_both), without the quotes


class NotPassed(Exception):
    """A check did not pass: stops Run All, and is shown in one line."""

    def _render_traceback_(self) -> list[str]:
        # IPython asks for this; a traceback through our code would teach nothing.  JupyterLab breaks a long line
        # wherever it ends, so we do it between words.
        return textwrap.wrap(str(self), 100, break_long_words=False, break_on_hyphens=False)


class _Kernel(LocalCaller):
    """Functions in a kernel, where most of those that are not there only were not run yet."""

    def why_missing(self, name: str) -> Absence:
        return Absence(hint=f"Run the cell with `def {name}(…):`, again after a restart, and keep the name.")


class Card:
    """What a cell shows: HTML where there is a page, text where there is not."""

    def __init__(self, text: str, html: str) -> None:
        self._text = text
        self._html = html

    def __repr__(self) -> str:
        return self._text

    def _repr_html_(self) -> str:
        return self._html


def check(task: TaskName | None = None) -> float | None:
    """Run the public checks of a task, or of the whole unit, and show a card; raise `NotPassed` when one failed.

    Returns nothing, but for nbgrader's own autograding (see `plain`): the points.
    """
    _hide_our_traceback()
    try:
        tasks = _checked(_name(task) if task is not None else None)
    except Jax101Error as error:
        raise NotPassed(f"jax101: {error}") from None
    except KeyboardInterrupt:
        raise NotPassed("Stopped before the checks were through.") from None
    _show(_card(tasks))
    open_tasks = [each for each in tasks if not each.passed]
    if open_tasks:
        raise NotPassed(_one_line(open_tasks))
    if not plain.is_autograding():
        return None
    print("Graded in a notebook's kernel: the points of the public checks, which are all that were run.")
    return plain.worth(tasks)


def hint(task: TaskName) -> None:
    """Show the next hint of a task."""
    _hide_our_traceback()
    try:
        course = _course()
        _unit, found = find_task(_name(task), course)
    except Jax101Error as error:
        raise NotPassed(f"jax101: {error}") from None
    text = Ladder(course).next(found)
    _show(Card(text, hint_as_html(text)))


def _checked(task: str | None) -> tuple[TaskChecked, ...]:
    course = _course()
    unit = _unit_here(course.units, Path.cwd()) if task is None else find_task(task, course)[0]
    space = vars(sys.modules["__main__"])
    caller = _Kernel(space, _is_theirs, Limits(), ignored=frozenset({"check", "hint"}), label=_label)
    with stoppable() as stop, _nothing_displayed():
        tasks = run_public(course, unit, caller, stop, task)
    passed = _passed.setdefault(unit.id, dict.fromkeys((each.id for each in unit.tasks), False))
    passed.update((each.task.id, each.passed) for each in tasks)
    return tasks


def _card(tasks: Sequence[TaskChecked]) -> Card:
    """The cards, and below a single one how far the unit has come in this kernel."""
    for unit, passed in _passed.items() if len(tasks) == 1 else ():
        if tasks[0].task.id in passed and len(passed) > 1:
            so_far = SoFar(unit, sum(passed.values()), len(passed))
            return Card(f"{as_text(tasks)}\n{progress(so_far)}", as_html(tasks, so_far))
    return Card(as_text(tasks), as_html(tasks))


# Which tasks of a unit passed when they were last checked in this kernel.
_passed: dict[str, dict[str, bool]] = {}


def _course() -> Course:
    try:
        return find_course(Path.cwd())
    except UsageError:
        folder = f"this notebook runs in {Path.cwd()}, where no {FILE_NAME} is"
        raise UsageError(f"{folder}: open it in the folder it came in, beside its {FILE_NAME}.") from None


def _unit_here(units: Sequence[Unit], folder: Path) -> Unit:
    for unit in units:
        if unit.id == folder.name or len(units) == 1:
            return unit
    raise UsageError(f'which unit? Name a task, as in check("{units[0].tasks[0].id}").')


def _name(task: TaskName) -> str:
    return task if isinstance(task, str) else str(getattr(task, "__name__", task))


def _one_line(tasks: Sequence[TaskChecked]) -> str:
    names = ", ".join(f"{each.task.id} ({'not passed' if each.attempted else 'not attempted yet'})" for each in tasks)
    where = "The card above says why" if len(tasks) == 1 else "The cards above say why"
    return f'Not there yet: {names}. {where}; hint("{tasks[0].task.id}") helps.'


def _is_theirs(filename: str) -> bool:
    """A cell of the kernel, or a file that is no installed library and not ours."""
    if filename.startswith("<ipython-input") or "ipykernel_" in filename:
        return True
    if filename.startswith("<"):
        return filename == "<stdin>"
    path = Path(filename)
    installed = [Path(sys.prefix), Path(sys.base_prefix), Path(__file__).parents[1]]
    return not any(path.is_relative_to(folder) for folder in installed) and "site-packages" not in path.parts


def _label(filename: str) -> str:
    """A cell by the number that stands beside it."""
    shell = _shell()
    numbers = getattr(getattr(shell, "compile", None), "_filename_map", {})  # IPython's own tracebacks use it, too
    return f"cell In[{numbers[filename]}]" if filename in numbers else Path(filename).name


def _show(card: Card) -> None:
    if _shell() is None:
        print(card)
        return
    from IPython.display import display

    display(card)  # type: ignore[no-untyped-call]  # IPython leaves it without annotations


def _nothing_displayed() -> contextlib.AbstractContextManager[Any]:
    """What a function displays while it is checked, such as its plot with `plt.show()`, would bury the card."""
    if _shell() is None:
        return contextlib.nullcontext()
    from IPython.utils.capture import capture_output

    return capture_output(stdout=False, stderr=False, display=True)


def _shell() -> Any:
    ipython: ModuleType | None = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def _hide_our_traceback() -> None:
    """In a plain `python grad.py`, too, `NotPassed` is one line."""
    before = sys.excepthook
    if _shell() is not None or getattr(before, "is_ours", False):
        return

    def say(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, NotPassed):
            print(error, file=sys.stderr)
        else:
            before(kind, error, trace)

    say.is_ours = True  # type: ignore[attr-defined]
    sys.excepthook = say
