"""One pytest session over check files: what it may not do is end without an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.checking.run import CheckFile, run_checks
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
