"""The command line as users meet it: exit codes, what goes to which stream, and a sentence for every mistake."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from autograder.__main__ import main
from autograder.cli import _exit_code
from autograder.model import Course, Report
from autograder.reports import lock
from autograder.sandbox.confine import Tier
from autograder.sandbox.tiers import TierReport

COURSE = """\
format_version: 1
title: A small course
languages: [en]
salt: not for students
units:
  - id: 01_first
    title: First steps
    notebook: first
    tasks:
      - {id: double, title: Twice, points: 2, hints: ["What is twice?", Use two.]}
  - id: 02_second
    title: Second steps
    notebook: second
    tasks:
      - {id: half, title: Half, points: 1, hints: [Divide.]}
"""

PAGE = """\
# %% role="provided"
from autograder import check

# %% task="{task}"
def {task}(x):
    ### BEGIN SOLUTION
    return {answer}
    ### END SOLUTION


# %%
check("{task}")
"""

CHECK = """\
from autograder.checking import assert_close, task


@task("{task}", points=1, title="{title}")
def test_{task}_{kind}(submission):
    assert_close(submission.{task}({given}), {wanted})
"""

SUBMISSIONS = {
    "ada/01_first/first.py": "def double(x):\n    return 2 * x\n",
    "ada/02_second/second.py": "def half(x):\n    return x / 2\n",
    "bob/01_first/first.py": "def double(x):\n    raise ValueError('\\x1b[2J\\u202e')\n",
    "eve/01_first/first.ipynb": "not a notebook",
    "flo/01_first/first.py": "def double(x):\n    return 6.0  # for 3.0, as on the page\n",
}

TRAP = "import pathlib\npathlib.Path(__file__).with_name('sprung').touch()\n"
LANGUAGE = {"LC_ALL": "C.UTF-8"}


class Done(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Done]


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def write_course(root: Path) -> None:
    files = {"course.yml": COURSE}
    for unit, task, answer, secret in (("01_first", "double", "2 * x", 2101.5), ("02_second", "half", "x / 2", 8406.0)):
        files[f"solutions/{unit}/{unit[3:]}.py"] = PAGE.format(task=task, answer=answer)
        for folder, kind, title, x in (
            ("solutions", "on_the_page", "the example", 3.0),
            ("tests/hidden", "in_secret", "another number", secret),
        ):
            wanted = 2 * x if task == "double" else x / 2
            files[f"{folder}/{unit}/test_{unit[3:]}.py"] = CHECK.format(
                task=task, title=title, kind=kind, given=x, wanted=wanted
            )
    write(root, files)


def jax101(*arguments: str, cwd: Path, env: dict[str, str] | None = None) -> Done:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "autograder", *arguments]
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **LANGUAGE, **(env or {})}, capture_output=True)
    return Done(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course's folder with a class in `submitted` that has been graded once, into `reports`.  Only to be read."""
    root = tmp_path_factory.mktemp("desk")
    write_course(root)
    write(root / "submitted", SUBMISSIONS)
    # Modules that our own processes would import, where they lie about.
    write(root, {f"{name}.py": TRAP for name in ("numpy", "pickle", "pytest", "rich", "selectors")})
    (root / "grade.log").write_text(repr(jax101("grade", "submitted", "--jobs", "1", "--json", cwd=root)))
    return root


@pytest.fixture
def graded(desk: Path) -> Done:
    """What the run that graded the class said."""
    return eval((desk / "grade.log").read_text())  # a repr of ours


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """The command in this process, for what starts no slots: `run("show", "reports", cwd=desk)`."""
    monkeypatch.setenv("PYTHONSAFEPATH", "1")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("COLUMNS", "110")

    def call(*arguments: str, cwd: Path = tmp_path) -> Done:
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["jax101", *arguments])
        polite_end = signal.getsignal(signal.SIGTERM)
        with pytest.raises(SystemExit) as end:
            main()
        signal.signal(signal.SIGTERM, polite_end)
        captured = capfd.readouterr()
        assert isinstance(end.value.code, int)
        return Done(end.value.code, captured.out, captured.err)

    return call


