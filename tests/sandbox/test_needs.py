"""When a new release of JAX needs a system call that workers do not have, `doctor` says which."""

from __future__ import annotations

import sys

import pytest

from autograder import accelerator, doctor
from autograder.errors import DeviceUnavailable
from autograder.sandbox import needs
from autograder.sandbox.confine import Tier, devices, syscalls
from autograder.sandbox.needs import Needs

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the filter is Linux's")


@LINUX
def test_this_release_of_jax_works_with_the_calls_of_a_worker() -> None:
    found = needs.examine()
    assert not found.problem
    assert found.works, found.refused


@LINUX
def test_a_call_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a new JAX started its threads by a call that is not on the list."""
    without = (
        "from autograder.sandbox.confine import syscalls as s; number = s.ALLOWED[s.machine()].pop('clone'); "
        "from autograder.sandbox.needs import main; main()"
    )
    monkeypatch.setattr(needs, "_BOOT", needs._BOOT.split("from")[0] + without)
    number = syscalls.table()["clone"]
    found = needs.examine()
    assert not found.works
    assert f"number {number}" in found.refused
    monkeypatch.setattr(doctor, "examine_needs", lambda: found)
    lines, fine = doctor._jax_behind_the_wall()
    assert not fine
    assert "does not work with the system calls of a worker" in lines[0]
    assert f"number {number}" in lines[0]
    assert "0.10 to 0.12" in lines[1]


def test_what_a_driver_asks_for_in_vain_is_named_where_there_is_a_device(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise DeviceUnavailable("--device gpu: from behind its wall an evaluator cannot use cuda (no).")

    monkeypatch.setattr(accelerator, "look", refused)
    monkeypatch.setattr(accelerator, "plugins", lambda: ["xla_cuda13"])
    monkeypatch.setattr(doctor, "examine_needs", lambda platform: Needs(refused=(f"memfd_create for {platform}",)))
    lines = list(doctor._devices(Tier.ROOT))
    assert lines[2] == "  gpu         no: from behind its wall an evaluator cannot use cuda (no)."
    assert not any("in vain" in line for line in lines)  # there is no device here
    monkeypatch.setattr(devices, "nodes", lambda _platform: ("/dev/nvidia0",))
    assert any(line.endswith("JAX asks in vain for: memfd_create for cuda") for line in doctor._devices(Tier.ROOT))
    assert not any("in vain" in line for line in doctor._devices(None))


@LINUX
def test_a_platform_that_is_not_there_does_not_work_behind_its_filter() -> None:
    assert needs.examine("cuda").works is False


def test_what_could_not_be_tried_is_no_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "examine_needs", lambda: Needs(problem="the filter could not be set"))
    lines, fine = doctor._jax_behind_the_wall()
    assert fine
    assert "could not be set" in lines[0]
    monkeypatch.setattr(doctor, "examine_needs", lambda: Needs(works=True, refused=("number 451",)))
    assert "did without" in doctor._jax_behind_the_wall()[0][0]
