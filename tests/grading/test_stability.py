"""The same submission, the same report: again and again, in any order, beside any neighbour, at any number of slots."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.model import Course, Report
from tests.grading.conftest import RIGHT, GradeCode
from tests.grading.test_batch import bytes_of, grade_class, hand_in

TWICE = "def twice(x):\n    return 2 * x\n"
# Programs whose messages could say something else each time.
FICKLE = {
    "draws": "def twice(x):\n    return float(np.random.normal())\n",
    "generators": "import random\ndef twice(x):\n    return random.random() + float(np.random.normal())\n",
    "addresses": "def twice(x):\n    raise ValueError(f'nothing to do with {object()}')\n",
    "objects": "class K: pass\ndef twice(x):\n    return K()\n",
    "sets": "def twice(x):\n    raise KeyError({'ada', 'ben', 'eve', 'kim', 'lou'})\n",
    "hashes": "def twice(x):\n    return hash('jax') % 1000\n",
    "state": "seen = []\ndef twice(x):\n    seen.append(x)\n    return 2 * x + len(seen)\n",
    "printing": "def twice(x):\n    print(id(x))\n    return 3 * x\n",
    "mutation": "def put(x, value):\n    x[0] = value\n    return x\n",
    "loop": "def twice(x):\n    while True:\n        x = x + 1\n",
    "death": "import os\ndef twice(x):\n    os.kill(os.getpid(), 9)\n",
    "unloadable": "def twice(x)\n    return x\n",
}
# Programs that quote what the machine gives them and nobody can hold still: their verdict stays.
UNREPEATABLE = {
    "entropy": "def twice(x):\n    return float(np.random.default_rng().normal())\n",
    "clock": "import time\ndef twice(x):\n    return time.time()\n",
    "places": "def twice(x):\n    raise ValueError(f'{id(x)}')\n",
}


def program(code: str) -> str:
    return RIGHT.replace(TWICE, "") + "import numpy as np\n" + code


def verdict(report: Report) -> list[tuple[str, str, float, str | None, int | None]]:
    return [
        (check.check, check.outcome, check.points, check.misconception, check.line)
        for task in report.tasks
        for check in task.checks
    ]


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] if name == "loop" else []) for name in FICKLE]
)
def test_a_program_graded_again_gets_the_same_report(grade_code: GradeCode, name: str) -> None:
    reports = {str(grade_code(program(FICKLE[name]))) for _ in range(3)}
    assert len(reports) == 1, sorted(reports)


@pytest.mark.parametrize("name", UNREPEATABLE)
def test_a_program_that_quotes_the_machine_keeps_its_verdict(grade_code: GradeCode, name: str) -> None:
    first, *others = [verdict(grade_code(program(UNREPEATABLE[name]))) for _ in range(3)]
    assert others == [first, first]


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["objects", *(pytest.param(name, marks=pytest.mark.long) for name in ("state", "mutation", "death"))]
)
def test_a_submission_graded_fifty_times_gets_the_same_report(grade_code: GradeCode, name: str) -> None:
    assert len({str(grade_code(program(FICKLE[name]))) for _ in range(50)}) == 1


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 4])
def test_a_class_gets_the_same_bytes_in_any_order_at_any_number_of_slots(
    course: Course, tmp_path: Path, jobs: int
) -> None:
    codes = {name: program(code) for name, code in FICKLE.items() if name not in ("loop", "generators")}
    submitted = hand_in(tmp_path, honest=RIGHT, **codes)
    grade_class(course, submitted, tmp_path / "out")
    first = bytes_of(tmp_path / "out")
    # Other names put the same work in another order and beside other neighbours.
    turned = dict(zip(sorted(codes, reverse=True), [codes[name] for name in sorted(codes)], strict=True))
    other = hand_in(tmp_path / "turned", honest=RIGHT, **turned)
    grade_class(course, other, tmp_path / "other", jobs=jobs)
    then = bytes_of(tmp_path / "other")
    assert len(first) == len(then) == len(codes) + 1
    for name, alias in zip(sorted(codes), sorted(codes, reverse=True), strict=True):
        assert renamed(of(then, alias), alias, name) == of(first, name)


@pytest.mark.parametrize(
    "name", ["mutation", *(pytest.param(name, marks=pytest.mark.slow) for name in ("honest", "objects", "sets"))]
)
def test_a_submission_graded_alone_gets_the_bytes_it_got_in_a_class(course: Course, tmp_path: Path, name: str) -> None:
    codes = {key: program(FICKLE[key]) for key in ("death", "state", "objects", "mutation", "sets", "hashes")}
    codes["honest"] = RIGHT
    grade_class(course, hand_in(tmp_path, **codes), tmp_path / "out")
    grade_class(course, hand_in(tmp_path / "alone", **{name: codes[name]}), tmp_path / "one", jobs=1)
    assert of(bytes_of(tmp_path / "one"), name) == of(bytes_of(tmp_path / "out"), name)


def of(reports: dict[str, bytes], student: str) -> bytes:
    [found] = [content for path, content in reports.items() if student in path]
    return found


def renamed(content: bytes, old: str, new: str) -> bytes:
    return content.replace(f'"student": "{old}"'.encode(), f'"student": "{new}"'.encode())