def report_of(desk: Path, **changes: Any) -> Report:
    """A report of the class, altered."""
    report = json.loads((desk / "reports/flo/01_first.json").read_bytes())
    return msgspec.convert({**report, **changes}, Report)


def one_sentence(done: Done, code: int) -> str:
    """What a mistake was answered with: this exit code, nothing on stdout, one clear line on stderr."""
    assert done.code == code, done
    assert done.out == ""
    assert "Traceback" not in done.err
    assert "a mistake of ours" not in done.err
    assert re.fullmatch(r"jax101: [^\n]{15,}\n", done.err), done.err
    return done.err.removeprefix("jax101: ").strip()


# --------------------------------------------------------------------------- jax101 grade


def test_grade_ends_with_0_and_prints_json_only(graded: Done) -> None:
    assert graded.code == 0
    reports = json.loads(graded.out)
    assert [(report["student"], report["unit"], report["score"]) for report in reports] == [
        ("ada", "01_first", 2.0),
        ("ada", "02_second", 1.0),
        ("bob", "01_first", 0.0),
        ("eve", "01_first", None),
        ("flo", "01_first", 1.0),
    ]
    assert [report["status"] for report in reports if report["student"] == "eve"] == ["ungradable"]
    assert re.match(r"5 submissions; sandbox tier: \w+, slots: 1\n", graded.err)


def test_the_json_is_what_is_in_the_reports(desk: Path, graded: Done) -> None:
    for report in json.loads(graded.out):
        path = desk / "reports" / report["student"] / f"{report['unit']}.json"
        assert json.loads(path.read_bytes()) == report


def test_no_module_beside_the_submissions_is_imported(graded: Done, desk: Path) -> None:
    assert graded.code == 0
    assert not (desk / "sprung").exists()


def test_grade_goes_on_where_it_stopped_and_shows_the_class(desk: Path, run: Run) -> None:
    done = run("grade", "submitted", cwd=desk)
    assert done.code == 0
    assert done.err.startswith("5 submissions, 5 have a report already; ")
    table = done.out.split("first thing that went wrong")[1]
    assert re.search(r"ada +2 +1 +3\n", table)
    assert re.search(r"bob .*ValueError: \\x1b\[2J\\u202e", table)
    assert re.search(r"eve +ungradable", table)


def test_one_submission_is_shown_in_detail(desk: Path, run: Run) -> None:
    done = run("grade", "submitted/flo", cwd=desk)
    assert done.err.startswith("1 submission, 1 has a report already; ")
    assert re.search("✗ failed +another number · hidden", done.out)


@pytest.mark.parametrize(
    ("paths", "percent", "code"),
    [(["ada"], "100", 0), (["ada", "flo"], "50", 0), (["ada", "flo"], "50.1", 3), (["eve"], "0", 3), (["bob"], "0", 0)],
)
def test_fail_under(desk: Path, run: Run, paths: list[str], percent: str, code: int) -> None:
    done = run("grade", *(f"submitted/{name}" for name in paths), "--fail-under", percent, cwd=desk)
    assert done.code == code


def test_fail_under_counts_what_is_equal_on_paper(desk: Path) -> None:
    assert _exit_code([report_of(desk, score=0.1 + 0.2, max_score=0.5)], 60.0) == 0
    assert _exit_code([report_of(desk, score=0.3 - 1e-15, max_score=0.5)], 60.0) == 0
    assert _exit_code([report_of(desk, score=0.2999, max_score=0.5)], 60.0) == 3


def test_what_was_not_done_comes_before_a_low_score(desk: Path) -> None:
    low = report_of(desk, score=0.1, max_score=0.5)
    assert [_exit_code([low], 60.0, undone=undone) for undone in (False, True)] == [3, 1]
    assert _exit_code([low], None, undone=True) == 1


