"""One submission's way, on one screen: read → program → worker → checks → fold → report.

Runs in a trusted process; the student's code only ever runs behind `checking.remote`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from contextlib import closing
from typing import NamedTuple

import msgspec

from autograder import scoring
from autograder.checking import misconceptions
from autograder.checking.exhibits import picture_of
from autograder.checking.remote import NOT_LOADED, RemoteProgram, Spawner, StandIns
from autograder.checking.run import Finding, Session, run_checks
from autograder.checking.staged import Compute
from autograder.checking.submission import Submission as Subject
from autograder.errors import CourseError, NotASubmission
from autograder.kit import Kit
from autograder.model import (
    CheckResult,
    CheckSpec,
    Course,
    Environment,
    Handed,
    Program,
    Report,
    Submission,
    TaskResult,
)
from autograder.neighbours import Neighbourhood
from autograder.readers import program as read_program
from autograder.text import shortened

GetSpawner = Callable[[], Spawner]


class Job(NamedTuple):
    """One submission and everything it is judged with."""

    course: Course
    kit: Kit
    submission: Submission
    environment: Environment
    only: frozenset[str] = frozenset()  # tasks to look at; all of them when empty


def grade(job: Job, spawner: GetSpawner, evaluations: Compute | None = None) -> Report:
    """The report of one submission.  `Infrastructure` when our own machinery failed under it, `CourseError` when a
    check file or page is broken; nothing that the submission does raises.

    With `evaluations`, functions that trace are computed there, on the device that the evaluator holds.
    """
    unit, page = job.kit.unit, job.kit.page
    try:
        program = read_program(job.submission, unit, page)
    except NotASubmission as reason:
        return ungradable(job, str(reason))
    session = _work(job, program, spawner(), evaluations)
    hidden = {spec.check: spec.hidden for spec in session.specs}
    marked = evaluations is not None
    results = {name: _result(name, finding, hidden[name], marked) for name, finding in session.findings.items()}
    tasks = scoring.fold(unit, session.specs, results)
    score, max_score = scoring.total(tasks)
    return _report(job, tasks, max_score, score=score, notes=program.notes)


def rehearse(job: Job, spawner: Spawner) -> Session:
    """Every check on the course's own solution: for what JAX compiles on the way, or to see which can pass here."""
    return _run(job, job.kit.reference(), spawner, time.monotonic() + job.kit.unit.limits.submission_seconds)


def ungradable(job: Job, reason: str) -> Report:
    """The report of something that is no submission: every check is there, none was run, and there is no score."""
    tasks = scoring.fold(job.kit.unit, listed(job.kit), {})
    return _report(job, tasks, scoring.total(tasks)[1], reason=reason)


def infrastructure_error(job: Job, reason: str) -> Report:
    """The report of a submission that our own machinery failed under: never a zero, tried again by the next run."""
    report = ungradable(job, reason)
    return Report(
        student=report.student,
        unit=report.unit,
        status="infrastructure_error",
        reason=reason,
        score=None,
        max_score=report.max_score,
        tasks=report.tasks,
        submission=report.submission,
        environment=report.environment,
    )


def listed(kit: Kit) -> tuple[CheckSpec, ...]:
    """The unit's checks as declared.  `CourseError` when a file does not import or does not fit the course."""
    specs = run_checks(kit.files, None, "").specs
    known = {task.id for task in kit.unit.tasks}
    for spec in specs:
        if spec.task not in known:
            raise CourseError(
                f"{kit.unit.id}: the check {spec.check} is for {spec.task}, which is no task of this unit."
            )
    return specs


# --------------------------------------------------------------------------- working


def _work(job: Job, program: Program, spawner: Spawner, evaluations: Compute | None) -> Session:
    """Every check once on the program as it is; those that failed once more with the reference as neighbours."""
    deadline = time.monotonic() + job.kit.unit.limits.submission_seconds
    first = _first_look(job, program, spawner, deadline, evaluations)
    deadline += evaluations.waited if evaluations is not None else 0.0
    findings = dict(first.findings)
    if not any(map(_failed, findings.values())):
        return first
    neighbourhood = Neighbourhood(program, job.kit.unit)
    # In the order of the stand-ins: no earlier worker held the solution of the task that is looked at.
    for task in neighbourhood.order:
        if any(finding.misconception == NOT_LOADED for finding in findings.values()):
            break  # the program itself ends or blocks: no neighbour can help
        failed = {spec.check for spec in first.specs if spec.task == task and _failed(findings.get(spec.check))}
        if job.only and task not in job.only:
            continue
        if failed and neighbourhood.matter(task, first):
            stand_ins = neighbourhood.stand_ins(task)
            again = _run(job, program, spawner, deadline, task, failed, stand_ins)
            findings.update((name, _second_look(findings[name], found)) for name, found in again.findings.items())
    return Session(first.specs, findings)


