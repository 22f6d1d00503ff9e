"""Who handed in what: single files, folders, trees; and what is said of what cannot be told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from autograder.errors import UsageError
from autograder.model import Course
from autograder.readers import Found, discover


def plant(root: Path, *files: str) -> Path:
    for file in files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text("x = 1\n")
    return root


def seen(found: list[Found]) -> list[tuple[str, str, str]]:
    """(student, unit, name of the file) of everything that has no problem."""
    assert [item.problem for item in found if item.problem] == []
    return [(item.student, item.unit, item.path.name) for item in found if item.path]


def problem(found: list[Found]) -> str:
    [only] = found
    assert only.problem is not None
    return only.problem


# --------------------------------------------------------------------------- a single file


@pytest.mark.parametrize(
    ("file", "student"),
    [
        ("01_first/first.py", "first"),
        ("01_first/anything.ipynb", "anything"),
        ("01_first.py", "01_first"),
        ("02_second/01_first.py", "01_first"),
        ("01_first/second.py", "second"),
        ("somewhere/first.ipynb", "first"),
        ("01_first/ada.zip", "ada"),
        ("01_first/ADA.IPYNB", "ADA"),
    ],
)
def test_a_single_file_says_its_unit_by_its_folder_or_its_name(
    small_course: Course, tmp_path: Path, file: str, student: str
) -> None:
    path = plant(tmp_path, file) / file
    assert seen(discover([path], small_course)) == [(student, "01_first", path.name)]


def test_a_single_file_may_be_given_its_unit_and_student(small_course: Course, tmp_path: Path) -> None:
    path = plant(tmp_path, "hw.py") / "hw.py"
    found = discover([path], small_course, unit="02_second", student="ada")
    assert seen(found) == [("ada", "02_second", "hw.py")]


def test_what_lies_beside_a_single_file_is_no_one_s_business(small_course: Course, tmp_path: Path) -> None:
    plant(tmp_path, "01_first.py", "diary.txt")
    [found] = discover([tmp_path / "01_first.py"], small_course)
    assert found.ignored == ()


def test_a_file_of_an_unknown_unit_asks_for_it(small_course: Course, tmp_path: Path) -> None:
    plant(tmp_path, "hw.py")
    with pytest.raises(UsageError, match=r"which unit is hw\.py\? Name it with --unit; .* 01_first, 02_second"):
        discover([tmp_path / "hw.py"], small_course)


def test_a_file_of_another_kind_is_refused(small_course: Course, tmp_path: Path) -> None:
    plant(tmp_path, "01_first.txt")
    with pytest.raises(UsageError, match="is no submission: expected a file that ends in"):
        discover([tmp_path / "01_first.txt"], small_course)


@pytest.mark.parametrize("name", ["nowhere", "01_first.py", "a\0b", "x" * 5000, "01_first.py/inside"])
def test_a_path_that_leads_nowhere_is_said(small_course: Course, tmp_path: Path, name: str) -> None:
    if "/" in name:
        plant(tmp_path, name.split("/")[0])
    with pytest.raises(UsageError, match=r"there is no file or folder|cannot be read"):
        discover([tmp_path / name], small_course)


def test_a_fifo_named_by_hand_is_found_and_not_opened(small_course: Course, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "01_first.py")
    assert len(discover([tmp_path / "01_first.py"], small_course)) == 1


# --------------------------------------------------------------------------- folders


@pytest.mark.parametrize("name", ["first.py", "first.ipynb", "first.zip", "01_first.zip", "anything.zip"])
def test_a_folder_with_one_submission(small_course: Course, tmp_path: Path, name: str) -> None:
    plant(tmp_path / "ada/01_first", name, "notes.txt", "figures/a.png", "__pycache__/x.pyc", ".ipynb_checkpoints/c")
    [found] = discover([tmp_path / "ada/01_first"], small_course)
    assert seen([found]) == [("ada", "01_first", name)]
    assert found.ignored == ("figures/", "notes.txt")


def test_a_folder_named_by_its_dot_knows_its_name(
    small_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path / "ada/01_first", "first.py")
    monkeypatch.chdir(tmp_path / "ada/01_first")
    assert seen(discover([Path()], small_course)) == [("ada", "01_first", "first.py")]


def test_a_student_s_folder_has_that_student_s_units(small_course: Course) -> None:
    found = discover([small_course.root / "solutions"], small_course)
    assert seen(found) == [("solutions", "01_first", "first.py"), ("solutions", "02_second", "second.py")]
    assert found[0].ignored == ("test_first.py",)


def test_units_may_be_files_of_a_student_s_folder(small_course: Course, tmp_path: Path) -> None:
    plant(tmp_path / "ada", "first.py", "02_second.zip", "helpers.py", "lib/deep/x.py")
    found = discover([tmp_path / "ada"], small_course)
    assert seen(found) == [("ada", "01_first", "first.py"), ("ada", "02_second", "02_second.zip")]
    assert found[0].ignored == ("helpers.py", "lib/")


def test_a_folder_may_be_given_its_unit_and_student(small_course: Course, tmp_path: Path) -> None:
    plant(tmp_path / "work", "hw.zip")
    found = discover([tmp_path / "work"], small_course, unit="01_first")
    assert seen(found) == [("work", "01_first", "hw.zip")]
    found = discover([tmp_path / "work"], small_course, unit="01_first", student="ada")
    assert seen(found) == [("ada", "01_first", "hw.zip")]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (["first.py", "first.ipynb"], "there are first.ipynb and first.py: hand in one of them"),
        (["first.py", "first.zip"], "there are first.py and first.zip: hand in one of them"),
        (["FIRST.py", "first.py"], "there are FIRST.py and first.py: hand in one of them"),
        (["a.zip", "b.zip"], "there are a.zip and b.zip: hand in one of them"),
        (
            [f"{n}.zip" for n in range(9)],
            "there are 0.zip and 1.zip and 2.zip and 3.zip and 5 more: hand in one of them",
        ),
        (["homework.py"], "there is no first.ipynb and no first.py in 01_first"),
        ([".keep"], "there is no first.ipynb and no first.py in 01_first"),
    ],
)
def test_a_folder_without_exactly_one_submission_is_a_problem(
    small_course: Course, tmp_path: Path, files: list[str], said: str
) -> None:
    plant(tmp_path / "ada/01_first", *files)
    assert problem(discover([tmp_path / "ada"], small_course)) == said


def test_a_zip_with_another_name_beside_the_file_is_just_another_file(small_course: Course, tmp_path: Path) -> None:
    plant(tmp_path / "ada/01_first", "first.py", "data.zip")
    [found] = discover([tmp_path / "ada"], small_course)
    assert (found.problem, found.ignored) == (None, ("data.zip",))


# --------------------------------------------------------------------------- trees


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return plant(
        tmp_path / "submitted",
        "bob/01_first/first.py",
        "ada/02_second/second.ipynb",
        "ada/01_first/first.py",
        "ada/01_first/timestamp.txt",
        "grades.csv",
        ".cache/01_first/first.py",
    )


def test_a_tree_is_everyone_s_units_by_student_then_unit(small_course: Course, tree: Path) -> None:
    assert seen(discover([tree], small_course)) == [
        ("ada", "01_first", "first.py"),
        ("ada", "02_second", "second.ipynb"),
        ("bob", "01_first", "first.py"),
    ]


def test_options_choose_from_a_tree(small_course: Course, tree: Path) -> None:
    assert [item.student for item in discover([tree], small_course, unit="01_first")] == ["ada", "bob"]
    assert [item.unit for item in discover([tree], small_course, student="ada")] == ["01_first", "02_second"]
    with pytest.raises(UsageError, match="nothing of 02_second of bob to grade"):
        discover([tree], small_course, unit="02_second", student="bob")


def test_a_zip_may_stand_in_a_file_s_or_a_folder_s_place(small_course: Course, tree: Path) -> None:
    plant(tree, "cy/01_first/whatever.zip", "cy/02_second.zip")
    assert seen(discover([tree], small_course, student="cy")) == [
        ("cy", "01_first", "whatever.zip"),
        ("cy", "02_second", "02_second.zip"),
    ]


def test_one_unit_handed_in_twice_is_a_problem_that_names_both(small_course: Course, tree: Path) -> None:
    plant(tree, "cy/01_first/first.py", "cy/01_first.zip")
    assert problem(discover([tree], small_course, student="cy")) == (
        "01_first/ and 01_first.zip are both 01_first: hand in one of them"
    )


@pytest.mark.parametrize(
    ("file", "unit", "named"), [("cy/99_none/x.py", "99_none", "99_none/"), ("cy/hw.ipynb", "hw", "hw.ipynb")]
)
def test_an_unknown_unit_in_a_tree_is_a_problem(
    small_course: Course, tree: Path, file: str, unit: str, named: str
) -> None:
    plant(tree, file)
    [found] = discover([tree], small_course, student="cy")
    assert (found.unit, found.problem) == (unit, f"{named} is no unit of the course, which has 01_first, 02_second")


def test_of_a_hundred_things_that_are_no_unit_the_first_ten_have_a_report(small_course: Course, tree: Path) -> None:
    plant(tree, "cy/01_first/first.py", *(f"cy/x{number:02}/a.py" for number in range(100)))
    found = discover([tree], small_course, student="cy")
    assert [item.unit for item in found] == ["01_first", *(f"x0{number}" for number in range(10))]
    assert str(found[-1].problem).endswith("; nor are 90 more things beside it")


@pytest.mark.parametrize("folder", ["01_first.old", "01_first.py", "01_first.zip", "first.py"])
def test_a_folder_named_after_a_unit_does_not_stop_the_class(small_course: Course, tree: Path, folder: str) -> None:
    plant(tree, "cy/01_first/first.py", f"cy/{folder}/first.py")
    found = discover([tree], small_course, student="cy")
    assert len({item.unit for item in found}) == len(found)
    assert {item.student for item in discover([tree], small_course)} == {"ada", "bob", "cy"}


def test_folders_without_anything_like_a_submission_are_passed_over(small_course: Course, tree: Path) -> None:
    plant(tree, "cy/notes/a.txt", "dee/readme.md")
    assert {item.student for item in discover([tree], small_course)} == {"ada", "bob"}


def test_links_in_a_tree_are_problems_and_never_followed(small_course: Course, tree: Path) -> None:
    (tree / "eve").symlink_to(tree / "ada")
    (tree / "fay").mkdir()
    (tree / "fay/01_first").symlink_to(tree / "ada/01_first")
    (tree / "gil/01_first").mkdir(parents=True)
    (tree / "gil/01_first/first.py").symlink_to(tree / "ada/01_first/first.py")
    by_student = {item.student: item for item in discover([tree], small_course, unit="01_first")}
    assert by_student["eve"].problem == "eve is a symbolic link, and links are not followed"
    for student in ("fay", "gil"):
        path = by_student[student].path
        assert path is not None
        assert path.is_symlink()  # left for `read`, which refuses it


def test_a_link_to_a_tree_is_not_followed(small_course: Course, tree: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tree)
    with pytest.raises(UsageError, match="link is a symbolic link, and links are not followed"):
        discover([tmp_path / "link"], small_course)


@pytest.mark.parametrize("name", ["a\nda", "a\x1b[31mda", "a\\da", "a\u202eda"])
def test_a_name_with_a_control_character_or_separator_in_a_tree_is_a_problem(
    small_course: Course, tree: Path, name: str
) -> None:
    plant(tree, f"{name}/01_first/first.py")
    [found] = [item for item in discover([tree], small_course) if item.student not in ("ada", "bob")]
    assert "control character" in str(found.problem) or "separator" in str(found.problem)
    for shown in (found.student, str(found.problem)):
        assert shown.isprintable()
    assert "/" not in found.student
    assert "\\" not in found.student


def test_a_unit_s_name_with_a_control_character_is_a_problem(small_course: Course, tree: Path) -> None:
    plant(tree, "cy/01\n_first/first.py")
    [found] = [item for item in discover([tree], small_course) if item.student == "cy"]
    assert "holds a control character" in str(found.problem)
    assert found.unit.isprintable()


def test_a_name_that_is_no_text_is_a_problem(small_course: Course, tree: Path) -> None:
    os.makedirs(os.fsencode(tree) + b"/\xffda/01_first")
    [found] = [item for item in discover([tree], small_course) if item.student not in ("ada", "bob")]
    found.student.encode()
    assert "holds a control character" in str(found.problem)


@pytest.mark.parametrize("name", ["Zoë", "李雷", "ada.lovelace@example.org", "ada lovelace", "می\u200cخواهم", "=cmd"])
def test_people_have_all_kinds_of_names(small_course: Course, tree: Path, name: str) -> None:
    plant(tree, f"{name}/01_first/first.py")
    assert (name, "01_first", "first.py") in seen(discover([tree], small_course))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_folders_no_one_may_read_are_problems(small_course: Course, tree: Path) -> None:
    (tree / "ada/01_first").chmod(0)
    (tree / "bob").chmod(0)
    try:
        found = {(item.student, item.unit): item.problem for item in discover([tree], small_course)}
    finally:
        (tree / "ada/01_first").chmod(0o755)
        (tree / "bob").chmod(0o755)
    assert found["ada", "01_first"] == "01_first cannot be read: Permission denied"
    assert found["bob", "01_first"] == found["bob", "02_second"] == "bob cannot be read: Permission denied"


# --------------------------------------------------------------------------- wrong usage


@pytest.mark.parametrize("name", ["", " ", ".", "..", "a/b", "a\\b", "a\nb", "a\x1bb", "a\x7fb", "\udcff", "x" * 201])
def test_a_student_s_name_that_cannot_be_used_is_refused(small_course: Course, tree: Path, name: str) -> None:
    with pytest.raises(UsageError, match="--student: ") as caught:
        discover([tree], small_course, student=name)
    assert str(caught.value).isprintable()


def test_an_unknown_unit_is_refused(small_course: Course, tree: Path) -> None:
    with pytest.raises(UsageError, match="--unit: the course has no unit 99_none, it has 01_first, 02_second"):
        discover([tree], small_course, unit="99_none")


@pytest.mark.parametrize("file", ["01_first/01_first/first.py", "01_first/first.py"])
def test_a_student_named_like_a_unit_does_not_take_the_class_s_place(
    small_course: Course, tree: Path, file: str
) -> None:
    plant(tree, file)
    for student in (None, "ada"):
        with pytest.raises(UsageError, match=r"has both 01_first, which is a unit, and \w+, which holds one: rename"):
            discover([tree], small_course, student=student)


def test_an_older_copy_beside_one_s_own_units_is_no_other_student(small_course: Course, tmp_path: Path) -> None:
    plant(tmp_path / "ada", "01_first/first.py", "old/01_first/first.py")
    assert seen(discover([tmp_path / "ada"], small_course, own=True)) == [("ada", "01_first", "first.py")]


def test_a_folder_with_nothing_in_it_is_said(small_course: Course, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match=r"nothing to grade in .*: expected a file such as 01_first/first\.ipynb"):
        discover([tmp_path / "empty"], small_course)


def test_several_paths_are_one_list_and_the_same_path_counts_once(small_course: Course, tree: Path) -> None:
    paths = [tree / "bob", tree / "ada", tree / "ada", tree / "bob" / ".." / "ada"]
    assert [item.student for item in discover(paths, small_course)] == ["ada", "ada", "bob"]


def test_two_paths_for_one_report_are_refused(small_course: Course, tree: Path, tmp_path: Path) -> None:
    plant(tmp_path / "again", "ada/01_first/first.py")
    with pytest.raises(UsageError, match="01_first of ada is there twice"):
        discover([tree, tmp_path / "again" / "ada"], small_course)


# --------------------------------------------------------------------------- one name, one report


def test_two_stray_files_of_one_name_are_one_problem_and_do_not_stop_the_class(
    small_course: Course, tree: Path
) -> None:
    plant(tree, "eve/odd.py", "eve/odd.ipynb")
    found = discover([tree], small_course)
    [eve] = [item for item in found if item.student == "eve"]
    assert (eve.unit, eve.path) == ("odd", None)
    assert "odd.ipynb is no unit" in str(eve.problem)
    assert "odd.py is no unit" in str(eve.problem)
    assert {item.student for item in found} == {"ada", "bob", "eve"}


def test_a_refused_name_never_takes_another_students_place(small_course: Course, tree: Path) -> None:
    plant(tree, "a\\b/01_first/first.py", "a_b/01_first/first.py", "a\x07b/01_first/first.py")
    found = [item for item in discover([tree], small_course) if item.student.startswith("a_")]
    assert len({item.student for item in found}) == 3
    [honest] = [item for item in found if item.student == "a_b"]
    assert honest.problem is None


def test_a_name_that_no_report_could_have_is_a_problem(small_course: Course, tree: Path) -> None:
    plant(tree, "x\ufffe/01_first/first.py")
    [odd] = [item for item in discover([tree], small_course) if item.student.startswith("x")]
    assert "holds a control character" in str(odd.problem)
    with pytest.raises(UsageError, match="begins with a dot"):
        discover([tree], small_course, student=".ada")
