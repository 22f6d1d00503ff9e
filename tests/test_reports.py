"""The folder of reports: whole or not there, ours or left alone, one writer at a time."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

import msgspec
import pytest

from autograder import reports
from autograder.errors import OutputError
from autograder.model import CheckResult, Environment, Handed, Report, TaskResult


def a_report(student: str = "ada", unit: str = "04_pure", **changes: Any) -> Report:
    check = CheckResult(check="set_first_on_rows", title="on rows", hidden=True, outcome="failed", max_points=1.5)
    report = Report(
        student=student,
        unit=unit,
        status="graded",
        score=2.0,
        max_score=3.5,
        tasks=(TaskResult(task="set_first", score=2.0, max_score=3.5, checks=(check,)),),
        submission=Handed(sha256="ab" * 32, files=("pure.py",)),
        environment=Environment(
            python="3.11.7",
            jax="0.10.2",
            jaxlib="0.10.2",
            numpy="2.4.6",
            device="cpu",
            sandbox="namespaces",
            checks_sha256="cd" * 32,
        ),
    )
    return msgspec.structs.replace(report, **changes)


def refused(_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


# --------------------------------------------------------------------------- a report as bytes


def test_keys_stand_in_the_order_of_the_contract() -> None:
    document = json.loads(reports.to_bytes(a_report()))
    assert list(document) == [
        *("schema", "student", "unit", "status", "reason", "score", "max_score", "tasks", "submission", "environment")
    ]
    assert list(document["tasks"][0]) == ["task", "score", "max_score", "checks"]
    assert list(document["tasks"][0]["checks"][0]) == [
        *("check", "title", "hidden", "outcome", "points", "max_points", "message", "hint", "misconception", "line")
    ]
    assert list(document["submission"])[:2] == ["sha256", "files"]
    assert list(document["environment"]) == [
        *("python", "jax", "jaxlib", "numpy", "device", "sandbox", "checks_sha256")
    ]


def a_picture(**changes: Any) -> dict[str, Any]:
    """As it stands in a file."""
    row = {"shape": [2], "entries": [1.0, "nan"]}
    return {"shows": "arrays", "seen": row, "expected": row, "wrong": [1], "path": "", **changes}


def with_picture(picture: object) -> bytes:
    document = json.loads(reports.to_bytes(a_report()))
    document["tasks"][0]["checks"][0]["picture"] = picture
    return json.dumps(document).encode()


def test_a_picture_is_the_last_key_of_a_check_that_has_one(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_bytes(with_picture(a_picture()))
    report = reports.read(tmp_path / "report.json")
    [check] = json.loads(reports.to_bytes(report))["tasks"][0]["checks"]
    assert list(check)[-2:] == ["line", "picture"]
    assert check["picture"] == a_picture()


@pytest.mark.parametrize(
    "picture",
    [
        "<svg onload='alert(1)'>",
        a_picture(shows="everything"),
        a_picture(seen={"shape": [3], "entries": [1.0]}),
        a_picture(seen={"shape": [-1, -1], "entries": [1.0]}),
        a_picture(seen={"shape": [1, 1, 1], "entries": [1.0]}),
        a_picture(seen={"shape": [1], "entries": ["<b>"]}),
        {"shows": "curves", "seen": {"x": [1.0], "y": []}, "expected": {"x": [], "y": []}, "xlabel": "", "ylabel": ""},
        {"shows": "curves", "seen": {"x": [], "y": []}, "expected": {"x": [], "y": []}, "xlabel": "", "ylabel": ""},
    ],
)
def test_a_damaged_picture_is_told_in_a_sentence(tmp_path: Path, picture: object) -> None:
    (tmp_path / "report.json").write_bytes(with_picture(picture))
    with pytest.raises(OutputError, match=r"report\.json is not a report of jax101, or is damaged \(.*picture"):
        reports.read(tmp_path / "report.json")


def test_the_same_report_is_the_same_bytes_with_letters_kept_and_a_newline_at_the_end() -> None:
    data = reports.to_bytes(a_report("Zoë"))
    assert data == reports.to_bytes(a_report("Zoë"))
    assert "Zoë".encode() in data
    assert data.endswith(b"\n}\n")
    assert b'"score": 2.0,' in data


def test_a_score_that_is_no_number_is_refused() -> None:
    with pytest.raises(OutputError, match="ada, 04_pure has a score that is no number"):
        reports.to_bytes(a_report(score=float("nan")))


def test_text_that_json_cannot_hold_still_makes_a_report() -> None:
    report = a_report(submission=Handed(sha256="ab" * 32, files=("pure.py",), ignored=("caf\udce9\x1b",)))
    document = json.loads(reports.to_bytes(report))
    assert document["submission"]["ignored"] == ["caf\\udce9\x1b"]


# --------------------------------------------------------------------------- writing


def test_what_was_written_is_read_back_equal(tmp_path: Path) -> None:
    path = reports.write(tmp_path, a_report())
    assert path == tmp_path / "ada" / "04_pure.json"
    assert reports.read(path) == a_report()


def test_reports_and_their_folders_are_for_their_owner_only(tmp_path: Path) -> None:
    path = reports.write(tmp_path / "deep" / "reports", a_report())
    assert path.stat().st_mode & 0o777 == 0o600
    assert {folder.stat().st_mode & 0o777 for folder in list(path.parents)[:3]} == {0o700}


def test_a_second_verdict_takes_the_place_of_the_first_and_leaves_nothing_behind(tmp_path: Path) -> None:
    reports.write(tmp_path, a_report())
    path = reports.write(tmp_path, a_report(score=3.5))
    assert reports.read(path).score == 3.5
    assert names(path.parent) == ["04_pure.json"]


@pytest.mark.parametrize("step", ["fsync", "rename"])
def test_a_full_disk_is_said_and_leaves_the_old_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = reports.write(tmp_path, a_report())
    monkeypatch.setattr(os, step, lambda *_, **__: refused(None))
    with pytest.raises(OutputError, match=r"ada.04_pure\.json cannot be written: No space left on device\. Make room"):
        reports.write(tmp_path, a_report(score=3.5))
    assert names(path.parent) == ["04_pure.json"]
    assert reports.read(path).score == 2.0


def test_an_interrupt_while_writing_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        reports.write(tmp_path, a_report())
    assert names(tmp_path / "ada") == []


def test_the_report_is_on_the_disk_before_it_is_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, rename = os.fsync, os.rename
    monkeypatch.setattr(os, "fsync", lambda handle: (steps.append("fsync"), fsync(handle)))
    monkeypatch.setattr(os, "rename", lambda *a, **k: (steps.append("rename"), rename(*a, **k)))
    reports.write(tmp_path, a_report())
    assert steps == ["fsync", "fsync", "rename", "fsync"]  # the student's folder, the report, and its name


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file")
    with pytest.raises(OutputError, match=r"cannot be written: .*choose another folder with --out"):
        reports.write(tmp_path / "reports", a_report())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="cannot be written: Permission denied"):
        reports.write(tmp_path, a_report())


FOREIGN = {
    "empty": b"",
    "cut off": reports.to_bytes(a_report())[:-9],
    "not JSON": b"\x89PNG\r\n",
    "another program's": b'{"score": 100}',
    "a list": b"[]",
    "nested without end": b'{"x":' * 100_000,
    "not UTF-8": reports.to_bytes(a_report()).replace(b"ada", b"\xff"),
    "a word for a score": reports.to_bytes(a_report()).replace(b'"score": 2.0', b'"score": "2.0"'),
    "an unknown outcome": reports.to_bytes(a_report()).replace(b'"failed"', b'"perfect"'),
    "graded without a score": reports.to_bytes(a_report(score=None)),
    "ungradable with a score": reports.to_bytes(a_report(status="ungradable")),
    "of a later schema": reports.to_bytes(a_report(schema="jax101/report/2")),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_what_is_no_whole_report_of_ours_is_neither_read_nor_overwritten(tmp_path: Path, what: str) -> None:
    path = tmp_path / "ada" / "04_pure.json"
    path.parent.mkdir()
    path.write_bytes(FOREIGN[what])
    with pytest.raises(OutputError, match=r"04_pure\.json (is|has) .*move it away and grade again"):
        reports.read(path)
    with pytest.raises(OutputError, match="move it away and grade again"):
        reports.write(tmp_path, a_report())
    assert path.read_bytes() == FOREIGN[what]
    assert names(path.parent) == ["04_pure.json"]


def test_another_students_report_is_not_overwritten(tmp_path: Path) -> None:
    """As it would be where the file system takes `Ada` and `ada` for one."""
    path = reports.write(tmp_path, a_report("Ada"))
    (tmp_path / "Ada").rename(tmp_path / "ada")
    with pytest.raises(OutputError, match="is the report of Ada, 04_pure"):
        reports.write(tmp_path, a_report("ada"))
    assert path.name == "04_pure.json"


@pytest.mark.parametrize("name", ["", ".", "..", ".lock", "a/b", "a\\b", "a\nb", "a\x00", "\u202eada", "\udcff"])
def test_a_name_that_could_lead_elsewhere_or_hide_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="cannot name a report"):
        reports.path_of(tmp_path, name, "04_pure")
    with pytest.raises(OutputError, match="cannot name a report"):
        reports.path_of(tmp_path, "ada", name)


# --------------------------------------------------------------------------- links and other things that are no files


def test_a_students_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "ada").symlink_to(elsewhere)
    with pytest.raises(OutputError, match="ada is a link, which is not followed"):
        reports.write(tmp_path / "reports", a_report())
    assert names(elsewhere) == []


def test_a_link_put_there_after_the_look_is_not_followed_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "ada").symlink_to(tmp_path / "elsewhere")
    monkeypatch.setattr(Path, "is_symlink", lambda _: False)
    with pytest.raises(OutputError, match="is no folder"):
        reports.write(tmp_path, a_report())
    assert names(tmp_path / "elsewhere") == []


def test_a_report_that_is_a_link_is_not_overwritten(tmp_path: Path) -> None:
    target = reports.write(tmp_path / "elsewhere", a_report())
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada" / "04_pure.json").symlink_to(target)
    with pytest.raises(OutputError, match="not a report of jax101"):
        reports.write(tmp_path, a_report(score=3.5))
    assert reports.read(target).score == 2.0


def test_a_fifo_in_the_place_of_a_report_is_said_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "ada" / "04_pure.json"
    path.parent.mkdir()
    os.mkfifo(path)
    with pytest.raises(OutputError, match="not a plain file"):
        reports.read(path)
    with pytest.raises(OutputError, match="not a plain file"):
        reports.write(tmp_path, a_report())


def test_a_file_too_large_for_a_report_is_not_taken_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = reports.write(tmp_path, a_report())
    monkeypatch.setattr(reports, "MAX_BYTES", 100)
    with pytest.raises(OutputError, match="size of a report"):
        reports.read(path)


# --------------------------------------------------------------------------- reading many


def test_a_folder_of_reports_a_students_folder_and_a_report_can_be_named(tmp_path: Path) -> None:
    for student, unit in [("zoe", "01_arrays"), ("ada", "04_pure"), ("ada", "02_grad")]:
        reports.write(tmp_path, a_report(student, unit))
    everyone, problems = reports.read_all([tmp_path])
    assert [(report.student, report.unit) for report in everyone] == [
        ("ada", "02_grad"),
        ("ada", "04_pure"),
        ("zoe", "01_arrays"),
    ]
    assert not problems
    assert reports.read_all([tmp_path / "ada"])[0] == everyone[:2]
    assert reports.read_all([tmp_path / "zoe" / "01_arrays.json"])[0] == everyone[2:]
    assert reports.read_all([tmp_path, tmp_path / "ada", tmp_path / "ada" / "04_pure.json"])[0] == everyone


def test_one_damaged_report_or_link_does_not_hide_the_others(tmp_path: Path) -> None:
    out = tmp_path / "reports"
    reports.write(out, a_report("ada"))
    reports.write(out, a_report("bob")).write_text("{")
    (out / "eve").symlink_to(reports.write(tmp_path / "elsewhere", a_report("eve")).parent)
    found, problems = reports.read_all([out])
    assert [report.student for report in found] == ["ada"]
    assert len(problems) == 2
    assert "eve is a link" in str(problems[0])
    assert "is not a report of jax101" in str(problems[1])


def test_locks_leftovers_and_other_peoples_files_are_no_reports(tmp_path: Path) -> None:
    with reports.lock(tmp_path):
        reports.write(tmp_path, a_report())
    (tmp_path / "ada" / ".jax101-1.tmp").write_text("{")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config.json").write_text("{}")
    (tmp_path / "class.html").write_text("<p>")
    assert reports.read_all([tmp_path]) == ((a_report(),), ())


def test_a_path_that_is_not_there_and_a_folder_without_reports_have_their_sentences(tmp_path: Path) -> None:
    found, problems = reports.read_all([tmp_path / "nope", tmp_path])
    assert found == ()
    assert "nope cannot be read: No such file or directory" in str(problems[1])
    assert "holds no reports" in str(problems[0])


# --------------------------------------------------------------------------- one writer


HOLD = """
import sys, pathlib
from autograder import reports
with reports.lock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def another_grader(out: Path) -> subprocess.Popen[str]:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(out)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    return other


