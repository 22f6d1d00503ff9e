"""No attack gets anything, beside honest neighbours, in each wall that this machine can give.

A run of all takes minutes: the quick tests take some of each kind, the slow ones those
on every tier, the long ones all.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from autograder.batch import Options, grade_all
from autograder.readers import discover
from autograder.sandbox.tiers import best_tier
from autograder.text import visible
from tests.attacks.corpus import QUICK, attacks
from tests.attacks.target import write_course
from tests.attacks.trial import Quiet, try_out

REPOSITORY = Path(__file__).resolve().parents[2]
ELSEWHERE = REPOSITORY / "tests" / "sandbox" / "elsewhere.py"
CASES = attacks()
KINDS = sorted({case.kind for case in CASES})
Found = dict[str, list[str]]


def what(found: Found) -> Found:
    return {name: gains for name, gains in found.items() if gains}


def test_there_are_enough_of_every_kind() -> None:
    counts = Counter(case.kind for case in CASES)
    assert sum(counts.values()) >= 240
    assert min(counts.values()) >= 7, counts


def test_every_attack_goes_no_further_than_it_must() -> None:
    """A test that finds a hole shall not fall through it: nothing is killed, and nothing is started without end."""
    for case in CASES:
        text = case.path.read_text(encoding="utf-8")
        for signal in re.findall(r"\bkill\([^,]+, ([^)]*)\)", text):
            assert signal == "0", case.path
        for line in text.splitlines():
            assert not ("os.fork()" in line and "while" in line), case.path


def test_the_corpus_holds_where_it_is_quick(tmp_path: Path) -> None:
    chosen = [case for case in CASES if case.is_quick]
    assert len(chosen) == len(QUICK)
    assert {case.kind for case in chosen} == set(KINDS)
    assert what(try_out(chosen, best_tier(), tmp_path)) == {}


NAMES = (
    "up\\..\\up",
    "a\x1b[2J",
    "\u202eada",
    "=1+1",
    "-rf",
    "two\nlines",
    "~",
    "x" * 250,
    "CON",
    "a\u2028b",
    "%2e%2e%2f",
)


def test_no_student_s_name_becomes_a_path_that_nobody_checked(tmp_path: Path) -> None:
    course = write_course(tmp_path / "course")
    for name in NAMES:
        unit = tmp_path / "submitted" / name / "01_target"
        unit.mkdir(parents=True)
        (unit / "target.py").write_text("")
    outside = {path for path in tmp_path.rglob("*") if "out" not in path.parts}
    quiet = Quiet()
    options = Options(tmp_path / "out", 2, best_tier())
    reports = grade_all(discover([tmp_path / "submitted"], course), course, options, quiet)
    ours = {"out", "__pycache__"}  # reports, and what Python compiled of the checks
    assert {path for path in tmp_path.rglob("*") if not ours & {*path.relative_to(tmp_path).parts}} == outside
    written = {path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*.json")}
    assert len(reports) + len(quiet.problems) == len(NAMES)
    assert len(written) == len(reports)
    for path in written:
        assert len(path.parts) == 2
        assert visible(str(path)) == str(path)
    for path in [tmp_path / "out", *(tmp_path / "out").rglob("*")]:  # for their owner only
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600)


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_no_attack_gets_anything(kind: str, tmp_path: Path) -> None:
    assert what(try_out([case for case in CASES if case.kind == kind], best_tier(), tmp_path)) == {}


ALL_QUICK = ",".join(case.name for case in CASES if case.is_quick)


@pytest.mark.slow
@pytest.mark.root
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become someone else")
@pytest.mark.parametrize(
    "chosen", [pytest.param(ALL_QUICK, id="quick"), *(pytest.param(kind, marks=pytest.mark.long) for kind in KINDS)]
)
@pytest.mark.parametrize(
    ("tier", "options"),
    [("namespaces", ("--user", "54321")), ("landlock", ("--user", "54321", "--deny", "unshare"))],
    ids=["namespaces", "landlock"],
)
def test_no_attack_gets_anything_from_an_ordinary_user(
    tier: str, options: tuple[str, ...], chosen: str, home: Path
) -> None:
    """As an ordinary user with namespaces, and as one in a container that refuses them."""
    done = _elsewhere(home, options, ["-m", "tests.attacks.trial", chosen])
    if tier == "namespaces" and done["tier"] == "landlock":
        pytest.skip("this machine gives ordinary users no namespaces")
    assert done["tier"] == tier
    assert what(done["found"]) == {}


def _elsewhere(home: Path, options: tuple[str, ...], arguments: list[str]) -> dict[str, Found]:
    command = [sys.executable, str(ELSEWHERE), *options, "--home", str(home), "--", sys.executable, *arguments]
    variables = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=variables, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Found] = json.loads(done.stdout)
    return found
