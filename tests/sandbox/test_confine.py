"""The parts of the wall that decide something before any of it is built."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from autograder.sandbox import interpreter
from autograder.sandbox.confine import credentials
from autograder.sandbox.confine.cgroup import Group
from autograder.sandbox.confine.descriptors import close_others
from autograder.sandbox.confine.namespaces import outermost

REPOSITORY = Path(__file__).resolve().parents[2]


# ------------------------------------------------------------------ what a worker may read


def test_a_worker_reads_the_interpreter_and_the_system_but_never_the_repository() -> None:
    readable = [Path(path) for path in interpreter.readable()]
    for needed in (os.__file__, pytest.__file__):
        assert any(Path(needed).is_relative_to(root) for root in readable)
    for private in ("course.yml", "solutions", "tests/hidden", "autograder", ".git"):
        assert not any((REPOSITORY / private).is_relative_to(root) for root in readable)
        assert not any(root.is_relative_to(REPOSITORY / private) for root in readable)
    assert not any(root in (Path("/"), Path("/etc"), Path.home()) for root in readable)


def test_a_virtual_environment_is_let_in_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".venv" / "lib").mkdir(parents=True)
    (tmp_path / "secret").mkdir()
    monkeypatch.setattr(sys, "prefix", str(tmp_path / ".venv"))
    ours = [path for path in interpreter.readable() if path.startswith(str(tmp_path))]
    assert ours == [str(tmp_path / ".venv" / "lib")]


def test_an_interpreter_behind_a_link_is_let_in_under_both_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "3.11.7" / "lib").mkdir(parents=True)
    (tmp_path / "3.11").symlink_to("3.11.7")
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path / "3.11"))
    ours = [path for path in interpreter.readable() if path.startswith(str(tmp_path))]
    assert ours == [str(tmp_path / "3.11" / "lib"), str(tmp_path / "3.11.7" / "lib")]


def test_a_folder_that_is_closed_to_others_is_noticed_at_any_height(tmp_path: Path) -> None:
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    for folder in (tmp_path, *tmp_path.parents):
        if not folder.stat().st_mode & 0o001:
            assert not interpreter.open_to_others([str(inside)])
    assert interpreter.open_to_others(["/usr/lib"])
    assert not interpreter.open_to_others(["/usr/lib", str(inside)]) or tmp_path.stat().st_mode & 0o001


def test_only_the_outermost_of_nested_folders_is_mounted() -> None:
    assert outermost(["/usr/lib/x", "/usr/lib", "/usr/lib64", "/lib/", "/usr/lib"]) == [
        "/lib",
        "/usr/lib",
        "/usr/lib64",
    ]


# ------------------------------------------------------------------ uids


def test_no_two_workers_have_one_uid() -> None:
    uids = [credentials.own_uid(zygote, place) for zygote in (1, 2, 4_194_303) for place in range(64)]
    assert None not in uids
    assert len(set(uids)) == len(uids)
    assert all(0x70000000 <= uid <= 0x7FFFFFFF for uid in uids if uid)


def test_a_container_with_few_uids_gives_from_its_upper_half(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(credentials, "_mapped_uids", lambda: [(0, 0), (1, 65536)])
    uids = [credentials.own_uid(zygote, 1) for zygote in (7, 4_000_000)]
    assert all(uid is not None and 32768 < uid <= 65536 for uid in uids)


def test_where_root_is_the_only_uid_there_is_none_to_give(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(credentials, "_mapped_uids", lambda: [(0, 0)])
    assert credentials.own_uid(7, 1) is None


# ------------------------------------------------------------------ control groups


def test_a_group_of_version_2_bounds_memory_swap_and_tasks(tmp_path: Path) -> None:
    for name in ("memory.max", "memory.swap.max", "pids.max", "cgroup.procs"):
        (tmp_path / name).write_text("max")
    group = Group((tmp_path,))
    group.bound(1000)
    assert (tmp_path / "memory.max").read_text() == "1000"
    assert (tmp_path / "memory.swap.max").read_text() == "0"
    assert 0 < int((tmp_path / "pids.max").read_text()) < 1000
    group.join()
    assert (tmp_path / "cgroup.procs").read_text() == "0"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("memory.events", "low 0\nhigh 0\nmax 12\noom 3\noom_kill 2\n"),
        ("memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 2\n"),
    ],
)
def test_a_group_counts_those_ended_for_want_of_memory(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert Group((tmp_path,)).out_of_memory().kills == 2


# ------------------------------------------------------------------ descriptors


def test_every_other_descriptor_is_closed() -> None:
    if (child := os.fork()) == 0:
        null = os.open("/dev/null", os.O_RDONLY)
        os.dup2(null, 40)
        os.dup2(null, 77)
        close_others((0, 1, 2, 40))
        left = [number for number in range(200) if _is_open(number)]
        os._exit(0 if left == [number for number in (0, 1, 2, 40) if number in left] and 40 in left else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_closing_from_zero_does_not_close_everything() -> None:
    """`os.closerange(0, 0)` does, in some versions of Python."""
    if (child := os.fork()) == 0:
        close_others((0, 1, 2))
        os._exit(0 if _is_open(0) and _is_open(1) else 1)
    assert os.waitpid(child, 0)[1] == 0


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
