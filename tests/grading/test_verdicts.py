"""What the pipeline says of right, wrong, hanging and dying programs, through a real worker behind the real wall."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.checking.remote import RemoteProgram
from tests.grading.conftest import RIGHT, GradeCode, check_of, score_of


def without(task: str) -> str:
    """The right program without one function."""
    lines, keep = [], True
    for line in RIGHT.splitlines():
        if line.startswith("def "):
            keep = not line.startswith(f"def {task}(")
        if keep:
            lines.append(line)
    return "\n".join(lines) + "\n"


def test_a_right_program_gets_every_point(grade_code: GradeCode) -> None:
    report = grade_code(RIGHT)
    assert (report.status, report.score, report.max_score) == ("graded", 9.0, 9.0)


def test_no_solution_was_at_hand_before_its_own_task_is_looked_at_again(
    grade_code: GradeCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    # `put` stands first in the unit and is built on `four_times`, whose solution it is given.
    code = "def twice(x): return x\ndef four_times(x): return twice(x)\ndef put(x, value): return four_times(x)\n"
    looked: list[tuple[str, tuple[str, ...]]] = []
    spawned = RemoteProgram.__init__

    def watched(self: RemoteProgram, *args: Any, **options: Any) -> None:
        spawned(self, *args, **options)
        if self._stand_ins:
            looked.append((self._stand_ins.keep, self._stand_ins.names))

    monkeypatch.setattr(RemoteProgram, "__init__", watched)
    grade_code(code)
    assert ("put", ("twice", "four_times")) in looked
    before: set[str] = set()
    for task, at_hand in looked:
        assert task not in before
        before |= set(at_hand)


def test_the_same_program_gives_the_same_report(grade_code: GradeCode) -> None:
    wrong = without("put") + "def put(x, value):\n    x[0] = value\n    return x\n"
    assert grade_code(wrong) == grade_code(wrong)


@pytest.mark.parametrize("seed", [0, 1, 42])
def test_setting_a_seed_is_a_change_whatever_was_set_before(grade_code: GradeCode, seed: int) -> None:
    sets = f"np.random.seed({seed})"
    code = (
        f"import numpy as np\n{sets}\n"
        + without("put")
        + f"def put(x, value):\n    {sets}\n    return jnp.asarray(x).at[0].set(value)\n"
    )
    pure = check_of(grade_code(code), "put_is_pure")
    assert (pure.outcome, pure.misconception) == ("failed", "global-random")


def test_an_empty_program_gets_nothing_and_every_check_is_there(grade_code: GradeCode) -> None:
    report = grade_code("")
    assert report.score == 0
    assert sum(len(task.checks) for task in report.tasks) == 7
    assert all("There is no function" in check.message for task in report.tasks for check in task.checks)


def test_in_place_mutation_of_a_numpy_array_is_told_with_line_and_advice(grade_code: GradeCode) -> None:
    report = grade_code(without("put") + "\ndef put(x, value):\n    x[0] = value\n    return x\n")
    pure = check_of(report, "put_is_pure")
    assert (pure.outcome, pure.points, pure.misconception) == ("failed", 0.0, "mutates-argument")
    code = (without("put") + "\ndef put(x, value):\n    x[0] = value\n    return x\n").splitlines()
    assert pure.line is not None
    assert code[pure.line - 1] == "    x[0] = value"
    assert "`x[0] = value`" in pure.message
    assert "jnp.asarray(x).at[0].set(value)" in pure.hint
    # The value was right on NumPy data, and that point is kept.
    assert check_of(report, "put_on_ordinary_data").points == 1.0


def test_in_place_mutation_of_a_jax_array_is_told_with_line_and_advice(grade_code: GradeCode) -> None:
    report = grade_code(without("put") + "\ndef put(x, value):\n    x[0] = value\n    return x\n")
    immutable = check_of(report, "put_on_jax_arrays")
    assert (immutable.outcome, immutable.misconception) == ("failed", "item-assignment")
    assert immutable.line is not None
    assert "x.at[0].set(value)" in immutable.hint


def test_a_function_that_does_nothing_gets_no_points_for_purity(grade_code: GradeCode) -> None:
    report = grade_code(without("put") + "def put(x, value):\n    return x\n")
    assert score_of(report, "put") == 0


def test_a_stub_is_not_attempted_yet(grade_code: GradeCode) -> None:
    report = grade_code(without("twice") + "def twice(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()\n")
    check = check_of(report, "twice_doubles")
    assert check.message == "`twice` is not attempted yet."
    assert check.misconception == "not-attempted"


def test_a_wrong_neighbour_costs_only_its_own_points(grade_code: GradeCode) -> None:
    report = grade_code(without("twice") + "def twice(x):\n    return 3 * x\n")
    assert score_of(report, "twice") == 0
    assert score_of(report, "four_times") == 2


@pytest.mark.parametrize(
    "neighbour",
    [
        "    raise NotImplementedError()",
        pytest.param("    while True: pass", marks=pytest.mark.slow),
        "    import os; os._exit(0)",
        "    return None",
        "    globals()['four_times'] = None; return 2 * x",
    ],
)
def test_whatever_a_neighbour_does(grade_code: GradeCode, neighbour: str) -> None:
    report = grade_code(without("twice") + f"def twice(x):\n{neighbour}\n")
    assert score_of(report, "four_times") == 2


def test_a_neighbour_captured_when_the_module_was_loaded_is_replaced_too(grade_code: GradeCode) -> None:
    code = without("four_times").replace("return 2 * x", "return 3 * x")
    report = grade_code(code + "import functools\nfour_times = functools.partial(lambda f, x: f(f(x)), twice)\n")
    assert score_of(report, "twice") == 0
    assert score_of(report, "four_times") == 2


def test_a_mistake_behind_a_missing_neighbour_is_told_too(grade_code: GradeCode) -> None:
    code = without("twice").replace("return twice(twice(x))", "return (twice(twice(x)),)")
    found = check_of(grade_code(code), "four_times")
    assert (found.outcome, found.misconception) == ("failed", "argnums-tuple")
    assert "Behind that waits another mistake: " in found.message
    assert found.message.startswith("Nothing has the name `twice`.")
    assert " Then: " in found.hint


def test_the_reference_never_stands_in_for_the_task_itself(grade_code: GradeCode) -> None:
    report = grade_code(without("four_times") + "def four_times(x):\n    return 5 * x\n")
    assert score_of(report, "four_times") == 0


def test_a_missing_function_is_not_found_among_the_stand_ins(grade_code: GradeCode) -> None:
    report = grade_code(without("four_times") + "print(twice)\n")
    assert score_of(report, "four_times") == 0


def test_a_provided_helper_is_the_courses_whatever_the_student_did_to_it(grade_code: GradeCode) -> None:
    code = without("twice") + "def helper(x):\n    return None\n\ndef twice(x):\n    return helper(2 * x) - 100\n"
    assert score_of(grade_code(code), "twice") == 2


def test_a_module_under_another_s_name_is_the_student_s_choice(grade_code: GradeCode) -> None:
    code = without("twice") + "import jax.numpy as np\n\ndef twice(x):\n    return np.asarray(x).at[...].multiply(2)\n"
    assert score_of(grade_code(code), "twice") == 2


def test_an_endless_loop_costs_its_task_and_names_its_line(grade_code: GradeCode) -> None:
    code = without("twice") + "def twice(x):\n    while True:\n        x = x\n"
    report = grade_code(code)
    check = check_of(report, "twice_doubles")
    assert check.outcome == "timeout"
    assert check.line is not None
    assert "while True" in code.splitlines()[check.line - 1] or "x = x" in code.splitlines()[check.line - 1]
    assert report.score == 7.0


@pytest.mark.slow
def test_a_loop_that_no_alarm_can_end_is_ended_from_outside(grade_code: GradeCode) -> None:
    report = grade_code(without("twice") + "def twice(x):\n    return 10 ** 10 ** 9\n")
    assert check_of(report, "twice_doubles").outcome == "timeout"
    assert report.score == 7.0


@pytest.mark.slow
def test_a_loop_that_swallows_the_alarm_is_ended_from_outside(grade_code: GradeCode) -> None:
    body = (
        "    while True:\n        try:\n            while True: pass\n        except BaseException:\n            pass\n"
    )
    report = grade_code(without("twice") + f"def twice(x):\n{body}")
    assert check_of(report, "twice_doubles").outcome == "timeout"
    assert report.score == 7.0


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("import os; os._exit(7)", "exit code 7"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", ""),
        ("import ctypes; ctypes.string_at(0)", "SIGSEGV"),
        ("return bytearray(8 << 30)", ""),
    ],
)
def test_a_function_that_ends_the_program_costs_its_task(grade_code: GradeCode, body: str, says: str) -> None:
    report = grade_code(without("twice") + f"def twice(x):\n    {body}\n")
    check = check_of(report, "twice_doubles")
    assert check.outcome in ("crashed", "failed")
    assert says in check.message
    assert report.score == 7.0


@pytest.mark.parametrize("ending", ["raise SystemExit", "raise KeyboardInterrupt", "raise GeneratorExit", "exit()"])
def test_a_function_that_raises_anything_costs_its_task(grade_code: GradeCode, ending: str) -> None:
    report = grade_code(without("twice") + f"def twice(x):\n    {ending}\n")
    assert check_of(report, "twice_doubles").outcome == "failed"
    assert report.score == 7.0


@pytest.mark.parametrize("code", ["raise SystemExit", "1 / 0", "import no_such_module", "while True: pass", "exit()"])
def test_a_cell_that_fails_does_not_take_the_others_along(grade_code: GradeCode, code: str) -> None:
    percent = f"# %%\n{without('adder')}\n# %%\n{code}\n# %%\ndef adder(n):\n    return lambda x: x + n\n"
    assert grade_code(percent).score == 9.0


def test_a_syntax_error_costs_its_cell_and_is_told_with_its_line(grade_code: GradeCode) -> None:
    report = grade_code(f"# %%\n{without('twice')}\n# %%\ndef twice(x)\n    return 2 * x\n")
    check = check_of(report, "twice_doubles")
    assert "SyntaxError" in check.message
    assert check.line is not None
    assert report.score == 7.0


def test_a_program_that_ends_while_it_is_loaded_is_graded_with_zero_points(grade_code: GradeCode) -> None:
    report = grade_code(RIGHT + "\nimport os\nos._exit(0)\n")
    assert (report.status, report.score) == ("graded", 0.0)
    assert {check.outcome for task in report.tasks for check in task.checks} == {"crashed"}


def test_bytes_that_are_no_python_are_ungradable_and_have_no_score(grade_code: GradeCode) -> None:
    report = grade_code('{"cells": [', file="work.ipynb")
    assert (report.status, report.score) == ("ungradable", None)
    assert report.reason
    assert {check.outcome for task in report.tasks for check in task.checks} == {"not_run"}


def test_no_text_of_a_hidden_check_reaches_the_students_report(grade_code: GradeCode) -> None:
    report = grade_code(
        without("four_times") + "def four_times(x):\n    raise ValueError(f'the hidden input is {x}')\n"
    )
    assert "the hidden input is" in check_of(report, "four_times").message
    assert "the hidden input is" not in str(report.for_student())


def test_tasks_that_only_call_each_other_earn_nothing(grade_code: GradeCode) -> None:
    circle = "def twice(x):\n    return four_times(x) / 2\n\ndef four_times(x):\n    return twice(twice(x))\n"
    report = grade_code(without("twice").replace("def four_times", "def _old") + circle)
    assert score_of(report, "twice") == 0
    assert score_of(report, "four_times") == 0


@pytest.mark.parametrize(
    "reach",
    [
        "globals()['four' + '_times'](x)",
        "__import__('sys').modules[__name__].four_times(x)",
        "getattr(box, 'f')(x)",
        "box.f(x)",
        "table['f'](x)",
    ],
)
def test_a_circle_behind_a_back_door_earns_nothing(grade_code: GradeCode, reach: str) -> None:
    circle = (
        f"class box: pass\ntable = {{}}\ndef twice(x):\n    return {reach} / 2\n\n"
        "def four_times(x):\n    return twice(twice(x))\nbox.f = four_times\ntable.update(f=four_times)\n"
    )
    report = grade_code(without("twice").replace("def four_times", "def _old") + circle)
    assert score_of(report, "twice") == 0


def test_a_solution_of_the_course_cannot_be_carried_out_in_a_message(grade_code: GradeCode) -> None:
    spy = (
        "def four_times(x):\n    raise ValueError(f'names: {twice.__code__.co_consts} {twice.__code__.co_filename}')\n"
    )
    wrong = without("four_times").replace("return 2 * x", "return 3 * x")
    assert "reference" not in str(grade_code(wrong + spy))
