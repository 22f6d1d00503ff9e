"""An instructor's round in JupyterLab: formgrader generates, autogrades behind the wall, shows scores, feedback; and
what it shows of a class that was graded elsewhere.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from autograder.model import Report
from autograder.reports import read_all
from tests.browser.conftest import SCREENSHOTS
from tests.browser.lab import Lab
from tests.grading.plotters import HOSTILE, WRONG

pytest.importorskip("nbgrader")
pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
UNIT = "04_pure"
CLASS = ("amina", "farid", "hiro")
PLOTS = "05_train"
ARTISTS = ("amina", "dmitri", "farid", "hiro", "jonas")  # and two who hand in what is below


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
    for student in ARTISTS:
        shutil.copytree(ROOT / "examples/submissions" / student / PLOTS, course / "submitted" / student / PLOTS)
    for student, program in {"eve": HOSTILE, "vera": WRONG}.items():
        (course / "submitted" / student / PLOTS).mkdir(parents=True)
        (course / "submitted" / student / PLOTS / "train.py").write_text(program, encoding="utf-8")
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

    def follow(self, *links: str) -> Any:
        """Click on one after the other; the page they lead to."""
        for link in links:
            self._page.get_by_text(link, exact=True).locator("visible=true").first.click()
        return self._page

    def scores(self) -> dict[str, str]:
        """Students, by the ids that stand behind their names, and their scores in the list of submissions."""
        lines = [text.split("\t") for text in self._page.locator("#main-table tr").all_inner_texts()]
        return {line[1].strip(): next((cell.strip() for cell in line if "/" in cell), "") for line in lines}


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


# --------------------------------------------------------------------------- a class that was graded at once


@pytest.fixture(scope="module")
def entered(work: Path, home: Path) -> dict[str, Report]:
    """`jax101 grade --gradebook` on everything; the reports of the unit with the plots."""
    command = [sys.executable, "-m", "autograder", "grade", "submitted", "--gradebook", "sqlite:///gradebook.db"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(home / "cache"), "JUPYTER_CONFIG_DIR": str(home / "config")}
    done = subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    reports, problems = read_all([work / "reports"])
    assert not problems
    return {report.student: report for report in reports if report.unit == PLOTS}


def test_formgrader_shows_a_class_that_was_graded_at_once(
    lab: Lab, formgrader: Formgrader, entered: dict[str, Report]
) -> None:
    lab.start()
    lab.menu("Nbgrader", "Formgrader")
    formgrader.submissions(PLOTS)
    shown = formgrader.scores()
    assert set(shown) == set(entered) == {*ARTISTS, "eve", "vera"}
    for student, report in entered.items():
        score, full = map(float, shown[student].split("/"))
        assert (score, full) == (report.score, report.max_score), student
    lab.screenshot("instructor-3-class")


def test_an_autograded_notebook_can_be_opened_there_with_its_cards_and_pictures(
    lab: Lab, formgrader: Formgrader, entered: dict[str, Report]
) -> None:
    lab.start()
    lab.menu("Nbgrader", "Formgrader")
    page = formgrader.follow("Manual Grading", PLOTS, "train")
    page.locator("a.name-hidden").first.wait_for()  # the button shows the names of lines that are there
    formgrader.follow("Show All Names", "vera")
    card = page.locator("section[aria-label='verdict on plot_fit']")
    card.wait_for()
    assert "wrong-line" in card.inner_text()
    assert card.locator("figure svg").count() == 2
    assert "ax.plot(x, theta[1] * x + theta[0])" in page.locator("body").inner_text()
    card.scroll_into_view_if_needed()
    lab.screenshot("instructor-4-submission")


@pytest.mark.parametrize(("student", "width"), [("vera", 1000), ("vera", 390), ("eve", 390)])
def test_feedback_draws_and_fits_a_phone(
    browser: Any, work: Path, home: Path, entered: dict[str, Report], student: str, width: int
) -> None:
    page_path = work / "feedback" / student / PLOTS / "train.html"
    if not page_path.exists():
        command = [sys.executable, "-m", "nbgrader", "generate_feedback", PLOTS, "--student", student]
        environment = {**os.environ, "JUPYTER_CONFIG_DIR": str(home / "config"), "JUPYTER_DATA_DIR": str(home / "data")}
        done = subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
    page = browser.new_page(viewport={"width": width, "height": 844})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.goto(page_path.as_uri())
    assert asked == [page_path.as_uri()]  # it runs nothing and asks for nothing else
    assert page.locator("figure").count() >= 3  # a gradient, a plot, the losses
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    rights = page.locator("figure svg").evaluate_all("all => all.map(each => each.getBoundingClientRect().right)")
    assert max(rights) <= width
    page.screenshot(path=SCREENSHOTS / f"instructor-5-feedback-{student}-{width}.png", full_page=True)
    page.close()
