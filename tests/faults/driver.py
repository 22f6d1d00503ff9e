"""`jax101 grade` in processes in which something goes wrong, or that were weakened on purpose.

    JAX101_FAULTS='{"patience": 8, "weaken": ["lock"]}' python driver.py grade …

The grader hands it on to each slot, and a slot to its zygote, whose workers are forked with it.  What can be weakened
is in `weaker`.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

PLAN: dict[str, Any] = json.loads(os.environ.get("JAX101_FAULTS", "{}"))
REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MARK = "JAX101_TEST_MARK"  # in the environment of every process of a run, so that orphans are found


def prepare(role: str) -> None:
    """Do what the plan says of this process: a "grader", or a "slot"."""
    from autograder import pool, slots
    from autograder.sandbox import client, launch
    from tests.faults.weaker import WEAKER

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
    sys.path.insert(0, REPOSITORY)
    prepare("grader")
    from autograder.__main__ import main

    main()
