"""`jax101 check` on what students have: a file, a notebook, a folder; and again on every save."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import autograder
from autograder.errors import CourseError, UsageError
from autograder.student.terminal import check
from autograder.student.wanted import Result, Wanted

Notebook = Callable[..., Path]

TASK = """\
from autograder.checking import task


@task("double", points=1, title="comes back")
def test_double(submission):
    submission.double(1.0)
"""


VALUE_THEN_PURITY = """\
from autograder.checking import assert_close, assert_pure, task


@task("total", points=1, title="adds")
def test_total_adds(submission):
    assert_close(submission.total([1.0, 2.0, 3.0]), 6.0)


@task("total", points=1, title="remembers nothing")
def test_total_remembers_nothing(submission):
    assert_pure(submission.total, [1.0, 2.0, 3.0], returns=6.0)
"""


def checked(path: Path, task: str | None = None, unit: str | None = None) -> Result:
    return check(Wanted(path, unit, task))


def write(folder: Path, source: str, name: str = "first.py") -> Path:
    (folder / name).write_text(source, encoding="utf-8")
    return folder / name


# --------------------------------------------------------------------------- what can be checked


def test_a_file_that_is_right(right: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(right.parent)
    result = checked(Path("first.py"))
    assert result.passed
    assert result.problems == ()
    assert result.text.split("\n") == [
        "01_first · first.py",
        "double: all 2 checks passed",
        "  ✓ twice a number (passed)",
        "  ✓ twice another (passed)",
        "total: its check passed",
        "  ✓ leaves the list alone (passed)",
        "■■ 2 of 2 tasks pass their public checks",
    ]


def test_what_an_earlier_check_left_behind_is_seen_by_a_later_one(right: Path) -> None:
    (right.parent / "test_first.py").write_text(VALUE_THEN_PURITY, encoding="utf-8")
    write(right.parent, "sums = {}\n\ndef total(values):\n    return sums.setdefault(len(values), sum(values))\n")
    result = checked(right, task="total")
    assert "total: 1 of 2 checks passed" in result.text
    assert "Before the call of `total`, `sums` had 0 entries; after it, 1 entry." in " ".join(result.text.split())


def test_a_folder(right: Path) -> None:
    assert checked(right.parent).passed


def test_a_folder_that_was_renamed(right: Path, tmp_path: Path) -> None:
    right.parent.rename(tmp_path / "my jax homework")
    assert checked(tmp_path / "my jax homework").passed


def test_a_file_of_any_name_in_a_unit_s_folder(right: Path) -> None:
    copy = right.rename(right.with_name("first (copy).py"))
    assert checked(copy).passed


def test_a_file_of_any_name_in_a_folder_of_any_name(right: Path, tmp_path: Path) -> None:
    right.rename(right.with_name("attempt 2.py"))
    right.parent.rename(tmp_path / "homework")
    assert checked(tmp_path / "homework" / "attempt 2.py").passed


def test_a_notebook_with_its_magics_and_check_cells(notebook: Notebook, right: Path) -> None:
    solved = right.read_text()
    right.unlink()
    page = notebook("%matplotlib inline\nfrom autograder import check, hint", solved, 'check("double")', "1 / 0")
    result = checked(page)
    assert result.passed
    assert result.text.startswith("01_first · ")


def test_a_stub(folder: Path, stub: str) -> None:
    result = checked(write(folder, stub))
    assert not result.passed
    assert "double: not attempted yet\n  → Replace `raise NotImplementedError()` by your own code." in result.text


def test_one_task(folder: Path) -> None:
    result = checked(write(folder, "def double(x):\n    return 2 * x\n"), task="double")
    assert result.passed
    assert "total" not in result.text


def test_a_line_in_a_message_is_the_file_s(folder: Path) -> None:
    page = write(folder, "\n# %%\n\ndef total(values):\n    values.clear()\n    return 6.0\n")
    assert "Line 5 of first.py did it: `values.clear()`." in " ".join(checked(page).text.split())


def test_a_cell_that_could_not_run_is_noted(notebook: Notebook) -> None:
    page = notebook("%%time\ndef double(x):\n    return 2 * x", "def total(values):\n    return sum(values)")
    text = checked(page).text
    assert "note: `double`: first.ipynb cell 1 begins with %%time, and such cells are not run." in text
    assert "total: its check passed" in text


def test_other_files_of_a_student_are_let_be(course_folder: Path) -> None:
    write(course_folder, TASK, "solutions/01_first/test_first.py")
    work = course_folder / "work"
    (work / "01_first").mkdir(parents=True)
    (work / "holidays").mkdir()
    write(work / "01_first", "def double(x):\n    return 2 * x\n")
    write(work / "holidays", "photos = []\n", "sort.py")
    result = checked(work)
    assert result.passed
    assert result.problems == ()


# --------------------------------------------------------------------------- what runs, and what does not


def test_check_and_hint_do_nothing_while_a_file_is_loaded(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)  # where they would find the course
    source = "import autograder\nfrom autograder import check, hint\ncheck('double')\nhint('double')\n"
    source += "def double(x):\n    return 2 * x\nautograder.check()\nautograder.hint('double')\n"
    before = autograder.check, autograder.hint
    assert checked(write(folder, source), task="double").passed
    assert (autograder.check, autograder.hint) == before
    assert capfd.readouterr().out == ""
    assert not Path(os.environ["XDG_STATE_HOME"]).exists()  # and no step of the ladder was climbed


def test_prints_are_shown_where_a_check_failed_and_nowhere_else(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    source = "print('loading')\ndef double(x):\n    print('doubling', x)\n    return 2 * x if x > 0 else x\n"
    text = checked(write(folder, source), task="double").text
    assert "      | doubling -1.5" in text
    assert "doubling 3.0" not in text
    assert "loading" not in text
    assert capfd.readouterr().out == ""


def test_a_main_block_of_a_file_does_not_run(folder: Path, right: Path) -> None:
    write(folder, right.read_text() + "\nif __name__ == '__main__':\n    raise SystemExit('ran')\n")
    assert checked(right).passed


def test_a_cell_that_raises_leaves_the_others_standing(folder: Path) -> None:
    source = "def double(x):\n    return 2 * x\n\nraise RuntimeError('a demo of mine')\n\n"
    assert checked(write(folder, source + "def total(values):\n    return 6.0\n")).passed


def test_an_endless_loop_in_a_function_ends_and_says_its_line(folder: Path, right: Path) -> None:
    write(folder, "def double(x):\n    while True:\n        pass\n\ndef total(values):\n    return sum(values)\n")
    text = " ".join(checked(right).text.split())  # a narrow terminal breaks it anywhere
    assert "(ran out of time)" in text
    assert any(f"(line {line} of first.py: `{code}`)" in text for line, code in ((2, "while True:"), (3, "pass")))
    assert "total: its check passed" in text


def test_an_endless_loop_while_loading_ends_and_says_its_line(folder: Path) -> None:
    course = folder / "course.yml"
    course.write_text(course.read_text().replace("call_seconds: 1", "call_seconds: 1, load_seconds: 1"))
    text = checked(write(folder, "while True:\n    pass\n\ndef double(x):\n    return 2 * x\n")).text
    assert "There is no function `double`. Running line" in text
    assert "took too long" in text


def test_a_syntax_error_is_shown_with_its_line(folder: Path) -> None:
    result = checked(write(folder, "def double(x):\n    return 2 * (x\n"))
    assert not result.passed
    assert "Loading stopped at line 2 of first.py with SyntaxError: '(' was never closed." in " ".join(
        result.text.split()
    )


def test_ctrl_c_ends_the_command_even_in_student_code(folder: Path) -> None:
    page = write(folder, "def double(x):\n    while True:\n        pass\n")
    threading.Timer(0.5, signal.raise_signal, [signal.SIGINT]).start()
    with pytest.raises(KeyboardInterrupt):
        checked(page)


def test_no_window_opens(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLBACKEND", "TkAgg")
    source = "import os\ndef double(x):\n    return 2 * x if os.environ['MPLBACKEND'] == 'Agg' else None\n"
    assert checked(write(folder, source), task="double").passed


# --------------------------------------------------------------------------- what cannot be checked


def test_a_path_that_is_not_there(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no file or folder .*second\.py"):
        checked(folder / "second.py")


def test_a_folder_outside_of_any_course(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no course\.yml in .* or above it"):
        checked(tmp_path)


def test_a_folder_with_nothing_in_it(folder: Path) -> None:
    result = checked(folder)
    assert not result.text
    assert result.problems == ("01_first: there is no first.ipynb and no first.py in 01_first",)


def test_an_unknown_task_or_unit(right: Path) -> None:
    with pytest.raises(UsageError, match="there is no task tripple"):
        checked(right, task="tripple")
    with pytest.raises(UsageError, match="the course has no unit 09_last"):
        checked(right, unit="09_last")


def test_a_file_that_is_no_notebook_is_said_and_the_rest_is_checked(course_folder: Path) -> None:
    write(course_folder, TASK, "solutions/01_first/test_first.py")
    work = course_folder / "work"
    for unit, page in (("01_first", "not a notebook"), ("02_second", '{"nbformat": 4}')):
        (work / unit).mkdir(parents=True)
        (work / unit / f"{unit[3:]}.ipynb").write_text(page, encoding="utf-8")
    (work / "01_first/first.ipynb").rename(work / "01_first/first.py")
    result = checked(work)
    assert "01_first · " in result.text
    assert result.problems == ("02_second: second.ipynb is a notebook without a list of cells",)


def test_a_check_file_that_does_not_import(folder: Path, right: Path) -> None:
    write(folder, "import nonesuch\n", "test_first.py")
    with pytest.raises(CourseError, match=r"test_first\.py does not import: .*nonesuch.*Mend the check file"):
        checked(right)
