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
from typing import NamedTuple

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


class Row(NamedTuple):
    """One line of the table; `peak` is of a slot, in bytes."""

    name: str
    cost: Cost
    count: int
    peak: float = 0


class Bench:
    """One comparison, in a folder of its own."""

    def __init__(self, folder: Path, options: argparse.Namespace) -> None:
        self.folder = folder
        self.options = options

    def run(self) -> None:
        """Measure everything and print the table."""
        size, jobs = self.options.size, self.options.jobs
        submissions = write_class(self.folder / "class", size)
        rows = []
        if self.options.plain:
            rows.append(Row("plain nbgrader", self.plain(submissions), self.options.plain))
        rows.append(Row(f"jax101 grade, cold start, {jobs} slots", self.ours(submissions, jobs, cold=True), size))
        rows.append(Row(f"jax101 grade, {jobs} slots", self.ours(submissions, jobs), size))
        rows.append(Row("jax101 grade, 1 slot", self.ours(submissions, 1), size))
        few = self.few(submissions, 6)
        watched = cost_of(self.command(few, jobs), memory=True)
        rows.append(Row(f"the same with memory watched, {jobs} slots", watched, 6, watched.peak / jobs))
        if self.options.growth:
            many = write_class(self.folder / "many", 10 * size)
            rows.append(Row(f"jax101 grade, {jobs} slots, ten times as many", self.ours(many, jobs), 10 * size))
        rows.append(Row("the floor: calls alone, one warm process", self.floor(submissions), size))
        self.show(rows)

    def show(self, rows: list[Row]) -> None:
        """Print what each took, beside plain nbgrader (the first) and the floor (the last)."""
        table = Table(title=f"{self.options.size} complete submissions, {os.cpu_count()} cores", title_justify="left")
        headings = ("", "submissions", "wall s", "wall s each", "CPU s each", "peak MB a slot", "× plain", "× floor")
        for heading in headings:
            table.add_column(heading, justify="left" if not heading else "right")
        first = rows[0].cost.per(rows[0].count)
        floor = rows[-1].cost.per(rows[-1].count)
        for row in rows:
            each = row.cost.per(row.count)
            table.add_row(
                row.name,
                str(row.count),
                f"{row.cost.wall:.1f}",
                f"{each.wall:.2f}",
                f"{each.cpu:.2f}",
                f"{row.peak / 1e6:.0f}" if row.peak else "",
                f"{first.wall / each.wall:.1f}" if self.options.plain else "",
                f"{each.cpu / floor.cpu:.1f}",
            )
        Console(width=140).print(table)

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
