"""The same on every device: what traces is computed there with the answers of a plain call.

Marked `gpu` what needs one; with the CPU as the evaluator's device the very same runs everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from autograder.accelerator import TRACED, Accelerator, Line, look
from autograder.batch import Options, grade_all
from autograder.checking.values import as_jax
from autograder.course import load_course
from autograder.errors import DeviceUnavailable
from autograder.readers import discover
from autograder.sandbox import wire
from autograder.sandbox.observe import Observer
from autograder.sandbox.protocol import Array, Returned, Staged
from autograder.sandbox.tiers import best_tier
from tests.grading.test_batch import Said
from tests.mutants.corpus import unmarked
from tests.sandbox.test_staging import TRACES, X, call_of, same, space_of, stager_of

ROOT = Path(__file__).parents[2]
GPU = pytest.param("gpu", marks=pytest.mark.gpu, id="gpu")


def only_where_there_is(device: str) -> str:
    try:
        look(device, best_tier())
    except DeviceUnavailable as reason:
        pytest.skip(str(reason))
    return device


@pytest.fixture(scope="module", params=[pytest.param(TRACED, id="cpu"), GPU])
def line(request: pytest.FixtureRequest) -> Iterator[Line]:
    with Accelerator(only_where_there_is(request.param), best_tier()) as running:
        yield Line(running.line())


def computed(line: Line, code: str, *args: object) -> Returned:
    staged = stager_of(code).call(call_of(*args))
    assert isinstance(staged, Staged), staged
    reply = line.compute(staged)
    assert reply is not None, "the evaluator refused it"
    return reply


@pytest.mark.parametrize("code", TRACES)
def test_what_traces_is_computed_with_the_answers_of_a_plain_call(line: Line, code: str) -> None:
    same(
        computed(line, code, as_jax(X)), Observer(space_of(code), "work.py".__eq__).call(call_of(as_jax(X))), rtol=1e-5
    )


@pytest.mark.parametrize(
    "product",
    ["x @ x", "jnp.einsum('ij,jk->ik', x, x)", "jnp.dot(x, x, precision='default')", "jnp.tensordot(x, x, 1)"],
)
def test_no_short_floats_decide_a_grade(line: Line, product: str) -> None:
    x = np.random.default_rng(7).normal(size=(96, 96)).astype(np.float32)
    value = computed(line, f"def f(x): return {product}", as_jax(x)).value
    assert isinstance(value, Array)
    exact = x.astype(np.float64) @ x.astype(np.float64)
    assert np.abs(wire.unpack(value) - exact).max() < 1e-4  # ten bits of mantissa, as TF32 has, are off by a hundredth


@pytest.mark.slow
@pytest.mark.parametrize("device", [pytest.param(TRACED, id="cpu"), GPU])
def test_students_get_the_verdicts_of_plain_calls(device: str, tmp_path: Path) -> None:
    device = only_where_there_is(device)
    course = load_course(ROOT / "course.yml")
    found = discover([ROOT / "examples" / "submissions" / name for name in ("amina", "farid")], course)
    plain, there = (
        grade_all(found, course, Options(tmp_path / name, 2, best_tier(), name), Said()) for name in ("cpu", device)
    )
    for one, other in zip(there, plain, strict=True):
        assert one.environment.device == device
        assert unmarked(one).tasks == unmarked(other).tasks
