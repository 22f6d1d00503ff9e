"""A worker can do its work, and nothing else.  Each sentence is tried in each wall this machine gives."""

from __future__ import annotations

import ast
import os
import platform
import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from autograder.model import Limits
from autograder.sandbox import interpreter
from autograder.sandbox.client import WorkerDied, WorkerTimeout
from autograder.sandbox.confine import Tier

if TYPE_CHECKING:
    from conftest import LockIn, Prisoner

REPOSITORY = Path(__file__).resolve().parents[2]
# Every system call an attack knows by number.
NUMBERS = runpy.run_path(str(Path(__file__).with_name("attacks.py")))["NUMBERS"]
APART = (Tier.ROOT, Tier.NAMESPACES)


def value(got: str) -> object:
    assert got.startswith("got: "), got
    return ast.literal_eval(got.removeprefix("got: "))


# ------------------------------------------------------------------ files


FORBIDDEN = (
    "/etc/passwd",
    "/etc/hostname",
    "/proc/1/environ",
    "/proc/version",
    pytest.param(f"/proc/{os.getpid()}/environ", id="our own environ"),  # a process id would differ between workers
    str(REPOSITORY / "pyproject.toml"),
    str(Path(__file__)),
    sys.executable,
    str(Path(sys.prefix, "pyvenv.cfg")),
)


@pytest.mark.parametrize("path", FORBIDDEN)
def test_cannot_read(prisoner: Prisoner, path: str) -> None:
    got = prisoner.gets("read", path)
    # Process 1 of its own world is the worker itself: its environment is checked below.
    assert got.startswith("refused") or path == "/proc/1/environ"


def test_these_files_can_be_read_without_a_wall(unwalled: Prisoner) -> None:
    assert not unwalled.is_refused("read", "/etc/passwd")
    assert not unwalled.is_refused("read", str(Path(__file__)))


@pytest.mark.parametrize("path", ["/etc", "/opt", "/home", "/tmp", "/var", str(REPOSITORY), str(REPOSITORY / "tests")])
def test_cannot_list(prisoner: Prisoner, path: str) -> None:
    assert prisoner.is_refused("look_into", path)


@pytest.mark.parametrize(
    "path",
    [
        "/tmp/jax101-was-here",
        "/jax101-was-here",
        "/dev/jax101-was-here",
        "/dev/shm/jax101-was-here",
        str(REPOSITORY / "was-here"),
        str(Path(msgspec.__file__).with_name("was_here.py")),
        str(Path(os.__file__).with_name("was_here.py")),
    ],
)
def test_cannot_write(prisoner: Prisoner, path: str) -> None:
    assert prisoner.is_refused("write", path)
    assert not Path(path).exists()


def test_cannot_change_what_it_can_read(prisoner: Prisoner) -> None:
    for attack in ("append", "write", "remove", "rename"):
        assert prisoner.is_refused(attack, msgspec.__file__)
    assert Path(msgspec.__file__).exists()


