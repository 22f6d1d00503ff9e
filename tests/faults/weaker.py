"""Graders that are not so careful: what `driver` changes in its processes when its plan says so."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any


def _put(owner: Any, name: str, value: object) -> None:
    """Put this in the place of something, which must be there."""
    assert hasattr(owner, name), name
    setattr(owner, name, value)


def _in_zygotes(code: str) -> None:
    from autograder.sandbox import launch

    _put(launch, "_BOOT", launch._BOOT.replace("from autograder", f"{code}from autograder", 1))


def _in_place() -> None:
    """Reports written where they stand, instead of beside it."""
    from autograder import reports

    def replace(folder: int, name: str, data: bytes) -> None:
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600, dir_fd=folder)
        with open(handle, "wb") as file:
            for start in range(0, len(data), 512):
                file.write(data[start : start + 512])
                file.flush()

    _put(reports, "_replace", replace)


def _no_fsync() -> None:
    _put(os, "fsync", lambda _: None)


def _no_lock() -> None:
    import fcntl

    _put(fcntl, "flock", lambda *_: None)


def _no_guard() -> None:
    """A folder that was taken away is made again without a word."""
    from autograder import reports

    _put(reports.Held, "make_sure", lambda _: None)


def _blame() -> None:
    """Whatever ends a worker was the student's doing."""
    from autograder.sandbox import client

    client._NOT_BY_ITSELF.clear()


def _wall_clock() -> None:
    """Deadlines by the clock on the wall."""
    _put(time, "monotonic", time.time)


def _no_watch() -> None:
    """A slot may take for ever."""
    from autograder import slots

    _put(slots, "patience", lambda _: float("inf"))


def _one_try() -> None:
    """What failed under a submission is said, and not made up for in the same run."""
    from autograder import batch, slots

    _put(slots, "_TRIES", 1)
    _put(batch, "_DEATHS", 1)


def _walls_once() -> None:
    """A wall that could not be tried counts as one that does not hold."""
    from autograder.sandbox import tiers

    _put(tiers, "_TRIES", 1)


def _leash() -> None:
    """A zygote is told of its parent's end by a signal that a stopped process does not hear."""
    _in_zygotes(
        "import signal\nfrom autograder.sandbox.confine import credentials as c\ntell = c.die_with_parent\n"
        "c.die_with_parent = lambda how=signal.SIGKILL: tell(signal.SIGTERM if how == signal.SIGCONT else how)\n"
    )


def _no_sweep() -> None:
    """Control groups of zygotes that were killed stay; another grader on this machine does not know them for ours."""
    _in_zygotes(
        "from autograder.sandbox.confine import cgroup\ncgroup._sweep = lambda _: None\n"
        "cgroup._PREFIX = 'jax101-unswept-'\n"
    )


def _no_clearing() -> None:
    """Temporary folders of graders that were killed stay."""
    from autograder import scratch

    _put(scratch, "clear", lambda *_: None)


def _overwrite() -> None:
    """Whatever stands where a report goes is overwritten."""
    from autograder import reports

    _put(reports, "_standing", lambda *_: None)


def _no_heartbeat() -> None:
    """Time in which a slot was stopped or frozen is the student's."""
    from autograder import heartbeat

    _put(heartbeat, "_LATE", float("inf"))


def _not_first() -> None:
    """Where memory is short, the kernel chooses among workers and us as it likes."""
    _in_zygotes("from autograder.sandbox.confine import limits\nlimits.first_to_go = lambda: None\n")


def _stutter() -> None:
    """A machine on which every grading is held up."""
    from autograder.heartbeat import Heartbeat

    _put(Heartbeat, "missed", lambda self: time.monotonic_ns())


def _deaf() -> None:
    """What the disk refuses is nobody's concern."""
    from autograder import reports

    @contextlib.contextmanager
    def unsaid(_: Path) -> Iterator[None]:
        with contextlib.suppress(OSError):
            yield

    _put(reports, "_said", unsaid)


def _links() -> None:
    """A student's folder may be a link to anywhere."""
    from autograder import reports

    reports._FOLDER &= ~os.O_NOFOLLOW
    _put(Path, "is_symlink", lambda _: False)


def _stop() -> None:
    """What is in the way of one report stops the class."""
    from autograder.progress import StderrProgress

    def stop(_: StderrProgress, error: Exception) -> None:
        raise error

    _put(StderrProgress, "problem", stop)


def _proud() -> None:
    """A log that cannot be written is a reason to stop."""
    from autograder import progress

    _put(progress, "contextlib", SimpleNamespace(suppress=lambda _: contextlib.nullcontext()))


def _text() -> None:
    """Whatever stands in a notebook is text."""
    from autograder.readers import ipynb

    _put(ipynb, "_text", lambda value: "".join(value))


def _orphan() -> None:
    """A slot does not ask to end with its grader."""
    from autograder import slots

    _put(slots, "die_with", lambda _: None)


def _keeper() -> None:
    """Nobody wakes a stopped keeper to see the end of its worker."""
    _in_zygotes(
        "import os, signal\nkill = os.kill\n"
        "os.kill = lambda pid, how: None if how == signal.SIGCONT else kill(pid, how)\n"
    )


def _drowsy() -> None:
    """A zygote does not notice that it was paused."""
    _in_zygotes(
        "from autograder.sandbox import zygote as z\ngo_on = z._Outside._go_on\n"
        "z._Outside._go_on = lambda self, *_: (go_on(self), setattr(self, 'pauses', 0))\n"
    )


def _compute(left: list[object]) -> None:
    """The more, the more submissions there were."""
    left.append(None)
    until = time.thread_time() + 0.004 * len(left)
    while time.thread_time() < until:
        pass


def _leaky(leak: Callable[[list[object]], None]) -> Callable[[], None]:
    """Something is left behind by every submission."""

    def weaken() -> None:
        from autograder import slots

        grade, left = slots.grade, []

        def leaking(*arguments: Any) -> Any:
            leak(left)
            return grade(*arguments)

        _put(slots, "grade", leaking)

    return weaken


WEAKER: dict[str, Callable[[], None]] = {
    "atomic": _in_place,
    "fsync": _no_fsync,
    "lock": _no_lock,
    "guard": _no_guard,
    "justice": _blame,
    "clock": _wall_clock,
    "watch": _no_watch,
    "leash": _leash,
    "tries": _one_try,
    "walls": _walls_once,
    "sweep": _no_sweep,
    "clearing": _no_clearing,
    "care": _overwrite,
    "heart": _no_heartbeat,
    "first": _not_first,
    "stutter": _stutter,
    "deaf": _deaf,
    "links": _links,
    "stop": _stop,
    "proud": _proud,
    "text": _text,
    "orphan": _orphan,
    "keeper": _keeper,
    "drowsy": _drowsy,
    "ages": _leaky(_compute),
    "leaks memory": _leaky(lambda left: left.append(b"x" * (1 << 20))),
    "leaks descriptors": _leaky(lambda left: left.append(os.open("/dev/null", os.O_RDONLY))),
    "leaks processes": _leaky(lambda left: left.append(subprocess.Popen(["sleep", "60"], stderr=subprocess.DEVNULL))),
}
