"""The ladder of hints leads up one step a call, and nothing that happens to its file stops a student."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.model import Course, Limits, Task
from autograder.student.hints import Ladder

TASK = Task(id="double", title="Twice", points=1, hints=("one", "two", "three"), limits=Limits())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "hints.json"


def climb(course: Course, file: Path | None, calls: int, task: Task = TASK) -> list[str]:
    """The hints of some calls, each as if from a process of its own."""
    return [Ladder(course, file).next(task).partition(": ")[2].partition(" ")[0] for _ in range(calls)]


def test_each_call_goes_one_step_further_and_the_last_hint_stays(course: Course, file: Path) -> None:
    assert climb(course, file, 5) == ["one", "two", "three", "three", "three"]


def test_a_hint_says_its_place_and_the_last_says_so(course: Course, file: Path) -> None:
    ladder = Ladder(course, file)
    assert ladder.next(TASK) == "Hint 1 of 3 for double: one"
    assert ladder.next(TASK) == "Hint 2 of 3 for double: two"
    assert ladder.next(TASK) == "Hint 3 of 3 for double: three  (This was the last one.)"


def test_each_task_has_a_ladder_of_its_own(course: Course, file: Path) -> None:
    other = Task(id="total", title="", points=1, hints=("first",), limits=Limits())
    climb(course, file, 2)
    assert climb(course, file, 1, other) == ["first"]
    assert climb(course, file, 1) == ["three"]


def test_restart_leads_back_to_the_foot(course: Course, file: Path) -> None:
    climb(course, file, 2)
    Ladder(course, file).restart(TASK)
    assert climb(course, file, 2) == ["one", "two"]


def test_a_lost_file_starts_anew(course: Course, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    climb(course, file, 2)
    file.unlink()
    monkeypatch.setattr("autograder.student.hints._climbed_here", {})  # another process
    assert climb(course, file, 1) == ["one"]


@pytest.mark.parametrize(
    "content",
    ["", "not json", "[]", "null", '{"A small course/double": "two"}', '{"A small course/double": -4}', "[" * 100_000],
)
def test_a_damaged_file_starts_anew(course: Course, file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    assert climb(course, file, 2) == ["one", "two"]


def test_a_step_beyond_the_last_hint_gives_the_last(course: Course, file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"A small course/double": 99999999999999999999999}', encoding="utf-8")
    assert climb(course, file, 1) == ["three"]


def test_where_nothing_can_be_written_a_notebook_still_climbs(course: Course, tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file, not a folder", encoding="utf-8")
    assert climb(course, tmp_path / "in the way" / "hints.json", 3) == ["one", "two", "three"]


def test_a_user_without_a_home_gets_hints(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    assert climb(course, None, 2) == ["one", "two"]


def test_the_file_lies_in_the_users_state_folder(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    climb(course, None, 1)
    assert (tmp_path / "state/jax101/hints.json").is_file()
    monkeypatch.setenv("XDG_STATE_HOME", "relative/to/nothing")  # the standard says: as if it were not set
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    climb(course, None, 1)
    assert (tmp_path / "home/.local/state/jax101/hints.json").is_file()
