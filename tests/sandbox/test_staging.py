"""A call that is traced and computed elsewhere gives what a plain call gives; what could tell them apart is plain."""

from __future__ import annotations

import itertools
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from autograder.checking.staged import _filled
from autograder.checking.values import arguments, as_jax, from_wire
from autograder.sandbox import evaluator, programs, staging, wire
from autograder.sandbox.evaluator import Evaluator
from autograder.sandbox.observe import Observer
from autograder.sandbox.protocol import Call, Evaluate, Items, Named, Raised, Returned, Spoiled, Staged
from autograder.sandbox.staging import Stager, settings

PRELUDE = "import functools, time\nimport jax\nimport jax.numpy as jnp\nimport numpy as np\n"
NONCES = itertools.count()
X = np.array([0.5, -1.25, 3.0, 2.0], np.float32)
EVALUATOR = Evaluator()


def space_of(code: str) -> dict[str, Any]:
    space: dict[str, Any] = {"__name__": "work"}
    exec(compile(PRELUDE + code, "work.py", "exec"), space)
    return space


def call_of(*args: Any, watch: bool = False, seconds: float = 10.0, **kwargs: Any) -> Call:
    wired, named = arguments(args, kwargs)
    return Call(next(NONCES), Named("f"), wired, named, seconds, watch, stage=True)


def stager_of(code: str) -> Stager:
    usual = settings()
    return Stager(Observer(space_of(code), "work.py".__eq__), usual)


def computed(staged: Staged) -> Returned:
    """What the evaluator makes of it."""
    reply = EVALUATOR.answer(Evaluate(0, staged.program, staged.constants, 20.0))
    assert isinstance(reply, Returned), reply
    assert isinstance(reply.value, Items)
    value = _filled(staged.value, reply.value.items)
    assert value is not None
    return Returned(staged.nonce, value, staged.changes, staged.output)


TRACES = [
    "def f(x): return 2 * x",
    "def f(x): return jnp.mean(x), jnp.std(x), jnp.sum(x > 0)",
    "def f(x): return {'a': [x.at[1].set(7.0), x.at[jnp.array([0, 2])].add(1.0)], 'n': 3, 's': 'text', 'none': None}",
    "def f(x): return jax.grad(lambda x: jnp.sum(jnp.tanh(x) ** 2))(x)",
    "def f(x): return jax.vmap(jax.grad(lambda t: jnp.where(t > 0, t ** 3, -t)))(x)",
    "def f(x): return jax.jit(lambda x: x @ x)(x), jnp.dot(x[:, None], x[None, :])",
    "def f(x): return jax.nn.relu(x), jax.nn.one_hot(x.astype(int), 4), jnp.sort(x), jnp.argmax(x)",
    "def f(x): return jax.hessian(lambda x: jnp.sum(jnp.sin(x)))(x)",
    "def f(x): return x.astype(jnp.bfloat16), x.astype(jnp.int8), x.astype(jnp.float16), x > 0, x + 1j",
    "def f(x): return x, x",
    "def f(x): return jax.lax.fori_loop(0, 5, lambda i, c: c * 1.5 + i, x)",
    "def f(x): return jax.lax.scan(lambda c, t: (c + t, (c * t, c)), jnp.array(0.0), x, reverse=True)",
    "def f(x): return jax.lax.while_loop(lambda c: jnp.sum(c) < 100, lambda c: 2 * c + jnp.abs(x), x)",
    "def f(x): return jax.lax.cond(x[0] > 0, lambda x: x + 1, lambda x: x - 1, x)",
    "def f(x): return jax.lax.map(lambda t: jax.lax.switch(1, [lambda t: t, lambda t: t * t], t), x)",
    "def f(x): return jax.grad(lambda x: jax.lax.scan(lambda c, t: (c * jnp.cos(t), None), 1.0, x)[0])(x)",
    "def f(x): return jnp.linspace(0, 1, 5) + x[0], jnp.arange(3) * x[1], jnp.eye(2), jnp.full((2, 2), x[2])",
    "def f(x): return jnp.concatenate([x, x[::-1]]), x.reshape(2, 2).T, jnp.stack([x, x]), jnp.split(x, 2)",
    "def f(x): return jax.checkpoint(lambda x: jnp.exp(x))(x), jnp.cumsum(x), jnp.linalg.norm(x), jnp.clip(x, 0, 1)",
    "w = jnp.array([1.0, 2.0, 3.0, 4.0])\ndef f(x): return w * x, w",
    "@jax.custom_vjp\ndef g(x): return x * 2\ng.defvjp(lambda x: (g(x), x), lambda r, t: (t * r,))\ndef f(x): "
    "return jax.grad(lambda x: jnp.sum(g(x)))(x)",
    "def f(x):\n    out = []\n    for i in range(4):\n        out.append(x[i] * i)\n    return out",
]


