"""What `assert_pure` sees, and on which line."""

from __future__ import annotations

import random

import jax
import numpy as np
import pytest

from autograder.checking import CheckFailure, assert_pure
from tests.checking.conftest import PARAMS, Write, X, impurity

IMPURE = {
    "item assignment": ("mutates-argument", 2, "def f(x):\n    x[0] = 9\n    return 2 * x"),
    "an alias": ("mutates-argument", 3, "def f(x):\n    y = x\n    y += 1\n    return 2 * x"),
    "a view": ("mutates-argument", 3, "def f(x):\n    v = x[1:]\n    v[0] = 7\n    return 2 * x"),
    "out=": ("mutates-argument", 2, "def f(x):\n    np.add(x, 1, out=x)\n    return 2 * x"),
    "a method": ("mutates-argument", 2, "def f(x):\n    x.sort()\n    return 2 * x"),
    "a helper": ("mutates-argument", 2, "def g(a):\n    a[0] = 9\n\ndef f(x):\n    g(x)\n    return 2 * x"),
    "a loop": ("mutates-argument", 3, "def f(x):\n    for i in range(len(x)):\n        x[i] = 0\n    return 2 * x"),
    "a loop variable": (
        "mutates-argument",
        3,
        "def f(x):\n    for row in x.reshape(2, 2):\n        row *= 0\n    return 2 * x",
    ),
    "a loop variable in a helper": (
        "mutates-argument",
        2,
        "def g(row):\n    row[0] = 9\n\ndef f(x):\n    for row in x.reshape(2, 2):\n        g(row)\n    return 2 * x",
    ),
    "one name of two": ("mutates-argument", 3, "def f(x):\n    a, b = x.reshape(2, 2)\n    b += 1\n    return 2 * x"),
    "a view of a view": (
        "mutates-argument",
        3,
        "def f(x):\n    t = x.reshape(2, 2).T\n    t[0, 1] = 7\n    return 2 * x",
    ),
    "an alias of a view in a helper of a helper": (
        "mutates-argument",
        4,
        "def h(a):\n    b = a[1:]\n    c = b\n    c[0] = 9\n    return c\n\n"
        "def g(a):\n    h(a)\n\ndef f(x):\n    g(x)\n    return 2 * x",
    ),
    "a helper that returns it": (
        "mutates-argument",
        2,
        "def g(a):\n    return np.negative(a, out=a)\n\ndef f(x):\n    return -2 * g(x)",
    ),
    "a lambda": ("mutates-argument", 2, "def f(x):\n    g = lambda a: a.fill(0)\n    g(x)\n    return 2 * x"),
    "a statement of several lines": (
        "mutates-argument",
        2,
        "def f(x):\n    np.add(\n        x,\n        1,\n        out=x,\n    )\n    return 2 * x",
    ),
    "an object's method": (
        "mutates-argument",
        5,
        "class K:\n    def __init__(self, d):\n        self.d = d\n    def go(self):\n        self.d += 1\n"
        "def f(x):\n    K(x).go()\n    return 2 * x",
    ),
    "a generator": (
        "mutates-argument",
        2,
        "def g(x):\n    x[0] = 9\n    yield 0\n\ndef f(x):\n    for _ in g(x):\n        pass\n    return 2 * x",
    ),
    "a decorator": (
        "mutates-argument",
        4,
        "def deco(g):\n    @functools.wraps(g)\n    def w(x):\n        x[0] = 9\n        return g(x)\n    return w\n\n"
        "@deco\ndef f(x):\n    return 2 * x",
    ),
    "a nested function": (
        "mutates-argument",
        3,
        "def f(x):\n    def g():\n        x[0] = 1e9\n    g()\n    return 2 * x",
    ),
    "a global counter": ("hidden-state", 4, "n = 0\ndef f(x):\n    global n\n    n += 1\n    return 2 * x"),
    "a global list": ("hidden-state", 3, "log = []\ndef f(x):\n    log.append(1)\n    return 2 * x"),
    "a nested global": ("hidden-state", 3, "log = {'a': [1]}\ndef f(x):\n    log['a'][0] += 1\n    return 2 * x"),
    "a global array": ("hidden-state", 3, "total = np.zeros(4)\ndef f(x):\n    total[:] += 1\n    return 2 * x"),
    "a global array in the place of one that was deleted": (
        "hidden-state",
        4,
        "w = jnp.zeros(3)\ndef f(x):\n    global w\n    del w\n    w = jnp.ones(3)\n    return 2 * x",
    ),
    "a global function in the place of one that was deleted": (
        "hidden-state",
        4,
        "g = lambda: 1\ndef f(x):\n    global g\n    del g\n    g = lambda: 2\n    return 2 * x",
    ),
    "a global after a long table": (
        "hidden-state",
        5,
        "table = {i: [i] for i in range(30_000)}\nn = 0\ndef f(x):\n    global n\n    n += 1\n    return 2 * x",
    ),
    "an attribute of the function": (
        "hidden-state",
        2,
        "def f(x):\n    f.n = getattr(f, 'n', 0) + 1\n    return 2 * x",
    ),
    "an attribute of a class": (
        "hidden-state",
        4,
        "class C:\n    n = 0\ndef f(x):\n    C.n += 1\n    return 2 * x",
    ),
    "an object that remembers": (
        "hidden-state",
        5,
        "class C:\n    def __init__(self):\n        self.n = 0\n    def __call__(self, x):\n        self.n += 1\n"
        "        return 2 * x\nf = C()",
    ),
    "an object with slots": (
        "hidden-state",
        7,
        "import dataclasses\n@dataclasses.dataclass(slots=True)\nclass C:\n    n: int = 0\nc = C()\ndef f(x):\n    c.n += 1\n"
        "    return 2 * x",
    ),
    "an attribute of a dict": (
        "hidden-state",
        5,
        "class C(dict):\n    n = 0\nc = C()\ndef f(x):\n    c.n += 1\n    return 2 * x",
    ),
    "a list of a library's": (
        "hidden-state",
        4,
        "import collections\nlog = collections.UserList()\ndef f(x):\n    log.append(1)\n    return 2 * x",
    ),
    "a decorator that counts": (
        "hidden-state",
        7,
        "class Counted:\n    def __init__(self, g):\n        functools.update_wrapper(self, g)\n        self.g = g\n"
        "        self.n = 0\n    def __call__(self, x):\n        self.n += 1\n        return self.g(x)\n"
        "@Counted\ndef f(x):\n    return 2 * x",
    ),
    "a default of a function under vmap": (
        "mutable-default",
        3,
        "@jax.vmap\ndef f(x, seen=[]):\n    seen.append(1)\n    return 2 * x",
    ),
    "a closure": (
        "hidden-state",
        5,
        "def make():\n    n = 0\n    def f(x):\n        nonlocal n\n        n += 1\n        return 2 * x\n    return f\nf = make()",
    ),
    "a default": ("mutable-default", 2, "def f(x, seen=[]):\n    seen.append(1)\n    return 2 * x"),
    "numpy's random state": ("global-random", 2, "def f(x):\n    np.random.rand()\n    return 2 * x"),
    "python's random state": ("global-random", 2, "def f(x):\n    random.random()\n    return 2 * x"),
    "a generator of NumPy's": (
        "global-random",
        3,
        "rng = np.random.default_rng(0)\ndef f(x):\n    rng.normal()\n    return 2 * x",
    ),
    "a generator of NumPy's older kind in a default value": (
        "global-random",
        2,
        "def f(x, rng=np.random.RandomState(0)):\n    rng.normal()\n    return 2 * x",
    ),
    "a generator of Python's": (
        "global-random",
        3,
        "rng = random.Random(0)\ndef f(x):\n    rng.random()\n    return 2 * x",
    ),
    "an iterator over keys": (
        "hidden-state",
        3,
        "keys = iter(jax.random.split(jax.random.key(0), 9))\ndef f(x):\n    next(keys)\n    return 2 * x",
    ),
    "a counter": (
        "hidden-state",
        4,
        "import itertools\nn = itertools.count()\ndef f(x):\n    next(n)\n    return 2 * x",
    ),
    "a zip of a list": (
        "hidden-state",
        3,
        "pairs = zip(range(9), iter([0] * 9))\ndef f(x):\n    next(pairs)\n    return 2 * x",
    ),
    "a generator function's iterator": (
        "mutable-default",
        7,
        "def count():\n    n = 0\n    while True:\n        n += 1\n        yield n\ndef f(x, it=count()):\n    next(it)\n"
        "    return 2 * x",
    ),
    "a leaked tracer": (
        "leaked-tracer",
        4,
        "kept = []\ndef f(x):\n    def g(x):\n        kept.append(jnp.sum(x))\n        return jnp.sum(x ** 2)\n    return jax.grad(g)(x)",
    ),
    "a tracer leaked by a jitted function": (
        "leaked-tracer",
        4,
        "kept = []\n@jax.jit\ndef f(x):\n    kept.append(x)\n    return 2 * x",
    ),
    "a setting of JAX": (
        "hidden-state",
        2,
        "def f(x):\n    jax.config.update('jax_debug_nans', not jax.config.jax_debug_nans)\n    return 2 * x",
    ),
}


