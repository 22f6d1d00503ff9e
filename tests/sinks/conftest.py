"""A small class as it might really come out: good work, beginners' mistakes, and things that are no work at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import pytest

from autograder import scoring
from autograder.model import (
    CheckResult,
    CheckSpec,
    Environment,
    Handed,
    Limits,
    Report,
    Task,
    Unit,
)

TASKS = {
    "01_arrays": {"as_float32": 3.0, "standardize": 4.0, "squared_distances": 5.0, "count_above": 4.0, "one_hot": 4.0},
    "02_grad": {
        "grad_sum_of_squares": 3.0,
        "derivative": 6.0,
        "grad_first": 3.0,
        "grad_second": 4.0,
        "grad_both": 4.0,
        "grad_params": 5.0,
    },
    "04_pure": {"set_first": 4.0, "scale_row": 4.0, "add_at": 5.0, "with_entry": 6.0, "appended": 6.0},
}
CHECKS = (
    # name, title, share of the points, hidden
    ("on_the_page", "the example of the page", 1.0, False),
    ("on_ordinary_data", "ordinary values", 2.0, True),
    ("on_edges", "one entry, other shapes and dtypes", 1.0, True),
    ("is_pure", "leaves everything else alone", 1.0, True),
)
ENVIRONMENT = Environment(
    python="3.11.7",
    jax="0.10.2",
    jaxlib="0.10.2",
    numpy="2.4.6",
    device="cpu",
    sandbox="namespaces",
    checks_sha256="5f0c" * 16,
)

Seen = dict[str, Any]

ARGNUMS: Seen = {
    "outcome": "failed",
    "message": "`grad_second(x, y)` returned the gradient with respect to the first argument:\n"
    "  got       [ 1.2  -0.4   2. ]\n  expected  [-1.2   0.4  -2. ]",
    "hint": "`jax.grad` differentiates argument 0 unless `argnums` says otherwise.",
    "misconception": "argnums-default",
    "line": 4,
}
MUTATES: Seen = {
    "outcome": "failed",
    "message": "`set_first` changed its argument: `x[0]` was 1.5 and is 7.0 after the call "
    "(pure.ipynb cell 5, line 3: `x[0] = value`).",
    "hint": "You edited the caller's array. Build a new one: `return x.at[0].set(value)`.",
    "misconception": "mutates-argument",
    "line": 3,
}
IMMUTABLE: Seen = {
    "outcome": "failed",
    "message": "TypeError: JAX arrays are immutable and do not support in-place item assignment.",
    "hint": "Build a new array: `return x.at[0].set(value)`.",
    "misconception": "item-assignment",
    "line": 3,
}
LOOP: Seen = {
    "outcome": "timeout",
    "message": "`standardize` did not return within 10 s; it was stopped in line 7: `while True:`.",
    "hint": "A loop needs an end that it always reaches.",
    "line": 7,
}
STUB: Seen = {"outcome": "failed", "message": "not attempted yet", "hint": "Replace `raise NotImplementedError()`."}
DIED: Seen = {"outcome": "crashed", "message": "The program ended during `one_hot` (signal 11).", "hint": ""}
SYNTAX: Seen = {
    "outcome": "failed",
    "message": "SyntaxError: '(' was never closed (line 31: `return jnp.sum((x - y) ** 2`)",
    "hint": "Nothing of a file with a syntax error can run: mend this line first.",
    "line": 31,
}


def a_report(
    student: str, unit: str, seen: Mapping[str, Seen] | None = None, *, file: str | None = None, **changes: Any
) -> Report:
    """A report in which every check passed but those that `seen` names: `task` for all of a task's, or one check."""
    course_unit, specs = _unit(unit), _specs(unit)
    results = {}
    for spec in specs:
        special: Seen = {"outcome": "passed"}
        for key in ("*", spec.task, spec.check):
            special |= (seen or {}).get(key, {})
        results[spec.check] = CheckResult(
            check=spec.check, title=spec.title, hidden=spec.hidden, max_points=0.0, **special
        )
    tasks = scoring.fold(course_unit, specs, results if changes.get("status", "graded") == "graded" else {})
    score, max_score = scoring.total(tasks)
    report = Report(
        student=student,
        unit=unit,
        status="graded",
        score=score,
        max_score=max_score,
        tasks=tasks,
        submission=Handed(sha256="9b1e" * 16, files=(file or f"{unit[3:]}.ipynb",)),
        environment=ENVIRONMENT,
    )
    if "status" in changes:
        changes = {"score": None, **changes}
    return msgspec.structs.replace(report, **changes)


