"""What this machine has: sandbox tiers, versions, devices, optional parts, and how to get what is missing."""

from __future__ import annotations

import importlib.util
import os
import platform
import sys
from collections.abc import Iterator
from importlib import metadata

from autograder import accelerator
from autograder.batch import cores
from autograder.errors import DeviceUnavailable
from autograder.sandbox.confine import Tier, devices
from autograder.sandbox.needs import examine as examine_needs
from autograder.sandbox.tiers import probe

_NEEDED = (
    "jax",
    "jaxlib",
    "numpy",
    "pytest",
    "msgspec",
    "click",
    "rich",
    "Jinja2",
    "jupytext",
    "matplotlib",
    "PyYAML",
    "watchfiles",
)
_OPTIONAL = {
    "nbgrader": "nbgrader's workflow",
    "jupyterlab": "working in JupyterLab",
}


def examine() -> tuple[str, bool]:
    """The findings as text, and whether hidden checks can be graded here."""
    sandbox, tier = _sandbox()
    holds = tier is not None
    behind, works = _jax_behind_the_wall()  # also where no tier holds: a call that is missing may be the reason
    lines = [*_machine(), "", *sandbox, *behind, "", *_devices(tier), "", *_packages()]
    return "\n".join(lines), holds and works


def _machine() -> Iterator[str]:
    yield "Machine"
    yield f"  Python {platform.python_version()}, {platform.system()} {platform.release()}, {platform.machine()}"
    yield f"  {cores()} cores for this process" + (", root" if hasattr(os, "geteuid") and os.geteuid() == 0 else "")


def _sandbox() -> tuple[list[str], Tier | None]:
    reports = probe()
    lines = ["Sandbox (the strongest that holds is used)"]
    best = next((report.tier for report in reports if report.available), None)
    for report in reports:
        state = "used by `grade`" if report.tier is best else "holds" if report.available else f"no: {report.reason}"
        lines.append(f"  {report.tier.value:<11} {state}")
    if best is None:
        lines.append("  Grading hidden checks needs one of them: use Linux 5.13 or newer, or a container on it.")
        lines.append(f"  `--sandbox {Tier.NONE.value}` grades without a wall; only for code you trust.")
    return lines, best


def _jax_behind_the_wall() -> tuple[list[str], bool]:
    """Whether this release of JAX needs a system call that workers do not have."""
    needs = examine_needs()
    if needs.problem:
        return [f"  JAX's system calls were not looked at: {needs.problem}"], True
    refused = ", ".join(needs.refused)
    if needs.works:
        done_without = f"; it asked in vain for {refused}, and did without" * bool(refused)
        return [f"  JAX {_version('jax')} works with the system calls of a worker{done_without}"], True
    why = f"it asked in vain for {refused}" if refused else "why cannot be told: it asked for none that it may not use"
    return [
        f"  JAX {_version('jax')} does not work with the system calls of a worker: {why}.",
        "  Grade with a release of JAX that this version was tested with (0.10 to 0.12), and please tell us;",
        "  the list of allowed calls is autograder/sandbox/confine/syscalls.py.",
    ], False


def _devices(tier: Tier | None) -> Iterator[str]:
    """Where functions can be computed: on an accelerator only by an evaluator that can use it from behind its wall."""
    yield "Devices"
    yield "  cpu         grades (--device cpu, the default)"
    plugins = ", ".join(accelerator.plugins())
    if not plugins:
        yield "  gpu         no: no JAX plugin for one is installed"
    elif tier is None:
        yield "  gpu         no: without a sandbox there is no wall for its evaluator"
    else:
        try:
            held = accelerator.look("gpu", tier)
            yield f"  gpu         grades with --device gpu: {held.kind}, held by an evaluator behind the wall"
        except DeviceUnavailable as reason:
            yield f"  gpu         no: {str(reason).partition(': ')[2]}"
            yield from _asked_by_a_driver(accelerator.PLATFORMS["gpu"])
        yield f"  plugins     {plugins}"


def _asked_by_a_driver(platform: str) -> Iterator[str]:
    """Where there is a device, and an evaluator cannot use it: the system calls that are asked for in vain."""
    if devices.nodes(platform):
        needs = examine_needs(platform)
        asked = ", ".join(needs.refused) or "none that it may not use"
        yield f"              behind the evaluator's system calls JAX asks in vain for: {needs.problem or asked}"
        yield "              please tell us; the lists are autograder/sandbox/confine/syscalls.py and devices.py"


def _packages() -> Iterator[str]:
    yield "Versions"
    for name in _NEEDED:
        yield f"  {name:<11} {_version(name) or 'missing: pip install jax101'}"
    for name, use in _OPTIONAL.items():
        have = _version(name)
        yield f"  {name:<11} {have}" if have else f"  {name:<11} missing, for {use}: pip install 'jax101[instructor]'"
    if sys.version_info < (3, 12):
        yield "  JAX 0.11 and later need Python 3.12; on 3.11 the newest is 0.10."


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "present" if importlib.util.find_spec(name.lower()) else ""