def test_cannot_empty_a_file(prisoner: Prisoner, unwalled: Prisoner, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    assert prisoner.is_refused("empty", str(victim))
    assert victim.read_text() == "precious"
    assert not unwalled.is_refused("empty", str(victim))
    assert victim.read_text() == ""


def test_cannot_climb_out(prisoner: Prisoner) -> None:
    assert prisoner.is_refused("climb")
    assert prisoner.is_refused("read_through_proc", "/etc/passwd")
    assert prisoner.is_refused("link_and_read", "/etc/passwd", "/scratch")


def test_has_one_small_folder_in_a_world_of_its_own_and_none_in_ours(prisoner: Prisoner) -> None:
    if prisoner.tier not in APART:
        assert prisoner.is_refused("write", "/scratch/note")
        return
    assert not prisoner.is_refused("write", "/scratch/note")
    assert prisoner.gets("place") == "got: /scratch"
    assert "No space left" in prisoner.gets("fill", "/scratch")
    assert not Path("/scratch").exists()


def test_cannot_write_one_large_file(prisoner: Prisoner) -> None:
    assert prisoner.is_refused("one_large_file", "/scratch")


def test_cannot_map_its_own_files_as_code(prisoner: Prisoner) -> None:
    assert prisoner.is_refused("run_from", "/scratch")


def test_the_next_worker_finds_nothing_of_the_last(lock_in: LockIn, tier: Tier) -> None:
    if tier not in APART:
        pytest.skip("there is no folder")
    first = lock_in(tier)
    assert not first.is_refused("write", "/scratch/note")
    second = lock_in(tier)
    assert second.is_refused("read", "/scratch/note")


def test_sees_only_libraries_of_the_root(prisoner: Prisoner) -> None:
    if prisoner.tier in APART:  # Landlock refuses the root itself
        assert prisoner.is_refused("root_folder")
        assert value(prisoner.gets("processes")) == [1]
    else:
        assert prisoner.is_refused("root_folder")
        assert prisoner.is_refused("processes")


def test_its_world_holds_nothing_else_even_without_landlock(prisoner: Prisoner) -> None:
    """Landlock does not forbid asking whether a file is there: only the mounts can."""
    if prisoner.tier not in APART:
        pytest.skip("it lives in ours")
    # Where Python lies in somebody's home, the folders on the way to it are there, and nothing else is in them.
    on_the_way = {parent for path in interpreter.readable() for parent in Path(path).parents}
    for path in ("/etc/passwd", "/home", "/.old-root", "/sys", "/dev/tty", str(REPOSITORY / "tests"), str(Path.home())):
        if Path(path) not in on_the_way:
            assert "No such file" in prisoner.gets("exists", path)
    for folder in on_the_way - {Path("/")}:
        answer = prisoner.gets("look_into", str(folder))
        seen = value(answer) if answer.startswith("got: ") else []  # Landlock may refuse even that
        assert isinstance(seen, list)
        assert {folder / name for name in seen} <= on_the_way | {Path(path) for path in interpreter.readable()}
    for path in ("/", os.path.dirname(os.__file__), os.path.dirname(msgspec.__file__), "/usr/lib"):
        flags = value(prisoner.gets("mount_flags", path))
        assert isinstance(flags, int)
        assert flags & os.ST_RDONLY, path
        assert flags & os.ST_NOSUID, path
        assert flags & os.ST_NODEV, path
    scratch = value(prisoner.gets("mount_flags", "/scratch"))
    assert isinstance(scratch, int)
    assert scratch & os.ST_NOEXEC


# ------------------------------------------------------------------ processes and network


@pytest.mark.parametrize("attack", ["fork", "fork_fifty_times", "start_a_program", "become_a_program"])
def test_cannot_start_a_process(prisoner: Prisoner, attack: str) -> None:
    assert prisoner.is_refused(attack)


def test_a_process_can_be_started_without_a_wall(unwalled: Prisoner) -> None:
    assert not unwalled.is_refused("fork")


@pytest.mark.parametrize(
    "attack", ["signal_process", "signal_thread_of", "have_the_kernel_signal", "limit_process", "move_process"]
)
def test_cannot_reach_our_processes(prisoner: Prisoner, attack: str) -> None:
    for process in (os.getpid(), prisoner.zygote.pid):
        assert prisoner.is_refused(attack, process)


@pytest.mark.parametrize("attack", ["signal_process", "have_the_kernel_signal", "limit_process", "move_process"])
def test_our_processes_can_be_reached_without_a_wall(unwalled: Prisoner, attack: str) -> None:
    # Itself, so that no limit of ours changes: in this tier a worker is an ordinary process of ours.
    assert not unwalled.is_refused(attack, 0)


@pytest.mark.parametrize(
    "attack", ["signal_everyone", "outlive_parent", "become_dumpable", "raise_limits", "inet_socket", "unix_socket"]
)
def test_cannot(prisoner: Prisoner, attack: str) -> None:
    assert prisoner.is_refused(attack)


def test_has_no_system_call_that_could_help_it_out(prisoner: Prisoner) -> None:
    assert [name for name in NUMBERS if not prisoner.is_refused("call_number", name)] == []


@pytest.mark.skipif(platform.machine() != "x86_64", reason="x86-64 has these, others do not")
@pytest.mark.parametrize("attack", ["other_architecture", "x32_call"])
def test_a_foreign_system_call_ends_it(lock_in: LockIn, tier: Tier, attack: str) -> None:
    prisoner = lock_in(tier)
    with pytest.raises(WorkerDied, match="SIGSYS"):
        prisoner.asks(attack)


# ------------------------------------------------------------------ what it finds


def test_finds_a_clean_environment(prisoner: Prisoner, monkeypatch: pytest.MonkeyPatch) -> None:
    found = value(prisoner.gets("environment"))
    assert isinstance(found, dict)
    assert found["HOME"] == found["TMPDIR"] == "/scratch"
    ours = {"HOME", "TMPDIR", "LANG", "LC_CTYPE", "MPLBACKEND", "JAX_PLATFORMS", "LD_LIBRARY_PATH"}
    assert {name for name in found if not name.endswith("_NUM_THREADS") and not name.startswith("PYTHON")} <= ours
    assert str(REPOSITORY) not in str(found)


def test_the_environment_of_process_1_is_its_own(lock_in: LockIn) -> None:
    assert "MPLCONFIGDIR" not in lock_in(Tier.NAMESPACES).gets("initial_environment")


def test_holds_its_socket_and_nothing_else(prisoner: Prisoner) -> None:
    found = value(prisoner.gets("descriptors"))
    assert isinstance(found, dict)
    assert [found.pop(number) for number in (0, 1, 2)] == ["null"] * 3
    assert list(found.values()) == ["0o14"]  # S_IFSOCK


def test_imports_from_no_folder_of_ours(prisoner: Prisoner) -> None:
    path = value(prisoner.gets("import_path"))
    assert isinstance(path, list)
    assert str(REPOSITORY) not in path
    assert "" not in path


@pytest.mark.parametrize("name", ["json", "wave", "statistics", "msgspec"])
def test_can_still_import_libraries(prisoner: Prisoner, name: str) -> None:
    assert prisoner.gets("import_again", name) == f"got: {name}"


def test_is_nobody(lock_in: LockIn, tier: Tier) -> None:
    first, second = lock_in(tier), lock_in(tier)
    identities = [value(prisoner.gets("identity")) for prisoner in (first, second)]
    if tier is Tier.ROOT:
        uids = [identity[0][0] for identity in identities]  # type: ignore[index]
        assert uids[0] != uids[1]
        assert all(uid >= 0x10000 for uid in uids)
    if tier in APART:
        for key, expected in {"NoNewPrivs": "1", "Seccomp": "2", "CapEff": "0" * 16, "CapPrm": "0" * 16}.items():
            assert first.gets("status_of", key) == f"got: {expected}"
    for prisoner in (first, second):
        assert prisoner.is_refused("call_number", "setuid")


# ------------------------------------------------------------------ what it may use


def test_memory_is_bounded(lock_in: LockIn, tier: Tier) -> None:
    prisoner = lock_in(tier, Limits(memory_mb=512))
    assert prisoner.gets("take_memory", 800).startswith("refused: MemoryError")
    assert not prisoner.is_refused("take_memory", 100)


def test_threads_are_bounded(lock_in: LockIn, tier: Tier) -> None:
    if tier is Tier.ROOT or (tier is Tier.NAMESPACES and os.geteuid() != 0):
        prisoner = lock_in(tier)
        count = value(prisoner.gets("many_threads"))
        assert isinstance(count, int)
        assert 10 < count < 100


def test_processor_time_is_bounded_even_with_every_signal_blocked(lock_in: LockIn, tier: Tier) -> None:
    prisoner = lock_in(tier, Limits(submission_seconds=0))
    with pytest.raises(WorkerDied, match="processor time"):
        prisoner.asks("ignore_signals_and_spin")


@pytest.mark.parametrize("attack", ["spin", "spin_in_c"])
def test_an_endless_loop_is_late(lock_in: LockIn, tier: Tier, attack: str) -> None:
    prisoner = lock_in(tier)
    with pytest.raises(WorkerTimeout):
        prisoner.asks(attack, seconds=0.3)
