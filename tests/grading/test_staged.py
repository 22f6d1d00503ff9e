"""A program that is traced gets the report of one that is not: whatever it does, and whatever its neighbours do."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import UNSET

from autograder.checking.staged import Evaluations
from autograder.model import Report
from autograder.text import to_json
from tests.grading.conftest import RIGHT, GradeCode, check_of, score_of
from tests.grading.test_verdicts import without
from tests.mutants.corpus import unmarked


def twice_that(*lines: str, before: str = "") -> str:
    """The right program with another body of `twice`."""
    return f"{before}\n{without('twice')}def twice(x):\n" + "".join(f"    {line}\n" for line in lines)


def put_that(*lines: str, before: str = "import jax") -> str:
    """The right program with another body of `put`."""
    right = "y = jnp.asarray(x).at[0].set(value)"
    return f"{before}\n{without('put')}def put(x, value):\n" + "".join(f"    {line}\n" for line in (right, *lines))


NAN = ("return jnp.where(y == y, y, jnp.log(-1 - jnp.abs(y)))",)  # right, by way of one


# The worker is the student's: these change what it says a function would compute.
LIAR = """
import sys
staging, data = (sys.modules["autograder.sandbox." + name] for name in ("staging", "programs"))
honest = staging.programs.encode
class Liar:
    def __getattr__(self, name): return getattr(data, name)
    def encode(self, body): return LIE