def _first_look(job: Job, program: Program, spawner: Spawner, deadline: float, evaluations: Compute | None) -> Session:
    """Every check on the program as it is.  With `evaluations`, what a traced function got right is right; a task that
    has anything else is looked at as if nothing had been traced, and only that counts.
    """
    traced: set[str] = set()
    session = _run(job, program, spawner, deadline, evaluations=evaluations, traced=traced)
    doubtful = {spec.task for spec in session.specs if not _passed(session.findings.get(spec.check))} & traced
    if not doubtful:
        return session
    checks = {spec.check for spec in session.specs if spec.task in doubtful}
    waited = evaluations.waited if evaluations is not None else 0.0
    plain = _run(job, program, spawner, deadline + waited, only=checks)
    return Session(session.specs, {**session.findings, **plain.findings})


def _passed(finding: Finding | None) -> bool:
    return finding is not None and finding.outcome == "passed"


def _run(
    job: Job,
    program: Program,
    spawner: Spawner,
    deadline: float,
    keep: str = "",
    only: Collection[str] | None = None,
    names: tuple[str, ...] = (),
    evaluations: Compute | None = None,
    traced: set[str] | None = None,
) -> Session:
    """One pytest session.  With `keep`, the tasks `names` are the reference's, and only checks in `only` are run.
    With `evaluations`, functions are traced; `traced` is told the tasks of which they were.

    A worker of its own each time: public checks come first in it, so that none of them can tell what a hidden one sent.
    """
    kit = job.kit
    stand_ins = StandIns(kit.stand_ins(names), names, keep) if keep else None
    remote = RemoteProgram(spawner, program, kit.limits, deadline, stand_ins, evaluations)
    reference = RemoteProgram(spawner, kit.reference(), kit.limits, deadline, evaluations=evaluations)
    subjects: dict[str, Subject] = {}

    def provide(spec: CheckSpec) -> Subject | None:
        if (only is not None and spec.check not in only) or (job.only and spec.task not in job.only):
            return None
        if spec.task not in subjects:
            limits = kit.unit.task(spec.task).limits
            own = reference.submission(spec.task, limits)
            subjects[spec.task] = remote.submission(spec.task, limits, own)
        return subjects[spec.task]

    with closing(reference), closing(remote):
        session = run_checks(kit.files, provide, seed=f"{job.course.salt}\0{job.submission.sha256}")
    if traced is not None:
        traced |= remote.traced
    return session


def _second_look(first: Finding, again: Finding) -> Finding:
    """What the second run adds: that the check passed, or the name of the mistake that is the task's own.

    No word of it: there the student's code had solutions of the course at hand, and could have put them anywhere.
    """
    if again.outcome == "passed":
        return again
    named = again.misconception or ""
    if first.misconception is not None or not misconceptions.says(named):
        return first
    says, hint = misconceptions.says(named), misconceptions.hint(named)
    if first.raised:  # a mistake that stopped the call comes before one that showed behind it
        says, hint = f"{first.message} Behind that waits another mistake: {says}", f"{first.hint} Then: {hint}"
    else:
        says = f"{says} {first.message}"
    general = f"{first.general} Then: {misconceptions.hint(named)}" if first.raised and first.general else ""
    return first._replace(misconception=named, message=says, hint=hint, general=general)


def _failed(finding: Finding | None) -> bool:
    if finding is None:
        return True
    return finding.outcome != "passed" and finding.misconception != "not-attempted"


# --------------------------------------------------------------------------- reporting


_LONGEST = 4_000  # characters of a message or hint: of a dict with huge keys, a report would hold megabytes


def _result(name: str, finding: Finding, hidden: bool, marked: bool) -> CheckResult:
    """`marked`: say so where the check was not computed on the device."""
    # The hint of a hidden check reaches the student, and a line quoted in it is chosen where its data are known.
    hint = (finding.general if hidden else "") or finding.hint
    picture = None if hidden else picture_of(finding.exhibit)  # a hidden check's numbers are for no one's eyes
    return CheckResult(
        check=name,
        title="",
        hidden=hidden,
        max_points=0.0,
        outcome=finding.outcome,
        message=shortened(finding.message, _LONGEST),
        hint=shortened(hint, _LONGEST),
        misconception=finding.misconception,
        line=finding.line,
        picture=picture or msgspec.UNSET,
        device="cpu" if marked and finding.plain else msgspec.UNSET,
    )


def _report(
    job: Job,
    tasks: tuple[TaskResult, ...],
    max_score: float,
    *,
    score: float | None = None,
    reason: str | None = None,
    notes: tuple[str, ...] = (),
) -> Report:
    submission = job.submission
    return Report(
        student=submission.student,
        unit=submission.unit,
        status="graded" if reason is None else "ungradable",
        reason=reason,
        score=score,
        max_score=max_score,
        tasks=tasks,
        submission=Handed(
            sha256=submission.sha256,
            files=(submission.file,) if submission.file else (),
            ignored=submission.ignored,
            notes=notes,
        ),
        environment=job.environment,
    )
