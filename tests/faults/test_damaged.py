"""Bad submissions by the thousand: each ends in one report, with a sentence where it is none, and in bounded time."""

from __future__ import annotations

import ast
import json
import random
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest

from autograder import reports
from autograder.checking.loading import to_source
from autograder.checking.reading import written
from autograder.course import load_course
from autograder.errors import NotASubmission, OutputError
from autograder.grading import Job, ungradable
from autograder.kit import environment, kit_for
from autograder.model import Course, Program
from autograder.neighbours import Neighbourhood
from autograder.pages import read_page
from autograder.readers import Found, discover, discovery, ipynb, program, read
from autograder.readers.names import stand_in
from autograder.readers.source import Outline, outline
from autograder.sandbox.protocol import MAX_FRAME
from autograder.text import visible
from tests.faults.conftest import Site
from tests.faults.damage import REPOSITORY, Damager, Handed, odd_name
from tests.grading.conftest import RIGHT

_SECONDS = 5.0  # of processor time; none takes a tenth of it


def is_a_sentence(reason: str) -> bool:
    """One line for a person: no traceback, no name of an exception, nothing that steers a terminal."""
    one_line = reason and "\n" not in reason and visible(reason) == reason
    short = len(reason) < 3000  # a name may be long
    return bool(one_line) and short and not re.search(r"Traceback|\b[A-Z]\w*(Error|Exception)\b|0x[0-9a-f]{8}", reason)


@pytest.fixture(scope="module")
def real() -> Course:
    return load_course(REPOSITORY / "course.yml")


def taken_in(handed: Handed, path: Path, course: Course) -> Program | str:
    """What the trusted side makes of it before a worker is asked: a program, or the sentence why it is none."""
    unit = course.units[0]
    path.write_bytes(handed.content)
    submission = read(Found(student="ada", unit=unit.id, path=path), course)
    try:
        found = program(submission, unit, read_page(course, unit))
    except NotASubmission as reason:
        return str(reason)
    frame = msgspec.msgpack.encode([to_source(cell) for cell in (*found.provided, *found.cells)])
    assert len(frame) < MAX_FRAME // 2
    written((*found.provided, *found.cells))
    Neighbourhood(found, unit).stand_ins(unit.tasks[0].id)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_handed_in_is_a_program_or_has_a_sentence(real: Course, tmp_path: Path, seed: int) -> None:
    damager = Damager(seed, real.units[0].notebook)
    programs = 0
    for number in range(250):
        handed = damager.next()
        started = time.process_time()
        outcome = taken_in(handed, tmp_path / handed.file, real)
        where = f"{seed}.{number}: {handed.history}"
        assert time.process_time() - started < _SECONDS, where
        if isinstance(outcome, str):
            assert is_a_sentence(outcome), f"{where}: {outcome!r}"
        else:
            programs += 1
    assert 25 < programs < 225  # damaged, and not beyond recognition


def test_the_sentence_of_each_is_fit_for_a_report(real: Course, tmp_path: Path) -> None:
    unit = real.units[0]
    kit = kit_for(real, unit)
    damager = Damager(99, unit.notebook)
    for _ in range(60):
        handed = damager.next()
        (tmp_path / handed.file).write_bytes(handed.content)
        submission = read(Found(student="ada", unit=unit.id, path=tmp_path / handed.file), real)
        reason = submission.problem or "some reason"
        report = ungradable(Job(real, kit, submission, environment(kit, "cpu", "none")), reason)
        assert msgspec.json.decode(reports.to_bytes(report))["reason"] == reason


def test_every_name_has_one_report_and_no_two_the_same(real: Course, tmp_path: Path) -> None:
    rng = random.Random(7)
    tree = tmp_path / "submitted"
    unit = real.units[0]
    for _ in range(300):
        folder = tree / odd_name(rng) / rng.choice((unit.id, unit.id, odd_name(rng)))
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / rng.choice((f"{unit.notebook}.py", odd_name(rng) + ".py"))).write_text("x = 1\n")
    (tree / "honest" / unit.id).mkdir(parents=True)
    (tree / "honest" / unit.id / f"{unit.notebook}.py").write_text("x = 1\n")
    found = discover([tree], real)
    places = [str(reports.path_of(tmp_path / "out", item.student, item.unit)) for item in found]
    assert len(set(places)) == len(places) > 100
    assert all(Path(place).parents[1] == tmp_path / "out" for place in places)
    assert all(is_a_sentence(item.problem) for item in found if item.problem)
    visible_files = [
        path for path in tree.glob("*/*/*.py") if not any(part.startswith(".") for part in path.parts[-3:])
    ]
    assert {item.path for item in found if item.path} <= set(visible_files)
    students = {path.parts[-3] for path in visible_files}
    assert {stand_in(student) for student in students} <= {item.student for item in found}
    assert len({stand_in(student) for student in students}) == len(students)


