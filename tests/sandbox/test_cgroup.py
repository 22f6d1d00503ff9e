"""Control groups as the kernel has them here, of version 1 or 2, and what it does to processes in one."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.model import Limits
from autograder.sandbox.client import WorkerDied
from autograder.sandbox.confine import Tier, cgroup
from autograder.sandbox.confine.cgroup import Group

if TYPE_CHECKING:
    from conftest import LockIn

MEGABYTE = 1 << 20
pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root makes control groups")


@pytest.fixture
def group() -> Iterator[Group]:
    made = Group.create()
    if made is None:
        pytest.skip("this machine has no control groups for memory and tasks")
    yield made
    made.remove()
    assert not [folder for folder in made.folders if folder.exists()]


def in_group(group: Group, do: Callable[[], object]) -> int:
    """The wait status of a process that does that in the group."""
    if (child := os.fork()) == 0:
        try:
            group.join()
            do()
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1]


def test_a_group_has_both_controllers_in_one_tree_or_in_two(group: Group) -> None:
    assert len(group.folders) in (1, 2)
    files = {path.name for folder in group.folders for path in folder.iterdir()}
    assert files >= ({"memory.max", "pids.max"} if len(group.folders) == 1 else {"memory.limit_in_bytes", "pids.max"})


def test_a_group_waits_for_the_last_to_end_and_is_removed(group: Group) -> None:
    if (child := os.fork()) == 0:
        group.join()
        time.sleep(0.3)
        os._exit(0)
    while not all((folder / "cgroup.procs").read_text() for folder in group.folders):
        time.sleep(0.01)
    group.remove()
    assert not [folder for folder in group.folders if folder.exists()]
    os.waitpid(child, 0)


def test_what_joins_is_in_it_in_every_tree(group: Group, tmp_path: Path) -> None:
    def look() -> None:
        (tmp_path / "seen").write_text(Path("/proc/self/cgroup").read_text())
        os._exit(0)

    assert in_group(group, look) == 0
    mine = [line for line in (tmp_path / "seen").read_text().splitlines() if line.endswith(f"/jax101-{os.getpid()}")]
    assert len(mine) == len(group.folders)


def test_who_takes_more_memory_than_the_group_has_is_ended_and_counted(group: Group) -> None:
    group.bound(64 * MEGABYTE)
    before = cgroup.out_of_memory(group)

    def take() -> None:
        taken = [bytearray(b"x" * MEGABYTE) for _ in range(256)]
        os._exit(len(taken) % 7)

    status = in_group(group, take)
    assert os.WIFSIGNALED(status)
    assert os.WTERMSIG(status) == signal.SIGKILL
    after = cgroup.out_of_memory(group)
    assert after.kills == before.kills + 1
    assert after.own_limit > before.own_limit


def test_who_is_ended_for_another_reason_is_not_counted(group: Group) -> None:
    before = cgroup.out_of_memory(group)
    assert os.WIFSIGNALED(in_group(group, lambda: os.kill(os.getpid(), signal.SIGKILL)))
    assert cgroup.out_of_memory(group) == before


def test_files_in_memory_count_too(group: Group) -> None:
    """As a worker's folder is one: written there, not taken by the process itself."""
    group.bound(64 * MEGABYTE)

    def write() -> None:
        folder = os.memfd_create("scratch")
        for _ in range(256):
            os.write(folder, b"x" * MEGABYTE)
        os._exit(0)

    assert os.WIFSIGNALED(in_group(group, write))


# A bomb with a counter.  It is a small program's, because a copy of this process, with JAX in it, takes its time.
FORKS = """
import os
ready, go = os.pipe()
count = 0
try:
    for _ in range(400):
        if os.fork() == 0:
            os.close(go)
            os.read(ready, 1)
            os._exit(0)
        count += 1
except OSError as error:
    print(count, error.errno, file=open("seen", "w"))
os.close(go)
for _ in range(count):
    os.wait()
"""


def test_a_group_has_so_many_tasks_and_no_more(group: Group, tmp_path: Path) -> None:
    def fork() -> None:
        os.chdir(tmp_path)
        os.execv(sys.executable, [sys.executable, "-c", FORKS])

    assert in_group(group, fork) == 0
    count, number = map(int, (tmp_path / "seen").read_text().split())
    assert number == errno.EAGAIN
    assert 100 < count < 200


def test_what_a_killed_zygote_left_is_removed_by_the_next(group: Group) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import os; from autograder.sandbox.confine.cgroup import Group; Group.create(); "
         "print(os.getpid(), flush=True); os.kill(os.getpid(), 9)"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    left = [folder.with_name(f"jax101-{done.stdout.strip()}") for folder in group.folders]
    assert all(folder.is_dir() for folder in left)
    assert Group.create() is not None  # ours, once more
    assert not any(folder.exists() for folder in left)


def test_a_worker_s_group_is_that_of_its_zygote_and_tells_why_it_ended(group: Group, lock_in: LockIn) -> None:
    """Without a wall, for the group to be all there is; with one, in `test_client`."""
    prisoner = lock_in(Tier.NONE, Limits(memory_mb=128))
    assert f"/jax101-{prisoner.zygote.pid}" in prisoner.gets("read", "/proc/self/cgroup")
    with pytest.raises(WorkerDied, match="more memory than it may"):
        prisoner.asks("take_shared_memory", 900)
