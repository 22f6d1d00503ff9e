"""A small course, classes of it, runs of the real command line, and what they leave behind."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from autograder.model import Course
from tests.faults.driver import MARK
from tests.grading.conftest import RIGHT, write_course
from tests.processes import children, command_of, control_groups

DRIVER = Path(__file__).with_name("driver.py")
SHORT = "limits: {call_seconds: 2, load_seconds: 4, submission_seconds: 20}"

# One of each kind that there is in a class; small, so that a round takes a second or two.
CLASS = {
    "ada": RIGHT,
    "ben": RIGHT.replace("2 * x", "3 * x"),
    "cleo": "def twice(x):\n    return 2 * x\n",
    "dan": "def twice(x)\n    return 2 * x\n",
    "eve": "",
    "fay": RIGHT + "print('loaded')\n",
    "gus": "def put(x, value):\n    x[0] = value\n    return x\n",
    "hal": "import os\ndef twice(x):\n    os._exit(3)\n",
}


class Site:
    """A folder of its own for everything that a grader reads and writes, and a mark on all of its processes."""

    def __init__(self, root: Path, cache: Path) -> None:
        self.root = root
        self.out = root / "out"
        self.submitted = root / "submitted"
        self.temporary = root / "tmp"
        self.cache = cache
        self.temporary.mkdir(parents=True)
        self.course: Course = write_course(root / "course")
        yml = self.course.root / "course.yml"
        yml.write_text(
            yml.read_text().replace("limits: {call_seconds: 2, load_seconds: 6, submission_seconds: 60}", SHORT)
        )
        assert SHORT in yml.read_text()
        self.mark = uuid.uuid4().hex

    def hand_in(self, codes: dict[str, str]) -> None:
        for student, code in codes.items():
            folder = self.submitted / student / "01_work"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "work.py").write_text(code)

    def environment(self, plan: dict[str, Any] | None = None, **extra: str) -> dict[str, str]:
        return {
            **os.environ,
            MARK: self.mark,
            "JAX101_FAULTS": json.dumps(plan or {}),
            "TMPDIR": str(self.temporary),
            "XDG_CACHE_HOME": str(self.cache),
            "JAX101_DEBUG": "1",  # so that we see what slots say, too
            **extra,
        }

    def start(
        self,
        *options: str,
        plan: dict[str, Any] | None = None,
        jobs: int = 2,
        group: Path | None = None,
        **extra: str,
    ) -> subprocess.Popen[str]:
        """A grader at work; `plan` is what goes wrong in it (see `driver`), `extra` more environment, `group` the
        control group that it and all it starts are in.
        """
        command = [sys.executable, str(DRIVER), "grade", str(self.submitted), "--out", str(self.out)]
        return subprocess.Popen(
            [*command, "--course", str(self.course.root), "--jobs", str(jobs), *options],
            env=self.environment(plan, **extra),
            stdout=subprocess.DEVNULL,  # a pipe that is full would hold it
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=(lambda: (group / "cgroup.procs").write_text("0")) if group else None,  # type: ignore[arg-type,return-value]
        )

    def grade(self, *options: str, seconds: float = 240, **more: Any) -> tuple[int, str]:
        """(exit code, standard error) of a run to its end; no traceback, ever."""
        process = self.start(*options, **more)
        try:
            _, error = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        assert "Traceback" not in error, error
        return process.returncode, error

    def reports(self) -> dict[str, bytes]:
        """What is written, by student."""
        return {path.parent.name: path.read_bytes() for path in sorted(self.out.glob("*/*.json"))}

    def processes(self) -> dict[int, str]:
        """Every living process of a run here, by its id, with its command line."""
        every = psutil.process_iter(["environ", "cmdline"])
        return {one.pid: " ".join(one.info["cmdline"] or ()) for one in every if self._is_ours(one)}

    def _is_ours(self, process: psutil.Process) -> bool:
        return self.mark in (process.info["environ"] or {}).values()

    def is_clean(self, zygotes: set[int] = frozenset(), seconds: float = 20) -> None:  # type: ignore[assignment]
        """Nothing is left but reports: no process, mount, control group, temporary file or folder."""
        deadline = time.monotonic() + seconds
        while (left := self.processes()) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not left
        assert not [line for line in Path("/proc/self/mountinfo").read_text().splitlines() if " /scratch " in line]
        groups = control_groups("jax101-*")
        assert not [group for group in groups if group.name.endswith(tuple(f"-{pid}" for pid in zygotes))]
        # Python itself tries the temporary folder with a file of four bytes, and can be killed before it removes that.
        assert [path for path in self.temporary.iterdir() if path.is_dir() or path.stat().st_size > 4] == []
        assert list((self.cache / "jax101" / "programs").glob("rehearsal-*")) == []
        assert [path.name for path in self.out.rglob("*") if path.is_file() and path.suffix != ".json"] == [".lock"]


def slots_of(grader: int) -> list[int]:
    return [pid for pid in children(grader) if "slots.main" in command_of(pid)]


def zygotes_of(grader: int) -> list[int]:
    return [
        pid for slot in slots_of(grader) for pid in children(slot) if "autograder.sandbox.zygote" in command_of(pid)
    ]


def workers_of(grader: int) -> list[int]:
    """Workers and their keepers."""
    keepers = [pid for zygote in zygotes_of(grader) for pid in children(zygote)]
    return keepers + [pid for keeper in keepers for pid in children(keeper)]


def is_locked_in(pid: int) -> bool:
    """Whether this is a worker that student code may run in: its filter of system calls is there."""
    with suppress(OSError):
        return "Seccomp:\t2" in Path(f"/proc/{pid}/status").read_text()
    return False


def kill(pid: int, how: signal.Signals = signal.SIGKILL) -> bool:
    with suppress(ProcessLookupError):
        os.kill(pid, how)
        return True
    return False


def wait_for(what: Any, seconds: float = 60, step: float = 0.005) -> Any:
    """The first true value of `what()`."""
    deadline = time.monotonic() + seconds
    while not (value := what()):
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(step)
    return value


def status_of(report: bytes) -> str:
    return str(json.loads(report)["status"])


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fonts and compiled operations, shared by all runs of these tests and by no one else."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def site(tmp_path: Path, cache: Path) -> Iterator[Site]:
    """An empty place; whatever a test leaves running is ended."""
    site = Site(tmp_path / "site", cache)
    yield site
    for pid in site.processes():
        kill(pid, signal.SIGCONT)
        kill(pid)


@pytest.fixture(scope="session")
def right(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> dict[str, bytes]:
    """The reports of `CLASS` when nothing goes wrong."""
    site = Site(tmp_path_factory.mktemp("calm") / "site", cache)
    site.hand_in(CLASS)
    assert site.grade()[0] == 0
    site.is_clean()
    return site.reports()


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The compiled `shim.c`, for LD_PRELOAD."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler here")
    folder = tmp_path_factory.mktemp("shim")
    library = folder / "shim.so"
    source = Path(__file__).with_name("shim.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return str(library)
