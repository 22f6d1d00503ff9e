"""`make bench-watch`: how long `jax101 check --watch` takes from a save to the verdict, beside the student's own code.

    python -m benchmarks.watch [--saves 7]

The solution of each unit is watched and saved again and again; the time of a save is the median of all but the first.
The *own code* is the page loaded anew and every call of the public checks made once, in one warm process.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from rich.console import Console
from rich.table import Table

from autograder.checking.local import load_program
from autograder.checking.submission import Submission
from autograder.kit import kit_for
from autograder.model import Unit
from benchmarks.cell import ROOT, checks, numbers_for, run
from benchmarks.floor import Recorder, replay
from benchmarks.measure import python
from tests.mutants.corpus import COURSE

_READY = "— watching"


class Row(NamedTuple):
    """One unit: the first check, which compiles everything; a check after a save; and the code alone.  In seconds."""

    unit: str
    first: float
    saved: float
    own: float


def main() -> None:
    """Measure every unit and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.watch", description=__doc__.splitlines()[0])
    parser.add_argument("--saves", type=int, default=7)
    saves = parser.parse_args().saves
    table = Table(title="from a save to the verdict", title_justify="left")
    for heading in ("unit", "first check s", "after a save s", "own code s", "beyond it s"):
        table.add_column(heading, justify="left" if heading == "unit" else "right")
    for unit in COURSE.units:
        row = Row(unit.id, *_watched(unit, saves), _own(unit))
        table.add_row(row.unit, *(f"{seconds:.2f}" for seconds in (*row[1:], row.saved - row.own)))
    Console(width=100).print(table)


def _watched(unit: Unit, saves: int) -> tuple[float, float]:
    with tempfile.TemporaryDirectory(prefix="jax101-bench-") as name:
        folder = Path(name, unit.id)
        shutil.copytree(ROOT / "solutions" / unit.id, folder)
        shutil.copy(ROOT / "course.yml", folder.parent)
        page = folder / f"{unit.notebook}.py"
        begun = time.perf_counter()
        with _watching(folder) as output:
            _wait(output)
            first = time.perf_counter() - begun
            return first, statistics.median([_after_a_save(page, output, number) for number in range(saves)][1:])


def _after_a_save(page: Path, output: IO[str], number: int) -> float:
    page.write_text(f"{page.read_text(encoding='utf-8')}\n# saved {number}\n", encoding="utf-8")
    begun = time.perf_counter()
    _wait(output)
    return time.perf_counter() - begun


@contextlib.contextmanager
def _watching(folder: Path) -> Iterator[IO[str]]:
    command = python("-u", "-m", "autograder", "check", str(folder), "--watch")
    with subprocess.Popen(command, cwd=folder, text=True, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            yield process.stdout
        finally:
            process.terminate()


def _wait(output: IO[str]) -> None:
    for line in output:
        if line.startswith(_READY):
            return
    raise SystemExit("the watch ended")


def _own(unit: Unit) -> float:
    """Seconds for loading the page and making the calls of its public checks, when everything is compiled."""
    public = {f"test_{name}" for name in _public_checks(unit)}
    kit = kit_for(COURSE, unit)
    taken = []
    for _ in range(3):
        begun = time.perf_counter()
        space = load_program(kit.reference(), unit.limits)._observer.space
        loading = time.perf_counter() - begun
        recorder = Recorder(space)
        for name, check in checks(unit.id):
            if f"test_{name}" in public:
                run(check, Submission(recorder), numbers_for(name))
        begun = time.perf_counter()
        replay(recorder.calls)
        taken.append(loading + time.perf_counter() - begun)
    return min(taken)


def _public_checks(unit: Unit) -> list[str]:
    text = (ROOT / "solutions" / unit.id / f"test_{unit.notebook}.py").read_text(encoding="utf-8")
    return [line.split("(")[0].removeprefix("def test_") for line in text.splitlines() if line.startswith("def test_")]


if __name__ == "__main__":
    main()
