"""Thousands in one run, one in twenty hostile: at the end it takes no more than at the beginning.

By hand more: `python -m tests.faults.soak --submissions 20000`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.conftest import Site, status_of
from tests.faults.soak import HOSTILE, Pace, Race, Sample, Track, hand_in, soak, soak_and_race, told


@pytest.mark.slow
def test_hundreds_of_submissions_leave_a_run_as_it_was(site: Site) -> None:
    samples = soak(site, 300)
    print(told(samples))
    assert grown(samples) == set()
    is_right(site, 300)


@pytest.mark.slow
@pytest.mark.long
def test_after_thousands_of_submissions_a_run_is_as_it_was_and_as_quick_as_a_young_one(
    site: Site, tmp_path: Path, cache: Path
) -> None:
    fresh = Site(tmp_path / "fresh", cache)
    samples, race = soak_and_race(site, fresh, 2000)
    print(told(samples, race))
    assert grown(samples) == set()
    assert race.is_even()
    is_right(site, 2000)
    fresh.is_clean()


def is_right(site: Site, count: int) -> None:
    """Each has its report, the honest ones full marks, and nothing else is left."""
    reports = site.reports()
    assert len(reports) == count
    assert {status_of(report) for report in reports.values()} == {"graded", "ungradable"}
    honest = [report for number, report in enumerate(reports.values()) if number % 20 != 19]
    assert all(b'"score": 9.0' in report for report in honest)
    site.is_clean()


def grown(samples: list[Sample]) -> set[str]:
    """What the last look shows more of than the first did.

    A few descriptors and processes come and go with workers; a report that is kept takes the grader a kB.
    """
    first, last = samples[0], samples[-2]
    most = {
        "descriptors": first.descriptors + 12,
        "memory": int(first.memory * 1.05),
        "grader": first.grader + 1024 + 2 * last.done,
        "processes": first.processes + 8,
        "mounts": first.mounts,
    }
    return {name for name, value in most.items() if getattr(last, name) > value}


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("what", ["memory", "descriptors", "processes"])
def test_a_run_that_grows_is_found_out(site: Site, what: str) -> None:
    assert what in grown(soak(site, 60, weaken=[f"leaks {what}"]))


@pytest.mark.slow
@pytest.mark.long
def test_a_run_that_ages_is_found_out(site: Site, tmp_path: Path, cache: Path) -> None:
    fresh = Site(tmp_path / "fresh", cache)
    _, race = soak_and_race(site, fresh, 200, over=Track(warm_up=10, lap=40), weaken=["ages"])
    print(race)
    assert not race.is_even()


def test_what_grows_is_seen() -> None:
    flat = [Sample(done, done / 10, done / 10, 40, 300_000, 35_000 + done, 9, 20) for done in range(200, 2001, 200)]
    assert grown(flat) == set()
    for name, value in {
        "descriptors": 60,
        "memory": 320_000,
        "grader": 45_000,
        "processes": 18,
        "mounts": 21,
    }.items():
        assert grown([*flat[:-2], flat[-2]._replace(**{name: value}), flat[-1]]) == {name}  # type: ignore[arg-type]


def test_an_old_run_that_is_a_tenth_slower_loses_the_race() -> None:
    pace = Pace(seconds=0.26, cpu=0.15)
    assert Race(old=Pace(seconds=0.27, cpu=0.16), young=pace).is_even()
    assert not Race(old=Pace(seconds=0.29, cpu=0.15), young=pace).is_even()
    assert not Race(old=Pace(seconds=0.26, cpu=0.17), young=pace).is_even()


def test_the_class_of_a_soak_holds_each_kind_of_hostility(site: Site) -> None:
    hand_in(site, 20 * len(HOSTILE))
    texts = {path.read_text() for path in site.submitted.glob("*/*/work.py")}
    assert texts >= {code for code in HOSTILE.values() if code}
    assert len(list(site.submitted.glob("*/*/work.zip"))) == 1
