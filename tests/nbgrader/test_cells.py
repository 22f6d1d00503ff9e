"""A submission and its report become a notebook: the course's cells once each, with the verdict."""

from __future__ import annotations

import copy
import json
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest

from autograder.course import load_course
from autograder.errors import CourseError, Infrastructure
from autograder.model import CheckResult, Environment, Handed, Report, TaskResult, Unit
from autograder.nbgrader.cells import Notebook, assembled, autograded, filled
from autograder.readers import ipynb, py
from autograder.release import unit_files
from tests.grading.conftest import write_course
from tests.nbgrader.conftest import cell_of, code, result, solved

nbformat = pytest.importorskip("nbformat")
SECRET = "it was 3.25 and should be 7.125"


@pytest.fixture(scope="module")
def unit(tmp_path_factory: pytest.TempPathFactory) -> Unit:
    return write_course(tmp_path_factory.mktemp("cells")).units[0]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Notebook:
    root: Path = tmp_path_factory.mktemp("cells")
    write_course(root)
    course = load_course(root / "course.yml")
    texts = {path.name: text for path, text in unit_files(course, course.units[0]).items()}
    notebook: Notebook = nbformat.reads(texts["work.ipynb"], as_version=4)
    return notebook


@pytest.fixture(scope="module")
def report(unit: Unit) -> Report:
    """A third of every task, by way of a hidden check that failed."""
    tasks = tuple(
        TaskResult(
            task=task.id,
            score=task.points / 3,
            max_score=task.points,
            checks=(
                CheckResult(check="a", title="one", hidden=False, outcome="passed", max_points=1, points=1),
                CheckResult(
                    check="b",
                    title="two",
                    hidden=True,
                    outcome="failed",
                    max_points=1,
                    message=SECRET,
                    hint="Add `1`.",
                    line=77777,
                ),
            ),
        )
        for task in unit.tasks
    )
    return Report(
        student="ada",
        unit=unit.id,
        status="graded",
        score=3.0,
        max_score=9.0,
        tasks=tasks,
        submission=Handed(sha256="", files=("work.ipynb",), notes=("A `note`.",)),
        environment=Environment(python="", jax="", jaxlib="", numpy="", device="cpu", sandbox="root", checks_sha256=""),
    )


def change(report: Report, **fields: Any) -> Report:
    return msgspec.structs.replace(report, **fields)


