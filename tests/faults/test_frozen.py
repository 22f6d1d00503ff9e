"""A container that is paused: everything in it stands still, and no signal tells of it.  Nobody is charged for it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.faults.conftest import CLASS, SHORT, Site, is_locked_in, wait_for, workers_of
from tests.faults.groups import Group, freezable
from tests.grading.conftest import RIGHT

pytestmark = pytest.mark.slow
SLEEPY = "return (__import__('time').sleep(0.4), 2 * x)[1]"
FULL = b'"score": 9.0'


@pytest.fixture(params=[1, 2], ids=["version 1", "version 2"])
def container(request: pytest.FixtureRequest) -> Iterator[Group]:
    with freezable(request.param) as group:
        yield group


# What is going on when the container is paused: cells that are run, or a call.  Each takes a second or so.
MOMENTS = {"loading": "import time\ntime.sleep(1)\n" + RIGHT, "calling": RIGHT.replace("return 2 * x", SLEEPY)}


def paused(site: Site, container: Group, code: str, **plan: Any) -> dict[str, bytes]:
    """The reports of a run that was paused with all in it for longer than a submission may take, and went on."""
    yml = site.course.root / "course.yml"
    yml.write_text(yml.read_text().replace(SHORT, SHORT.replace("submission_seconds: 20", "submission_seconds: 5")))
    site.hand_in({"ada": code, "ben": code})
    process = site.start(plan=plan, group=container.inside)
    wait_for(lambda: list(filter(is_locked_in, workers_of(process.pid))))
    time.sleep(0.7)
    container.freeze()
    time.sleep(6)
    container.thaw()
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    return site.reports()


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_container_that_is_paused_costs_nobody_a_point(site: Site, container: Group, moment: str) -> None:
    reports = paused(site, container, MOMENTS[moment])
    assert [FULL in report for report in reports.values()] == [True, True]
    site.is_clean()


@pytest.mark.long
def test_a_grader_that_takes_a_pause_of_its_container_for_the_students_time_is_found_out(
    site: Site, container: Group
) -> None:
    reports = paused(site, container, MOMENTS["calling"], weaken=["heart"])
    assert [FULL in report for report in reports.values()] == [False, False]


def test_a_machine_that_stutters_all_the_time_costs_nobody_a_point(site: Site) -> None:
    """What hangs there is not judged; all else is as it is elsewhere."""
    hangs = "def twice(x):\n    while True:\n        pass\n"
    site.hand_in({"ada": RIGHT, "hal": RIGHT + CLASS["hal"], "ivy": RIGHT + hangs})
    assert site.grade(plan={"weaken": ["stutter"]})[0] == 1
    reports = {student: json.loads(report) for student, report in site.reports().items()}
    assert {student: (report["status"], report["score"]) for student, report in reports.items()} == {
        "ada": ("graded", 9.0),
        "hal": ("graded", 7.0),
        "ivy": ("infrastructure_error", None),
    }
    site.is_clean()
