"""A submission and its report → the notebook that formgrader shows and feedback is made of.

The frame is the released notebook: each of its cells is there exactly once, with the course's own text and metadata,
whatever a student deleted, copied, edited or claimed.  Only what students wrote is theirs, as text.  What is said of
it is the report's, redacted: feedback is made of this very notebook.

Notebooks are plain mappings here, nbformat 4.5, each source one text.  Nothing in this module knows nbgrader; its
functions are pure.
"""

from __future__ import annotations

import copy
import hashlib
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from autograder import reports
from autograder.errors import CourseError, Infrastructure
from autograder.model import Report, TaskResult, Unit
from autograder.nbgrader import cards
from autograder.readers.cells import Passage, canonical

Notebook = dict[str, Any]

SOLUTION = "-solution"  # a task's cell has the task's name and this as its grade_id; its check cell the name alone


def autograded(released: Notebook, passages: Sequence[Passage], report: Report, unit: Unit) -> Notebook:
    """The whole way: what a student wrote, in the released notebook, with the verdict under each check cell."""
    return filled(assembled(released, passages, unit), report, unit)


def digest(report: Report) -> str:
    """A name for a verdict: an autograded notebook bears it, so that it can be told whether it is of today."""
    return hashlib.sha256(reports.to_bytes(report)).hexdigest()


# --------------------------------------------------------------------------- what the student wrote


def assembled(released: Notebook, passages: Sequence[Passage], unit: Unit) -> Notebook:
    """The released notebook with a student's answers in their cells; what else they wrote follows the cell it followed.

    No metadata and no output of theirs is taken over, and their prose is quoted: a browser must not run it.
    """
    frame = _Frame(released)
    answers = {task.id: _answer(task.id, passages) for task in unit.tasks}
    told: dict[int, str] = {}  # a passage that answers several tasks is shown once
    beside: dict[int, list[Passage]] = defaultdict(list)
    place = -1
    for passage in passages:
        found = frame.place_of(passage)
        place = place if found is None else found
        if not any(passage is answer for answer in answers.values()) and not frame.holds(passage):
            beside[place].append(passage)
    cells = _numbered_cells(beside[-1], 0)
    for number, original in enumerate(released["cells"]):
        cell = copy.deepcopy(original)
        task = frame.tasks.get(number)
        answer = answers.get(task) if task else None
        if task and answer is not None:
            shown_in = told.setdefault(id(answer), task)
            cell["source"] = answer.text if shown_in == task else f"# `{task}` is in the cell of `{shown_in}`."
        cells += [cell, *_numbered_cells(beside[number], number + 1)]
    return {**copy.deepcopy({key: value for key, value in released.items() if key != "cells"}), "cells": cells}


class _Frame:
    """Where the released notebook's cells stand."""

    def __init__(self, released: Notebook) -> None:
        self.tasks: dict[int, str] = {}
        self._by_text: dict[tuple[bool, str], int] = {}
        self._by_digest: dict[str, int] = {}
        for number, cell in enumerate(released["cells"]):
            self._by_text.setdefault((cell["cell_type"] != "code", canonical(cell["source"])), number)
            name = _nbgrader(cell).get("grade_id", "")
            if _nbgrader(cell).get("solution"):
                self.tasks[number] = name.removesuffix(SOLUTION)
            if mark := cell["metadata"].get("jax101", {}).get("digest"):
                self._by_digest[mark] = number
        self._by_task = {task: number for number, task in self.tasks.items()}

    def place_of(self, passage: Passage) -> int | None:
        """The number of the cell that a passage is, was made from or answers."""
        number = self._by_text.get((passage.cell is None, canonical(passage.text)))
        if number is not None or passage.cell is None:
            return number
        if passage.cell.digest in self._by_digest:
            return self._by_digest[passage.cell.digest]
        defined = [task for task in self._by_task if task in passage.cell.outline.names]
        return self._by_task.get(passage.cell.task) if passage.cell.task else self._by_task.get(next(iter(defined), ""))

    def holds(self, passage: Passage) -> bool:
        """Whether a passage says nothing but what stands in the frame anyhow."""
        if not passage.text.strip() or (passage.cell is None and not canonical(passage.text)):
            return True
        outline = passage.cell.outline if passage.cell is not None else None
        if (
            outline is not None and outline.only_checks and outline.skeleton
        ):  # a cell of comments has none, and is theirs
            return True
        return (passage.cell is None, canonical(passage.text)) in self._by_text


