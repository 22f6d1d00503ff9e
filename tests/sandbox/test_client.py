"""The trusted side believes nothing, waits for no one, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.errors import CourseError, Infrastructure, WorkerLost, ZygoteDied
from autograder.model import Limits
from autograder.sandbox.client import Worker, WorkerDied, WorkerLied, WorkerTimeout, Zygote, new_nonce
from autograder.sandbox.confine import Tier
from autograder.sandbox.protocol import (
    MAX_FRAME,
    Array,
    Call,
    CellSource,
    Float,
    Load,
    Loaded,
    Named,
    Reply,
    Returned,
    Scalar,
)
from tests.processes import control_groups, descendants, left_after

if TYPE_CHECKING:
    from conftest import LockIn

REPOSITORY = Path(__file__).resolve().parents[2]


# ------------------------------------------------------------------ lies


@pytest.mark.parametrize(
    ("lie", "why"),
    [
        ("lie_wrong_nonce", "another request's number"),
        ("lie_wrong_kind", "answered Call with Loaded"),
        ("lie_oversized", "bytes"),
        ("lie_empty", "0 bytes"),
        ("lie_cut_inside", "too early"),
        ("lie_garbage", "."),
        ("lie_deep", "deep"),
        ("lie_deep_value", "deep"),
        ("lie_many", "parts"),
        ("lie_shape", "shape"),
        ("lie_cut_and_leave", "middle of its answer"),
        ("lie_flood", "."),
    ],
)
def test_a_lie_ends_the_worker(lock_in: LockIn, lie: str, why: str) -> None:
    prisoner = lock_in(Tier.LANDLOCK)
    with pytest.raises(WorkerLied, match=why):
        prisoner.asks(lie)
    assert not prisoner.worker.alive
    with pytest.raises(WorkerDied, match="ended before"):
        prisoner.asks("environment")


def test_a_second_answer_is_a_lie_at_the_next_request(lock_in: LockIn) -> None:
    prisoner = lock_in(Tier.LANDLOCK)
    prisoner.asks("lie_twice")
    with pytest.raises(WorkerLied, match="without being asked"):
        prisoner.asks("environment")


def test_a_lie_leaves_the_zygote_and_other_workers_alone(lock_in: LockIn) -> None:
    good, bad = lock_in(Tier.LANDLOCK), lock_in(Tier.LANDLOCK)
    with pytest.raises(WorkerLied):
        bad.asks("lie_flood")
    assert good.gets("place") == "got: /"


def test_nonces_differ() -> None:
    assert len({new_nonce() for _ in range(100)}) == 100


def test_a_request_that_is_too_large_is_the_check_authors_mistake(lock_in: LockIn) -> None:
    prisoner = lock_in(Tier.LANDLOCK)
    with pytest.raises(CourseError, match="bytes at once"):
        prisoner.asks("read", "x" * (MAX_FRAME + 1))
    assert prisoner.gets("place") == "got: /"


# ------------------------------------------------------------------ deaths


@pytest.mark.parametrize(
    ("death", "how"),
    [("leave", r"exit code 7"), ("crash", "SIGSEGV"), ("abort", "SIGABRT|SIGSEGV"), ("lie_nothing", "SIGKILL")],
)
def test_a_death_is_told_as_it_was(lock_in: LockIn, tier: Tier, death: str, how: str) -> None:
    prisoner = lock_in(tier)
    with pytest.raises(WorkerDied, match=how):
        prisoner.asks(death, *([7] if death == "leave" else []))


def test_a_sleeper_is_late(lock_in: LockIn, tier: Tier) -> None:
    prisoner = lock_in(tier)
    began = time.monotonic()
    with pytest.raises(WorkerTimeout, match=r"0\.2 seconds"):
        prisoner.asks("sleep", 30, seconds=0.2)
    assert time.monotonic() - began < 5


def test_one_that_does_not_read_is_late(lock_in: LockIn, zygote: Zygote) -> None:
    prisoner = lock_in(Tier.LANDLOCK)
    with pytest.raises(WorkerTimeout):
        prisoner.asks("sleep", 30, seconds=0.1)
    prisoner = lock_in(Tier.LANDLOCK)
    os.kill(next(iter(descendants(zygote.pid))), signal.SIGSTOP)
    call = Call(nonce=1, function=Named("read"), args=(Scalar("x" * (8 << 20)),), kwargs={}, seconds=1)
    with pytest.raises(WorkerTimeout):
        prisoner.worker.request(call, 0.3)


def test_shared_memory_is_bounded_where_there_is_a_group(lock_in: LockIn, zygote: Zygote, tier: Tier) -> None:
    if not control_groups(f"jax101-{zygote.pid}"):
        pytest.skip("no control group can be made here")
    prisoner = lock_in(tier, Limits(memory_mb=128))
    with pytest.raises(WorkerDied, match="more memory"):
        prisoner.asks("take_shared_memory", 900)


def test_killing_twice_is_killing_once(lock_in: LockIn, tier: Tier) -> None:
    prisoner = lock_in(tier)
    assert prisoner.worker.kill() == prisoner.worker.kill()


# ------------------------------------------------------------------ nothing left behind


def test_a_killed_worker_leaves_no_process_and_no_mount(lock_in: LockIn, zygote: Zygote, tier: Tier) -> None:
    mounts = Path("/proc/self/mountinfo").read_text()
    before = descendants(zygote.pid)
    prisoner = lock_in(tier)
    prisoner.gets("place")
    assert descendants(zygote.pid) > before
    prisoner.worker.kill()
    assert descendants(zygote.pid) == before
    assert Path("/proc/self/mountinfo").read_text() == mounts


def test_many_workers_leave_descriptors_and_processes_as_they_were(lock_in: LockIn, zygote: Zygote, tier: Tier) -> None:
    def count() -> tuple[int, int, int]:
        ours, theirs = (len(os.listdir(f"/proc/{process}/fd")) for process in (os.getpid(), zygote.pid))
        return ours, theirs, len(descendants(zygote.pid))

    before = count()
    for _ in range(10):
        prisoner = lock_in(tier)
        prisoner.gets("place")
        prisoner.worker.kill()
    assert count() == before


def test_a_worker_that_died_unasked_is_noticed(lock_in: LockIn, zygote: Zygote, tier: Tier) -> None:
    before = descendants(zygote.pid)
    prisoner = lock_in(tier)
    for process in descendants(zygote.pid) - before:
        os.kill(process, signal.SIGKILL)
    time.sleep(1.5)
    assert descendants(zygote.pid) == before  # not even as a zombie
    if tier is Tier.LANDLOCK:  # there it could have done it itself
        with pytest.raises(WorkerDied, match="SIGKILL"):
            prisoner.asks("place")
    else:
        with pytest.raises(WorkerLost, match="killed by something outside"):
            prisoner.asks("place")


def test_the_first_one_that_is_killed_did_not_lack_memory(lock_in: LockIn, tier: Tier, attacks: str) -> None:
    """Where there is no control group, the kernel's own count is asked, and that began when the machine started."""
    with Zygote(tier, serve=attacks, warm=False) as zygote:
        prisoner = lock_in(tier, zygote=zygote)
        for process in descendants(zygote.pid):
            os.kill(process, signal.SIGKILL)
        assert prisoner.worker.kill(patience=2.0).cause == "outside"


