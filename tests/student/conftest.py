"""A unit's folder as a student has it: `course.yml`, public checks, and a page they write themselves."""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.model import Course

COURSE = """\
format_version: 1
title: A small course
languages: [en]
limits: {call_seconds: 1}
units:
  - id: 01_first
    title: First steps
    notebook: first
    tasks:
      - {id: double, title: Twice, points: 2, hints: ["What is twice?", Use two., "Multiply `x` by 2."]}
      - {id: total, title: The sum, points: 1, hints: [Go through all of them.]}
"""

CHECKS = """\
from autograder.checking import assert_close, assert_pure, task


@task("double", points=1, title="twice a number")
def test_double_of_a_number(submission):
    assert_close(submission.double(3.0), 6.0)


@task("double", points=1, title="twice another")
def test_double_of_another(submission):
    assert_close(submission.double(-1.5), -3.0)


@task("total", points=1, title="leaves the list alone")
def test_total_leaves_its_list_alone(submission):
    assert_pure(submission.total, [1.0, 2.0, 3.0], returns=6.0)
"""

RIGHT = """\
def double(x):
    return 2 * x


def total(values):
    return sum(values)
"""

STUB = '''\
def double(x):
    """Twice `x`."""
    # YOUR CODE HERE
    raise NotImplementedError()


def total(values):
    """The sum."""
    # YOUR CODE HERE
    raise NotImplementedError()
'''


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test climbs the ladder of whoever runs it, or opens a window."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("MPLBACKEND", "Agg")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The unit's folder, without a page yet."""
    folder = tmp_path / "01_first"
    folder.mkdir()
    (folder / "course.yml").write_text(COURSE, encoding="utf-8")
    (folder / "test_first.py").write_text(CHECKS, encoding="utf-8")
    return folder


@pytest.fixture
def course(folder: Path) -> Course:
    return load_course(folder / "course.yml")


@pytest.fixture
def right(folder: Path) -> Path:
    """A page with both tasks solved."""
    page = folder / "first.py"
    page.write_text(RIGHT, encoding="utf-8")
    return page


@pytest.fixture
def stub() -> str:
    """A page with both tasks as they are released."""
    return STUB


@pytest.fixture
def kernel(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Runs a cell where `check()` looks for functions: in `__main__`, with the unit's folder as the current one."""
    module = types.ModuleType("__main__")
    monkeypatch.setitem(sys.modules, "__main__", module)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("autograder.student.notebook._passed", {})
    monkeypatch.chdir(folder)
    cells = iter(range(1, 100))

    def run(source: str) -> None:
        name = str(folder / f"ipykernel_{next(cells)}.py")
        Path(name).write_text(source, encoding="utf-8")  # so that a line can be shown
        exec(compile(source, name, "exec"), vars(module))

    return run


@pytest.fixture
def notebook(folder: Path) -> Callable[..., Path]:
    """Writes code cells into the unit's notebook."""

    def write(*cells: str) -> Path:
        page = folder / "first.ipynb"
        document = {
            "cells": [
                {"cell_type": "code", "metadata": {}, "source": cell, "outputs": [], "execution_count": None}
                for cell in cells
            ],
            "metadata": {"language_info": {"name": "python"}},
            "nbformat": 4,
            "nbformat_minor": 4,
        }
        page.write_text(json.dumps(document), encoding="utf-8")
        return page

    return write