def test_our_own_failure_makes_1_and_is_said(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = report_of(desk, status="infrastructure_error", score=None, reason="no memory\x1b\nleft")
    assert _exit_code([report_of(desk), broken], 100) == 1
    assert capsys.readouterr().err == "jax101: flo/01_first could not be graded: no memory\\x1b left\n"


# --------------------------------------------------------------------------- mistakes in calling


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    done = run()
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: jax101 [OPTIONS]")
    assert run("--help").code == 0


def test_the_version(run: Run) -> None:
    assert run("--version") == Done(0, "jax101, version 0.1.0\n", "")


@pytest.mark.parametrize("command", ["check", "hint", "grade", "show", "release", "doctor"])
def test_each_command_has_its_help(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert (done.code, done.err) == (0, "")
    assert f"Usage: jax101 {command} " in done.out


def test_the_list_of_commands_is_not_cut_off(run: Run) -> None:
    commands = run("--help").out.partition("Commands:")[2]
    assert "..." not in commands


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["grad"], "No such command 'grad'"),
        (["grade"], "Missing argument 'PATHS...'. See `jax101 grade --help`."),
        (["grade", "submitted", "--colour"], "No such option"),
        (["grade", "submitted", "--jobs", "0"], "'--jobs'"),
        (["grade", "submitted", "--jobs", "many"], "'--jobs'"),
        (["grade", "submitted", "--fail-under", "101"], "'--fail-under'"),
        (["grade", "submitted", "--device", "tpu"], "'--device'"),
        (["grade", "submitted", "--require-tier", "none"], "'--require-tier'"),
        (["grade", "submitted", "--sandbox", "none", "--require-tier", "root"], "contradict each other"),
        (["grade", "nowhere"], "there is no file or folder"),
        (["grade", "course.yml"], "course.yml is no submission"),
        (["grade", "submitted", "--unit", "09_last"], "no unit 09_last, it has 01_first, 02_second"),
        (["grade", "submitted", "--student", "a/b"], "--student: `a/b` holds a separator"),
        (["grade", "submitted", "--student", "nobody"], "nothing of nobody to grade"),
        (["grade", "submitted", "submitted/ada/01_first/first.py", "--student", "ada"], "is there twice"),
        (["grade", "submitted", "--course", "submitted"], "submitted is not a course folder"),
        (["check", "nowhere.py"], "there is no file or folder nowhere.py"),
        (["check", "submitted/ada", "--task", "tripple"], "there is no task tripple"),
        (["check", "submitted/ada", "--task", "doubel"], "did you mean double?"),
        (["check", "submitted/ada", "--unit", "09_last"], "no unit 09_last"),
        (["check", "--watch", "nowhere.py"], "there is no file or folder nowhere.py"),
        (["hint"], "Missing argument 'TASK'"),
        (["hint", "halff"], "there is no task halff: did you mean half?"),
        (["show"], "Missing argument 'PATHS...'"),
        (["show", "reports", "--to", "docx"], "there is no form 'docx': choose one of terminal, json, html"),
        (["show", "nowhere", "--to", "docx"], "there is no form 'docx'"),
        (["show", "reports", "--to", "gradescope"], "gradescope"),
        (["release", "09_last"], "no unit 09_last, it has 01_first, 02_second"),
        (["doctor", "now"], "unexpected extra argument"),
    ],
)
def test_wrong_usage_is_one_sentence_and_2(desk: Path, run: Run, arguments: list[str], says: str) -> None:
    assert says in one_sentence(run(*arguments, cwd=desk), 2)


@pytest.mark.parametrize("command", ["check .", "hint half", "grade .", "release"])
def test_outside_of_a_course(run: Run, command: str) -> None:
    sentence = one_sentence(run(*command.split()), 2)
    assert re.search(r"no course\.yml in .* or above it: .*--course DIR", sentence)