staging.programs = Liar()
"""
LIES = {
    "no program": LIAR.replace("LIE", "bytes([193])"),
    "nothing": LIAR.replace("LIE", "bytes(0)"),
    "a program of no steps": LIAR.replace("LIE", "honest(data.Body(0, (), (-1,) * len(body.results)))"),
    "fewer results": LIAR.replace("LIE", "honest(data.Body(0, body.steps, ()))"),
    "the same steps twice": LIAR.replace("LIE", "honest(data.Body(0, body.steps * 2, body.results))"),
    "inputs": LIAR.replace("LIE", "honest(data.Body(3, body.steps, body.results))"),
    "a program that calls": LIAR.replace(
        "LIE", "honest(data.Body(0, (data.Step('pure_callback', (-1,), {}, 1),), (0,)))"
    ),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
@pytest.mark.parametrize("rest", [RIGHT, without("put") + "def put(x, value): return jnp.asarray(x)"])
def test_a_worker_that_hands_out_another_program_gains_and_loses_nothing(
    grade_code: GradeCode, lie: str, rest: str
) -> None:
    assert verdicts(grade_code(lie + rest, staged=True)) == verdicts(grade_code(rest))


PROGRAMS = {
    "right": RIGHT,
    "empty": "",
    "wrong": twice_that("return 3 * x"),
    "changes its argument": without("put") + "def put(x, value):\n    x[0] = value\n    return x\n",
    "counts its calls": twice_that("calls.append(1)", "return 2 * x", before="calls = []"),
    "is right at its first call": twice_that("n.append(1)", "return 2 * x if len(n) < 2 else 3 * x", before="n = []"),
    "asks for a number": twice_that("return 2 * x if jnp.sum(x) > 0 else x + x"),
    "catches a refusal": twice_that("try: float(x[0])", "except Exception: return x", "return 2 * x"),
    "raises": twice_that("raise ValueError('no')"),
    "ends the program": twice_that("import os; os._exit(7)"),
    "prints": twice_that("print('x is', x)", "return 2 * x"),
    "keeps a tracer": twice_that("kept['x'] = jnp.asarray(x)", "return 2 * kept['x']", before="kept = {}"),
    "caches": twice_that("return two() * x", before="import functools\ntwo = functools.cache(lambda: jnp.array(2.0))"),
    "caches wrongly": twice_that(
        "return doubled(id(x), x)",
        before="import functools\nmemo = {}\ndef doubled(key, x):\n    return memo.setdefault(key, 2 * x)",
    ),
    "replaces a neighbour": twice_that("globals()['four_times'] = None", "return 2 * x"),
    "uses 64 bits": f"import jax\njax.config.update('jax_enable_x64', True)\n{RIGHT}",
    "stops at a nan, in all it does": put_that(*NAN, before="import jax\njax.config.update('jax_debug_nans', True)"),
    "stops at a nan, from then on": put_that(*NAN, before="import jax\njax.debug_nans(True).__enter__()"),
    "stops at a nan, in a block": put_that("with jax.debug_nans(True):", *(f"    {line}" for line in NAN)),
    "refuses transfers": put_that("with jax.transfer_guard('disallow'):", "    return y * np.ones(1)"),
    "asks where it is": put_that(
        "return jnp.asarray(x) if core.trace_state_clean() else y", before="import jax._src.core as core"
    ),
    "ends when loaded": f"{RIGHT}\nimport os\nos._exit(0)\n",
}


@pytest.mark.parametrize("code", PROGRAMS.values(), ids=PROGRAMS.keys())
def test_a_traced_program_gets_the_same_report(grade_code: GradeCode, code: str) -> None:
    assert unmarked(grade_code(code, staged=True)) == grade_code(code)


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        "while True: x = x",
        pytest.param("return 10 ** 10 ** 9", marks=pytest.mark.long),
        pytest.param("import time; time.sleep(60)", marks=pytest.mark.long),
    ],
)
def test_a_program_that_hangs_gets_the_same_report(grade_code: GradeCode, body: str) -> None:
    code = twice_that(body)
    assert verdicts(grade_code(code, staged=True)) == verdicts(grade_code(code))


def verdicts(report: Report) -> list[tuple[str, str, float]]:
    return [(check.check, check.outcome, check.points) for task in report.tasks for check in task.checks]


def test_what_traces_is_computed_in_the_evaluator(grade_code: GradeCode, evaluations: Evaluations) -> None:
    before = evaluations.asked
    assert grade_code(RIGHT, staged=True).score == 9.0
    assert evaluations.asked > before


def marks_of(report: Report) -> dict[str, Any]:
    return {check.check: check.device for task in report.tasks for check in task.checks}


def test_a_check_that_was_not_computed_on_the_device_says_so(grade_code: GradeCode) -> None:
    marks = marks_of(grade_code(RIGHT, staged=True))
    assert marks.pop("put_on_ordinary_data") is UNSET
    assert marks.pop("put_on_jax_arrays") is UNSET
    assert marks.pop("put_is_pure") is UNSET
    assert marks.pop("adder_adds") == "cpu"  # a function does not cross as a program
    assert set(marks.values()) == {"cpu"}  # what is given Python's floats computes with Python


@pytest.mark.parametrize(
    "lines",
    [("return np.float32(2 * x)",), ("import os; os._exit(7)",), ("raise ValueError",), ("return 3 * x",)],
)
def test_what_does_not_trace_or_is_looked_at_again_says_cpu(grade_code: GradeCode, lines: tuple[str, ...]) -> None:
    marks = marks_of(grade_code(twice_that(*lines), staged=True))
    assert marks["twice_doubles"] == marks["twice_of_other_numbers"] == "cpu"
    assert marks["put_on_jax_arrays"] is UNSET or lines == ("import os; os._exit(7)",)


def test_a_report_without_a_device_has_no_such_key(grade_code: GradeCode) -> None:
    assert set(marks_of(grade_code(RIGHT)).values()) == {UNSET}
    assert to_json(grade_code(RIGHT)).count('"device"') == 1
    hidden = grade_code(RIGHT, staged=True).for_student()
    assert marks_of(hidden)["twice_of_other_numbers"] is UNSET  # a bit that the student's program could choose
    assert marks_of(hidden)["twice_doubles"] == "cpu"


def test_who_tells_a_trace_from_a_call_gains_nothing(grade_code: GradeCode) -> None:
    looks = twice_that("return 2 * x if isinstance(x, jax.core.Tracer) else 3 * x", before="import jax")
    assert score_of(grade_code(looks, staged=True), "twice") == 0


def test_one_submission_leaves_nothing_for_the_next(grade_code: GradeCode, evaluations: Evaluations) -> None:
    first = grade_code(RIGHT, staged=True)
    for code in (PROGRAMS["ends the program"], PROGRAMS["keeps a tracer"], PROGRAMS["wrong"]):
        grade_code(code, staged=True)
    assert grade_code(RIGHT, staged=True) == first
    assert check_of(first, "twice_doubles").outcome == "passed"
