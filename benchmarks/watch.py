"""`make bench-watch`: how long `jax101 check --watch` takes from a save to the verdict, beside the student's own code.

    python -m benchmarks.watch [--saves 7]

The solution of each unit is watched and saved again and again; a time is the median of all saves but the first.
The *own code* is the whole page run anew, then the calls that its public checks make, and nothing of the checks: in one
process, with a folder of compiled programs as the watch has one.
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
from typing import IO, Any, NamedTuple

import jax
from rich.console import Console
from rich.table import Table

from autograder.checking.local import load_program
from autograder.checking.submission import Submission
from autograder.model import Unit
from autograder.readers import discover, program, read
from benchmarks.cell import ROOT, PlainCaller, checks, numbers_for, run
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
    with tempfile.TemporaryDirectory(prefix="jax101-bench-") as compiled:
        jax.config.update("jax_compilation_cache_dir", compiled)
        jax.config.update("jax_persistent_cache_min_compile_time_secs", 0)
        jax.config.update("jax_persistent_cache_min_entry_size_bytes", -1)
        for unit in COURSE.units:
            row = Row(unit.id, *_watched(unit, saves), _own(unit, saves))
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


def _own(unit: Unit, saves: int) -> float:
    """Seconds for running the page and making the calls of its public checks, as after a save."""
    public = {f"test_{name}" for name in _public_checks(unit)}
    page = program(read(discover([ROOT / "solutions" / unit.id], COURSE)[0], COURSE), unit, None)
    taken = []
    for _ in range(saves):
        begun = time.perf_counter()
        space = load_program(page, unit.limits)._observer.space
        loading = time.perf_counter() - begun
        caller = Stopwatch(space)
        for name, check in checks(unit.id):
            if f"test_{name}" in public:
                run(check, Submission(caller), numbers_for(name))
        taken.append(loading + caller.seconds)
    return statistics.median(taken[1:])


class Stopwatch(PlainCaller):
    """A caller that knows how long the calls took."""

    def __init__(self, space: dict[str, Any]) -> None:
        super().__init__(space)
        self.seconds = 0.0

    def made(self, function: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        begun = time.perf_counter()
        answer = jax.block_until_ready(function(*args, **kwargs))
        self.seconds += time.perf_counter() - begun
        return answer


def _public_checks(unit: Unit) -> list[str]:
    text = (ROOT / "solutions" / unit.id / f"test_{unit.notebook}.py").read_text(encoding="utf-8")
    return [line.split("(")[0].removeprefix("def test_") for line in text.splitlines() if line.startswith("def test_")]


if __name__ == "__main__":
    main()
