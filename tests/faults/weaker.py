"""More graders that are not so careful, for `driver`; run in its place: `JAX101_FAULTS='{"weaken": ["heart"]}'`."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

REPOSITORY = str(Path(__file__).parents[2])
WEAKER = Path(__file__)


def _no_heartbeat() -> None:
    """Time in which a slot was frozen is the student's."""
    from autograder import heartbeat

    heartbeat._LATE = float("inf")


def _not_first() -> None:
    """Where memory is short, the kernel chooses among workers and us as it likes."""
    _in_zygotes("from autograder.sandbox.confine import limits\nlimits.first_to_go = lambda: None\n")


def _stutter() -> None:
    """A machine on which every grading is held up."""
    from autograder.heartbeat import Heartbeat

    Heartbeat.missed = lambda self: time.monotonic_ns()  # type: ignore[method-assign]


def _deaf() -> None:
    """What the disk refuses is nobody's concern."""
    from autograder import reports

    @contextlib.contextmanager
    def unsaid(_: Path) -> Iterator[None]:
        with contextlib.suppress(OSError):
            yield

    reports._said = unsaid


def _links() -> None:
    """A student's folder may be a link to anywhere."""
    from autograder import reports

    reports._FOLDER &= ~os.O_NOFOLLOW
    Path.is_symlink = lambda _: False  # type: ignore[method-assign]


def _stop() -> None:
    """What is in the way of one report stops the class."""
    from autograder.progress import StderrProgress

    def stop(_: StderrProgress, error: Exception) -> None:
        raise error

    StderrProgress.problem = stop  # type: ignore[method-assign]


def _proud() -> None:
    """A log that cannot be written is a reason to stop."""
    from autograder import progress

    progress.contextlib = SimpleNamespace(suppress=lambda _: contextlib.nullcontext())  # type: ignore[assignment]


def _text() -> None:
    """Whatever stands in a notebook is text."""
    from autograder.readers import ipynb

    ipynb._text = lambda value: "".join(value)


def _orphan() -> None:
    """A slot does not ask to end with its grader."""
    from autograder import slots

    slots._die_with = lambda _: None


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

        slots.grade = leaking

    return weaken


def _in_zygotes(code: str) -> None:
    from autograder.sandbox import launch

    launch._BOOT = launch._BOOT.replace("from autograder", f"{code}from autograder", 1)


MORE: dict[str, Callable[[], None]] = {
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


def prepare(role: str) -> None:
    """As `driver.prepare`, with more to choose from; in the slots, too."""
    from autograder import pool
    from tests.faults import driver

    driver.WEAKER.update(MORE)
    driver.prepare(role)
    pool._BOOT = pool._BOOT.replace("import driver\ndriver.prepare", "import weaker\nweaker.prepare")


if __name__ == "__main__":
    sys.path.insert(0, REPOSITORY)
    prepare("grader")
    from autograder.__main__ import main

    main()
