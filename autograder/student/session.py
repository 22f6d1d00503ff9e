"""Public checks for a student, in their own process: which files, which functions, what was found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from autograder.checking.run import CheckFile, Finding, Provide, run_checks
from autograder.checking.submission import Submission
from autograder.course import find_course
from autograder.errors import CourseError, UsageError
from autograder.model import CheckSpec, Course, Task, Unit


class Checked(NamedTuple):
    """A public check and what it found."""

    spec: CheckSpec
    finding: Finding


class TaskChecked(NamedTuple):
    """A task and its public checks."""

    task: Task
    checks: tuple[Checked, ...]

    @property
    def passed(self) -> bool:
        return all(checked.finding.outcome == "passed" for checked in self.checks)

    @property
    def attempted(self) -> bool:
        return not any(checked.finding.misconception == "not-attempted" for checked in self.checks)


def find_task(name: str, folder: Path, course: Course | None = None) -> tuple[Course, Unit, Task]:
    """The task of that name in the course around a folder; `UsageError` names the ones there are."""
    course = course or find_course(folder)
    for unit in course.units:
        for task in unit.tasks:
            if task.id == name:
                return course, unit, task
    tasks = ", ".join(task.id for unit in course.units for task in unit.tasks)
    raise UsageError(f"there is no task {name}; the tasks here are {tasks}")


def public_checks(course: Course, unit: Unit) -> tuple[CheckFile, ...]:
    """The unit's public check files: beside a released notebook, or in the course's own repository."""
    name = f"test_{unit.notebook}.py"
    for folder in (course.root, course.root / unit.id, course.root / "solutions" / unit.id):
        if (folder / name).is_file():
            return (CheckFile(folder / name, hidden=False),)
    raise CourseError(f"{name} is missing beside course.yml: fetch the unit's folder anew.")


def run_public(
    files: Sequence[CheckFile], unit: Unit, provide: Provide, task: str | None = None
) -> tuple[TaskChecked, ...]:
    """Run the unit's public checks, or one task's, in the order of the page."""

    def chosen(spec: CheckSpec) -> Submission | None:
        return provide(spec) if task in (None, spec.task) else None

    session = run_checks(files, chosen, seed="public")
    tasks = [each for each in unit.tasks if task in (None, each.id)]
    return tuple(
        TaskChecked(
            each,
            tuple(
                Checked(spec, session.findings.get(spec.check, Finding("not_run")))
                for spec in session.specs
                if spec.task == each.id
            ),
        )
        for each in tasks
    )
