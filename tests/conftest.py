"""A small course of two units, pages and public checks included, for tests that must not depend on the real one."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.model import Course
from tests.scheduling import pytest_xdist_make_scheduler as pytest_xdist_make_scheduler

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Started in the background by a shell, which makes a program and all it starts deaf to Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)

COURSE = """\
format_version: 1
title: A small course
languages: [en]
salt: not for students
limits: {file_mb: 1}
units:
  - id: 01_first
    title: First steps
    notebook: first
    limits: {call_seconds: 5}
    tasks:
      - {id: double, title: Twice, points: 2, hints: ["What is twice?", Use two.], limits: {call_seconds: 7}}
      - {id: total, title: The sum, points: 1.5, hints: ["Größe zählt: alle"]}
  - id: 02_second
    title: Second steps
    notebook: second
    tasks:
      - {id: half, title: Half, points: 1, hints: [Divide.]}
"""

FIRST = '''\
# %% [markdown]
# # First steps
#
# Two tasks.

# %% role="provided"
import math

from autograder import check, hint


def offset():
    return 0


# %%
%matplotlib inline
example = [offset(), 1, 2]
example

# %% task="double"
def double(x):
    """Twice `x`, a number."""
    ### BEGIN SOLUTION
    secret = 2
    return secret * x
    ### END SOLUTION


# %%
check("double")

# %% [markdown]
# Now all of them.

# %% task="total"
def total(values):
    """The sum of `values`, a list of numbers."""
    result = 0
    for value in values:
        ### BEGIN SOLUTION
        result += value
        ### END SOLUTION
    return result


# %%
check("total")
'''

SECOND = '''\
# %% role="provided"
from autograder import check

# %% task="half"
def half(x):
    """Half of `x`."""
    ### BEGIN SOLUTION
    return x / 2
    ### END SOLUTION


# %%
check("half")
'''


@pytest.fixture
def course_folder(tmp_path: Path) -> Path:
    """The small course's folder, as its author left it."""
    root = tmp_path / "course"
    for unit, notebook, page in (("01_first", "first", FIRST), ("02_second", "second", SECOND)):
        folder = root / "solutions" / unit
        folder.mkdir(parents=True)
        (folder / f"{notebook}.py").write_text(page, encoding="utf-8")
        (folder / f"test_{notebook}.py").write_text("def test_nothing():\n    pass\n", encoding="utf-8")
    (root / "course.yml").write_text(COURSE, encoding="utf-8")
    return root


@pytest.fixture
def small_course(course_folder: Path) -> Course:
    return load_course(course_folder / "course.yml")


@pytest.fixture
def edit(course_folder: Path) -> Callable[[str, str, str], None]:
    """Replace a text in one of the small course's files; the text must be there."""

    def replace(file: str, old: str, new: str) -> None:
        path = course_folder / file
        before = path.read_text(encoding="utf-8")
        assert old in before
        path.write_text(before.replace(old, new, 1), encoding="utf-8")

    return replace
