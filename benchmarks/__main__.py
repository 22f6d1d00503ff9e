"""`make bench`: plain nbgrader, our grader and the floor on one class, side by side.

    python -m benchmarks [--size 40] [--plain 40] [--jobs 2] [--growth]

Run it on a machine that does nothing else.  `--plain` grades only the first so many with plain nbgrader, which takes
half a minute each; its time per submission does not depend on their number.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import plain
from benchmarks.cell import ROOT
from benchmarks.classroom import write_class
from benchmarks.measure import Cost, cost_of, python


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="How fast the grader is.")
    parser.add_argument("--size", type=int, default=40, help="complete submissions (five notebooks each)")
    parser.add_argument("--plain", type=int, default=4, help="how many of them plain nbgrader grades")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--growth", action="store_true", help="also a class ten times as large")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jax101-bench-") as name:
        Bench(Path(name), options).run()


class Bench:
    """One comparison, in a folder of its own."""

    def __init__(self, folder: Path, options: argparse.Namespace) -> None:
        self.folder = folder
        self.options = options
        self.table = Table(title=f"{options.size} complete submissions, {os.cpu_count()} cores", title_justify="left")
        for heading in ("", "submissions", "wall s", "wall s each", "CPU s each", "peak MB a slot", "× plain"):
            self.table.add_column(heading, justify="left" if not heading else "right")
        self.reference: float | None = None  # wall seconds each, of plain nbgrader

    def run(self) -> None:
        """Measure everything and print the table."""
        size, jobs = self.options.size, self.options.jobs
        submissions = write_class(self.folder / "class", size)
        if self.options.plain:
            self.row("plain nbgrader", self.plain(submissions), self.options.plain)
        cold = self.ours(submissions, jobs, cold=True)
        self.row(f"jax101 grade, cold start, {jobs} slots", cold, size)
        steady = self.ours(submissions, jobs)
        self.row(f"jax101 grade, {jobs} slots", steady, size)
        self.row("jax101 grade, 1 slot", self.ours(submissions, 1), size)
        few = self.few(submissions, 6)
        watched = cost_of(self.command(few, jobs), memory=True)
        self.row(f"the same with memory watched, {jobs} slots", watched, 6, peak=watched.peak / jobs)
        self.row("the floor: calls alone, one warm process", self.floor(submissions), size)
        if self.options.growth:
            many = write_class(self.folder / "many", 10 * size)
            self.row(f"jax101 grade, {jobs} slots, ten times as many", self.ours(many, jobs), 10 * size)
        Console(width=140).print(self.table)

    def row(self, name: str, cost: Cost, count: int, peak: float = 0) -> None:
        each = cost.per(count)
        if self.reference is None:
            self.reference = each.wall if self.options.plain else 0.0
        ratio = f"{self.reference / each.wall:.1f}" if self.reference else ""
        self.table.add_row(
            name,
            str(count),
            f"{cost.wall:.1f}",
            f"{each.wall:.2f}",
            f"{each.cpu:.2f}",
            f"{peak / 1e6:.0f}" if peak else "",
            ratio,
        )

    def plain(self, submissions: Path) -> Cost:
        course = self.folder / "plain"
        plain.lay_out(course, submissions, self.options.plain)
        return cost_of(python("-m", "benchmarks.plain", str(course)), ROOT)

    def ours(self, submissions: Path, jobs: int, *, cold: bool = False) -> Cost:
        """One run of `grade`.  Cold: nothing is compiled beforehand, as on a new machine."""
        cache = self.folder / "cache"
        if cold:
            shutil.rmtree(cache, ignore_errors=True)
        return cost_of(self.command(submissions, jobs), ROOT)

    def command(self, submissions: Path, jobs: int) -> list[str]:
        out = tempfile.mkdtemp(dir=self.folder, prefix="out-")
        cache = self.folder / "cache"
        grade = python("-m", "autograder", "grade", str(submissions), "--out", out, "--jobs", str(jobs))
        return ["env", f"XDG_CACHE_HOME={cache}", *grade]

    def few(self, submissions: Path, count: int) -> Path:
        chosen = self.folder / "few"
        for student in sorted(submissions.iterdir())[:count]:
            shutil.copytree(student, chosen / student.name)
        return chosen

    def floor(self, submissions: Path) -> Cost:
        command = python("-m", "benchmarks.floor", str(submissions))
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        said = json.loads(done.stdout)
        return Cost(said["wall"], said["cpu"])


if __name__ == "__main__":
    main()
