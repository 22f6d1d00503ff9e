"""What a report shows of a public check that failed: from a real worker, on the course's own unit about plots."""

from __future__ import annotations

import hashlib
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest

from autograder import reports
from autograder.course import load_course
from autograder.grading import Job, grade
from autograder.kit import environment, kit_for
from autograder.model import ArraysPicture, CheckResult, CurvesPicture, PlotsPicture, Report, Submission
from autograder.nbgrader import cards
from autograder.sandbox.client import Zygote
from autograder.sinks import html
from autograder.sinks.pictures import drawn
from tests.grading.plotters import HOSTILE, WRONG

ROOT = Path(__file__).parents[2]


def graded(code: str, zygote: Zygote) -> Report:
    course = load_course(ROOT / "course.yml")
    unit = course.unit("05_train")
    kit, content = kit_for(course, unit), code.encode()
    digest = hashlib.sha256(content).hexdigest()
    submission = Submission(student="ada", unit=unit.id, file="train.py", content=content, sha256=digest)
    return grade(Job(course, kit, submission, environment(kit, "cpu", "test")), lambda: zygote)


@pytest.fixture(scope="module")
def wrong(zygote: Zygote) -> Report:
    return graded(WRONG, zygote)


@pytest.fixture(scope="module")
def hostile(zygote: Zygote) -> Report:
    return graded(HOSTILE, zygote)


def checks_of(report: Report) -> list[CheckResult]:
    return [check for task in report.tasks for check in task.checks]


def test_a_plot_a_gradient_and_the_losses_of_a_wrong_program_can_be_seen(wrong: Report) -> None:
    kinds = {task.task: {type(check.picture) for check in task.checks if check.picture} for task in wrong.tasks}
    assert kinds["update"] == {ArraysPicture}
    assert kinds["plot_fit"] == {PlotsPicture}
    assert kinds["train"] == {CurvesPicture}
    assert kinds["model"] == kinds["loss_fn"] == set()


def test_only_public_checks_that_failed_have_one(wrong: Report, hostile: Report) -> None:
    for report in (wrong, hostile):
        with_one = [check for check in checks_of(report) if check.picture]
        assert with_one
        assert not any(check.hidden or check.outcome == "passed" for check in with_one)
        assert any(check.hidden and check.outcome == "failed" for check in checks_of(report))


def test_students_see_them_and_those_of_a_hidden_check_never(wrong: Report) -> None:
    shown = [check.picture for check in checks_of(wrong.for_student()) if check.picture]
    assert shown == [check.picture for check in checks_of(wrong) if check.picture]
    picture = shown[0]
    slipped = msgspec.structs.replace(
        wrong,
        tasks=tuple(
            msgspec.structs.replace(
                task, checks=tuple(msgspec.structs.replace(each, picture=picture) for each in task.checks)
            )
            for task in wrong.tasks
        ),
    )
    assert not any(check.picture for check in checks_of(slipped.for_student()) if check.hidden)


def test_the_same_work_gives_the_same_bytes(wrong: Report, hostile: Report, zygote: Zygote) -> None:
    for report, code in ((wrong, WRONG), (hostile, HOSTILE)):
        assert reports.to_bytes(graded(code, zygote)) == reports.to_bytes(report)


def test_a_report_is_read_again_as_it_was_written(wrong: Report, hostile: Report, tmp_path: Path) -> None:
    for report in (wrong, hostile):
        assert reports.read(reports.write(tmp_path, report)) == report


def test_what_a_hostile_program_makes_to_be_shown_is_small_well_formed_and_text(hostile: Report) -> None:
    assert len(reports.to_bytes(hostile)) < 300_000
    page = html.render([hostile])
    card = "".join(cards.as_html(task) for task in hostile.for_student().tasks)
    for text in (page, card):
        assert "<figure" in text
        assert "<script" not in text
        assert "<img" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
        assert "\x1b" not in text
        assert "\u202e" not in text
    pictures = [check.picture for check in checks_of(hostile) if check.picture]
    assert {type(picture) for picture in pictures} == {ArraysPicture, CurvesPicture, PlotsPicture}
    for picture in pictures:
        drawing = drawn(picture)
        assert len(drawing) < 60_000
        assert {part.tag for part in ElementTree.fromstring(drawing or "<div/>").iter()} <= {
            *("figure", "figcaption", "div", "svg", "rect", "line", "circle", "polyline", "text")
        }


def test_page_and_card_draw_one_mistake_once(wrong: Report) -> None:
    for task in wrong.tasks:
        hints = {check.hint for check in task.checks if check.picture}
        assert cards.as_html(task).count("<figure") == len(hints)
    assert html.render([wrong]).count("<figure") == sum(cards.as_html(task).count("<figure") for task in wrong.tasks)