@pytest.mark.parametrize("case", IMPURE)
def test_a_side_effect_is_named_with_its_line(write: Write, case: str) -> None:
    misconception, line, code = IMPURE[case]
    failure = impurity(write(code), X, returns=2 * X)
    assert (failure.misconception, failure.line) == (misconception, line)
    assert failure.hint


ONCE = {
    "a seed": ("global-random", "def f(x):\n    np.random.seed(0)\n    return 2 * x"),
    "64 bit": ("hidden-state", "def f(x):\n    jax.config.update('jax_debug_infs', True)\n    return 2 * x"),
    "a cache": ("hidden-state", "kept = {}\ndef f(x):\n    kept.setdefault('x', x.copy())\n    return 2 * x"),
}


@pytest.mark.parametrize("case", ONCE)
def test_what_only_the_first_call_changes_is_evidence_too(write: Write, case: str) -> None:
    misconception, code = ONCE[case]
    submission = write(code)
    submission.f(X)  # as the checks of the value do
    try:
        assert impurity(submission, X, returns=2 * X).misconception == misconception
    finally:
        jax.config.update("jax_debug_infs", False)


@pytest.mark.parametrize("seed", ["np.random.seed", "random.seed"])
def test_a_seed_is_seen_each_time_on_its_line_and_the_student_s_own_state_stays(write: Write, seed: str) -> None:
    submission = write(f"{seed}(0)\ndef f(x):\n    {seed}(0)\n    return 2 * x")
    before = random.getstate(), repr(np.random.get_state())
    for _ in range(2):
        failure = impurity(submission, X, returns=2 * X)
        assert (failure.misconception, failure.line) == ("global-random", 3)
    assert (random.getstate(), repr(np.random.get_state())) == before