@pytest.mark.parametrize("code", TRACES)
def test_what_traces_gives_the_answer_of_a_plain_call(code: str) -> None:
    observer, stager = Observer(space_of(code), "work.py".__eq__), stager_of(code)
    for x, watch in ((as_jax(X), False), (X, True)):
        staged = stager.call(call_of(x, watch=watch))
        if isinstance(staged, Staged):
            same(computed(staged), observer.call(call_of(x, watch=watch)))
        else:
            assert x is X, staged  # NumPy does some of these in its own way, plainly


def same(staged: Returned, plain: Any, rtol: float = 2e-6) -> None:
    assert isinstance(plain, Returned)
    assert (staged.changes, staged.output) == (plain.changes, plain.output)
    same_values(from_wire(staged.value, str), from_wire(plain.value, str), rtol)


def same_values(one: Any, other: Any, rtol: float) -> None:
    assert type(one) is type(other)
    if isinstance(one, dict):
        assert list(one) == list(other)
        one, other = list(one.values()), list(other.values())
    if isinstance(one, list | tuple):
        assert len(one) == len(other)
        for mine, theirs in zip(one, other, strict=True):
            same_values(mine, theirs, rtol)
    elif isinstance(one, np.ndarray):
        assert (one.kind, one.dtype_name, one.dtype, one.shape) == (  # type: ignore[attr-defined]
            other.kind,
            other.dtype_name,
            other.dtype,
            other.shape,
        )
        np.testing.assert_allclose(one, other, rtol=rtol, atol=1e-6)
    else:
        assert one == other


PLAIN = {
    "asks for a number": "def f(x): return float(jnp.sum(x))",
    "decides by a value": "def f(x): return x if jnp.sum(x) > 0 else -x",
    "asks for an array": "def f(x): return np.asarray(x) * 2",
    "asks, and catches the refusal": "def f(x):\n    try: return float(x[0])\n    except Exception: return x[0]",
    "indexes by a truth value": "def f(x):\n    try: return x[x > 0]\n    except IndexError: return 0 * x",
    "uses one as an index": "def f(x):\n    try: return [1, 2, 3][x.astype(int)[0]]\n    except TypeError: return 0",
    "looks whether it is traced": "def f(x): return 1.0 if isinstance(x, jax.core.Tracer) else 2.0",
    "has a helper that looks": "def g(x): return isinstance(x, jax.core.Tracer)\ndef f(x): return 1.0 if g(x) else 2.0",
    "prints from a trace": "def f(x):\n    jax.debug.print('{x}', x=x)\n    return x",
    "calls back": "def f(x): return jax.pure_callback(lambda x: x * 2, jax.ShapeDtypeStruct(x.shape, x.dtype), x)",
    "gives memory away": "def f(x): return jax.jit(lambda x: x * 2, donate_argnums=0)(x)",
    "gives memory away below": "g = jax.jit(lambda x: x + 1, donate_argnums=0)\n"
    "def f(x): return jax.jit(lambda x: g(x))(x)",
    "returns a function": "def f(x): return lambda t: t * x",
    "returns a partial": "def f(x): return functools.partial(jnp.add, x)",
    "draws": "import matplotlib.pyplot as plt\n"
    "def f(x):\n    ax = plt.subplots()[1]\n    ax.plot([0, 1], [0, 1])\n    return ax",
    "raises": "def f(x): raise ValueError(x.shape)",
    "raises whatever it likes": "def f(x): raise SystemExit",
    "uses 64 bits": "def f(x):\n    with jax.experimental.enable_x64(): return x + jnp.asarray(np.ones(4), 'float64')",
    "uses LAPACK": "def f(x): return jnp.linalg.inv(jnp.diag(x))",
    "draws random numbers by key": "def f(x): return x + jax.random.normal(jax.random.key(0), x.shape)",
    "has a mutable array": "def f(x):\n    r = jax.new_ref(x)\n    r[0] = 1.0\n    return r[...]",
    "has a thousand steps": "def f(x):\n    for _ in range(6000): x = x + 1\n    return x",
    "is not there": "",
}