def outspoken(content: bytes, file: str) -> dict[str, Any]:
    """Says of what is no notebook what Python says of it."""
    try:
        return NOTEBOOK(content, file)
    except NotASubmission as error:
        raise NotASubmission(repr(error.__context__ or error)) from None


def parsed(text: str) -> Outline:
    """Takes what students write for Python."""
    ast.parse(text)
    return outline(text)


def laborious(text: str) -> Outline:
    until = time.process_time() + 0.1
    while time.process_time() < until:
        pass
    return outline(text)


NOTEBOOK = ipynb._notebook
CARELESS: dict[str, tuple[str, Any, type[Exception] | tuple[type[Exception], ...]]] = {
    "what is no text": ("_text", lambda value: "".join(value), (UnicodeEncodeError, TypeError)),
    "what is no Python": ("outline", parsed, (SyntaxError, ValueError, RecursionError, MemoryError)),
    "what is no sentence": ("_notebook", outspoken, AssertionError),
    "what takes long": ("outline", laborious, AssertionError),
}


@pytest.mark.parametrize("what", CARELESS)
def test_a_reader_that_lets_something_through_is_found_out(
    real: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    name, careless, seen = CARELESS[what]
    monkeypatch.setattr(ipynb, name, careless)
    if careless is laborious:
        monkeypatch.setitem(globals(), "_SECONDS", 0.1)
    with pytest.raises(seen):
        test_whatever_is_handed_in_is_a_program_or_has_a_sentence(real, tmp_path, 1)


def test_names_that_are_taken_as_they_come_are_found_out(
    real: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovery, "stand_in", lambda name: name)
    with pytest.raises((OutputError, AssertionError)):
        test_every_name_has_one_report_and_no_two_the_same(real, tmp_path)


def test_a_sentence_is_told_from_what_is_none() -> None:
    assert is_a_sentence("work.py is not Python text: byte 3 is not utf-8")
    assert not is_a_sentence("")
    assert not is_a_sentence("JSONDecodeError: Expecting value")
    assert not is_a_sentence("a line\nand another")
    assert not is_a_sentence("\x1b[2J")


@pytest.mark.slow
def test_damaged_submissions_are_graded_to_the_end_and_beside_them_honest_ones(site: Site) -> None:
    damager = Damager(2024, "work")
    every = [damager.next() for _ in range(160)]
    for number, handed in enumerate(every):
        folder = site.submitted / f"damaged{number:03}" / "01_work"
        folder.mkdir(parents=True)
        (folder / handed.file).write_bytes(handed.content)
    site.hand_in({"ada": RIGHT, "zoe": RIGHT})
    code, said = site.grade(seconds=600)
    assert code == 0, said
    found = {student: json.loads(report) for student, report in site.reports().items()}
    assert len(found) == len(every) + 2
    for number, handed in enumerate(every):
        report = found[f"damaged{number:03}"]
        assert report["status"] in ("graded", "ungradable"), handed.history
        if report["status"] == "ungradable":
            assert is_a_sentence(report["reason"]), (handed.history, report["reason"])
        messages = [check["message"] or "" for task in report["tasks"] for check in task["checks"]]
        assert not any("Traceback" in message for message in messages)
    assert found["ada"]["score"] == found["zoe"]["score"] == 9.0
    site.is_clean()


@pytest.mark.slow
@pytest.mark.long
def test_a_grader_that_is_upset_by_what_is_no_text_is_found_out(site: Site) -> None:
    cell = {"cell_type": "code", "source": [RIGHT, 7], "metadata": {}, "outputs": [], "execution_count": None}
    site.hand_in({"ada": RIGHT, "zoe": RIGHT})
    (site.submitted / "ada" / "01_work" / "work.py").rename(site.submitted / "ada" / "01_work" / "work.ipynb")
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (site.submitted / "ada" / "01_work" / "work.ipynb").write_text(json.dumps(notebook))
    with pytest.raises(AssertionError, match="Traceback"):
        site.grade(plan={"weaken": ["text"]})
    assert [json.loads(report)["status"] for report in site.reports().values()] == ["infrastructure_error", "graded"]
    assert site.grade()[0] == 0
    assert [json.loads(report)["score"] for report in site.reports().values()] == [9.0, 9.0]
