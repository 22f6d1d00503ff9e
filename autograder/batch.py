"""A class of submissions: what is there already is kept, the rest goes to the slots, one writer writes."""

from __future__ import annotations

import contextlib
import os
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from autograder import accelerator, reports
from autograder.accelerator import Accelerator, Use
from autograder.errors import DeviceUnavailable, InTheWay, OutputError, SlotDied, UsageError
from autograder.grading import Job, infrastructure_error
from autograder.kept import Kept
from autograder.kit import Kit, environment, kit_for
from autograder.model import Course, Environment, Handed, Report, Submission
from autograder.pool import Pool
from autograder.readers import Found, read
from autograder.rehearsal import Programs
from autograder.sandbox.confine import Tier
from autograder.sandbox.tiers import best_tier
from autograder.slots import Rehearsal, Settings

_WORTH_A_REHEARSAL = 3  # submissions of a unit
_DEATHS = 3  # slots that may die over a submission before it is left for the next run
_ENDED_AGAIN = "the process that graded it ended again and again; grade it once more"


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
    def computed(self, use: Use) -> None: ...
    def done(self, report: Report) -> None: ...


def grade_all(found: Sequence[Found], course: Course, options: Options, progress: Progress) -> Sequence[Report]:
    """Grade, write and return the reports, sorted by student, then unit.

    Each is on disk before the next is asked for: whoever stops this with Ctrl-C or a kill loses nothing that was said.
    What is in the way of a report is told to `progress`, and its submission left out.
    Raises `OutputError` when reports cannot be written, `CourseError` when a unit cannot be graded at all.
    """
    if any(_among_their_files(options.out, item) for item in found):
        options = options._replace(regrade=True)  # an earlier report there could be one that a student wrote
    desk = _Desk(course, options)
    with reports.lock(options.out) as held:
        writer = _Writer(options.out, held, progress)
        todo: list[_Todo] = []
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
                writer.done.add(earlier)
            elif isinstance(job, Report):
                writer.write(job)
            else:
                todo.append(_Todo(item, job.kit))
        progress.begin(len(found), len(writer.done))
        if todo:
            for report in _graded(todo, desk, options, progress):
                if writer.write(report):
                    progress.done(report)
    writer.done.sort()
    return writer.done


def _among_their_files(out: Path, item: Found) -> bool:
    """Whether reports would lie in a student's folder: all of them, or each in its own student's."""
    if item.home is None:
        return False
    home, root = Path(os.path.realpath(item.home)), Path(os.path.realpath(out))
    return root.is_relative_to(home) or home.is_relative_to(root / item.student)


class _Writer:
    """Writes the reports of a run, and says what is in the way of one."""

    def __init__(self, out: Path, held: reports.Held, progress: Progress) -> None:
        self.done = Kept()
        self._out = out
        self._held = held
        self._progress = progress

    def write(self, report: Report) -> bool:
        """Whether it is written.  `OutputError` when nothing more can be written here."""
        self._held.make_sure()
        try:
            reports.write(self._out, report)
        except InTheWay as problem:
            self._progress.problem(problem)
            return False
        self.done.add(report)
        return True


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


def choose_device(device: str, tier: Tier) -> tuple[str, str]:
    """The device that students' functions are computed on; and why it is not the better one, if that is worth a word.

    "auto": a GPU where JAX was given one to use.  `DeviceUnavailable` when "gpu" is asked for in vain.
    """
    if device == "auto" and not accelerator.plugins():
        return "cpu", ""
    wanted = "gpu" if device == "auto" else device
    if wanted == "gpu":
        try:
            accelerator.look(wanted, tier)
        except DeviceUnavailable as reason:
            if device != "auto":
                raise
            return "cpu", f"graded on the CPU: {reason}"
    return wanted, ""


class _Desk:
    """Kits and environments of the units, made when the first submission asks for them."""

    def __init__(self, course: Course, options: Options) -> None:
        self._course = course
        self._options = options
        self._kits: dict[str, Kit] = {}

    def read(self, found: Found) -> Job:
        """What was handed in there, as a job; of a unit that there is."""
        job = self.job(read(found, self._course))
        assert isinstance(job, Job)
        return job

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
        report = reports.earlier(self._options.out, submission.student, submission.unit)
        if self._options.regrade or isinstance(job, Report) or report is None:
            return None
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


class _Todo(NamedTuple):
    """A submission that waits.  Its bytes are read again when its turn comes: a class need not fit in memory."""

    found: Found
    kit: Kit


class _Line:
    """What waits for a slot: rehearsals first, and no submission before the rehearsal of its unit has ended."""

    def __init__(self, todo: Sequence[_Todo], desk: _Desk, programs: Programs) -> None:
        waiting = Counter(each.kit.fingerprint for each in todo)
        worth = {each.kit.fingerprint: each for each in todo if waiting[each.kit.fingerprint] >= _WORTH_A_REHEARSAL}
        first = [each for each in worth.values() if not programs.has(each.kit)]
        self._desk = desk
        self.rehearsals = [Rehearsal(desk.read(each.found), programs) for each in first]
        self._next = deque(self.rehearsals)
        self._rehearsing = {rehearsal.job.kit.fingerprint for rehearsal in self.rehearsals}
        self._todo = deque(todo)
        self._again: deque[Job] = deque()

    def __len__(self) -> int:
        return len(self._next) + len(self._todo) + len(self._again)

    def pop(self) -> Job | Rehearsal | None:
        """Who comes next; `None` when everyone left waits for a rehearsal that goes on."""
        if self._next:
            return self._next.popleft()
        for place, each in enumerate(self._todo):
            if each.kit.fingerprint not in self._rehearsing:
                del self._todo[place]
                return self._desk.read(each.found)
        return self._again.popleft() if self._again else None

    def rehearsed(self, rehearsal: Rehearsal) -> None:
        """It has ended, however: without it everything is right, and slower."""
        rehearsal.programs.tidy()
        self._rehearsing.discard(rehearsal.job.kit.fingerprint)

    def again(self, job: Job) -> None:
        self._again.append(job)


def _graded(todo: Sequence[_Todo], desk: _Desk, options: Options, progress: Progress) -> Iterator[Report]:
    """Reports as they come.  A slot that dies costs another try of what it was at, not the run."""
    programs = Programs(desk.read(todo[0].found).environment)
    programs.tidy()
    line = _Line(todo, desk, programs)
    if line.rehearsals:
        progress.rehearsing(len(line.rehearsals))
    settings = Settings(options.tier, os.getpid(), programs.usable())
    device = Accelerator(options.device, options.tier) if options.device in accelerator.PLATFORMS else None
    with device or contextlib.nullcontext():
        with Pool(min(options.jobs, len(line)), settings, device) as pool:
            yield from _reports(line, pool)
        if device is not None:
            progress.computed(device.use())


def _reports(line: _Line, pool: Pool) -> Iterator[Report]:
    """What the slots make of the line."""
    deaths = Counter[tuple[str, str]]()
    while len(line) or pool.busy:
        while pool.free and (work := line.pop()) is not None:
            pool.submit(work)
        for work, outcome in pool.finished():
            if isinstance(work, Rehearsal):
                line.rehearsed(work)
            elif isinstance(outcome, SlotDied):
                who = work.submission.student, work.submission.unit
                deaths[who] += 1
                if deaths[who] < _DEATHS:
                    line.again(work)
                else:
                    yield infrastructure_error(work, _ENDED_AGAIN)
            elif isinstance(outcome, Exception):
                raise outcome
            elif outcome is not None:
                yield outcome