def test_an_array_that_was_given_another_shape_in_place_is_no_container(write: Write) -> None:
    failure = impurity(write("def f(x):\n    x.shape = (2, 2)\n    return 2 * x.ravel()"), X, returns=2 * X)
    assert failure.misconception == "mutates-argument"


def test_a_view_of_the_argument_is_no_copy(write: Write) -> None:
    failure = impurity(write("def f(x):\n    return x[:] if isinstance(x, np.ndarray) else x"), X, returns=X)
    assert failure.misconception == "shares-memory"
    assert_pure(write("def f(x):\n    return x[:]").f, X, returns=X, may_share=True)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("def f(p):\n    p['w'] = p['w'] - 1\n    return p", 2),
        ("def f(p):\n    q = dict(p)\n    q['w'] -= 1\n    return q", 3),
        ("def f(p):\n    p.pop('b')\n    return p", 2),
        ("def f(p):\n    p['new'] = 1\n    return p", 2),
        ("def f(p):\n    for name in list(p):\n        q = p\n        q[name] = 0\n    return p", 4),
        ("def put(d):\n    d.update(new=1)\n\ndef f(p):\n    put(p)\n    return p", 2),
        ("def f(p):\n    def zero(a):\n        a *= 0\n        return a\n    return jax.tree.map(zero, p)", 3),
    ],
)
def test_a_dict_that_changed_is_told_with_its_line(write: Write, code: str, line: int) -> None:
    failure = impurity(write(code), PARAMS)
    assert failure.misconception in ("mutates-container", "mutates-argument")
    assert failure.line == line


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("def f(p):\n    for layer in p.values():\n        layer['w'] = 0\n    return p", 3),
        ("def f(p):\n    out = p['out']\n    out['w'] = 0\n    return p", 3),
        ("def f(p):\n    q = {**p}\n    q['out']['w'] = 0\n    return q", 3),
        ("def g(d):\n    d['w'] = 0\n\ndef f(p):\n    for k in p:\n        g(p[k])\n    return p", 2),
    ],
)
def test_a_dict_inside_a_dict_that_changed_is_told_with_its_line(write: Write, code: str, line: int) -> None:
    failure = impurity(write(code), {"out": PARAMS})
    assert (failure.misconception, failure.line) == ("mutates-container", line)


