"""Thousands in one run, one in twenty hostile: at the end it takes no more than at the beginning.

By hand more: `python -m tests.faults.soak --submissions 20000`.
"""

from __future__ import annotations

import pytest

from tests.faults.conftest import Site, status_of
from tests.faults.soak import HOSTILE, Sample, hand_in, pace, soak, told


@pytest.mark.slow
@pytest.mark.parametrize("count", [300, pytest.param(2000, marks=pytest.mark.long)])
def test_hundreds_of_submissions_leave_a_run_as_it_was(site: Site, count: int) -> None:
    samples = soak(site, count)
    print(told(samples))
    assert is_flat(samples, paced=count >= 2000)  # in a short one, each tenth has other hostile ones in it
    reports = site.reports()
    assert len(reports) == count
    assert {status_of(report) for report in reports.values()} == {"graded", "ungradable"}
    honest = [report for number, report in enumerate(reports.values()) if number % 20 != 19]
    assert all(b'"score": 9.0' in report for report in honest)
    site.is_clean()


def is_flat(samples: list[Sample], paced: bool = True) -> bool:
    """Whether the last look shows what the first did: descriptors, memory, processes, mounts, and the pace.

    The pace is of processor time, within a quarter: on an idle machine it stays within a tenth, and so does the
    clock's.  A report that is kept takes the grader a few kB.
    """
    first, last = samples[0], samples[-2]
    early, late = pace(samples, "cpu")
    return (
        last.descriptors <= first.descriptors + 12  # a few come and go with workers and pipes
        and last.memory < first.memory * 1.1
        and last.grader < first.grader + 12 * last.done
        and (last.processes, last.mounts) == (first.processes, first.mounts)
        and (not paced or late < early * 1.25)
    )


def test_what_grows_is_seen() -> None:
    flat = [Sample(done, done / 10, done / 10, 40, 300_000, 35_000 + 6 * done, 5, 20) for done in range(200, 2001, 200)]
    assert is_flat(flat)
    for change in (
        {"descriptors": 60},
        {"memory": 400_000},
        {"grader": 90_000},
        {"processes": 6},
        {"mounts": 21},
    ):
        assert not is_flat([*flat[:-2], flat[-2]._replace(**change), flat[-1]])
    slower = [sample._replace(cpu=sample.cpu + (sample.done / 1000) ** 2 * 20) for sample in flat]
    assert not is_flat(slower)


def test_the_class_of_a_soak_holds_each_kind_of_hostility(site: Site) -> None:
    hand_in(site, 20 * len(HOSTILE))
    texts = {path.read_text() for path in site.submitted.glob("*/*/work.py")}
    assert texts >= {code for code in HOSTILE.values() if code}
    assert len(list(site.submitted.glob("*/*/work.zip"))) == 1