def outputs(notebook: Notebook, task: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cell_of(notebook, task)["outputs"]
    return found


def score_in(notebook: Notebook, task: str) -> float:
    [shown] = [out for out in outputs(notebook, task) if out["output_type"] == "execute_result"]
    return float(shown["data"]["text/plain"])


def passages(notebook: Notebook) -> list[Any]:
    return ipynb.passages(json.dumps(notebook).encode(), "work.ipynb")


def sources(notebook: Notebook) -> list[str]:
    return [cell["source"] for cell in notebook["cells"]]


# --------------------------------------------------------------------------- the verdict


def test_a_score_reads_back_as_the_same_number(released: Notebook, report: Report, unit: Unit) -> None:
    notebook = filled(released, report, unit)
    assert {task.task: score_in(notebook, task.task) for task in report.tasks} == {
        task.task: task.score for task in report.tasks
    }


@pytest.mark.parametrize(
    ("score", "shown"), [(1e9, 4.0), (-1.0, 0.0), (-0.0, 0.0), (1e-17, 1e-17), (float("inf"), 4.0)]
)
def test_a_score_stays_within_its_cell(
    released: Notebook, report: Report, unit: Unit, score: float, shown: float
) -> None:
    tasks = (change(report.tasks[0], score=score), *report.tasks[1:])
    if score == float("inf"):  # JSON has no word for it, so no such report can be written down
        return
    assert score_in(filled(released, change(report, tasks=tasks), unit), "put") == shown


def test_the_notebook_that_is_given_stays_as_it_is(released: Notebook, report: Report, unit: Unit) -> None:
    before = copy.deepcopy(released)
    filled(released, report, unit)
    assert released == before


def test_no_output_but_ours_is_left(released: Notebook, report: Report, unit: Unit) -> None:
    notebook = copy.deepcopy(released)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [result("4.0"), {"output_type": "stream", "name": "stderr", "text": "a warning of XLA"}]
    notebook = filled(notebook, report, unit)
    assert score_in(notebook, "put") == 4 / 3
    assert "XLA" not in str(notebook)
    nbformat.validate(nbformat.from_dict(notebook))


def test_what_is_hidden_stays_hidden(released: Notebook, report: Report, unit: Unit) -> None:
    text = str(filled(released, report, unit))
    assert SECRET not in text
    assert "77777" not in text
    assert "A hidden check did not pass." in text
    assert "Add `1`." in text
    assert "A `note`." in text


def test_a_failure_of_ours_is_no_verdict(released: Notebook, report: Report, unit: Unit) -> None:
    with pytest.raises(Infrastructure, match="the zygote died"):
        filled(released, change(report, status="infrastructure_error", score=None, reason="the zygote died"), unit)


def test_why_something_has_no_score_is_said_everywhere(released: Notebook, report: Report, unit: Unit) -> None:
    notebook = filled(released, change(report, status="ungradable", score=None, reason="not <JSON>"), unit)
    assert "not &lt;JSON&gt;" in str(notebook["cells"][0]["outputs"])
    for task in unit.tasks:
        assert "put: not graded" in outputs(notebook, "put")[0]["text"]
        assert score_in(notebook, task.id) == 0


def test_a_notebook_that_lacks_a_check_cell_is_refused(released: Notebook, report: Report, unit: Unit) -> None:
    without = {**released, "cells": [cell for cell in released["cells"] if cell is not cell_of(released, "put")]}
    twice = {**released, "cells": [*released["cells"], cell_of(released, "put")]}
    for notebook in (without, twice):
        with pytest.raises(CourseError, match="check cells"):
            filled(notebook, report, unit)


# --------------------------------------------------------------------------- what a student wrote


def test_an_untouched_notebook_is_the_released_one(released: Notebook, unit: Unit) -> None:
    assert assembled(released, passages(released), unit) == released


def test_nothing_handed_in_is_the_released_one(released: Notebook, unit: Unit) -> None:
    assert assembled(released, [], unit) == released


def test_an_answer_stands_in_its_cell_and_more_code_behind_what_it_followed(released: Notebook, unit: Unit) -> None:
    theirs = solved(released, put="def put(x, value):\n    return 1\n")
    place = theirs["cells"].index(cell_of(theirs, "put")) + 1
    theirs["cells"].insert(place, code("%time put([1], 2)", nbgrader={"grade": True, "grade_id": "put", "points": 99}))
    made = assembled(released, passages(theirs), unit)
    assert cell_of(made, "put-solution")["source"] == "def put(x, value):\n    return 1\n"
    assert made["cells"][place]["source"] == "%time put([1], 2)"
    assert made["cells"][place]["metadata"] == {"jax101": {"role": "student"}}
    assert len(made["cells"]) == len(released["cells"]) + 1


def test_an_answer_is_found_wherever_it_stands(released: Notebook, unit: Unit) -> None:
    theirs = copy.deepcopy(released)
    theirs["cells"] = [code("def twice(x):\n    return 7\n"), code("def adder(n):\n    return 8\n")]
    made = assembled(released, passages(theirs), unit)
    assert "return 7" in cell_of(made, "twice-solution")["source"]
    assert "return 8" in cell_of(made, "adder-solution")["source"]
    assert cell_of(made, "put-solution") == cell_of(released, "put-solution")
    assert len(made["cells"]) == len(released["cells"])


def test_of_copies_the_first_that_answers_is_taken_and_none_is_lost(released: Notebook, unit: Unit) -> None:
    theirs = copy.deepcopy(released)
    original = cell_of(theirs, "twice-solution")
    copies = [{**copy.deepcopy(original), "source": f"def twice(x):\n    return {number}\n"} for number in (1, 2)]
    broken = {**copy.deepcopy(original), "source": "# nothing yet"}
    place = theirs["cells"].index(original)
    theirs["cells"][place : place + 1] = [broken, *copies]
    made = assembled(released, passages(theirs), unit)
    assert "return 1" in cell_of(made, "twice-solution")["source"]
    assert {"# nothing yet", copies[1]["source"]} <= set(sources(made))


def test_an_answer_that_is_no_python_is_still_shown_in_its_cell(released: Notebook, unit: Unit) -> None:
    theirs = solved(released, put="def put(x, value)\n    return ((\n")
    assert "return ((" in cell_of(assembled(released, passages(theirs), unit), "put-solution")["source"]


def test_a_python_file_becomes_cells(released: Notebook, unit: Unit) -> None:
    mine = b"import jax\n\n# %% [markdown]\n# Mine\n\n"
    text = mine + b'# %% task="put"\ndef put(x, value):\n    return 1\n\n# %%\ndef twice(x):\n    return 2\n'
    made = assembled(released, py.passages(text, "work.py"), unit)
    assert "return 1" in cell_of(made, "put-solution")["source"]
    assert "return 2" in cell_of(made, "twice-solution")["source"]
    assert made["cells"][0]["source"] == "import jax"
    assert any("Mine" in source for source in sources(made))


def test_a_file_in_one_piece_is_shown_once(released: Notebook, unit: Unit, report: Report) -> None:
    text = b"def put(x, value):\n    return 1\n\ndef twice(x):\n    return 2\n"
    made = autograded(released, py.passages(text, "work.py"), report, unit)
    assert sum("return 2" in source for source in sources(made)) == 1
    assert cell_of(made, "twice-solution")["source"] == "# `twice` is in the cell of `put`."


def test_prose_of_theirs_is_quoted(released: Notebook, unit: Unit) -> None:
    theirs = copy.deepcopy(released)
    theirs["cells"].append({"cell_type": "markdown", "metadata": {}, "source": "```\n<script>1</script>\n````"})
    [mine] = [cell for cell in assembled(released, passages(theirs), unit)["cells"] if "script" in cell["source"]]
    assert mine["source"].startswith("`````text\n")
    assert mine["source"].endswith("\n`````")


def test_prose_of_nothing_but_fences_is_quoted_at_once(released: Notebook, unit: Unit) -> None:
    theirs = copy.deepcopy(released)
    theirs["cells"].append({"cell_type": "markdown", "metadata": {}, "source": "`" * 200_000})
    started = time.process_time()
    made = assembled(released, passages(theirs), unit)
    assert time.process_time() - started < 2  # a fence that grew by one took a day for 8 MB
    assert any(cell["source"].startswith("`" * 200_001 + "text\n") for cell in made["cells"])
