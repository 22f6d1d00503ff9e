"""A function that JAX has traced before runs its Python again, and what was compiled beside it stays."""

from __future__ import annotations

import functools
from typing import Any

import jax
import jax.numpy as jnp
import pytest

from autograder.sandbox.compiled import forget_traces

STEP = "runs = []\ndef step(x):\n    runs.append(1)\n    return 2 * x\n"
KEEPING = {
    "a jitted function": "f = jax.jit(step)",
    "a decorated one": "@jax.jit\ndef f(x):\n    return step(x)",
    "one that jits a helper at each call": "def f(x):\n    return jax.jit(step)(x)",
    "one that calls a jitted helper": "g = jax.jit(step)\ndef f(x):\n    return g(x) + 1",
    "a jitted partial": "f = functools.partial(jax.jit(step))",
    "a jitted gradient": "f = jax.jit(jax.grad(lambda x: step(x).sum()))",
    "a helper with `jit` imported by its name": "from jax import jit\ndef f(x):\n    return jit(step)(x)",
    "a loop": "def f(x):\n    return jax.lax.fori_loop(0, 3, lambda i, c: step(c), x)",
    "a scan over a helper": "def body(c, _):\n    return step(c), None\ndef f(x):\n"
    "    return jax.lax.scan(body, x, None, length=3)[0]",
    "a map of a helper": "def f(x):\n    return jax.lax.map(step, x)",
    "a jitted function in a table": "table = {'step': jax.jit(step)}\ndef f(x):\n    return table['step'](x)",
    "a jitted function in an object": "class K: pass\nk = K()\nk.step = jax.jit(step)\ndef f(x):\n    return k.step(x)",
    "a jitted method": "class K:\n    def step(self, x):\n        return step(x)\nk = K()\ndef f(x):\n"
    "    return jax.jit(k.step)(x)",
}


@pytest.mark.parametrize("case", KEEPING)
def test_what_jax_has_traced_runs_its_python_again(case: str) -> None:
    space: dict[str, Any] = {"jax": jax, "functools": functools}
    exec(STEP + KEEPING[case], space)
    x = jnp.ones(3)
    space["f"](x)
    space["runs"].clear()
    forget_traces(space["f"], space)
    space["f"](x)
    assert space["runs"]


@pytest.mark.parametrize(
    "helper",
    [
        "def helper(x):\n    yield x",
        "async def helper(x):\n    return x",
        "helper = jax.jit(lambda x: 3 * x).lower(1.0).compile()",
        "class helper:\n    def __init__(self, x): pass\n    def clear_cache(self): pass",
        "class Shy:\n    def __getattribute__(self, name): raise RuntimeError(name)\n    def __call__(self, x): pass\n"
        "helper = Shy()",
    ],
)
def test_a_helper_that_jax_cannot_compile_is_passed_over(helper: str) -> None:
    space: dict[str, Any] = {"jax": jax}
    exec(f"{STEP}{helper}\ndef f(x):\n    helper(1.0)\n    return jax.jit(step)(x)", space)
    space["f"](jnp.ones(3))
    space["runs"].clear()
    forget_traces(space["f"], space)
    space["f"](jnp.ones(3))
    assert space["runs"]


def test_compiled_operations_survive_a_jitted_helper() -> None:
    space: dict[str, Any] = {"jax": jax}
    exec(STEP + "def f(x):\n    return jax.jit(step)(x)", space)
    other = jax.jit(lambda x: x + 17)
    other(jnp.ones(3))
    forget_traces(space["f"], space)
    assert other._cache_size() == 1
