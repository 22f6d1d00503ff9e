"""What would outlive a grader, wait for ever or be charged to a student, if something of ours did not see to it."""

from __future__ import annotations

import subprocess
import time
from typing import Any

import pytest

from autograder.sandbox.confine import Tier
from autograder.sandbox.tiers import best_tier
from tests.faults.conftest import Site, slots_of, wait_for
from tests.faults.test_stopped import FULL, pause, stop_and_kill, stop_one
from tests.processes import is_stopped

pytestmark = [pytest.mark.slow, pytest.mark.long]
APART = pytest.mark.skipif(best_tier() not in (Tier.ROOT, Tier.NAMESPACES), reason="there is no keeper here")


def stopped_without_its_grader(site: Site, **plan: Any) -> int:
    """A slot that was stopped and whose grader was then killed."""
    process = stop_one(site, "slot", plan)
    [slot] = wait_for(lambda: list(filter(is_stopped, slots_of(process.pid))))
    process.kill()
    process.wait()
    assert process.stderr is not None
    process.stderr.close()  # which the slot may hold open
    return slot


@pytest.mark.parametrize("weaker", [[], ["orphan"]], ids=["as it is", "weaker"])
def test_a_stopped_slot_outlives_its_grader_only_if_it_did_not_ask_to_end_with_it(
    site: Site, weaker: list[str]
) -> None:
    slot = stopped_without_its_grader(site, weaken=weaker)
    time.sleep(5)
    assert (slot in site.processes()) == bool(weaker)


@APART
def test_a_stopped_keeper_that_outlives_its_grader_is_found_out(site: Site) -> None:
    stop_and_kill(site, "keeper", weaken=["keeper"])
    time.sleep(5)
    assert site.processes()


def test_a_slot_that_waits_for_a_stopped_zygote_is_found_out(site: Site) -> None:
    process = stop_one(site, "zygote", {"answer": 1e6})
    with pytest.raises(subprocess.TimeoutExpired):
        process.communicate(timeout=15)
    process.kill()


def test_a_zygote_that_does_not_notice_its_pause_is_found_out(site: Site) -> None:
    assert FULL not in pause(site, "zygote", {"weaken": ["drowsy"]})
