"""Every attack was seen to succeed where the protection it is about is taken away: or it would prove nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.grading import Job, grade
from autograder.kit import environment, kit_for
from autograder.model import Report
from autograder.readers import discover, read
from autograder.sandbox.client import Zygote
from autograder.sandbox.tiers import best_tier
from tests.attacks.corpus import Attack, attacks
from tests.attacks.target import HONEST, write_course
from tests.attacks.trial import gains
from tests.attacks.weakened import WEAKENINGS

REPOSITORY = Path(__file__).resolve().parents[2]
ELSEWHERE = REPOSITORY / "tests" / "sandbox" / "elsewhere.py"
CASES = attacks()
pytestmark = pytest.mark.slow


def some(wanted: Callable[[Attack], bool]) -> list[Any]:
    """As parameters, those that are not quick marked as long."""
    chosen = filter(wanted, CASES)
    return [pytest.param(each, id=each.name, marks=[] if each.is_quick else [pytest.mark.long]) for each in chosen]


def judged(case: Attack, root: Path, zygote: Zygote) -> Report:
    """Its report, made in this process, where our patches are."""
    course = write_course(root / "course", patient=case.weaken == "limits")
    neighbour = root / "submitted" / "aa-honest" / "01_target"
    neighbour.mkdir(parents=True)
    (neighbour / "target.py").write_text(HONEST)
    case.hand_in(root / "submitted" / case.name)
    [found] = discover([root / "submitted"], course, student=case.name)
    kit = kit_for(course, course.units[0])
    return grade(Job(course, kit, read(found, course), environment(kit, "cpu", "test")), lambda: zygote)


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with Zygote(best_tier()) as zygote:
        yield zygote


@pytest.mark.parametrize("case", some(lambda case: case.weaken in WEAKENINGS))
def test_it_succeeds_where_its_protection_is_taken_away(
    case: Attack, zygote: Zygote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    WEAKENINGS[case.weaken](monkeypatch)
    if case.weaken == "environ":
        with Zygote(best_tier()) as own:
            report = judged(case, tmp_path, own)
    else:
        report = judged(case, tmp_path, zygote)
    assert gains(case, [report]), report


@pytest.mark.parametrize("case", some(lambda case: case.weaken == "process"))
def test_it_succeeds_where_its_code_runs_beside_the_checks(case: Attack, home: Path) -> None:
    case.hand_in(home / "handed-in")
    folder = home / "handed-in" / "01_target"
    for path in (home / "handed-in", folder, *folder.iterdir()):
        path.chmod(0o777)
    got = _elsewhere(home, [str(Path(__file__).with_name("naive.py")), str(folder)])
    assert got, case.wants


def test_an_honest_submission_fails_nothing_there_and_a_wrong_one_does(home: Path) -> None:
    for number, (code, passed) in enumerate(((HONEST, 6), (HONEST.replace("1e6", "1e5").replace("2 * x", "3 * x"), 4))):
        folder = home / str(number)
        folder.mkdir()
        folder.chmod(0o777)
        (folder / "target.py").write_text(code)
        got = _elsewhere(home, [str(Path(__file__).with_name("naive.py")), str(folder)])
        assert len([each for each in got if each.startswith("test_")]) == passed


@pytest.mark.long
@pytest.mark.root
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be root in a world of its own")
def test_they_succeed_without_a_wall(home: Path) -> None:
    """All at once, by root in namespaces of its own, where they reach nobody."""
    found = _elsewhere(home, ["-m", "tests.attacks.trial", "--tier", "none", "--patient", "weaken=wall"], user=0)[
        "found"
    ]
    walled = [case.name for case in CASES if case.weaken == "wall"]
    assert [name for name in walled if not any("REACHED" in each for each in found[name])] == []


def test_every_attack_names_its_weakening_or_says_why_there_is_none() -> None:
    for case in CASES:
        known = case.weaken in {"wall", "process", *WEAKENINGS} or case.weaken.startswith("none: ")
        assert known, case.path


def _elsewhere(home: Path, arguments: list[str], user: int = 54321) -> dict[str, list[str]]:
    options = ["--user", str(user), "--home", str(home), "--apart"] if os.geteuid() == 0 else ["--home", str(home)]
    command = [sys.executable, str(ELSEWHERE), *options, "--", sys.executable, *arguments]
    variables = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(home)}
    done = subprocess.run(command, env=variables, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found
