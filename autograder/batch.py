"""A class of submissions: what is there already is kept, the rest goes to the slots, one writer writes.

An executor is all it takes, so another one (a cluster's) can take the pool's place.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from autograder import reports, slots
from autograder.errors import OutputError, UsageError
from autograder.grading import Job, infrastructure_error
from autograder.kit import Kit, environment, kit_for
from autograder.model import Course, Environment, Handed, Report, Submission
from autograder.readers import Found, read
from autograder.rehearsal import Programs
from autograder.sandbox.confine import Tier
from autograder.sandbox.tiers import best_tier

_WORTH_A_REHEARSAL = 3  # submissions of a unit
_BREAKS = 3  # slots a submission may take down before it is left for the next run


class Options(NamedTuple):
    """How to grade: where reports go, how many slots, in which tier, and whether to grade anew what is graded."""

    out: Path
    jobs: int
    tier: Tier
    device: str = "cpu"
    regrade: bool = False


class Progress(Protocol):
    """Who wants to know how far it is."""

    def begin(self, total: int, kept: int) -> None: ...
    def rehearsing(self, units: int) -> None: ...
    def problem(self, error: OutputError) -> None: ...
    def done(self, report: Report) -> None: ...


def grade_all(found: Sequence[Found], course: Course, options: Options, progress: Progress) -> tuple[Report, ...]:
    """Grade, write and return the reports, sorted by student, then unit.

    Each is on disk before the next is asked for: whoever stops this with Ctrl-C or a kill loses nothing that was said.
    A report in the way that is not ours or damaged is told to `progress`, and its submission left out.
    Raises `OutputError` when a report cannot be written, `CourseError` when a unit cannot be graded at all.
    """
    desk = _Desk(course, options)
    with reports.lock(options.out):
        done: list[Report] = []
        todo: list[Job] = []
        for item in found:
            submission = read(item, course)
            job = desk.job(submission)
            try:
                earlier = desk.earlier(submission)
            except OutputError as error:
                # Somebody else's file, or a damaged one: it is theirs to move, and no reason to stop the class.
                progress.problem(error)
                continue
            if earlier is not None:
                done.append(earlier)
            elif isinstance(job, Report):
                reports.write(options.out, job)
                done.append(job)
            else:
                todo.append(job)
        progress.begin(len(found), len(done))
        if todo:
            for report in _graded(todo, options, progress):
                reports.write(options.out, report)
                progress.done(report)
                done.append(report)
    return tuple(sorted(done, key=lambda report: (report.student, report.unit)))


def cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def choose_tier(required: str | None, *, without_wall: bool) -> Tier:
    """The strongest tier here.  `SandboxUnavailable` when it is weaker than required, or none at all."""
    if without_wall:
        if required is not None:
            raise UsageError("--sandbox none and --require-tier contradict each other: leave one out.")
        return Tier.NONE
    return best_tier(Tier(required) if required else None)


def choose_device(device: str) -> str:
    """The device that student code is run on; so far always the CPU."""
    if device == "gpu":
        raise UsageError("--device gpu: this version grades on the CPU only; leave the option out.")
    return "cpu"


class _Desk:
    """Kits and environments of the units, made when the first submission asks for them."""

    def __init__(self, course: Course, options: Options) -> None:
        self._course = course
        self._options = options
        self._kits: dict[str, Kit] = {}

    def job(self, submission: Submission) -> Job | Report:
        """The submission with all it takes to grade it; the report at once where there is no such unit."""
        unit = next((unit for unit in self._course.units if unit.id == submission.unit), None)
        if unit is None:
            return _of_no_unit(submission, self._options)
        if unit.id not in self._kits:
            self._kits[unit.id] = kit_for(self._course, unit)
        kit = self._kits[unit.id]
        return Job(self._course, kit, submission, environment(kit, self._options.device, self._options.tier.value))

    def earlier(self, submission: Submission) -> Report | None:
        """The report of an earlier run, if it would come out the same: same bytes, checks, course and versions."""
        job = self.job(submission)
        path = reports.path_of(self._options.out, submission.student, submission.unit)
        if self._options.regrade or isinstance(job, Report) or not path.is_file():
            return None
        report = reports.read(path)
        fits = (
            report.status != "infrastructure_error"
            and report.environment == job.environment
            and report.submission.sha256 == submission.sha256
            and report.submission.files == ((submission.file,) if submission.file else ())
            and report.submission.ignored == submission.ignored
            and (submission.problem is None or submission.problem == report.reason)
        )
        return report if fits else None


def _of_no_unit(submission: Submission, options: Options) -> Report:
    return Report(
        student=submission.student,
        unit=submission.unit,
        status="ungradable",
        reason=submission.problem or f"the course has no unit {submission.unit}",
        score=None,
        max_score=0.0,
        tasks=(),
        submission=Handed(sha256=submission.sha256, files=(), ignored=submission.ignored),
        environment=Environment(
            python="", jax="", jaxlib="", numpy="", device=options.device, sandbox=options.tier.value, checks_sha256=""
        ),
    )


# --------------------------------------------------------------------------- slots


class _Rehearsal(NamedTuple):
    """One unit's checks on the course's own solution, before its submissions come."""

    job: Job
    programs: Programs


class _Line:
    """What waits for a slot: rehearsals first, and no submission before the rehearsal of its unit has ended."""

    def __init__(self, todo: Sequence[Job], programs: Programs) -> None:
        waiting = Counter(job.kit.fingerprint for job in todo)
        worth = {job.kit.fingerprint: job for job in todo if waiting[job.kit.fingerprint] >= _WORTH_A_REHEARSAL}
        self.rehearsals = [_Rehearsal(job, programs) for job in worth.values() if not programs.has(job.kit)]
        self._next = deque(self.rehearsals)
        self._rehearsing = {rehearsal.job.kit.fingerprint for rehearsal in self.rehearsals}
        self._jobs = deque(todo)

    def __len__(self) -> int:
        return len(self._next) + len(self._jobs)

    def pop(self) -> Job | _Rehearsal | None:
        """Who comes next; `None` when everyone left waits for a rehearsal that goes on."""
        if self._next:
            return self._next.popleft()
        for job in self._jobs:
            if job.kit.fingerprint not in self._rehearsing:
                self._jobs.remove(job)
                return job
        return None

    def rehearsed(self, rehearsal: _Rehearsal) -> None:
        """It has ended, however: without it everything is right, and slower."""
        self._rehearsing.discard(rehearsal.job.kit.fingerprint)

    def again(self, job: Job) -> None:
        self._jobs.append(job)


def _graded(todo: Sequence[Job], options: Options, progress: Progress) -> Iterator[Report]:
    """Reports as they come.  A slot that dies costs a new pool and another try, not the run."""
    programs = Programs(todo[0].environment)
    line, breaks = _Line(todo, programs), dict.fromkeys(map(id, todo), 0)
    if line.rehearsals:
        progress.rehearsing(len(line.rehearsals))
    while len(line):
        lost: list[Job] = []
        with _pool(min(options.jobs, len(line)), options.tier, programs.usable()) as pool:
            yield from _through(pool, line, options.jobs, lost)
        for job in lost:
            breaks[id(job)] += 1
            if breaks[id(job)] >= _BREAKS:
                yield infrastructure_error(job, "the process that graded it ended again and again; grade it once more")
            else:
                line.again(job)


def _through(pool: ProcessPoolExecutor, line: _Line, jobs: int, lost: list[Job]) -> Iterator[Report]:
    """The reports of one pool, until the line is empty or a slot has died; `lost` are the jobs then at work."""
    running: dict[Future[Any], Job | _Rehearsal] = {}
    broken = False
    while (len(line) or running) and not broken:
        while len(running) < jobs and (work := line.pop()) is not None:
            running[_submit(pool, work)] = work
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            work = running.pop(future)
            died = isinstance(future.exception(), BrokenProcessPool)
            broken |= died
            if isinstance(work, _Rehearsal):
                line.rehearsed(work)  # without it everything is right, and slower
            elif died:
                lost.append(work)
            else:
                yield future.result()
    for work in running.values():
        if isinstance(work, _Rehearsal):
            line.rehearsed(work)
        else:
            lost.append(work)


def _submit(pool: ProcessPoolExecutor, work: Job | _Rehearsal) -> Future[Any]:
    try:
        with _deaf_to_ctrl_c():
            if isinstance(work, _Rehearsal):
                return pool.submit(slots.rehearse, work.job, work.programs)
            return pool.submit(slots.work, work)
    except BrokenProcessPool as error:  # a slot has died since we last looked
        refused: Future[Any] = Future()
        refused.set_exception(error)
        return refused


@contextlib.contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """A slot that is started here does not hear the terminal's Ctrl-C while it starts: that is ours to hear."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def _pool(size: int, tier: Tier, programs: Path | None) -> Iterator[ProcessPoolExecutor]:
    """A pool of slots, each with a core of its own where there are enough; gone when the block is left, however."""
    context = multiprocessing.get_context("spawn")  # a fork would carry along whatever this process holds
    cpus, pids = context.SimpleQueue(), context.SimpleQueue()
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else [0]
    for i in range(size * 4):
        cpus.put(cores[i % len(cores)])
    pool = ProcessPoolExecutor(size, context, slots.start, (slots.Settings(tier, os.getpid(), programs), cpus, pids))
    try:
        yield pool
    except BaseException:
        # Ctrl-C, or a disk that is full: whatever the slots are doing is of no use any more.
        for child in multiprocessing.active_children():
            child.kill()
        pool.shutdown(wait=True, cancel_futures=True)
        raise
    pool.shutdown(wait=True)
