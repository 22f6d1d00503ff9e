"""The course that is attacked: eight small tasks, tight limits, and a secret wherever one could be stolen."""

from __future__ import annotations

from pathlib import Path

from autograder.course import load_course
from autograder.model import Course

SALT = "salt-7f3a9c51"
SOLUTION = "solution-51b2e6"  # in the course's solution
EXPECTED = "expected-c0ffee"  # in a hidden check's source
NEIGHBOUR = "neighbour-93d1aa"  # in another student's file
NEVER = (SALT, SOLUTION, EXPECTED, NEIGHBOUR)  # in nothing that leaves, for whomever

INPUT = "271828"  # of a hidden check: the instructor may see it in a message, the student nowhere
ANSWER = "543657"  # what is expected for it

LIMITS = "{call_seconds: 2, load_seconds: 5, submission_seconds: 30, memory_mb: 1024, file_mb: 1}"
PATIENT = "{call_seconds: 30, load_seconds: 60, submission_seconds: 200, memory_mb: 6000, file_mb: 1}"

COURSE = f"""\
format_version: 1
title: A target
languages: [en]
salt: {SALT}
limits: {LIMITS}
units:
  - id: 01_target
    title: Target
    notebook: target
    tasks:
      - {{id: twice, title: Twice, points: 4, hints: [Two.]}}
      - {{id: four_times, title: Four times, points: 2, hints: [Twice twice.]}}
      - {{id: ends, title: Least and largest, points: 2, hints: [Two answers.]}}
      - {{id: least, title: Least, points: 1, hints: [The first of the ends.]}}
      - {{id: above, title: How many above zero, points: 2, hints: [Count.]}}
      - {{id: mask, title: Which are above a half, points: 2, hints: [Compare.]}}
      - {{id: huge, title: Large numbers, points: 1, hints: [Large.]}}
      - {{id: put, title: Put in front, points: 3, hints: [A copy.]}}
"""

PAGE = f'''\
# %% role="provided"
import numpy as np

from autograder import check, hint


def offset():
    return 0

# %% task="twice"
def twice(x):
    """Two times `x`."""
    ### BEGIN SOLUTION
    secret = "{SOLUTION}"
    return 2 * x + offset()
    ### END SOLUTION

# %%
check("twice")

# %% task="four_times"
def four_times(x):
    """Four times `x`."""
    ### BEGIN SOLUTION
    secret = "{SOLUTION}"
    return twice(twice(x))
    ### END SOLUTION

# %%
check("four_times")

# %% task="ends"
def ends(x):
    """The least and the largest entry."""
    ### BEGIN SOLUTION
    secret = "{SOLUTION}"
    return np.min(x), np.max(x)
    ### END SOLUTION

# %%
check("ends")

# %% task="least"
def least(x):
    """The least entry."""
    ### BEGIN SOLUTION
    secret = "{SOLUTION}"
    return np.min(x)
    ### END SOLUTION

# %%
check("least")

# %% task="above"
def above(x):
    """How many entries are above zero."""
    ### BEGIN SOLUTION
    secret = "{SOLUTION}"
    return np.sum(x > 0)
    ### END SOLUTION

# %%
check("above")

# %% task="mask"
def mask(x):
    """Which entries are above a half."""
    ### BEGIN SOLUTION
    secret = "{SOLUTION}"
    return x > 0.5
    ### END SOLUTION

# %%
check("mask")

# %% task="huge"
def huge(x):
    """A million times `x`."""
    ### BEGIN SOLUTION
    secret = "{SOLUTION}"
    return 1e6 * x
    ### END SOLUTION

# %%
check("huge")

# %% task="put"
def put(x, value):
    """A copy of `x` with `value` in front."""
    ### BEGIN SOLUTION
    secret = "{SOLUTION}"
    x = x.copy()
    x[0] = value
    return x
    ### END SOLUTION

# %%
check("put")

'''

PUBLIC = """\
import numpy as np

from autograder.checking import assert_close, task


@task("twice", points=1, title="doubles")
def test_twice_doubles(submission, rng):
    assert_close(submission.twice(3.5), 7.0)


@task("above", points=1, title="counts")
def test_above_counts(submission, rng):
    assert_close(submission.above(np.array([1.0, -1.0, 2.0])), 2)
"""

HIDDEN = f"""\
import numpy as np

from autograder.checking import assert_close, assert_pure, task

EXPECTED = "{EXPECTED}"


@task("twice", points=1, title="doubles other numbers")
def test_twice_of_other_numbers(submission, rng):
    x = rng.normal(size=3)
    assert_close(submission.twice(x), 2 * x)


@task("twice", points=2, title="doubles one number")
def test_twice_of_one_number(submission, rng):
    assert_close(submission.twice({INPUT}.5), {ANSWER}.0)


@task("four_times", points=2, title="four times")
def test_four_times(submission, rng):
    x = float(rng.normal())
    assert_close(submission.four_times(x), 4 * x)


@task("ends", points=2, title="both ends")
def test_ends(submission, rng):
    x = rng.normal(size=6)
    assert_close(submission.ends(x), (x.min(), x.max()))


@task("least", points=1, title="the least")
def test_least(submission, rng):
    x = rng.normal(size=6)
    assert_close(submission.least(x), x.min())


@task("above", points=1, title="counts others")
def test_above_counts_others(submission, rng):
    x = rng.normal(size=40)
    assert_close(submission.above(x), int((x > 0).sum()))


@task("mask", points=2, title="truth values")
def test_mask(submission, rng):
    x = rng.uniform(size=8)
    assert_close(submission.mask(x), x > 0.5)


@task("huge", points=1, title="large")
def test_huge(submission, rng):
    x = rng.uniform(1, 2, size=4)
    assert_close(submission.huge(x), 1e6 * x)


@task("put", points=1, title="puts the value in front")
def test_put(submission, rng):
    x = rng.normal(size=4)
    assert_close(submission.put(x, 5.0), np.array([5.0, *x[1:]]))


@task("put", points=2, title="leaves its argument alone")
def test_put_is_pure(submission, rng):
    x = rng.normal(size=4)
    assert_pure(submission.put, x, 5.0, returns=np.array([5.0, *x[1:]]), jax_inputs=False)
"""

FULL = 17.0
HONEST = f"""\
# {NEIGHBOUR}
import numpy as np

def twice(x):
    return 2 * x

def four_times(x):
    return twice(twice(x))

def ends(x):
    return x.min(), x.max()

def least(x):
    return ends(x)[0]

def above(x):
    return int((x > 0).sum())

def mask(x):
    return x > 0.5

def huge(x):
    return 1e6 * x

def put(x, value):
    return np.concatenate([[value], x[1:]])
"""


def write_course(root: Path, *, patient: bool = False) -> Course:
    """The target on disk; `patient`: with limits that hold nobody."""
    for folder in ("solutions/01_target", "tests/hidden/01_target"):
        (root / folder).mkdir(parents=True)
    (root / "course.yml").write_text(COURSE.replace(LIMITS, PATIENT) if patient else COURSE)
    (root / "solutions/01_target/target.py").write_text(PAGE)
    (root / "solutions/01_target/test_target.py").write_text(PUBLIC)
    (root / "tests/hidden/01_target/test_target.py").write_text(HIDDEN)
    return load_course(root / "course.yml")