@pytest.mark.parametrize("command", ["check", "show", "grade"])
def test_control_characters_in_an_argument_are_written_out(desk: Path, run: Run, command: str) -> None:
    done = run(command, "no\x1b[2Jwhere\u202e", cwd=desk)
    assert done.code in (1, 2)
    assert "no\\x1b[2Jwhere\\u202e" in done.err
    for argument in ("--opt\x1bion", "--task=\x1b[2J"):
        assert "\x1b" not in run(command, ".", argument, cwd=desk).err


# --------------------------------------------------------------------------- what cannot be done


def test_a_device_that_is_not_there_is_a_sentence_and_nothing_is_graded(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.accelerator.plugins", list)
    sentence = one_sentence(run("grade", "submitted", "--device", "gpu", "--out", "other", cwd=desk), 1)
    assert sentence.startswith("--device gpu: JAX has no plugin for cuda here. Install one, such as jax[cuda13]")
    assert not (desk / "other").exists()


def test_the_way_of_a_device_can_be_gone_without_one(desk: Path, run: Run) -> None:
    done = run("grade", "submitted", "--device", "cpu-traced", "--json", "--out", "traced", cwd=desk)
    assert done.code == 0
    assert re.search(
        r"^\d+ calls were computed by an evaluator \(cpu-traced\), with \d+ different programs$", done.err, re.M
    )
    traced = json.loads(done.out)
    plain = json.loads(run("grade", "submitted", "--json", "--out", "plain", cwd=desk).out)
    assert {report["environment"]["device"] for report in traced} == {"cpu-traced"}
    assert [report["score"] for report in traced] == [report["score"] for report in plain]


def test_a_course_file_with_mistakes_says_each_in_a_line_with_its_place(desk: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "course.yml").write_text(COURSE.replace("points: 2", "points: two").replace("[Divide.]", "[]"))
    done = run("grade", str(desk / "submitted"))
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines() == [
        "jax101: course.yml: units[0].tasks[0].points: expected a number, found 'two'",
        "jax101: course.yml: units[1].tasks[0].hints: expected a list of at least one hint, found an empty list",
    ]


def test_a_course_file_that_is_not_yaml(run: Run, tmp_path: Path) -> None:
    (tmp_path / "course.yml").write_text("units: [")
    assert one_sentence(run("grade", str(tmp_path)), 1).startswith("course.yml: line 1, column 9: ")


def test_a_folder_for_reports_that_cannot_be_made(desk: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    out = tmp_path / "file" / "reports"
    sentence = one_sentence(run("grade", "submitted", "--out", str(out), cwd=desk), 1)
    assert sentence.endswith("Make room or give permission there, or choose another folder with --out.")


def test_a_file_in_the_place_of_a_report_is_not_overwritten(desk: Path, run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"reports/flo/01_first.json": "my diary"})
    arguments = ["grade", str(desk / "submitted/flo"), "--course", str(desk), "--out", "reports"]
    done = run(*arguments)
    assert done.code == 1
    assert re.search(r"^jax101: .*flo/01_first\.json is not a report of jax101.*move it away", done.err, re.MULTILINE)
    assert (tmp_path / "reports/flo/01_first.json").read_text() == "my diary"


def test_two_graders_do_not_write_into_one_folder(desk: Path, run: Run) -> None:
    with lock(desk / "reports"):
        assert "is in use by another grader" in one_sentence(run("grade", "submitted", cwd=desk), 1)


def test_no_checks_at_all(run: Run, tmp_path: Path) -> None:
    write_course(tmp_path)
    shutil.rmtree(tmp_path / "tests")
    (tmp_path / "solutions/01_first/test_first.py").unlink()
    write(tmp_path / "submitted", SUBMISSIONS)
    assert "01_first has no checks: put test_first.py into" in one_sentence(run("grade", "submitted"), 1)
    assert "test_first.py is missing beside course.yml" in one_sentence(run("check", "submitted/ada/01_first"), 1)


@pytest.mark.slow
def test_a_check_file_that_does_not_import_stops_grading(tmp_path: Path) -> None:
    write_course(tmp_path)
    write(tmp_path / "submitted", SUBMISSIONS)
    write(tmp_path, {"tests/hidden/01_first/test_first.py": "import nonesuch\n"})
    done = jax101("grade", "submitted/flo", cwd=tmp_path)
    assert done.code == 1
    assert done.out == ""
    last = done.err.splitlines()[-1]
    assert re.match(r"jax101: .*test_first\.py does not import: .*nonesuch.*Mend the check file\.", last)
    assert "Traceback" not in done.err
    assert not list((tmp_path / "reports").glob("*/*.json"))


def test_a_mistake_of_ours_has_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Any:
        raise KeyError("units")

    monkeypatch.setattr("autograder.doctor.examine", broken)
    done = run("doctor")
    assert (done.code, done.out) == (1, "")
    assert done.err == "jax101: a mistake of ours (KeyError: 'units'). Set JAX101_DEBUG=1 to see where, and tell us.\n"
    monkeypatch.setenv("JAX101_DEBUG", "1")
    assert "Traceback" in run("doctor").err


def test_the_systems_refusal_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> Any:
        raise OSError(28, "No space left on device", "/some/file")

    monkeypatch.setattr("autograder.doctor.examine", full)
    assert one_sentence(run("doctor"), 1) == "/some/file: No space left on device."


# --------------------------------------------------------------------------- Ctrl-C


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.2, 3.0])  # while the slot starts, and while it grades
def test_ctrl_c_stops_grading_cleanly_and_says_how_to_go_on(tmp_path: Path, seconds: float) -> None:
    write_course(tmp_path)
    write(tmp_path, {"submitted/leo/01_first/first.py": "while True:\n    pass\n"})
    command = [sys.executable, "-m", "autograder", "grade", "submitted", "--jobs", "1"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("1 submission; ")
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to everyone
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (1, "")
    assert err.strip() == "jax101: stopped; what was graded is kept, the same command goes on from there."


def test_ctrl_c_elsewhere_is_a_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr("autograder.doctor.examine", interrupted)
    done = run("doctor")
    assert (done.code, done.err.strip()) == (1, "jax101: stopped.")


# --------------------------------------------------------------------------- jax101 show

MARKS = {
    "terminal": "first thing that went wrong",
    "json": '"schema": "jax101/report/1"',
    "html": "<!doctype html>",
    "markdown": "| `ada` |",
    "csv": '"ada","01_first"',
    "junit": "<testsuite",
}


@pytest.mark.parametrize("form", MARKS)
def test_show_in_every_form(desk: Path, run: Run, form: str) -> None:
    done = run("show", "reports", "--to", form, cwd=desk)
    assert (done.code, done.err) == (0, "")
    assert MARKS[form].lower() in done.out.lower()
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out


def test_show_for_gradescope_takes_one_student(desk: Path, run: Run) -> None:
    done = run("show", "reports/ada", "--to", "gradescope", cwd=desk)
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["score"] == 3.0


def test_show_gives_the_json_that_grade_gave(desk: Path, graded: Done, run: Run) -> None:
    assert run("show", "reports", "--to", "json", cwd=desk).out == graded.out


@pytest.mark.parametrize("form", [*MARKS, "gradescope"])
def test_for_student_hides_what_hidden_checks_saw(desk: Path, run: Run, form: str) -> None:
    arguments = ["show", "reports/flo/01_first.json", "--to", form]
    everything, shown = (run(*arguments, *more, cwd=desk).out for more in ([], ["--for-student"]))
    if form != "csv":  # which holds no messages
        assert "should be 4203, but is 6" in " ".join(everything.split())
        assert "A hidden check did not pass." in " ".join(shown.split())
    assert "4203" not in re.sub("[0-9a-f]{12,}", "", shown)  # in hashes it may stand


def test_for_student_keeps_what_public_checks_saw(desk: Path, run: Run) -> None:
    shown = run("show", "reports/bob", "--for-student", cwd=desk).out
    assert "ValueError: \\x1b[2J\\u202e" in shown


def test_a_damaged_report_is_said_and_the_others_are_shown(desk: Path, run: Run, tmp_path: Path) -> None:
    shutil.copytree(desk / "reports", tmp_path / "reports")
    (tmp_path / "reports/bob/01_first.json").write_text("{")
    done = run("show", "reports", "--to", "csv")
    assert done.code == 1
    assert '"ada"' in done.out
    assert '"bob"' not in done.out
    assert re.fullmatch(r"jax101: .*bob/01_first\.json is not a report of jax101, or is damaged.*\n", done.err)


@pytest.mark.parametrize("path", ["nowhere", "solutions"])
def test_show_without_reports(desk: Path, run: Run, path: str) -> None:
    one_sentence(run("show", path, cwd=desk), 1)


# --------------------------------------------------------------------------- jax101 check, hint, release, doctor


@pytest.mark.parametrize(
    ("path", "code", "says"),
    [
        ("submitted/ada", 0, "■ 1 of 1|double: its check passed"),
        ("submitted/bob/01_first/first.py", 3, r"stopped with ValueError: \\x1b\[2J\\u202e"),
        ("submitted/ada/02_second", 0, "half: its check passed"),
    ],
)
def test_check_ends_with_0_or_3(desk: Path, run: Run, path: str, code: int, says: str) -> None:
    done = run("check", path, cwd=desk)
    assert (done.code, done.err) == (code, "")
    assert re.search(says, " ".join(done.out.split()))


def test_check_of_what_is_no_submission_is_1(desk: Path, run: Run) -> None:
    sentence = one_sentence(run("check", "submitted/eve/01_first", cwd=desk), 1)
    assert sentence.startswith("01_first: first.ipynb is not a notebook: ")


def test_check_asks_which_unit_and_takes_the_answer(desk: Path, run: Run, tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / "mine.py").write_text("def half(x):\n    return x / 2\n")
    assert "which unit is mine.py? Name it with --unit" in one_sentence(run("check", "mine.py"), 2)
    assert run("check", "mine.py", "--unit", "02_second").code == 0
    assert run("check", "mine.py", "--task", "half").code == 0


def test_an_old_copy_beside_one_s_work_is_no_other_student_for_check(run: Run, tmp_path: Path) -> None:
    write_course(tmp_path)
    right = "def half(x):\n    return x / 2\n"
    write(tmp_path, {"ada/02_second/second.py": right, "ada/old/02_second/second.py": right})
    assert run("check", "ada").code == 0
    assert one_sentence(run("grade", "ada"), 2).startswith("ada has both 02_second, which is a unit, and old, which")


def test_hint_climbs_and_restarts(desk: Path, run: Run) -> None:
    def hint(*more: str) -> str:
        return run("hint", "double", *more, cwd=desk).out

    assert hint() == "Hint 1 of 2 for double: What is twice?\n"
    assert hint() == hint() == "Hint 2 of 2 for double: Use two.  (This was the last one.)\n"
    assert hint("--restart") == "Hint 1 of 2 for double: What is twice?\n"


def test_release_writes_and_check_looks(small_course: Course, run: Run) -> None:
    pytest.importorskip("nbgrader")
    root = small_course.root
    done = run("release", "--check", cwd=root)
    assert (done.code, done.out.splitlines()[0]) == (1, "missing: exercises/01_first/course.yml")
    assert done.err.count("\n") == 1
    assert "run `jax101 release`" in done.err
    done = run("release", cwd=root)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "wrote: exercises/01_first/course.yml"
    assert run("release", "--check", cwd=root) == Done(0, "exercises/ is up to date.\n", "")
    (root / "exercises/01_first/course.yml").write_text("edited")
    (root / "exercises/01_first/mine.txt").write_text("foreign")
    done = run("release", "--check", "01_first", cwd=root)
    assert done.code == 1
    assert done.out == "differs: exercises/01_first/course.yml\nforeign: exercises/01_first/mine.txt\n"


def test_doctor_says_what_is_here(run: Run) -> None:
    done = run("doctor")
    assert done.code in (0, 1)
    for word in ("Sandbox", "Devices", "Versions", "jaxlib", "nbgrader"):
        assert word in done.out
    assert done.err == ""


def test_doctor_ends_with_1_where_nothing_holds(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "autograder.doctor.probe",
        lambda: (TierReport(tier=Tier.NAMESPACES, available=False, reason="user namespaces are off"),),
    )
    done = run("doctor")
    assert done.code == 1
    assert "namespaces  no: user namespaces are off" in done.out
    assert "Grading hidden checks needs one of them" in done.out


@pytest.mark.parametrize("tier", ["root", "namespaces", "landlock"])
def test_a_required_tier_that_is_not_here_is_refused(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tier: str
) -> None:
    nothing = [TierReport(tier=tier, available=False, reason="not here") for tier in Tier if tier is not Tier.NONE]
    monkeypatch.setattr("autograder.sandbox.tiers.probe", lambda: nothing)
    for more in ([], ["--require-tier", tier]):
        assert "not here" in one_sentence(run("grade", "submitted", *more, cwd=desk), 1)


# --------------------------------------------------------------------------- terminals and pipes


@pytest.fixture(params=["1", ""], ids=["written at once", "written at the end"])
def buffering(request: pytest.FixtureRequest) -> dict[str, str]:
    """Python keeps what is printed until there is enough of it, unless this variable says something."""
    return {**os.environ, "PYTHONUNBUFFERED": request.param}


def test_a_reader_that_goes_away_is_no_error_of_ours(desk: Path, buffering: dict[str, str]) -> None:
    command = f"{sys.executable} -m autograder show reports --to html | head -c 1"
    done = subprocess.run(["bash", "-c", command], cwd=desk, env=buffering, capture_output=True, text=True, check=False)
    assert done.stdout == "<"
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("form", ["terminal", "html"])
def test_standard_output_that_is_full_is_said(desk: Path, buffering: dict[str, str], form: str) -> None:
    command = f"{sys.executable} -m autograder show reports --to {form} > /dev/full"
    done = subprocess.run(["bash", "-c", command], cwd=desk, env=buffering, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "jax101: No space left on device.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_standard_error_that_is_full_does_not_change_the_exit_code(desk: Path, buffering: dict[str, str]) -> None:
    command = f"{sys.executable} -m autograder show nowhere 2> /dev/full"
    assert subprocess.run(["bash", "-c", command], cwd=desk, env=buffering, check=False).returncode == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_without_a_check_mark_gets_an_escape_and_programs_get_utf_8(desk: Path, encoding: str) -> None:
    poor = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    for command in ("show reports/flo", "check submitted/ada/01_first"):
        done = jax101(*command.split(), cwd=desk, env=poor)
        assert (done.code, done.err) == (0, "")
        assert re.search(r"✓ .*passed|passed.*✓" if encoding == "ascii" else r"\\u2713.*passed", done.out)
    done = jax101("show", "reports/bob", "--to", "html", cwd=desk, env=poor)
    assert (done.code, done.err) == (0, "")
    assert "✗" in done.out


def test_a_closed_standard_output_is_no_traceback(desk: Path) -> None:
    command = f"{sys.executable} -m autograder show reports >&-"
    done = subprocess.run(["bash", "-c", command], cwd=desk, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "a mistake of ours" not in done.stderr
