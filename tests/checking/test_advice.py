"""The student's own line, written the JAX way."""

from __future__ import annotations

import math
from types import ModuleType

import jax.numpy as jnp
import numpy as np
import pytest

from autograder.checking.advice import jnp_for_numpy, rewrite
from autograder.checking.misconceptions import page


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("x[0] = 123", "x = x.at[0].set(123)"),
        ("x[i, :] *= factor", "x = x.at[i, :].multiply(factor)"),
        ("x[idx] += amounts", "x = x.at[idx].add(amounts)"),
        ("x[0] -= 2", "x = x.at[0].add(-2)"),
        ("x[x < 0] = 0", "x = x.at[x < 0].set(0)"),
        ("x[1:] //= 2", "x = x.at[1:].set(x[1:] // 2)"),
        ('params["w"] -= lr * g', "params = {**params, 'w': params['w'] - lr * g}"),
        ('p["a"]["b"] = v', "p = {**p, 'a': {**p['a'], 'b': v}}"),
        ('p["w"][0] = v', "p = {**p, 'w': p['w'].at[0].set(v)}"),
        ("history.append(item)", "history = [*history, item]"),
        ("x += d", "x = x + d"),
        ("x.sort()", "x = jnp.sort(x)"),
        ("x.sort(axis=0)", "x = jnp.sort(x, axis=0)"),
        ("x.clip(0, 1, out=x)", "x = jnp.clip(x, 0, 1)"),
        ('d["k"].append(3)', "d = {**d, 'k': [*d['k'], 3]}"),
        ("for i in idx: x[i] += 1", "x = x.at[i].add(1)"),
        ("if ready: x[0] = 1", "x = x.at[0].set(1)"),
    ],
)
def test_a_line_that_changes_something_is_rewritten(line: str, better: str) -> None:
    assert rewrite(line) == better


def test_a_region_is_no_key() -> None:
    assert rewrite("b[...] = 0", container="dict") == ""
    assert rewrite("w[0, :] = 0", container="dict") == ""


def test_a_container_is_rebuilt_whatever_its_index_is() -> None:
    assert rewrite("new[layer][name] = value", container="dict") == (
        "new = {**new, layer: {**new[layer], name: value}}"
    )


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("values[0] = 123", "values = [123, *values[1:]]"),
        ("values[-1] = 123", "values = [*values[:-1], 123]"),
        ("values[2] += 1", "values = [*values[:2], values[2] + 1, *values[3:]]"),
        ("values[i] = v", "values = [*values[:i], v, *values[i + 1:]]"),
        ("values[0][1] = v", "values = [[*values[0][:1], v, *values[0][2:]], *values[1:]]"),
        ("values += [v]", "values = values + [v]"),
        ("values.sort(reverse=True)", "values = sorted(values, reverse=True)"),
        ("rows[0].sort()", "rows = [sorted(rows[0]), *rows[1:]]"),
        ("values[1:] = []", ""),
    ],
)
def test_a_list_is_rebuilt_as_a_list(line: str, better: str) -> None:
    assert rewrite(line, container="list") == better


def test_an_exception_of_jax_comes_with_the_page_about_it() -> None:
    assert page("numpy-on-tracer", "TracerArrayConversionError").endswith("#jax.errors.TracerArrayConversionError")
    assert page(None, "TracerBoolConversionError").endswith("#jax.errors.TracerBoolConversionError")
    assert page(None, "ValueError") == ""


@pytest.mark.parametrize(
    "line",
    [
        "",
        "return x",
        "floats.append(values.pop(0))",
        "np.add(x, 1, out=x)",
        "x = (1,",
        "def f(",
        "pass",
        "x.frobnicate()",
    ],
)
def test_nothing_is_said_where_nothing_is_sure(line: str) -> None:
    assert rewrite(line) == ""


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("return np.dot(r, r)", "`jnp.dot`"),
        ("v = np.ravel(np.square(v))", "`jnp.ravel` and `jnp.square`"),
        ("f = lambda x: np.linalg.norm(x - y)", "`jnp.linalg.norm`"),
        ("return math.sin(x) * math.pi", "`jnp.sin`"),
        ("return x * np.random.rand(3)", ""),  # no such function in JAX
        ("np.copyto(x, 0)", ""),
        ("return x * np.pi", ""),
    ],
)
def test_functions_of_numpy_have_their_names_in_jax(line: str, better: str) -> None:
    assert jnp_for_numpy(line) == better


@pytest.mark.parametrize("module", [np, math], ids=["numpy", "math"])
def test_no_function_is_advised_that_jax_has_not(module: ModuleType) -> None:
    functions = [name for name in dir(module) if callable(getattr(module, name)) and name[0].islower()]
    advised = [name for name in functions if jnp_for_numpy(f"np.{name}(x)")]
    assert len(advised) > 20
    assert [name for name in advised if not hasattr(jnp, name)] == []
