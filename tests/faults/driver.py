"""`jax101 grade` in processes in which something goes wrong, or that were weakened on purpose.

    JAX101_FAULTS='{"patience": 8, "weaken": ["lock"]}' python driver.py grade …

The grader hands it on to each slot, and a slot to its zygote, whose workers are forked with it.
"""

from __future__ import annotations

import json
import os
import time
from typing import Any

PLAN: dict[str, Any] = json.loads(os.environ.get("JAX101_FAULTS", "{}"))
MARK = "JAX101_TEST_MARK"  # in the environment of every process of a run, so that orphans are found


# --------------------------------------------------------------------------- a grader that is not so careful


def _in_place() -> None:
    """Reports written where they stand, instead of beside it."""
    from autograder import reports

    def replace(folder: int, name: str, data: bytes) -> None:
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600, dir_fd=folder)
        with open(handle, "wb") as file:
            for start in range(0, len(data), 512):
                file.write(data[start : start + 512])
                file.flush()

    reports._replace = replace


def _no_fsync() -> None:
    os.fsync = lambda _: None


def _no_lock() -> None:
    import fcntl

    fcntl.flock = lambda *_: None


def _no_guard() -> None:
    """A folder that was taken away is made again without a word."""
    from autograder import reports

    reports.Held.make_sure = lambda _: None  # type: ignore[method-assign]


def _blame() -> None:
    """Whatever ends a worker was the student's doing."""
    from autograder.sandbox import client

    client._NOT_BY_ITSELF.clear()


def _wall_clock() -> None:
    """Deadlines by the clock on the wall."""
    time.monotonic = time.time


def _no_watch() -> None:
    """A slot may take for ever."""
    from autograder import slots

    slots.patience = lambda _: float("inf")


def _no_pauses() -> None:
    """Time that passed while a slot was stopped is the student's."""
    from autograder import slots

    slots._note_a_pause = lambda *_: None


def _one_try() -> None:
    """What failed under a submission is said, and not made up for in the same run."""
    from autograder import batch, slots

    slots._TRIES, batch._DEATHS = 1, 1


def _walls_once() -> None:
    """A wall that could not be tried counts as one that does not hold."""
    from autograder.sandbox import tiers

    tiers._TRIES = 1


def _in_zygotes(weaker: str) -> None:
    from autograder.sandbox import launch

    launch._BOOT = launch._BOOT.replace("from autograder", f"{weaker}from autograder", 1)


def _leash() -> None:
    """A zygote is told of its parent's end by a signal that a stopped process does not hear."""
    _in_zygotes(
        "import signal\nfrom autograder.sandbox.confine import credentials as c\ntell = c.die_with_parent\n"
        "c.die_with_parent = lambda how=signal.SIGKILL: tell(signal.SIGTERM if how == signal.SIGCONT else how)\n"
    )


def _no_sweep() -> None:
    """Control groups of zygotes that were killed stay."""
    _in_zygotes("from autograder.sandbox.confine import cgroup\ncgroup._sweep = lambda _: None\n")


def _no_clearing() -> None:
    """Temporary folders of graders that were killed stay."""
    from autograder import scratch

    scratch.clear = lambda *_: None


def _overwrite() -> None:
    """Whatever stands where a report goes is overwritten."""
    from autograder import reports

    reports._standing = lambda *_: None


WEAKER = {
    "atomic": _in_place,
    "fsync": _no_fsync,
    "lock": _no_lock,
    "guard": _no_guard,
    "justice": _blame,
    "clock": _wall_clock,
    "watch": _no_watch,
    "pause": _no_pauses,
    "leash": _leash,
    "tries": _one_try,
    "walls": _walls_once,
    "sweep": _no_sweep,
    "clearing": _no_clearing,
    "care": _overwrite,
}


REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def prepare(role: str) -> None:
    """Do what the plan says of this process: a "grader", or a "slot"."""
    from autograder import pool, slots
    from autograder.sandbox import client, launch

    inside = f"sys.path.insert(0, {REPOSITORY!r})\nfrom tests.faults import driver\ndriver.prepare('slot')\n"
    pool._BOOT = pool._BOOT.replace("from autograder", f"{inside}from autograder")
    for name in PLAN.get("weaken", ()):
        WEAKER[name]()
    if "patience" in PLAN:
        pool._START_SECONDS, slots.patience = 0.0, lambda _: PLAN["patience"]
    if "answer" in PLAN:
        client._ANSWER_SECONDS = PLAN["answer"]
    if MARK in os.environ:
        launch._ENVIRONMENT[MARK] = os.environ[MARK]
    launch._ENVIRONMENT.update(PLAN.get("zygote_environment", {}))
    if "steps" in PLAN:
        count_steps(role, **PLAN["steps"])


def count_steps(role: str, victim: str, record: str, rounds: str = "") -> None:
    """Kill at a step (see `steps`): once in this run; or, with `rounds`, once in each submission, of which each has a
    "new" slot, or those that there are ("same"); or once in each "rehearsal".
    """
    from autograder.sandbox import launch
    from tests.faults.steps import Record, Steps

    counted = Record(record)
    if role == "grader" and rounds:
        arm_for_each(counted, rounds)
    inside = f"import sys; sys.path.insert(0, {REPOSITORY!r}); from tests.faults.steps import Record, Steps\n"
    launch._BOOT = f"{inside}Steps(Record({record!r}), {victim!r}, 'zygote')\n{launch._BOOT}"
    Steps(counted, victim, role)


def arm_for_each(record: Any, rounds: str) -> None:
    """What the count begins anew for; the second try of a submission is of the same round."""
    from autograder.pool import Pool
    from autograder.slots import Rehearsal

    submit, seen = Pool.submit, set()

    def armed(pool: Any, work: Any) -> None:
        if isinstance(work, Rehearsal):
            if rounds == "rehearsal":
                record.arm()
        elif rounds != "rehearsal" and work.submission.student not in seen:
            seen.add(work.submission.student)
            while rounds == "new" and pool._slots:
                slot = pool._slots.popitem()[1]
                slot.pipe.close()
                slot.process.wait()
            record.arm()
        submit(pool, work)

    Pool.submit = armed  # type: ignore[method-assign]


if __name__ == "__main__":
    prepare("grader")
    from autograder.__main__ import main

    main()