def test_a_second_grader_is_told_which_folder_is_in_use(tmp_path: Path) -> None:
    with (
        reports.lock(tmp_path / "reports"),
        pytest.raises(OutputError, match=r"reports is in use by another grader: .*--out"),
        reports.lock(tmp_path / "reports"),
    ):
        pass
    with reports.lock(tmp_path / "reports"):  # and is free again afterwards
        pass


def test_a_killed_grader_gives_up_its_lock_and_its_leftovers_are_cleared(tmp_path: Path) -> None:
    path = reports.write(tmp_path, a_report())
    other = another_grader(tmp_path)
    with pytest.raises(OutputError, match="in use"), reports.lock(tmp_path):
        pass
    leftover = path.with_name(".jax101-0123456789abcdef.tmp")
    leftover.write_text('{"schema": "jax1')
    other.send_signal(signal.SIGKILL)
    other.communicate()
    with reports.lock(tmp_path):
        assert names(path.parent) == ["04_pure.json"]


def test_leftovers_are_not_cleared_through_a_link(tmp_path: Path) -> None:
    precious = tmp_path / "elsewhere" / ".jax101-precious.tmp"
    precious.parent.mkdir()
    precious.write_text("keep")
    out = tmp_path / "reports"
    out.mkdir()
    (out / "ada").symlink_to(precious.parent)
    with reports.lock(out):
        assert precious.exists()


def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / ".lock").symlink_to(tmp_path / "made-through-the-link")
    with pytest.raises(OutputError, match="cannot be written"), reports.lock(tmp_path):
        pass
    assert not (tmp_path / "made-through-the-link").exists()


def test_a_folder_that_cannot_be_locked_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fcntl.flock", lambda *_: refused(None))
    with (
        pytest.raises(OutputError, match=r"cannot be locked: No space left on device\. Choose"),
        reports.lock(tmp_path),
    ):
        pass
