"""A course of four tasks whose checks take milliseconds, one warm zygote for all tests, and `grade_code`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.checking.staged import Evaluations
from autograder.course import load_course
from autograder.grading import Job, grade
from autograder.kit import environment, kit_for
from autograder.model import CheckResult, Course, Report, Submission
from autograder.sandbox.client import Zygote
from autograder.sandbox.tiers import best_tier

COURSE = """\
format_version: 1
title: A course for tests of the grader
languages: [en]
salt: pepper
limits: {call_seconds: 2, load_seconds: 6, submission_seconds: 60}
units:
  - id: 01_work
    title: Work
    notebook: work
    tasks:
      - {id: put, title: Put, points: 4, hints: [Put it.]}
      - {id: twice, title: Twice, points: 2, hints: [Two.]}
      - {id: four_times, title: Four times, points: 2, hints: [Twice twice.]}
      - {id: adder, title: A function, points: 1, hints: [A closure.]}
"""

PAGE = '''\
# %% role="provided"
import jax
import jax.numpy as jnp
import numpy as np

from autograder import check, hint


def helper(x):
    return x + 100


# %% task="put"
def put(x, value):
    """A copy of `x` with `value` in front."""
    ### BEGIN SOLUTION
    return jnp.asarray(x).at[0].set(value)
    ### END SOLUTION


# %%
check("put")

# %% task="twice"
def twice(x):
    """Two times `x`."""
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


# %%
check("twice")

# %% task="four_times"
def four_times(x):
    """Four times `x`."""
    ### BEGIN SOLUTION
    return twice(twice(x))
    ### END SOLUTION


# %%
check("four_times")

# %% task="adder"
def adder(n):
    """A function that adds `n`."""
    ### BEGIN SOLUTION
    return lambda x: x + n
    ### END SOLUTION


# %%
check("adder")
'''

PUBLIC = """\
import numpy as np

from autograder.checking import assert_close, task


@task("put", points=1, title="puts the value in front")
def test_put_on_ordinary_data(submission, rng):
    assert_close(submission.put(np.array([1.0, 2.0, 3.0]), 9.0), np.array([9.0, 2.0, 3.0]))


@task("twice", points=1, title="doubles")
def test_twice_doubles(submission, rng):
    assert_close(submission.twice(3.5), 7.0)
"""

HIDDEN = """\
import numpy as np

from autograder.checking import as_jax, assert_close, assert_pure, source, task


@task("put", points=1, title="works on JAX arrays")
def test_put_on_jax_arrays(submission, rng):
    x = rng.normal(size=4)
    assert_close(submission.put(as_jax(x), 5.0), np.array([5.0, *x[1:]]))


@task("put", points=2, title="leaves its argument alone")
def test_put_is_pure(submission, rng):
    x = rng.normal(size=4)
    assert_pure(submission.put, x, 5.0, returns=np.array([5.0, *x[1:]]))


@task("twice", points=1, title="doubles other numbers")
def test_twice_of_other_numbers(submission, rng):
    x = float(rng.normal())
    assert_close(submission.twice(x), 2 * x)


@task("four_times", points=2, title="four times")
def test_four_times(submission, rng):
    x = float(rng.normal())
    assert_close(submission.four_times(x), 4 * x)


@task("adder", points=1, title="adds")
def test_adder_adds(submission, rng):
    assert_close(submission.adder(2.0)(3.0), 5.0)
"""

RIGHT = """\
def put(x, value):
    return jnp.asarray(x).at[0].set(value)

def twice(x):
    return 2 * x

def four_times(x):
    return twice(twice(x))

def adder(n):
    return lambda x: x + n
"""


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return write_course(tmp_path_factory.mktemp("course"))


def write_course(root: Path) -> Course:
    for folder in ("solutions/01_work", "tests/hidden/01_work"):
        (root / folder).mkdir(parents=True)
    (root / "course.yml").write_text(COURSE)
    (root / "solutions/01_work/work.py").write_text(PAGE)
    (root / "solutions/01_work/test_work.py").write_text(PUBLIC)
    (root / "tests/hidden/01_work/test_work.py").write_text(HIDDEN)
    return load_course(root / "course.yml")


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    with Zygote(best_tier()) as zygote:
        yield zygote


GradeCode = Callable[..., Report]


@pytest.fixture(scope="session")
def evaluations(zygote: Zygote) -> Evaluations:
    return Evaluations(zygote)  # its evaluator ends with the zygote


@pytest.fixture
def grade_code(course: Course, zygote: Zygote, evaluations: Evaluations) -> GradeCode:
    """Grade a text as `work.py`; `staged`: what traces is computed in an evaluator, as for a device."""
    kit = kit_for(course, course.units[0])

    def run(code: str, *, file: str = "work.py", staged: bool = False) -> Report:
        content = code.encode()
        digest = hashlib.sha256(content).hexdigest()
        submission = Submission(student="ada", unit="01_work", file=file, content=content, sha256=digest)
        job = Job(course, kit, submission, environment(kit, "cpu", "test"))
        return grade(job, lambda: zygote, evaluations if staged else None)

    return run


def check_of(report: Report, name: str) -> CheckResult:
    """A check of a report by its name."""
    return next(check for task in report.tasks for check in task.checks if check.check == name)


def score_of(report: Report, task: str) -> float:
    """A task's score."""
    return next(each.score for each in report.tasks if each.task == task)
