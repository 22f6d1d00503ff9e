"""`course.yml`: what it may say, and that every mistake in it is said with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course import dump_unit, find_course, load_course
from autograder.errors import CourseError, UsageError
from autograder.model import Course, Limits

Edit = Callable[[str, str, str], None]


def complaints(path: Path) -> list[str]:
    with pytest.raises(CourseError) as caught:
        load_course(path)
    return str(caught.value).split("\n")


def written(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "course.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_course_is_what_its_file_says(small_course: Course, course_folder: Path) -> None:
    assert small_course.root == course_folder
    assert (small_course.title, small_course.languages, small_course.salt) == (
        "A small course",
        ("en",),
        "not for students",
    )
    assert [unit.id for unit in small_course.units] == ["01_first", "02_second"]
    first = small_course.unit("01_first")
    assert [task.id for task in first.tasks] == ["double", "total"]
    assert first.points == 3.5
    assert first.task("double").hints == ("What is twice?", "Use two.")


def test_limits_pass_from_course_to_unit_to_task_and_may_be_changed_at_each(small_course: Course) -> None:
    first, second = small_course.units
    assert second.limits == Limits(file_mb=1)
    assert first.limits == Limits(file_mb=1, call_seconds=5)
    assert first.task("total").limits == first.limits
    assert first.task("double").limits == Limits(file_mb=1, call_seconds=7)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("points: 1.5", "points: many", "units[0].tasks[1].points: expected a number, found 'many'"),
        ("points: 1.5", "points: true", "units[0].tasks[1].points: expected a number, found True"),
        ("points: 1.5", "points: .nan", "units[0].tasks[1].points: expected a number, found nan"),
        ("points: 1.5", "points: .inf", "units[0].tasks[1].points: expected a number, found inf"),
        ("points: 1.5", "points:", "units[0].tasks[1].points: expected a number, found nothing"),
        ("points: 1.5", "points: -1", "units[0].tasks[1].points: expected a number of at least 0, found -1"),
        ("points: 1.5, ", "", "units[0].tasks[1].points: missing"),
        ("hints: [Divide.]", "hints: []", "units[1].tasks[0].hints: expected a list of at least one hint"),
        ("hints: [Divide.]", "hints: Divide.", "units[1].tasks[0].hints: expected a list of at least one hint"),
        ("hints: [Divide.]", "hints: [a, 3]", "units[1].tasks[0].hints[1]: expected text, found 3"),
        ("title: Half", 'title: " "', "units[1].tasks[0].title: expected text, found ' '"),
        ("title: Half", "title: Half, pionts: 3", "units[1].tasks[0].pionts: unknown key, known are id, title"),
        ("id: half", "id: double", "units[1].tasks[0].id: `double` is already the name at units[0].tasks[0].id"),
        ("id: half", "id: 2half", "units[1].tasks[0].id: expected the name of a Python function, found '2half'"),
        ("id: half", "id: ha-lf", "units[1].tasks[0].id: expected the name of a Python function, found 'ha-lf'"),
        ("id: half", "id: hälfte", "units[1].tasks[0].id: expected the name of a Python function"),
        ("id: half", "id: lambda", "units[1].tasks[0].id: expected the name of a Python function, and `lambda`"),
        ("id: 02_second", "id: 01_first", "units[1].id: `01_first` is already the name at units[0].id"),
        ("id: 02_second", "id: ../second", "units[1].id: expected a name of at most 64 letters"),
        ("notebook: second", "notebook: a/b", "units[1].notebook: expected a name of at most 64 letters"),
        ("format_version: 1", "format_version: 2", "format_version: expected 1"),
        ("format_version: 1", "format_version: true", "format_version: expected 1"),
        ("format_version: 1\n", "", "format_version: missing"),
        ("title: A small course", "title: 3", "title: expected text, found 3"),
        ("languages: [en]", "languages: en", "languages: expected a list of at least one language, found 'en'"),
        ("file_mb: 1", "file_mb: 0", "limits.file_mb: expected a number above 0, found 0"),
        ("file_mb: 1", "file_mb: 1.5", "limits.file_mb: expected a whole number, found 1.5"),
        ("file_mb: 1", "files: 1", "limits.files: unknown key, known are call_seconds"),
        ("call_seconds: 5", "call_seconds: x", "units[0].limits.call_seconds: expected a number, found 'x'"),
        ("call_seconds: 7", "call_seconds: x", "units[0].tasks[0].limits.call_seconds: expected a number"),
        ("limits: {file_mb: 1}", "limits: none", "limits: expected keys such as call_seconds and load_seconds"),
    ],
)
def test_a_mistake_is_said_with_its_place(edit: Edit, course_folder: Path, old: str, new: str, complaint: str) -> None:
    edit("course.yml", old, new)
    [only] = complaints(course_folder / "course.yml")
    assert only.startswith(f"course.yml: {complaint}")


@pytest.mark.parametrize("salt", ["", "salt: ''\n"])
def test_a_course_may_do_without_a_salt(edit: Edit, course_folder: Path, salt: str) -> None:
    edit("course.yml", "salt: not for students\n", salt)
    assert load_course(course_folder / "course.yml").salt == ""


def test_every_mistake_is_said_not_only_the_first(edit: Edit, course_folder: Path) -> None:
    edit("course.yml", "points: 2", "points: two")
    edit("course.yml", "points: 1.5", "points: -1")
    edit("course.yml", "title: Second steps", "titel: Second steps")
    assert [line.split(": ")[1] for line in complaints(course_folder / "course.yml")] == [
        "units[0].tasks[0].points",
        "units[0].tasks[1].points",
        "units[1].titel",
        "units[1].title",
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "expected keys such as format_version and title, found nothing"),
        ("- 1\n", "expected keys such as format_version and title, found a list"),
        ("title: [a\n", "line 2, column 1: "),
        ("title: a\n\tb: c\n", "line 2, column 1: found character '\\t' that cannot start any token"),
        ("title: a\ntitle: b\n", "line 2, column 1: `title` stands here twice"),
        ("title: &t a\nlanguages: *t\n", "line 2, column 12: aliases (`*name`) are not accepted"),
        ("[a]: b\n", "line 1, column 1: expected a plain key"),
        ("title: !!python/object/apply:os.getcwd []\n", "line 1, column 8: could not determine a constructor"),
        ("[" * 10_000, "nested too deeply"),
        ("title: 2024-99-99\n", "not YAML: "),
        ("a: \x00\n", "not YAML: "),
        (b"title: \xff\n", "not UTF-8 text (byte 7)"),
        ("# " + "a" * (1 << 20), "larger than 1 MB"),
    ],
)
def test_what_is_no_course_at_all_is_said_with_its_line(tmp_path: Path, text: str | bytes, complaint: str) -> None:
    [only] = complaints(written(tmp_path, text))
    assert only.startswith(f"course.yml: {complaint}")


def test_a_billion_laughs_are_refused_at_once(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    [only] = complaints(written(tmp_path, "\n".join(lines)))
    assert "aliases" in only


def test_numbers_too_long_to_print_are_still_mistakes(tmp_path: Path) -> None:
    assert "course.yml: title: expected text, found a huge number" in complaints(
        written(tmp_path, "title: 0x" + "f" * 9000)
    )


def test_escape_sequences_never_reach_the_terminal(tmp_path: Path) -> None:
    said = "\n".join(complaints(written(tmp_path, '"\\e[31m": 1\ntitle: ["\\e"]\n')))
    assert "\x1b" not in said
    assert "\\x1b[31m: unknown key" in said


def test_a_byte_order_mark_does_no_harm(course_folder: Path) -> None:
    path = course_folder / "course.yml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_course(path).title == "A small course"


# --------------------------------------------------------------------------- finding it


def test_the_nearest_course_at_or_above_a_folder_is_found(course_folder: Path) -> None:
    assert find_course(course_folder).root == course_folder
    assert find_course(course_folder / "solutions" / "01_first").root == course_folder


def test_a_named_course_is_taken_by_its_folder_or_its_file(course_folder: Path, tmp_path: Path) -> None:
    assert find_course(tmp_path, course_folder).root == course_folder
    assert find_course(tmp_path, course_folder / "course.yml").root == course_folder


def test_where_no_course_is_the_caller_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--course DIR"):
        find_course(tmp_path)
    with pytest.raises(UsageError, match="is not a course folder"):
        find_course(tmp_path, tmp_path)


def test_a_folder_in_the_file_s_place_is_no_course(tmp_path: Path) -> None:
    (tmp_path / "course.yml").mkdir()
    with pytest.raises(UsageError, match="is not a course folder"):
        find_course(tmp_path, tmp_path)
    with pytest.raises(CourseError, match="cannot be read: Is a directory"):
        load_course(tmp_path / "course.yml")


# --------------------------------------------------------------------------- one unit for students


def test_a_unit_s_own_course_file_says_the_same_and_no_salt(small_course: Course, tmp_path: Path) -> None:
    for unit in small_course.units:
        text = dump_unit(small_course, unit)
        alone = load_course(written(tmp_path, text))
        assert alone.units == (unit,)
        assert (alone.title, alone.languages, alone.salt) == (small_course.title, small_course.languages, "")
        assert "salt" not in text
        assert "not for students" not in text


def test_a_unit_s_own_course_file_can_be_read_by_people(small_course: Course) -> None:
    text = dump_unit(small_course, small_course.units[0])
    assert "Größe zählt: alle" in text
    assert "points: 2\n" in text
    assert text == dump_unit(small_course, small_course.units[0])