def test_a_dict_of_jax_arrays_that_changed_is_a_changed_container(write: Write) -> None:
    from autograder.checking import as_jax

    failure = impurity(write("def f(p):\n    p['w'] -= 1\n    return p"), as_jax(PARAMS))
    assert (failure.misconception, failure.line) == ("mutates-container", 2)
    assert "{**p, 'w': p['w'] - 1}" in failure.hint


def test_a_list_that_grew_is_told_with_its_line_and_a_new_list(write: Write) -> None:
    failure = impurity(write("def f(history, item):\n    history.append(item)\n    return history"), [1, 2], 3)
    assert (failure.misconception, failure.line) == ("mutates-container", 2)
    assert "history = [*history, item]" in failure.hint


def test_a_donated_argument_is_a_changed_one(write: Write) -> None:
    code = "g = jax.jit(lambda x: x + 1, donate_argnums=0)\ndef f(x):\n    y = g(x)\n    return y"
    assert impurity(write(code), X, returns=X + 1).misconception == "mutates-argument"


def test_two_calls_that_differ_are_told(write: Write) -> None:
    code = "import time\ndef f(x):\n    return x + time.monotonic_ns() % 1_000_003"
    assert impurity(write(code), X).misconception == "hidden-state"


@pytest.mark.parametrize(
    "answer",
    ["n > 2", "[0, n]", "{n: 0}", "(0,) * n", "(None, jnp.sqrt(2 - n))", "str(n)", "n * 1j", "[np.sin, 0][n > 2]"],
)
def test_two_answers_that_differ_in_anything_are_told(write: Write, answer: str) -> None:
    # Counted where nobody looks: what is left is that the third call answers otherwise than the first.
    code = f"def f(x):\n    n = math.calls = math.calls + 1\n    return {answer}"
    assert "gave two answers" in impurity(write(f"import math\nmath.calls = 0\n{code}"), X).message


def test_an_argument_that_cannot_be_read_any_more_has_changed(write: Write) -> None:
    code = "class C:\n    def __repr__(self):\n        return self.name\ndef f(p):\n    p[C()] = 1\n    return 0"
    failure = impurity(write(code), {"a": 1}, returns=0)
    assert (failure.misconception, failure.line) == ("mutates-container", 5)


def test_an_argument_without_a_name_of_its_own_is_told_by_its_place(write: Write) -> None:
    code = "def unwrapped(g):\n    def w(*args):\n        return g(*args)\n    return w\n"
    code += "@unwrapped\ndef f(x, y):\n    y[2] = 7\n    return 2 * x"
    assert "`args[1][2]` was 3; after it, 7." in impurity(write(code), X, X, returns=2 * X).message


def test_purity_without_the_right_value_is_worth_nothing(write: Write) -> None:
    assert "should be" in impurity(write("def f(x):\n    return x + 0"), X, returns=2 * X).message


def test_what_a_function_returned_is_watched_too(write: Write) -> None:
    code = "def make(k):\n    seen = []\n    def g(x):\n        seen.append(x)\n        return k * x\n    return g"
    returned = write(code).make(2)
    with pytest.raises(CheckFailure) as caught:
        assert_pure(returned, X, returns=2 * X)
    assert (caught.value.misconception, caught.value.line) == ("hidden-state", 4)
    assert_pure(write("def make(k):\n    return lambda x: k * x").make(2), X, returns=2 * X)


def test_what_a_library_wrapped_and_a_function_returned_is_watched_too(write: Write) -> None:
    code = "def make(k):\n    n = [0]\n    def g(x):\n        n[0] += 1\n        return k * x**2 / 2\n    return jax.vmap(jax.grad(g))"
    with pytest.raises(CheckFailure) as caught:
        assert_pure(write(code).make(2), X, returns=2 * X)
    assert (caught.value.misconception, caught.value.line) == ("hidden-state", 4)


def test_the_line_that_did_it_is_not_the_last_line_of_a_helper(write: Write) -> None:
    code = "def g(a):\n    return a + 1\n\ndef f(x):\n    y = 2 * x\n    x -= g(x)\n    return y"
    failure = impurity(write(code), X, returns=2 * X)
    assert failure.line == 6
    assert "`x -= g(x)`" in failure.message


def test_the_line_that_leaked_is_not_the_last_line_of_a_helper(write: Write) -> None:
    code = (
        "last = {}\ndef g(a):\n    return 1.0 * a\n\ndef f(x):\n    def loss(x):\n        last['x'] = g(x)\n"
        "        return jnp.sum(last['x'] ** 2)\n    return jax.grad(loss)(x)"
    )
    assert impurity(write(code), X, returns=2 * X).line == 7