@pytest.mark.parametrize("code", PLAIN.values(), ids=PLAIN.keys())
def test_whatever_could_be_told_from_a_call_is_called_plainly(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "_PATIENCE", 60.0)  # a thousand steps take long where the machine is busy
    request = call_of(as_jax(X))
    staged, plain = stager_of(code).call(request), Observer(space_of(code), "work.py".__eq__).call(request)
    if isinstance(plain, Returned):  # equal but for functions and Axes, which are numbered
        assert isinstance(staged, Returned)
        assert staged.changes == plain.changes
        assert type(staged.value) is type(plain.value)
    else:
        assert staged == plain


SPOILED = {
    "a global": "n = 0\ndef f(x):\n    global n\n    n += 1\n    return x",
    "a list": "seen = []\ndef f(x):\n    seen.append(1)\n    return x",
    "a tracer that is left behind": "seen = []\ndef f(x):\n    seen.append(x)\n    return x",
    "an attribute": "def f(x):\n    f.calls = 1\n    return x",
    "a default": "def f(x, seen={}):\n    seen['x'] = 1\n    return x",
    "the random state": "def f(x): return x + np.random.normal()",
    "the configuration": "def f(x):\n    jax.config.update('jax_enable_x64', True)\n    return x",
    "an entry of an argument": "def f(x, d): \n    d['w'] = x\n    return x",
    "the order of an argument": "def f(x, d):\n    d.update(b=d.pop('a'))\n    return x",
    "and raises": "n = 0\ndef f(x):\n    global n\n    n += 1\n    return float(x[0])",
}


@pytest.mark.parametrize("code", SPOILED.values(), ids=SPOILED.keys())
def test_a_trace_that_changes_something_is_told_and_nothing_comes_of_it(code: str) -> None:
    extra = [{"a": 1.0}] if "(x, d)" in code else []
    try:
        reply = stager_of(code).call(call_of(as_jax(X), *extra))
    finally:
        jax.config.update("jax_enable_x64", False)
    assert isinstance(reply, Spoiled)
    assert not reply.timed_out


def test_a_numpy_argument_that_is_changed_spoils_a_trace() -> None:
    assert isinstance(stager_of("def f(x):\n    x[0] = 1\n    return x").call(call_of(X)), Spoiled)


def test_memory_that_the_answer_shares_with_an_argument_is_seen() -> None:
    reply = stager_of("def f(x): return x[1:]").call(call_of(X, watch=True))
    assert isinstance(reply, Staged)
    assert [change.what for change in reply.changes] == ["shared"]


def test_a_configuration_that_is_not_jaxs_own_is_not_traced_under() -> None:
    stager = stager_of("def f(x): return x")
    jax.config.update("jax_numpy_rank_promotion", "warn")
    try:
        assert isinstance(stager.call(call_of(as_jax(X))), Returned)
    finally:
        jax.config.update("jax_numpy_rank_promotion", "allow")
    assert isinstance(stager.call(call_of(as_jax(X))), Staged)


def test_a_loop_without_end_is_stopped_and_told() -> None:
    reply = stager_of("def f(x):\n    while True: pass").call(call_of(as_jax(X), seconds=0.3))
    assert isinstance(reply, Spoiled)
    assert reply.timed_out


def test_a_jitted_function_with_side_effects_runs_its_python_in_the_plain_call_too() -> None:
    code = "@jax.jit\ndef f(x):\n    print('traced')\n    return x\n"
    stager = stager_of(code)
    reply = stager.call(call_of(as_jax(X), watch=True))
    assert isinstance(reply, Staged)
    assert reply.output == "traced\n"
    plain = stager.observer.call(call_of(as_jax(X), watch=True))
    assert isinstance(plain, Returned)
    assert plain.output == "traced\n"


