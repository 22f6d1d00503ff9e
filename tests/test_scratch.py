"""A folder for a while: gone with its owner, however it ends, and nobody else's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.scratch import scratch

HOLD = """
import sys, pathlib
from autograder.scratch import scratch
with scratch("work-", pathlib.Path(sys.argv[1])) as folder:
    (folder / "deep").mkdir()
    print(folder, flush=True)
    sys.stdin.read()
"""


def test_it_is_private_empty_and_gone_afterwards(tmp_path: Path) -> None:
    with scratch("work-", tmp_path) as folder:
        assert folder.parent == tmp_path
        assert folder.name.startswith("work-")
        assert folder.stat().st_mode & 0o777 == 0o700
        assert list(folder.iterdir()) == []
        (folder / "file").write_text("x")
    assert list(tmp_path.iterdir()) == []


def test_it_goes_when_something_is_raised_in_it(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), scratch("work-", tmp_path):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_one_in_use_is_left_and_one_of_a_killed_process_is_cleared(tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    theirs = Path(other.stdout.readline().strip())
    with scratch("work-", tmp_path):
        assert theirs.is_dir()
    other.send_signal(signal.SIGKILL)
    other.communicate()
    assert theirs.is_dir()
    with scratch("work-", tmp_path) as ours:
        assert list(tmp_path.iterdir()) == [ours]


def test_links_and_files_of_that_name_are_nobody_s_to_clear(tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "work-link").symlink_to(tmp_path / "precious")
    (tmp_path / "work-file").write_text("keep")
    with scratch("work-", tmp_path):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == ["precious", "work-file", "work-link"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a folder of another user's")
def test_a_folder_of_somebody_else_is_left(tmp_path: Path) -> None:
    theirs = tmp_path / "work-theirs"
    theirs.mkdir()
    os.chown(theirs, 12345, 12345)
    with scratch("work-", tmp_path):
        pass
    assert theirs.is_dir()
