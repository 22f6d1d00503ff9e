"""A run of attacks beside honest neighbours, and everything that could show that one of them got what it wanted."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from autograder.accelerator import Use
from autograder.batch import Options, grade_all
from autograder.errors import OutputError
from autograder.model import Report
from autograder.readers import discover
from autograder.reports import read_all
from autograder.sandbox.confine import Tier
from autograder.sandbox.tiers import best_tier
from autograder.sinks import SINKS
from tests.attacks.corpus import REACHED, Attack, attacks
from tests.attacks.target import ANSWER, FULL, HONEST, INPUT, NEVER, write_course

HONEST_STUDENTS = ("aa-honest", "zz-honest")
SECONDS_EACH = 45.0  # of a run, for each attack at each slot: the submission's own time and some to spare


class Quiet:
    """A `batch.Progress` that only keeps complaints."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def begin(self, total: int, kept: int) -> None: ...
    def rehearsing(self, units: int) -> None: ...
    def computed(self, use: Use) -> None: ...
    def done(self, report: Report) -> None: ...
    def problem(self, error: OutputError) -> None:
        self.problems.append(str(error))


def try_out(
    cases: Sequence[Attack], tier: Tier, root: Path, *, jobs: int = 2, patient: bool = False
) -> dict[str, list[str]]:
    """What each attack got, by name; "the run" has what nobody in particular did.  All empty: it holds."""
    course, submitted, out = write_course(root / "course", patient=patient), root / "submitted", root / "out"
    for student in HONEST_STUDENTS:
        (submitted / student / "01_target").mkdir(parents=True)
        (submitted / student / "01_target" / "target.py").write_text(HONEST)
    for case in cases:
        case.hand_in(submitted / case.name)
    found: dict[str, list[str]] = {case.name: [] for case in cases}
    found["the run"] = []
    quiet = Quiet()
    with _left_behind([root / "course", submitted], found["the run"]):
        started = time.monotonic()
        grade_all(discover([submitted], course), course, Options(out, jobs, tier), quiet)
        if time.monotonic() - started > SECONDS_EACH * (2 + len(cases)) / jobs:
            found["the run"].append("it took too long")
    reports, problems = read_all([out])
    found["the run"] += [*quiet.problems, *map(str, problems)]
    for case in cases:
        own = [report for report in reports if report.student == case.name]
        found[case.name] += gains(case, own)
    for student in HONEST_STUDENTS:
        scores = [report.score for report in reports if report.student == student]
        if scores != [FULL]:
            found["the run"].append(f"{student} has {scores}")
    if strangers := {report.student for report in reports} - {*found, *HONEST_STUDENTS}:
        found["the run"].append(f"reports of {strangers}")
    return found


def gains(case: Attack, reports: Sequence[Report]) -> list[str]:
    """What the reports of an attack give it that they should not."""
    if len(reports) != 1:
        return [f"{len(reports)} reports"]
    [report] = reports
    found = []
    if report.status != case.status:
        found.append(f"the status {report.status}: {report.reason}")
    if (report.score or 0.0) > case.earns:
        found.append(f"{report.score} points instead of {case.earns}")
    if case.ends and case.ends not in {check.outcome for task in report.tasks for check in task.checks}:
        found.append(f"no check that is {case.ends}")
    return found + _texts(report)


def _texts(report: Report) -> list[str]:
    found = []
    for readers, shown, secrets in (
        ("instructors", report, (*NEVER, REACHED)),
        ("students", report.for_student(), (*NEVER, INPUT, ANSWER)),
    ):
        for name, sink in SINKS.items():
            text = sink.render([shown])
            found += [f"{secret} in {name} for {readers}" for secret in secrets if secret in text]
            if any(letter in text for letter in ("\x1b", "\u202e", "\x07")):
                found.append(f"a control character in {name} for {readers}")
            if len(text) > 1 << 20:
                found.append(f"{len(text)} characters in {name} for {readers}")
    return found


@contextmanager
def _left_behind(folders: Sequence[Path], found: list[str]) -> Iterator[None]:
    """Complain of processes, mounts and files that a run leaves behind, and of files it changed."""
    before, content, mounts = _processes(), _content(folders), Path("/proc/self/mountinfo").read_text()
    outside = {path: _entries(path) for path in (Path("/tmp"), Path("/dev/shm"), Path("/scratch"), Path("/var/tmp"))}
    yield
    deadline = time.monotonic() + 10
    while (left := _processes() - before) and time.monotonic() < deadline:
        time.sleep(0.05)
    found += [f"the process {name}" for name in left]
    if _content(folders) != content:
        found.append("files of the course or the class are others than before")
    if Path("/proc/self/mountinfo").read_text() != mounts:
        found.append("mounts are others than before")
    for path, entries in outside.items():
        found += [f"the file {path / name}" for name in _entries(path) - entries if "jax101-reached" in name]


def _processes() -> set[str]:
    """Processes that this one, or a process that has lost its parent to us, has started: by number and command."""
    parents: dict[int, tuple[int, str]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text().rpartition(")")[2].split()
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")[:80]
            except OSError:
                continue
            if stat[0] != "Z":
                parents[int(entry.name)] = int(stat[1]), command
    return {f"{pid} {command}" for pid, (_, command) in parents.items() if _is_ours(pid, parents)}


def _is_ours(pid: int, parents: dict[int, tuple[int, str]]) -> bool:
    command = parents[pid][1]
    while pid in parents and pid != os.getpid():
        pid = parents[pid][0]
    # A child of ours; or an orphan that was forked from a zygote and kept its command line.
    own = pid == os.getpid() or (pid <= 1 and f" {os.getpid()}" in command and "zygote" in command)
    return own and "resource_tracker" not in command


def _content(folders: Sequence[Path]) -> dict[str, str]:
    files = [
        path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()
    ]
    found = {}
    for path in files:
        if "__pycache__" not in path.parts:
            with open(path, "rb") as file:
                found[str(path)] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def _entries(folder: Path) -> set[str]:
    try:
        return set(os.listdir(folder))
    except OSError:
        return set()


def chosen(names: str) -> list[Attack]:
    """The attacks whose name or kind is in a list with commas, or whose weakening is `weaken=…`; all when empty."""
    wanted = set(names.split(",")) - {""}
    choose: Callable[[Attack], bool] = lambda case: bool(wanted & {case.name, case.kind, f"weaken={case.weaken}"})  # noqa: E731
    return [case for case in attacks() if not wanted or choose(case)]


def main() -> None:
    """For another user, another tier, or by hand: `python -m tests.attacks.trial --tier landlock escape`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--tier", type=Tier)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--patient", action="store_true", help="with limits that hold nobody")
    parser.add_argument("cases", nargs="?", default="")
    options = parser.parse_args()
    tier = options.tier or best_tier()
    with tempfile.TemporaryDirectory(prefix="jax101-attacks-") as folder:
        found = try_out(chosen(options.cases), tier, Path(folder), jobs=options.jobs, patient=options.patient)
    json.dump({"tier": tier, "found": found}, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
