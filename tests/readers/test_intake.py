"""Bytes are read once, from plain files and nothing else; whatever lies there, there is a sentence and no hang."""

from __future__ import annotations

import hashlib
import os
import socket
import zipfile
from pathlib import Path

import pytest

from autograder.model import Course, Submission
from autograder.readers import Found, intake, read


def handed(path: Path, course: Course, unit: str = "01_first") -> Submission:
    return read(Found(student="ada", unit=unit, path=path), course)


def test_a_submission_is_its_bytes_and_their_hash(small_course: Course, tmp_path: Path) -> None:
    path = tmp_path / "first.py"
    path.write_bytes(b"x = 1\r\n")
    assert handed(path, small_course) == Submission(
        student="ada",
        unit="01_first",
        file="first.py",
        content=b"x = 1\r\n",
        sha256=hashlib.sha256(b"x = 1\r\n").hexdigest(),
    )


def test_a_zip_is_the_file_in_it(small_course: Course, tmp_path: Path) -> None:
    path = tmp_path / "ada.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("work/first.ipynb", b"{}")
        archive.writestr("work/data.csv", b"1")
    found = Found(student="ada", unit="01_first", path=path, ignored=("notes.txt",))
    submission = read(found, small_course)
    assert (submission.file, submission.content) == ("first.ipynb", b"{}")
    assert submission.ignored == ("notes.txt", "work/data.csv")
    assert submission.sha256 == hashlib.sha256(b"{}").hexdigest()


def test_a_problem_found_before_is_kept(small_course: Course) -> None:
    submission = read(Found(student="ada", unit="99_none", problem="there is no such unit"), small_course)
    assert (submission.problem, submission.content, submission.file) == ("there is no such unit", b"", "")


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda path: os.symlink("/etc/passwd", path), "a symbolic link"),
        (lambda path: os.symlink("nowhere", path), "a symbolic link"),
        (lambda path: os.symlink(path.name, path), "a symbolic link"),
        (os.mkfifo, "a FIFO"),
        (os.mkdir, "a folder"),
    ],
    ids=["link", "dangling link", "link to itself", "FIFO", "folder"],
)
def test_only_plain_files_are_opened(small_course: Course, tmp_path: Path, make: object, what: str) -> None:
    path = tmp_path / "first.py"
    assert callable(make)
    make(path)
    assert handed(path, small_course).problem == f"first.py is {what}, and only plain files are opened"


def test_a_socket_is_not_opened(small_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("first.py")
        assert handed(tmp_path / "first.py", small_course).problem == (
            "first.py is a socket, and only plain files are opened"
        )


def test_a_device_is_not_opened(small_course: Course) -> None:
    assert handed(Path("/dev/zero"), small_course).problem == "zero is a device, and only plain files are opened"


@pytest.mark.parametrize("late", [os.mkfifo, lambda path: os.symlink("/etc/passwd", path)], ids=["FIFO", "link"])
def test_what_takes_the_file_s_place_after_we_looked_is_not_read_either(
    small_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: object
) -> None:
    path = tmp_path / "first.py"
    assert callable(late)
    late(path)
    plain = tmp_path / "plain"
    plain.touch()
    monkeypatch.setattr(intake.os, "lstat", lambda _: os.stat(plain))
    assert handed(path, small_course).problem is not None


def test_a_file_that_is_gone_has_its_sentence(small_course: Course, tmp_path: Path) -> None:
    assert handed(tmp_path / "first.py", small_course).problem == "first.py cannot be read: No such file or directory"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_no_one_may_read_has_its_sentence(small_course: Course, tmp_path: Path) -> None:
    path = tmp_path / "first.py"
    path.touch(mode=0)
    assert handed(path, small_course).problem == "first.py cannot be read: Permission denied"


@pytest.mark.parametrize(("size", "fits"), [(1 << 20, True), ((1 << 20) + 1, False)])
def test_a_file_may_be_as_large_as_the_limit_and_no_larger(
    small_course: Course, tmp_path: Path, size: int, fits: bool
) -> None:
    path = tmp_path / "first.py"
    path.write_bytes(b"#" * size)
    submission = handed(path, small_course)
    assert submission.problem == (None if fits else "first.py is larger than 1 MB, the most a submission may be")
    assert len(submission.content) == (size if fits else 0)


def test_a_huge_sparse_file_is_refused_unread(small_course: Course, tmp_path: Path) -> None:
    path = tmp_path / "first.py"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert "larger than 1 MB" in str(handed(path, small_course).problem)


def test_a_bad_zip_is_a_problem_not_an_error(small_course: Course, tmp_path: Path) -> None:
    path = tmp_path / "ada.zip"
    path.write_bytes(b"PK\x03\x04 no")
    submission = handed(path, small_course)
    assert str(submission.problem).startswith("ada.zip is not a zip that can be read")
    assert submission.content == b""


def test_ignored_files_are_sorted_shown_safely_and_not_endless(small_course: Course, tmp_path: Path) -> None:
    path = tmp_path / "first.py"
    path.touch()
    names = ("b", "a\x1b[31m", *(f"c{n:03}" for n in range(150)))
    ignored = read(Found(student="ada", unit="01_first", path=path, ignored=names), small_course).ignored
    assert ignored[:3] == ("a\\x1b[31m", "b", "c000")
    assert ignored[-1] == "… and 52 more"
    assert len(ignored) == 101