def test_equal_programs_are_compiled_once_whatever_numbers_are_in_them() -> None:
    evaluator = Evaluator()
    for number, code in enumerate(
        ["def f(x, a): return a * x + 1", "def f(y, b):\n    z = b * y\n    return z + 1"] * 2
    ):
        staged = stager_of(code).call(call_of(as_jax(X + number), 2.0 + number))
        assert isinstance(staged, Staged)
        reply = evaluator.answer(Evaluate(0, staged.program, staged.constants, 20.0))
        assert isinstance(reply, Returned)
        assert isinstance(reply.value, Items)
        answer = from_wire(reply.value.items[0], str)
        np.testing.assert_allclose(answer, (2 + number) * (X + number) + 1)
    assert len(evaluator._compiled) == 1


PRODUCTS = ["x @ x", "jnp.dot(x, x, precision='default')", "jax.grad(lambda x: jnp.einsum('i,i', x, x))(x)"]
IN_A_LOOP = "jax.lax.fori_loop(0, 3, lambda i, c: c * jnp.dot(c, x), x)"


def lowered(code: str, platform: str) -> str:
    """What the evaluator's compiler would be given on that platform."""
    staged = stager_of(code).call(call_of(as_jax(X)))
    assert isinstance(staged, Staged), staged
    body = programs.decode(staged.program)
    constants = [jnp.asarray(wire.unpack(constant)) for constant in staged.constants]
    traced = jax.jit(lambda *values: evaluator._run(body, [], list(values))).trace(*constants)
    return traced.lower(lowering_platforms=(platform,)).as_text()


@pytest.mark.parametrize("platform", ["cpu", "cuda", "tpu"])
@pytest.mark.parametrize("product", [*PRODUCTS, IN_A_LOOP])
def test_products_are_compiled_for_the_highest_precision_on_every_platform(product: str, platform: str) -> None:
    text = lowered(f"def f(x): return {product}", platform)
    products = [line for line in text.splitlines() if "dot_general" in line]
    assert all("precision = [HIGHEST, HIGHEST]" in line for line in products)
    assert products or "einsum" in product  # the gradient of that one is a product with a number


@pytest.mark.parametrize("platform", ["cpu", "cuda", "tpu"])
def test_no_program_calls_anything_by_name_on_any_platform(platform: str) -> None:
    for code in TRACES:
        assert not evaluator._custom_calls(lowered(code, platform)), code


def test_a_custom_call_that_came_in_all_the_same_would_be_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'stablehlo.custom_call @lapack_sgetrf_ffi(%0) ... custom_call @"a.b$c"() ... stablehlo.add'
    assert evaluator._custom_calls(text) == {"lapack_sgetrf_ffi", "a.b$c"}
    monkeypatch.setattr(evaluator, "_custom_calls", lambda _text: {"lapack_sgetrf_ffi", *evaluator.CUSTOM_CALLS})
    staged = stager_of("def f(x): return x - 17").call(call_of(as_jax(X)))
    assert isinstance(staged, Staged)
    reply = Evaluator().answer(Evaluate(0, staged.program, staged.constants, 20.0))
    assert isinstance(reply, Raised)
    assert reply.error.message.endswith("a custom call: lapack_sgetrf_ffi")


INFINITE = np.array([3.0, -1.5, np.inf, -np.inf, 1e-45], np.float32)
EXACT = {  # what a compiler that sees more than one step makes of these is something else
    "a product with a mask": "def f(x): return x * (x > 0).astype(x.dtype)",
    "a mask given by `where`": "def f(x): return x * jnp.where(x > 0, 1.0, 0.0)",
    "short floats in between": "def f(x): return (x * 1.01).astype(jnp.bfloat16).astype(jnp.float32) * 3",
    "a quotient and a product": "def f(x): return x / 3 * 3 - x, x - x, x / x, (x + 1e10) - 1e10",
    "a root below a line": "def f(x): return x / jnp.sqrt(jnp.abs(x)), jnp.exp(jnp.log(x)), jnp.log(jnp.exp(x))",
}


@pytest.mark.parametrize("code", EXACT.values(), ids=EXACT.keys())
def test_steps_are_computed_as_they_stand_infinities_included(code: str) -> None:
    request = call_of(as_jax(INFINITE))
    staged, plain = stager_of(code).call(request), Observer(space_of(code), "work.py".__eq__).call(request)
    assert isinstance(staged, Staged)
    same(computed(staged), plain)


def test_a_call_that_raised_plainly_raises_and_is_not_traced_again() -> None:
    stager = stager_of("def f(x):\n    raise ValueError('no')")
    assert isinstance(stager.call(call_of(as_jax(X))), Raised)
    assert stager._plain == {("f", True)}
