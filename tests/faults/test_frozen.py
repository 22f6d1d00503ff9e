"""A container that is paused: everything in it stands still, and no signal tells of it.  Nobody is charged for it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.faults.conftest import SHORT, Site, is_locked_in, wait_for, workers_of
from tests.faults.groups import Group, freezable
from tests.faults.weaker import WEAKER
from tests.grading.conftest import RIGHT

pytestmark = pytest.mark.slow
SLOW = "import time\ntime.sleep(1)\n" + RIGHT  # a second of the four that loading may take
FULL = b'"score": 9.0'


@pytest.fixture(params=[1, 2], ids=["version 1", "version 2"])
def container(request: pytest.FixtureRequest) -> Iterator[Group]:
    with freezable(request.param) as group:
        yield group


def paused(site: Site, container: Group, seconds: float = 6, **plan: Any) -> dict[str, bytes]:
    """The reports of a run that was paused with all its processes while a submission was loaded, and then went on."""
    yml = site.course.root / "course.yml"
    yml.write_text(yml.read_text().replace(SHORT, SHORT.replace("submission_seconds: 20", "submission_seconds: 5")))
    site.hand_in({"ada": SLOW, "ben": SLOW})
    process = site.start(plan=plan, group=container.inside)
    wait_for(lambda: list(filter(is_locked_in, workers_of(process.pid))))
    time.sleep(0.3)
    container.freeze()
    time.sleep(seconds)
    container.thaw()
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    return site.reports()


def test_a_container_that_is_paused_costs_nobody_a_point(site: Site, container: Group) -> None:
    reports = paused(site, container)
    assert all(FULL in report for report in reports.values()), reports
    assert len(reports) == 2
    site.is_clean()


def test_a_grader_that_takes_a_pause_of_its_container_for_the_students_time_is_found_out(
    site: Site, container: Group
) -> None:
    site.driver = WEAKER
    assert not all(FULL in report for report in paused(site, container, weaken=["heart"]).values())
