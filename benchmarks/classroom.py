"""A class of complete submissions, all units as notebooks: a believable mix of right, wrong and not attempted.

The answers are those of `tests/mutants`, so the class is as varied as they are; the same number gives the same class.
Nobody hangs or dies in it: that would cost plain nbgrader its time limit, and the comparison would be unfair to it.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

from autograder.kit import kit_for
from autograder.model import Unit
from tests.mutants.corpus import COURSE, corpus

_UNTOUCHED = 0.04  # of all tasks
_USUAL = 0.6  # of the right answers; the others are as unusual as the corpus


def write_class(folder: Path, size: int, seed: int = 101) -> Path:
    """Write `folder/<student>/<unit>/<notebook>.ipynb` for `size` students; returns `folder`."""
    right, wrong, solutions = _answers("right"), _answers("wrong"), _solutions()
    for number in range(size):
        draw = random.Random(f"{seed} {number}")
        skill = draw.betavariate(6, 2)
        for unit in COURSE.units:
            chosen: dict[str, str] = {}
            for task in unit.tasks:
                luck = draw.random()
                if luck < _UNTOUCHED:
                    continue
                if draw.random() > skill:
                    chosen[task.id] = draw.choice(wrong[task.id])
                elif draw.random() < _USUAL:
                    chosen[task.id] = solutions[task.id]
                else:
                    chosen[task.id] = draw.choice(right[task.id])
            place = folder / f"student{number:03}" / unit.id
            place.mkdir(parents=True)
            notebook = json.dumps(filled_in(unit, chosen), indent=1, ensure_ascii=False)
            (place / f"{unit.notebook}.ipynb").write_text(notebook + "\n", encoding="utf-8")
    return folder


def filled_in(unit: Unit, answers: dict[str, str]) -> dict[str, Any]:
    """The released notebook with answers in their tasks' cells."""
    released = COURSE.root / "exercises" / unit.id / f"{unit.notebook}.ipynb"
    notebook: dict[str, Any] = json.loads(released.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        task = cell["metadata"].get("nbgrader", {}).get("grade_id", "").removesuffix("-solution")
        if cell["metadata"].get("jax101", {}).get("role") == "task" and task in answers:
            cell["source"] = answers[task].splitlines(keepends=True)
    return notebook


def _answers(verdict: str) -> dict[str, list[str]]:
    """The programs of the corpus that answer one task, by task."""
    found: dict[str, list[str]] = defaultdict(list)
    for mutant in corpus(verdict):
        if len(mutant.tasks) == 1:
            code = "\n".join(line for line in mutant.source.splitlines() if not line.startswith("# "))
            found[mutant.tasks[0]].append(code.strip() + "\n")
    return found


def _solutions() -> dict[str, str]:
    cells = [cell for unit in COURSE.units for cell in kit_for(COURSE, unit).page.cells]
    return {cell.task: cell.source for cell in cells if cell.role == "task" and cell.task}