def _unit(unit: str) -> Unit:
    tasks = tuple(
        Task(id=name, title=name, points=points, hints=(), limits=Limits()) for name, points in TASKS[unit].items()
    )
    return Unit(id=unit, title=unit, notebook=unit[3:], tasks=tasks, limits=Limits())


def _specs(unit: str) -> list[CheckSpec]:
    return [
        CheckSpec(check=f"{task}_{name}", task=task, title=title, points=share, hidden=hidden)
        for task in TASKS[unit]
        for name, title, share, hidden in CHECKS
    ]


@pytest.fixture
def perfect() -> Report:
    return a_report("ada", "02_grad", file="grad.py")


@pytest.fixture
def mixed() -> Report:
    """Passed, failed, not run, public and hidden, with a line, a hint, a misconception, a note."""
    seen = {
        "set_first_on_ordinary_data": IMMUTABLE,
        "set_first_is_pure": MUTATES,
        "with_entry": STUB,
        "appended_is_pure": {"outcome": "not_run"},
    }
    handed = Handed(
        sha256="9b1e" * 16,
        files=("pure.ipynb",),
        ignored=("draft.py", "notes.txt"),
        notes=("`scale_row` was found in a cell that had lost its tag.",),
    )
    return a_report("ben", "04_pure", seen, submission=handed)


@pytest.fixture
def ungradable() -> Report:
    return a_report("kim", "02_grad", status="ungradable", reason="grad.ipynb is not a notebook: it is a PNG image.")


@pytest.fixture
def broken() -> Report:
    return a_report("lea", "02_grad", status="infrastructure_error", reason="The worker's zygote died; grade again.")


@pytest.fixture
def the_class(perfect: Report, mixed: Report, ungradable: Report, broken: Report) -> list[Report]:
    """Nine students, in no order."""
    return [
        mixed,
        ungradable,
        broken,
        perfect,
        a_report("ada", "01_arrays", file="arrays.py"),
        a_report("ada", "04_pure", file="pure.py"),
        a_report("ben", "01_arrays", {"standardize_on_edges": LOOP}),
        a_report("ben", "02_grad", {"grad_second": ARGNUMS, "grad_both_on_ordinary_data": ARGNUMS}),
        a_report("Zoë", "01_arrays", {"one_hot": DIED}),
        a_report("Zoë", "02_grad"),
        a_report("李雷", "01_arrays"),
        a_report("李雷", "04_pure", {"add_at_on_ordinary_data": {**MUTATES, "misconception": "set-not-add"}}),
        a_report("محمد", "02_grad", {"*": SYNTAX}, file="grad.py"),
        a_report("kim", "04_pure", {"*": STUB}),
        a_report("a_student_with_a_very_long_name_indeed", "02_grad", {"derivative": ARGNUMS}),
        a_report("nils", "04_pure", environment=msgspec.structs.replace(ENVIRONMENT, sandbox="none")),
    ]


NASTY = (
    "</pre><script>alert(1)</script> a`<b>`b <img src=x onerror=alert(1)>\"'&\x1b[2J\x9b31m\u202eevil\u2066\x00\r\udcff"
    "\n```\n# heading\n| a | b |\n[link](javascript:alert(1)) @everyone [bold red]markup[/] {{ 7 * 7 }} ]]>"
)


@pytest.fixture
def hostile() -> Report:
    """A report in which every text is written by someone who wants it to be more than text."""
    check = {"outcome": "failed", "message": NASTY, "hint": NASTY, "misconception": NASTY}
    report = a_report("=cmd|' /C calc'!A0", "02_grad", {"*": check})
    tasks = tuple(
        msgspec.structs.replace(
            task, task=NASTY, checks=tuple(msgspec.structs.replace(each, title=NASTY) for each in task.checks)
        )
        for task in report.tasks
    )
    handed = Handed(sha256=NASTY, files=(NASTY,), ignored=(NASTY,), notes=(NASTY,))
    return msgspec.structs.replace(report, tasks=tasks, submission=handed)
