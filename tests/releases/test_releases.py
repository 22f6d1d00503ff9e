"""Every supported release of JAX runs under the system call allowlist, and a call that is missing is told readably.

`make test-versions`.  Each release gets an environment of its own from the package registries, so this takes minutes
and the network; a release whose Python is not on this machine is skipped, with a word.
"""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from autograder import doctor
from autograder.sandbox import jax_internals
from autograder.sandbox.needs import Needs
from tests.releases.environments import RELEASES, ROOT, NoPython, Release, outside_of_tests, python_of

# What holds the wall and JAX together; the rest of the sandbox's tests is about neither's release.
OF_THE_WALL = (
    "needs",
    "seccomp",
    "wall",
    "confine",
    "tiers",
    "client",
    "launch",
    "compiled",
    "staging",
    "jax_internals",
)
AT_LEAST = 150  # of those, so that nobody takes a list of skipped tests for a proof
UNITS = sorted(path.name for path in (ROOT / "exercises").iterdir() if path.is_dir())
# Calls that JAX cannot do without: threads, which the probe of a wall sees, too, and one that only libraries make.
NEEDED = {"clone": 56, "newfstatat": 262}


@pytest.fixture(scope="module", params=RELEASES, ids=lambda release: f"jax-{release.jax}")
def release(request: pytest.FixtureRequest) -> Release:
    its: Release = request.param
    return its


@pytest.fixture(scope="module")
def python(release: Release) -> Path:
    try:
        return python_of(release)
    except NoPython as reason:
        pytest.skip(f"NOT TESTED with JAX {release.jax}: {reason}")


def run(python: Path, *words: str | Path, package: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**outside_of_tests(), "PYTHONPATH": str(package)}
    command = [python, "-P", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900, check=False)


def without(call: str, folder: Path) -> Path:
    """The package as it would be if nobody had put that call on the list."""
    shutil.copytree(ROOT / "autograder", folder / "autograder", ignore=shutil.ignore_patterns("__pycache__"))
    table = folder / "autograder/sandbox/confine/syscalls.py"
    lacking, times = re.subn(rf'"{call}": \d+, ', "", table.read_text(encoding="utf-8"))
    assert times
    table.write_text(lacking, encoding="utf-8")
    return folder


def submitted(folder: Path) -> Path:
    """Two students: one handed in the solutions, the other what they were given."""
    for unit in UNITS:
        for student, source in (("right", "solutions"), ("untouched", "exercises")):
            place = folder / student / unit
            place.mkdir(parents=True)
            [page] = (path for path in (ROOT / source / unit).iterdir() if is_page(path))
            shutil.copy(page, place)
    return folder


def is_page(path: Path) -> bool:
    return path.suffix in (".py", ".ipynb") and not path.name.startswith("test_")


# --------------------------------------------------------------------------- for each release


@pytest.mark.long
@pytest.mark.slow
def test_the_tests_of_the_wall_pass(python: Path, release: Release, tmp_path: Path) -> None:
    files = [f"tests/sandbox/test_{name}.py" for name in OF_THE_WALL]
    result = tmp_path / "result.xml"
    done = run(python, "-m", "pytest", "-q", "-m", "not slow", "-p", "no:cacheprovider", f"--junitxml={result}", *files)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    [suite] = ET.parse(result).getroot().iter("testsuite")
    assert int(suite.attrib["tests"]) - int(suite.attrib["skipped"]) >= AT_LEAST


@pytest.mark.long
@pytest.mark.slow
def test_the_solutions_get_all_points_and_the_exercises_none(python: Path, release: Release, tmp_path: Path) -> None:
    tree = submitted(tmp_path / "submitted")
    done = run(
        python, "-m", "autograder", "grade", tree, "--out", tmp_path / "out", "--require-tier", "landlock", "--json"
    )
    assert done.returncode == 0, done.stderr
    reports = json.loads(done.stdout)
    assert {report["environment"]["jax"] for report in reports} == {release.jax}
    assert {report["status"] for report in reports} == {"graded"}
    scores = {
        student: sum(report["score"] for report in reports if report["student"] == student)
        for student in ("right", "untouched")
    }
    assert scores == {"right": 120, "untouched": 0}
    assert sum(report["max_score"] for report in reports) == 240


@pytest.mark.long
@pytest.mark.slow
def test_doctor_says_that_it_works(python: Path, release: Release) -> None:
    done = run(python, "-m", "autograder", "doctor")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"JAX {release.jax} works with the system calls of a worker" in done.stdout


@pytest.mark.long
@pytest.mark.slow
@pytest.mark.skipif(platform.machine() != "x86_64", reason="the numbers are those of x86_64")
@pytest.mark.parametrize("call", NEEDED)
def test_a_call_that_is_not_on_the_list_is_named_by_doctor(
    python: Path, release: Release, tmp_path: Path, call: str
) -> None:
    done = run(python, "-m", "autograder", "doctor", package=without(call, tmp_path))
    assert done.returncode == 1, done.stdout
    assert f"JAX {release.jax} does not work with the system calls of a worker" in done.stdout
    assert f"in vain for number {NEEDED[call]}" in done.stdout
    assert "autograder/sandbox/confine/syscalls.py" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.long
@pytest.mark.slow
def test_a_call_that_is_not_on_the_list_makes_no_zero(python: Path, tmp_path: Path) -> None:
    page = ROOT / "solutions/02_grad/grad.py"
    package = without("newfstatat", tmp_path)
    done = run(
        python, "-m", "autograder", "grade", page, "--unit", "02_grad", "--out", tmp_path / "out", package=package
    )
    assert done.returncode == 1, done.stdout
    assert "the course's own solution fails the check" in done.stderr
    assert "jax101 doctor" in done.stderr


# --------------------------------------------------------------------------- the table itself


def test_every_supported_line_of_jax_has_its_release_here_and_every_python() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    [supported] = (its.specifier for its in map(Requirement, project["dependencies"]) if its.name == "jax")
    lines = {f"0.{minor}" for minor in range(100) if f"0.{minor}.0" in supported}
    assert {release.line for release in RELEASES} == lines
    assert all(release.jax in supported for release in RELEASES)
    pythons = SpecifierSet(project["requires-python"])
    assert {release.python for release in RELEASES} == {
        f"3.{minor}" for minor in range(50) if f"3.{minor}.1" in pythons
    }


def test_the_releases_that_are_pinned_are_among_them() -> None:
    pins = re.findall(r"^jax==([\w.]+)", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert pins
    assert {*pins} <= {release.jax for release in RELEASES}


def test_flags_of_xla_are_known_for_each_of_them() -> None:
    assert all(jax_internals.flags_for(release.jax) for release in RELEASES)


def test_doctor_names_the_first_and_the_last_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "examine_needs", lambda: Needs(refused=("number 451",)))
    lines, _ = doctor._jax_behind_the_wall()
    assert f"({RELEASES[0].line} to {RELEASES[-1].line})" in "".join(lines)
