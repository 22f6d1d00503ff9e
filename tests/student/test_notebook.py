"""`check` and `hint` in a notebook: they look at the functions of the kernel, show a card, and stop Run All."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import autograder
from autograder.student.notebook import Card, NotPassed

Kernel = Callable[[str], None]


def test_a_right_answer_shows_its_card_and_returns_nothing(
    kernel: Kernel, right: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kernel(right.read_text())
    autograder.check("double")
    assert capsys.readouterr().out.startswith("double: all 2 checks passed\n  ✓ twice a number (passed)\n")


def test_a_wrong_answer_shows_why_and_stops(kernel: Kernel, capsys: pytest.CaptureFixture[str]) -> None:
    kernel("def double(x):\n    return 3 * x\n")
    with pytest.raises(NotPassed) as stop:
        autograder.check("double")
    assert str(stop.value) == ('Not there yet: double (not passed). The card above says why; hint("double") helps.')
    assert "The result should be 6, but is 9." in capsys.readouterr().out


def test_a_card_says_how_far_the_unit_has_come(kernel: Kernel, right: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kernel(right.read_text())
    for task, bar in (("double", "■□ 1 of 2"), ("double", "■□ 1 of 2"), ("total", "■■ 2 of 2")):
        autograder.check(task)
        assert capsys.readouterr().out.endswith(f"\n{bar} tasks of 01_first pass so far\n")
    kernel("def double(x):\n    return 3 * x\n")
    with pytest.raises(NotPassed):
        autograder.check("double")
    assert "■□ 1 of 2 tasks of 01_first pass so far" in capsys.readouterr().out


def test_a_plot_that_is_drawn_while_checking_is_closed_and_others_stay(kernel: Kernel) -> None:
    pyplot = pytest.importorskip("matplotlib.pyplot")
    mine = pyplot.figure()
    before = pyplot.get_fignums()  # other tests may have left some
    kernel("import matplotlib.pyplot as plt\ndef double(x):\n    plt.subplots()\n    return 2 * x\n")
    autograder.check("double")
    assert pyplot.get_fignums() == before
    pyplot.close(mine)


def test_autograded_by_nbgrader_alone_a_task_is_worth_its_public_checks(
    kernel: Kernel, right: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    kernel(right.read_text())
    assert autograder.check("double") == 2.0
    kernel("def double(x):\n    return 6.0\n")
    with pytest.raises(NotPassed):
        autograder.check("double")
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    assert autograder.check("total") is None


def test_a_stub_is_not_attempted_yet(kernel: Kernel, stub: str, capsys: pytest.CaptureFixture[str]) -> None:
    kernel(stub)
    with pytest.raises(NotPassed, match=r"double \(not attempted yet\)"):
        autograder.check("double")
    assert "not attempted yet" in capsys.readouterr().out


def test_a_changed_argument_is_shown_with_its_line_and_the_remedy(
    kernel: Kernel, capsys: pytest.CaptureFixture[str]
) -> None:
    kernel("def total(values):\n    values[0] = 6.0\n    return values[0]\n")
    with pytest.raises(NotPassed):
        autograder.check("total")
    shown = " ".join(capsys.readouterr().out.split())
    assert "changed the dict or list it was given" in shown
    assert "Line 2 of ipykernel_1.py did it: `values[0] = 6.0`." in shown


def test_a_later_definition_counts(kernel: Kernel, right: Path) -> None:
    kernel("def double(x):\n    return 3 * x\n")
    kernel(right.read_text())
    autograder.check("double")


def test_without_a_name_the_whole_unit_is_checked(
    kernel: Kernel, right: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kernel(right.read_text())
    autograder.check()
    assert "■■ 2 of 2 tasks pass their public checks" in capsys.readouterr().out
    kernel("del total")
    with pytest.raises(NotPassed, match=r"^Not there yet: total \(not passed\)"):
        autograder.check()
    shown = " ".join(capsys.readouterr().out.split())
    assert "There is no function `total`. → Run the cell with `def total(…):`, again after a restart" in shown


def test_a_name_without_quotes_is_understood(kernel: Kernel, right: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kernel("from autograder import check, hint\n" + right.read_text() + "check(double)\nhint(double)\n")
    shown = capsys.readouterr().out
    assert "double: all 2 checks passed" in shown
    assert "Hint 1 of 3 for double" in shown


def test_an_unknown_task_names_the_one_that_was_meant(kernel: Kernel) -> None:
    for call in (autograder.check, autograder.hint):
        with pytest.raises(NotPassed, match=r"^jax101: there is no task duoble: did you mean double\?$"):
            call("duoble")
        with pytest.raises(NotPassed, match=r"there is no task zzz: the tasks here are double, total\.$"):
            call("zzz")


def test_a_notebook_in_another_folder_is_told_where_it_belongs(
    kernel: Kernel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    for call in (autograder.check, autograder.hint):
        with pytest.raises(NotPassed, match=r"runs in .*elsewhere, where no course\.yml is: open it in the folder"):
            call("double")


def test_missing_or_broken_public_checks_are_said(kernel: Kernel, folder: Path) -> None:
    (folder / "test_first.py").write_text("import nonesuch\n", encoding="utf-8")
    with pytest.raises(NotPassed, match=r"test_first\.py does not import: .*nonesuch"):
        autograder.check("double")
    (folder / "test_first.py").unlink()
    with pytest.raises(NotPassed, match=r"test_first\.py is missing beside course\.yml"):
        autograder.check("double")


def test_public_checks_that_were_edited_count_as_they_are_now(kernel: Kernel, folder: Path, right: Path) -> None:
    kernel(right.read_text())
    autograder.check("double")
    checks = (folder / "test_first.py").read_text(encoding="utf-8")
    (folder / "test_first.py").write_text(checks.replace("6.0)", "7.0)"), encoding="utf-8")
    with pytest.raises(NotPassed):
        autograder.check("double")


def test_public_checks_of_another_course_are_said(kernel: Kernel, folder: Path) -> None:
    checks = (folder / "test_first.py").read_text(encoding="utf-8")
    (folder / "test_first.py").write_text(checks.replace('"total"', '"sum_up"'), encoding="utf-8")
    with pytest.raises(NotPassed, match="is for sum_up, which is no task of this unit"):
        autograder.check("double")


def test_hints_climb(kernel: Kernel, capsys: pytest.CaptureFixture[str]) -> None:
    autograder.hint("double")
    autograder.hint("double")
    assert capsys.readouterr().out == "Hint 1 of 3 for double: What is twice?\nHint 2 of 3 for double: Use two.\n"


def test_an_endless_loop_ends_with_its_line(kernel: Kernel, capsys: pytest.CaptureFixture[str]) -> None:
    kernel("def double(x):\n    while True:\n        x += 1\n")
    with pytest.raises(NotPassed):
        autograder.check("double")
    shown = capsys.readouterr().out
    assert "(ran out of time)" in shown
    assert "ipykernel_1.py" in shown


def test_prints_of_a_failing_function_are_on_its_card(kernel: Kernel, capsys: pytest.CaptureFixture[str]) -> None:
    kernel("def double(x):\n    print('here x is', x)\n    return x\n")
    with pytest.raises(NotPassed):
        autograder.check("double")
    assert "      It printed:\n      | here x is 3.0\n" in capsys.readouterr().out


def test_ctrl_c_ends_all_checks_at_once(kernel: Kernel) -> None:
    kernel("calls = []\ndef double(x):\n    calls.append(x)\n    while True:\n        pass\n")
    calls = sys.modules["__main__"].calls

    def press() -> None:
        while not calls:  # until it has been called, however busy the machine is
            time.sleep(0.05)
        signal.raise_signal(signal.SIGINT)

    threading.Thread(target=press, daemon=True).start()
    with pytest.raises(NotPassed, match="Stopped before the checks were through"):
        autograder.check("double")
    assert calls == [3.0]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_not_passed_renders_in_one_line() -> None:
    assert NotPassed("Not there yet: double.")._render_traceback_() == ["Not there yet: double."]


def test_a_card_is_html_where_there_is_a_page() -> None:
    card = Card("as text", "<b>as a page</b>")
    assert repr(card) == "as text"
    assert card._repr_html_() == "<b>as a page</b>"


def test_a_plain_script_stops_at_its_check_without_a_traceback(folder: Path) -> None:
    script = 'from autograder import check\ndef double(x):\n    return x\ncheck("double")\nprint("not reached")\n'
    (folder / "first.py").write_text(script, encoding="utf-8")
    done = subprocess.run([sys.executable, "first.py"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "The result should be 6, but is 3." in done.stdout
    assert "not reached" not in done.stdout
    assert done.stderr.startswith("Not there yet: double (not passed).")
    assert done.stderr.count("\n") == 1
