"""An instructor's round in JupyterLab: formgrader generates, autogrades behind the wall, shows scores, feedback."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.browser.lab import Lab

pytest.importorskip("nbgrader")

ROOT = Path(__file__).parents[2]
UNIT = "04_pure"
CLASS = ("amina", "farid", "hiro")


@pytest.fixture(scope="module")
def work(home: Path) -> Path:
    """The course as its author has it, with what three students handed in; nbgrader's exchange is not everyone's."""
    course = home / "course"
    for name in ("solutions", "tests/hidden"):
        shutil.copytree(ROOT / name, course / name)
    for name in ("course.yml", "nbgrader_config.py"):
        shutil.copy(ROOT / name, course)
    for student in CLASS:
        shutil.copytree(ROOT / "examples/submissions" / student / UNIT, course / "submitted" / student / UNIT)
    (home / "exchange").mkdir()
    (home / "exchange").chmod(0o777)  # nbgrader wants it open to all
    (home / "config").mkdir()
    settings = {"Exchange": {"root": str(home / "exchange")}}
    (home / "config" / "nbgrader_config.json").write_text(json.dumps(settings), encoding="utf-8")
    return course


class Formgrader:
    """The tab of that name."""

    def __init__(self, lab: Lab) -> None:
        self._lab = lab
        self._page = lab.page.frame_locator("iframe").first

    def row(self, name: str) -> Any:
        """The line of an assignment or a student."""
        return self._page.locator("tr").filter(has=self._page.get_by_text(name, exact=True))

    def press(self, name: str, button: str) -> str:
        """Press a button of a line, close the window that tells how it went and return what that said."""
        self.row(name).locator(f".{button} a").click()
        told = self._page.locator(".modal-dialog")
        told.wait_for()
        text = str(told.inner_text())
        told.locator(".modal-footer button").last.click()
        told.wait_for(state="detached")
        return text

    def submissions(self, assignment: str) -> None:
        """Follow the number of submissions to the list of them."""
        self.row(assignment).locator(".num-submissions a").click()
        self.row(CLASS[0]).wait_for()


@pytest.fixture(scope="module")
def formgrader(lab: Lab) -> Formgrader:
    lab.start()
    lab.menu("Nbgrader", "Formgrader")
    return Formgrader(lab)


def test_generate_writes_the_exercises(formgrader: Formgrader, work: Path) -> None:
    assert "Successfully created the student version" in formgrader.press(UNIT, "assign")
    made = work / "exercises" / UNIT
    assert sorted(path.name for path in made.iterdir()) == ["course.yml", "pure.ipynb", "test_pure.py"]
    assert (made / "pure.ipynb").read_bytes() == (ROOT / "exercises" / UNIT / "pure.ipynb").read_bytes()


def test_autograde_by_its_button_shows_the_score(formgrader: Formgrader, lab: Lab) -> None:
    formgrader.submissions(UNIT)
    for student, score in {"farid": "7.5", "amina": "25"}.items():
        assert "needs autograding" in formgrader.row(student).inner_text()
        told = formgrader.press(student, "autograde")
        assert f"Successfully autograded '{UNIT}' for student '{student}'." in told
        line = formgrader.row(student)
        line.get_by_text("graded", exact=True).wait_for()
        assert re.fullmatch(rf"{re.escape(score)}(\.0)? / 25(\.0)?", line.locator(".score").inner_text())
    assert "needs autograding" in formgrader.row("hiro").inner_text()
    lab.screenshot("instructor-1-scores")


def test_the_feedback_can_be_opened_and_holds_the_verdicts(formgrader: Formgrader, lab: Lab) -> None:
    assert "Success" in formgrader.press("farid", "generate-feedback")
    lab.start(f"tree/feedback/farid/{UNIT}/pure.html")
    page = lab.page.frame_locator("iframe").first
    page.get_by_text("7.5 of 25 points").first.wait_for()
    card = page.locator("section[aria-label*='set_first']").first.inner_text()
    assert "replaces the first entry" in card
    assert "update-dropped" in card
    assert "A hidden check did not pass." in card
    lab.screenshot("instructor-2-feedback")
