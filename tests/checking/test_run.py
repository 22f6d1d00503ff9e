"""One pytest session over check files: what it may not do is end without an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.checking import Submission
from autograder.checking.run import CheckFile, Finding, run_checks
from autograder.errors import CourseError, Infrastructure
from tests.checking.conftest import Write

CHECK = """
from autograder.checking import task

@task("double", points=1, title="doubles")
def test_double(submission):
    {body}
"""


def test_a_session_that_cannot_run_is_our_failure_and_no_zero(tmp_path: Path) -> None:
    with pytest.raises(Infrastructure, match="pytest could not run the checks"):
        run_checks([CheckFile(tmp_path / "test_gone.py", False)], None, "")


def test_a_file_that_does_not_import_is_named_with_its_reason(tmp_path: Path) -> None:
    file = tmp_path / "test_broken.py"
    file.write_text("import nothing_of_that_name\n")
    with pytest.raises(CourseError, match=r"test_broken.py does not import: .*No module named 'nothing_of_that_name'"):
        run_checks([CheckFile(file, False)], None, "")


def test_ctrl_c_in_a_check_stops_everything(tmp_path: Path, write: Write) -> None:
    file = tmp_path / "test_stopped.py"
    file.write_text(CHECK.format(body="raise KeyboardInterrupt"))
    with pytest.raises(KeyboardInterrupt):
        run_checks([CheckFile(file, False)], lambda _: write("def double(x): return 2 * x"), "")


def test_a_check_that_asks_nothing_proves_nothing(tmp_path: Path, write: Write) -> None:
    file = tmp_path / "test_idle.py"
    file.write_text(CHECK.format(body="pass"))
    session = run_checks([CheckFile(file, False)], lambda _: write("def double(x): return 2 * x"), "")
    assert session.findings["double"].outcome == "not_run"


KNOWN = """
import numpy as np
from autograder.checking import assert_close, task

@task("f", points=1, title="moves")
def test_f_moves(submission):
    x = np.array([1.0, 2.0])
    assert_close(submission.f(x), x + 1, confusions={"update-dropped": x, "item-kills-gradient": 0 * x})
"""


def found_in(tmp_path: Path, submission: Submission) -> Finding:
    file = tmp_path / "test_known.py"
    file.write_text(KNOWN)
    return run_checks([CheckFile(file, False)], lambda _: submission, "").findings["f_moves"]


def test_the_students_own_line_takes_the_place_of_the_general_sentence(tmp_path: Path, write: Write) -> None:
    code = "def f(x):\n    y = jnp.asarray(x)\n    y.at[:].add(1)\n    return y"
    found = found_in(tmp_path, write(code))
    assert (found.misconception, found.line) == ("update-dropped", 3)
    assert found.message.startswith("`y.at[:].add(1)` makes a new array, and it is thrown away. The result should be")
    assert "as if nothing" not in found.message


def test_a_gradient_that_is_zero_by_chance_is_a_matter_of_chance(tmp_path: Path, write: Write) -> None:
    found = found_in(tmp_path, write("def f(x):\n    return x * (np.random.rand() > 2)"))
    assert found.misconception == "global-random"
    assert found.message.startswith("Your function uses a random generator")
    assert "The gradient is zero" not in found.message