def test_who_can_try_again_doubts_that_a_program_killed_or_stopped_itself(lock_in: LockIn, zygote: Zygote) -> None:
    for how, what in ((signal.SIGKILL, "killed"), (signal.SIGSTOP, "stopped")):
        before = descendants(zygote.pid)
        prisoner = lock_in(Tier.LANDLOCK)
        os.kill(next(iter(descendants(zygote.pid) - before)), how)
        zygote.believes = False
        try:
            with pytest.raises(WorkerLost, match=f"{what} by something outside"):
                prisoner.asks("place", seconds=0.3)
        finally:
            zygote.believes = True


@pytest.mark.parametrize("who", ["worker", "zygote"])
def test_one_that_was_paused_for_a_while_is_not_judged(
    lock_in: LockIn, zygote: Zygote, tier: Tier, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    monkeypatch.setattr(zygote, "believes", False)
    before = descendants(zygote.pid)
    prisoner = lock_in(tier)
    paused = {zygote.pid} if who == "zygote" else descendants(zygote.pid) - before
    for how in (signal.SIGSTOP, signal.SIGCONT):
        for process in paused:
            os.kill(process, how)
        time.sleep(0.2)
    assert prisoner.gets("place")
    with pytest.raises(WorkerLost, match="stopped by something outside"):
        prisoner.worker.dismiss()
    following = lock_in(tier)
    assert following.gets("place")
    following.worker.dismiss()


def test_what_a_program_may_have_done_itself_is_believed_in_the_end(lock_in: LockIn, zygote: Zygote) -> None:
    before = descendants(zygote.pid)
    prisoner = lock_in(Tier.LANDLOCK)
    [worker] = descendants(zygote.pid) - before
    for how in (signal.SIGSTOP, signal.SIGCONT):
        os.kill(worker, how)
        time.sleep(0.2)
    assert prisoner.gets("place")
    prisoner.worker.dismiss()


def test_closing_a_zygote_ends_all_and_removes_its_group(lock_in: LockIn, tier: Tier, attacks: str) -> None:
    with Zygote(tier, serve=attacks, warm=False) as zygote:
        lock_in(tier, zygote=zygote)
        lock_in(tier, zygote=zygote)
        processes = {zygote.pid} | descendants(zygote.pid)
        number = zygote.pid
    assert not left_after(processes, 2)
    assert not control_groups(f"jax101-{number}")


def test_killing_a_zygote_ends_its_workers(lock_in: LockIn, tier: Tier, attacks: str) -> None:
    with Zygote(tier, serve=attacks, warm=False) as zygote:
        prisoner = lock_in(tier, zygote=zygote)
        processes = descendants(zygote.pid)
        os.kill(zygote.pid, signal.SIGKILL)
        assert not left_after(processes, 10)
        with pytest.raises(ZygoteDied, match="gone"):
            prisoner.asks("place")
        with pytest.raises(ZygoteDied), prisoner.worker:  # leaving it says nothing more
            prisoner.worker.kill()
        with pytest.raises(ZygoteDied):
            zygote.spawn()


GRADER = """
import sys, time
from autograder.sandbox.client import Zygote
from autograder.sandbox.confine import Tier
zygote = Zygote(Tier(sys.argv[1]), serve=sys.argv[2], warm=False)
zygote.start()
worker = zygote.spawn()
print(zygote.pid, flush=True)
time.sleep(60)
"""


def test_killing_the_grader_ends_everything(tier: Tier, attacks: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", GRADER, str(tier), attacks], stdout=subprocess.PIPE, cwd=REPOSITORY, text=True
    ) as grader:
        assert grader.stdout is not None
        number = int(grader.stdout.readline())
        processes = {number} | descendants(number)
        assert len(processes) >= 2
        grader.kill()
        assert not left_after(processes, 10)
    assert not control_groups(f"jax101-{number}")


def test_a_zygote_that_cannot_start_says_why() -> None:
    with Zygote(Tier.NONE, serve="no.such.module:serve", warm=False) as zygote, pytest.raises(ZygoteDied, match="no"):
        zygote.spawn()


def test_a_wall_that_cannot_be_built_runs_nothing(zygote: Zygote) -> None:
    if os.geteuid() == 0:
        pytest.skip("root can build them all")
    before = descendants(zygote.pid)
    with pytest.raises(Infrastructure, match="needs root"):
        zygote.spawn(tier=Tier.ROOT)
    assert descendants(zygote.pid) == before


# ------------------------------------------------------------------ the real worker, with JAX


CUBE = "import jax\n@jax.jit\ndef f(x):\n    return jax.grad(lambda x: x ** 3)(x)\n"


def call_cube(worker: Worker) -> Reply:
    load = Load(nonce=new_nonce(), module="m", provided=(), cells=(CellSource("c", CUBE, 1),))
    assert isinstance(worker.request(load, 60), Loaded)
    return worker.request(Call(nonce=new_nonce(), function=Named("f"), args=(Float(2.0),), kwargs={}, seconds=60), 60)


def test_jax_runs_behind_the_wall_and_keeps_to_itself(tier: Tier, tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"compiled")
    with Zygote(tier, cache_dir=tmp_path) as zygote, zygote.spawn() as worker:
        reply = call_cube(worker)
        assert isinstance(reply, Returned)
        assert isinstance(reply.value, Array)
        assert reply.value.data == b"\x00\x00\x40\x41"  # 12, as a little-endian float32
        assert reply.output == ""  # not a word on what it could not write
        assert os.listdir(f"/proc/{zygote.pid}/task") == [str(zygote.pid)]
    assert os.listdir(tmp_path) == ["kept"]


def test_only_a_worker_that_is_told_to_keeps_what_it_compiled(tmp_path: Path) -> None:
    for fill in (False, True):
        with Zygote(Tier.NONE, cache_dir=tmp_path, fill=fill) as zygote, zygote.spawn() as worker:
            assert isinstance(call_cube(worker), Returned)
        assert bool(os.listdir(tmp_path)) is fill
