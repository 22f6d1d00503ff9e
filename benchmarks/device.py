"""`make bench-gpu`: one class graded plainly on the CPU, and with an evaluator that holds a GPU, side by side.

    python -m benchmarks.device [--size 200] [--jobs 2] [--device gpu]

Where there is no GPU the CPU takes its place as the evaluator's device, and the output says so: then the figures are
of the way, and not of a device.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.accelerator import TRACED, Use, look
from autograder.batch import Options, cores, grade_all
from autograder.errors import DeviceUnavailable, OutputError
from autograder.model import Report
from autograder.readers import discover
from autograder.reports import read_all
from autograder.sandbox.tiers import best_tier
from benchmarks.cell import ROOT
from benchmarks.classroom import write_class
from benchmarks.measure import cost_of, python
from tests.mutants.corpus import COURSE


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.device", description="What an evaluator costs and saves."
    )
    parser.add_argument("--size", type=int, default=200, help="submissions; five of them are one student's")
    parser.add_argument("--jobs", type=int, default=cores())
    parser.add_argument("--device", choices=["gpu", TRACED])
    parser.add_argument("--run", nargs=3, metavar=("CLASS", "OUT", "USE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        run(*map(Path, options.run), options.device or "cpu", options.jobs)
        return
    device = options.device or "gpu"
    console = Console(width=120)
    try:
        held = look(device, best_tier())
    except DeviceUnavailable as reason:
        console.print(f"NO GPU: {reason}\nThe CPU takes its place below.", markup=False)
        device, held = TRACED, look(TRACED, best_tier())
    with tempfile.TemporaryDirectory(prefix="jax101-bench-") as name:
        compare(Path(name), options.size, options.jobs, device, held.kind, console)


def compare(folder: Path, size: int, jobs: int, device: str, kind: str, console: Console) -> None:
    """Grade the class both ways and print what each took."""
    submissions = write_class(folder / "class", -(-size // len(COURSE.units)))
    count = len(discover([submissions], COURSE))
    table = Table(title=f"{count} submissions, {jobs} slots, {os.cpu_count()} cores", title_justify="left")
    for heading in ("", "wall s", "CPU s", "wall s each", "CPU s each"):
        table.add_column(heading, justify="left" if not heading else "right")
    # The first run of a machine rehearses; it is nobody's figure.
    for way, label in (("", None), ("", "plainly, on the CPU"), (device, f"with an evaluator on: {kind}")):
        out, use = folder / f"out{way}", folder / "use.json"
        words = [
            "--jobs",
            str(jobs),
            *(["--device", way] if way else []),
            "--run",
            str(submissions),
            str(out),
            str(use),
        ]
        cost = cost_of(["env", f"XDG_CACHE_HOME={folder / 'cache'}", *python("-m", "benchmarks.device", *words)], ROOT)
        if label:
            each = cost.per(count)
            table.add_row(label, f"{cost.wall:.1f}", f"{cost.cpu:.1f}", f"{each.wall:.2f}", f"{each.cpu:.2f}")
    console.print(table)
    used = json.loads(use.read_text())
    asked, different, (_, _, memory, device_memory) = used["asked"], used["different"], used["holds"]
    console.print(
        f"{asked} calls computed by one evaluator with {different} programs: {asked - different} compilations saved"
    )
    console.print(f"its memory at most: {memory / 1e6:.0f} MB, and {device_memory / 1e6:.0f} MB of the device")
    console.print(
        f"checks computed on the device: {on_device(out)}; scores that differ: {differing(folder / 'out', out)}"
    )


def on_device(out: Path) -> str:
    """How many of a run's checks bear no mark of their own."""
    checks = [check for report in read_all([out])[0] for task in report.tasks for check in task.checks]
    return f"{sum(not check.device for check in checks)} of {len(checks)}"


def differing(one: Path, other: Path) -> int:
    """How many reports have another score."""
    scores = [{(each.student, each.unit): each.score for each in read_all([out])[0]} for out in (one, other)]
    assert scores[0].keys() == scores[1].keys()
    return sum(score != scores[1][place] for place, score in scores[0].items())


class _Noted:
    """A `batch.Progress` that keeps what the evaluator was used for."""

    use: Use | None = None

    def begin(self, total: int, kept: int) -> None: ...
    def rehearsing(self, units: int) -> None: ...
    def problem(self, error: OutputError) -> None: ...
    def done(self, report: Report) -> None: ...
    def computed(self, use: Use) -> None:
        self.use = use


def run(submissions: Path, out: Path, use: Path, device: str, jobs: int) -> None:
    """One grading, in a process of its own."""
    noted = _Noted()
    options = Options(out, jobs, best_tier(), device, regrade=True)
    grade_all(discover([submissions], COURSE), COURSE, options, noted)
    if noted.use is not None:
        use.write_text(json.dumps({**noted.use._asdict(), "holds": noted.use.holds}))


if __name__ == "__main__":
    main()
