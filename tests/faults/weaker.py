"""More graders that are not so careful, for `driver`; run in its place: `JAX101_FAULTS='{"weaken": ["heart"]}'`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

REPOSITORY = str(Path(__file__).parents[2])
WEAKER = Path(__file__)


def _no_heartbeat() -> None:
    """Time in which a slot was frozen is the student's."""
    from autograder import heartbeat

    heartbeat._LATE = float("inf")


def _not_first() -> None:
    """Where memory is short, the kernel chooses among workers and us as it likes."""
    from autograder.sandbox import launch

    weaker = "from autograder.sandbox.confine import limits\nlimits.first_to_go = lambda: None\n"
    launch._BOOT = launch._BOOT.replace("from autograder", f"{weaker}from autograder", 1)


def _stutter() -> None:
    """A machine on which every grading is held up."""
    from autograder.heartbeat import Heartbeat

    Heartbeat.missed = lambda self: time.monotonic_ns()  # type: ignore[method-assign]


MORE: dict[str, Callable[[], None]] = {
    "heart": _no_heartbeat,
    "first": _not_first,
    "stutter": _stutter,
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