def _answer(task: str, passages: Sequence[Passage]) -> Passage | None:
    """The passage that answers a task: the first of its own cells that defines it, as was graded, else any that does.

    A cell of its own that defines nothing comes last: what is in it may be all there is.
    """
    code = [(passage, passage.cell) for passage in passages if passage.cell is not None]
    own = [passage for passage, cell in code if cell.task == task]
    defining = [passage for passage, cell in code if task in cell.outline.names]
    both = [passage for passage in own if any(passage is other for other in defining)]
    return next(iter([*both, *reversed(defining), *own]), None)


def _numbered_cells(passages: Sequence[Passage], number: int) -> list[Notebook]:
    return [_theirs(passage, f"student-{number}-{index}") for index, passage in enumerate(passages, 1)]


def _theirs(passage: Passage, name: str) -> Notebook:
    metadata = {"jax101": {"role": "student"}}
    if passage.cell is None:
        return {"cell_type": "markdown", "id": name, "metadata": metadata, "source": _quoted(passage.text)}
    return {**_code(name, passage.text), "metadata": metadata}


def _quoted(text: str) -> str:
    """A fenced block that the text cannot close."""
    fence = "`" * (1 + max(map(len, re.findall("`{3,}", text)), default=2))
    return f"{fence}text\n{text}\n{fence}"


# --------------------------------------------------------------------------- what is said of it


def filled(notebook: Notebook, report: Report, unit: Unit) -> Notebook:
    """A notebook with the verdict of a report, as a student may see it, and without any other output.

    Each check cell gets the diagnosis on stdout, a card, and exactly one result: the task's score, within 0 and the
    cell's points, in the digits that read back as the same number.  Where the report has no score, the result is 0.0,
    and whoever keeps it must not take it for one.

    `Infrastructure` for a report of our own failure: there is nothing to write.  `CourseError` where the notebook's
    check cells are not those of the unit, each once.
    """
    if report.status == "infrastructure_error":
        raise Infrastructure(report.reason or "the grader failed")
    shown = report.for_student()
    verdicts = {task.task: task for task in shown.tasks}
    result: Notebook = copy.deepcopy(notebook)
    _check_cells(result, unit)
    for cell in result["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
            if _nbgrader(cell).get("grade"):
                task = verdicts.get(_nbgrader(cell)["grade_id"])
                cell["outputs"] = _verdict(task, float(_nbgrader(cell)["points"]), shown)
                cell["metadata"]["jax101"] = {"role": "check", "title": unit.task(_nbgrader(cell)["grade_id"]).title}
    if said := cards.remarks(shown):
        result["cells"].insert(0, _remarks(said))
    result["metadata"]["jax101"] = {"report": digest(report), "status": report.status}
    return result


def _check_cells(notebook: Notebook, unit: Unit) -> None:
    found = sorted(_nbgrader(cell).get("grade_id", "") for cell in notebook["cells"] if _nbgrader(cell).get("grade"))
    if found != sorted(task.id for task in unit.tasks):
        raise CourseError(f"{unit.id}: the notebook's check cells ({', '.join(found)}) are not the unit's tasks.")


def _verdict(task: TaskResult | None, points: float, report: Report) -> list[Notebook]:
    if task is None:  # of a unit that the course does not have any more
        raise CourseError(f"{report.unit}: the report of {report.student} lacks a task; grade it again.")
    reason = "" if report.status == "graded" else report.reason or report.status
    score = min(max(task.score, 0.0), points)
    return [
        {"output_type": "stream", "name": "stdout", "text": cards.as_text(task, reason)},
        _display(cards.as_html(task, reason), f"{task.task}: the verdict"),
        {
            "output_type": "execute_result",
            "execution_count": None,
            "metadata": {},
            "data": {"text/plain": repr(score if report.status == "graded" else 0.0)},
        },
    ]


def _remarks(said: list[str]) -> Notebook:
    text = "\n".join(said) + "\n"
    cell = _code("jax101-remarks", "# Remarks of the grader on this submission")
    cell["metadata"] = {"jax101": {"role": "remarks"}}
    cell["outputs"] = [_display(cards.remarks_as_html(said), text)]
    return cell


def _display(html: str, text: str) -> Notebook:
    return {"output_type": "display_data", "metadata": {}, "data": {"text/html": html, "text/plain": text}}


def _code(name: str, source: str) -> Notebook:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {},
        "outputs": [],
        "source": source,
    }


def _nbgrader(cell: Notebook) -> dict[str, Any]:
    found: dict[str, Any] = cell["metadata"].get("nbgrader", {})
    return found
