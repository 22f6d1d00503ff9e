"""The corpus: files of one answer each, what must be said of them, and how they are judged.

    # why: one sentence
    # misconception: mutates-argument | shared-memory        (in `wrong/`, where one should be named)
    # not recognised: why                                    (where it should be and is not)
    # tasks: loss_fn, update                                  (only where it answers more than one)
    def set_first(x, value): …

An answer goes the way of every submission: read, locked in, checked, judged.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import UNSET

from autograder.checking.staged import Evaluations
from autograder.course import load_course
from autograder.grading import Job, grade
from autograder.kit import Kit, environment, kit_for
from autograder.model import CheckResult, Report, Submission
from autograder.sandbox.client import Zygote
from autograder.sandbox.confine import Tier

HERE = Path(__file__).parent
COMPILED = HERE.parents[1] / "build" / "mutants"
COURSE = load_course(HERE.parents[1] / "course.yml")
UNIT_OF = {task.id: unit for unit in COURSE.units for task in unit.tasks}


class Mutant(NamedTuple):
    """An answer with what must be said of it."""

    name: str
    tasks: tuple[str, ...]
    source: str
    misconceptions: tuple[str, ...] = ()
    recognised: bool = True

    @property
    def unit(self) -> str:
        return UNIT_OF[self.tasks[0]].id


class Verdict(NamedTuple):
    """What the checks of the answer's tasks found."""

    report: Report
    checks: tuple[CheckResult, ...]

    @property
    def failed(self) -> tuple[CheckResult, ...]:
        return tuple(check for check in self.checks if check.outcome != "passed")

    @property
    def named(self) -> frozenset[str]:
        return frozenset(check.misconception for check in self.failed if check.misconception)

    @property
    def publicly_failed(self) -> bool:
        return any(not check.hidden for check in self.failed)

    def __str__(self) -> str:
        return "\n".join(
            f"{check.check}: {check.outcome} [{check.misconception}] {check.message}" for check in self.failed
        )


def corpus(verdict: str) -> list[Mutant]:
    """All answers of `wrong` or `right`."""
    return [_read(path) for path in sorted((HERE / verdict).glob("*/*.py"))]


def _read(path: Path) -> Mutant:
    source = path.read_text(encoding="utf-8")
    said = dict(re.findall(r"^# (why|misconception|tasks|not recognised): (.*)$", source, re.MULTILINE))
    assert "why" in said, f"{path.name} does not say why"
    tasks = tuple(re.split(r",\s*", said["tasks"])) if "tasks" in said else (path.name.split("__")[0],)
    names = tuple(re.split(r"\s*\|\s*", said["misconception"])) if "misconception" in said else ()
    assert all(UNIT_OF[task].id == path.parent.name for task in tasks), path
    return Mutant(f"{path.parent.name}/{path.stem}", tasks, source, names, "not recognised" not in said)


def judge(mutant: Mutant, zygote: Zygote, *, staged: bool = False) -> Verdict:
    """Grade an answer among the course's own solutions of the unit's other tasks.

    `staged`: what traces is computed in an evaluator, as for a device.
    """
    kit = _kit(mutant.unit)
    others = [cell.source for cell in kit.page.cells if cell.role == "task" and cell.task not in mutant.tasks]
    content = "\n\n# %%\n".join([*others, mutant.source]).encode()
    submission = Submission(
        student="mutant",
        unit=kit.unit.id,
        file=f"{kit.unit.notebook}.py",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    job = Job(COURSE, kit, submission, environment(kit, "cpu", zygote.tier.value), frozenset(mutant.tasks))
    report = grade(job, lambda: zygote, _evaluations(zygote) if staged else None)
    assert report.status == "graded", report.reason
    return Verdict(report, tuple(check for task in report.tasks if task.task in mutant.tasks for check in task.checks))


def unmarked(report: Report) -> Report:
    """The report without a word on where each check was computed, and with any number of earlier calls in a message.

    How often a function had been called before is counted by some answers, and a task that is looked at again without
    tracing is looked at alone.
    """
    replace = msgspec.structs.replace
    tasks = tuple(
        replace(task, checks=tuple(replace(check, device=UNSET, message=_counts(check)) for check in task.checks))
        for task in report.tasks
    )
    return replace(report, tasks=tasks)


def _counts(check: CheckResult) -> str:
    counted = check.misconception == "hidden-state"
    return re.sub(r"was \d+; after it, \d+", "was …; after it, …", check.message) if counted else check.message


@cache
def _evaluations(zygote: Zygote) -> Evaluations:
    return Evaluations(zygote)  # its evaluator ends with the zygote


@cache
def _kit(unit: str) -> Kit:
    return kit_for(COURSE, next(each for each in COURSE.units if each.id == unit))


def zygote() -> Zygote:
    """Without a wall: these answers are ours, and whether a wall stands is tested elsewhere.

    So workers may also write to the folder of compiled operations, and what one compiled the next one has.
    """
    return Zygote(Tier.NONE, cache_dir=folder(), fill=True)


def folder() -> Path:
    """Where the corpus keeps what was compiled for it."""
    COMPILED.mkdir(parents=True, exist_ok=True)
    return COMPILED
