"""What `assert_pure` sees, on which line, and what it leaves in peace."""

from __future__ import annotations

import random
from typing import Any

import jax
import numpy as np
import pytest

from autograder.checking import CheckFailure, Submission, assert_pure
from tests.checking.conftest import Write

X = np.array([1.0, -2.0, 3.0, 0.5])
PARAMS = {"w": np.array([1.0, 2.0]), "b": 0.5}


def impurity(submission: Submission, *args: Any, **options: Any) -> CheckFailure:
    with pytest.raises(CheckFailure) as caught:
        assert_pure(submission.f, *args, **options)
    return caught.value


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
    ["x > 0", "jnp.array([jnp.nan, 1.0])", "1j * x", "np.inf", "(np.sin, 1)", "{'f': len}", "object()", "None", "'a'"],
)
def test_two_equal_answers_of_any_kind_are_equal(write: Write, answer: str) -> None:
    assert_pure(write(f"def f(x):\n    return {answer}").f, X)


@pytest.mark.parametrize(
    "answer",
    ["n > 2", "[0, n]", "{n: 0}", "(0,) * n", "(None, jnp.sqrt(2 - n))", "str(n)", "n * 1j", "[np.sin, 0][n > 2]"],
)
def test_two_answers_that_differ_in_anything_are_told(write: Write, answer: str) -> None:
    # Counted where nobody looks: what is left is that the third call answers otherwise than the first.
    code = f"def f(x):\n    n = math.calls = math.calls + 1\n    return {answer}"
    assert "gave two answers" in impurity(write(f"import math\nmath.calls = 0\n{code}"), X).message


PURE = {
    "local mutation of a copy": "def f(x):\n    y = np.array(x)\n    y *= 2\n    return y",
    "rebinding a JAX array": "def f(x):\n    x = jnp.asarray(x)\n    x += x\n    return x",
    "a print": "def f(x):\n    print(x)\n    return 2 * x",
    "a debug print": "def f(x):\n    jax.debug.print('{}', x)\n    return 2 * x",
    "a module constant": "TWO = np.array(2.0)\ndef f(x):\n    return TWO * x",
    "functools.cache": "@functools.cache\ndef two():\n    return 2.0\ndef f(x):\n    return two() * x",
    "functools.lru_cache on a helper with state": "@functools.lru_cache(maxsize=None)\ndef g(n):\n    return n * 1.0\ndef f(x):\n    return g(2) * x",
    "a partial": "def g(k, x):\n    return k * x\nf = functools.partial(g, 2)",
    "a jitted function": "@jax.jit\ndef f(x):\n    return 2 * x",
    "a callable object": "class C:\n    def __init__(self, k):\n        self.k = k\n    def __call__(self, x):\n        return self.k * x\nf = C(2)",
    "a lambda": "f = lambda x: 2 * x",
    "a local new_ref": "def f(x):\n    r = jax.new_ref(jnp.asarray(x))\n    r[...] = r[...] * 2\n    return r[...]",
    "functools.cached_property": "class C:\n    @functools.cached_property\n    def two(self):\n        return 2.0\nc = C()\ndef f(x):\n    return c.two * x",
    "flags": "import enum\nclass C(enum.Flag):\n    A = 1\n    B = 2\ndef f(x):\n    return 2 * x if C.A | C.B else x",
    "a mapping that makes its values when asked": "import collections\nclass C(collections.UserDict):\n    def __getitem__(self, key):\n        return jnp.zeros(3)\nc = C(a=1)\ndef f(x):\n    return 2 * x",
    "a list comprehension": "def f(x):\n    return jnp.stack([2 * v for v in jnp.asarray(x)])",
    "a generator of its own": "def f(x):\n    rng = np.random.default_rng(0)\n    rng.normal()\n    return 2 * x",
    "a generator that others draw from": "rng = np.random.default_rng(0)\nNOISE = rng.normal(size=4)\ndef f(x):\n    return 2 * x + 0 * NOISE",
    "a scan": "def f(x):\n    return jax.lax.scan(lambda c, v: (c, 2 * v), 0., jnp.asarray(x))[1]",
    "an eager-only program": "def f(x):\n    return jnp.array([2 * float(v) for v in x])",
    "an unused extra argument": "def f(x, k=2, *, note=None):\n    return k * x",
    "an in-place operator on a NumPy theta that JAX takes over": "def f(x):\n    x += jnp.asarray(x)\n    return x",
    "a class made inside": "def f(x):\n    class C:\n        k = 2\n    C.k += 0\n    return C.k * x",
    "a local dict": "def f(x):\n    d = {}\n    d['x'] = 2 * x\n    return d['x']",
}


def test_an_argument_that_cannot_be_read_any_more_has_changed(write: Write) -> None:
    code = "class C:\n    def __repr__(self):\n        return self.name\ndef f(p):\n    p[C()] = 1\n    return 0"
    failure = impurity(write(code), {"a": 1}, returns=0)
    assert (failure.misconception, failure.line) == ("mutates-container", 5)


def test_an_argument_without_a_name_of_its_own_is_told_by_its_place(write: Write) -> None:
    code = "def unwrapped(g):\n    def w(*args):\n        return g(*args)\n    return w\n"
    code += "@unwrapped\ndef f(x, y):\n    y[2] = 7\n    return 2 * x"
    assert "`args[1][2]` was 3; after it, 7." in impurity(write(code), X, X, returns=2 * X).message


def test_a_callable_object_that_answers_to_every_name_with_an_exception_can_be_judged(write: Write) -> None:
    code = "class C:\n    def __getattr__(self, name):\n        return self.table[name]\n"
    code += "    def __call__(self, x):\n        {}\n        return 2 * x\nf = C()"
    assert_pure(write(code.format("pass")).f, X, returns=2 * X)
    assert impurity(write(code.format("x[0] = 9")), X, returns=2 * X).line == 5


ITERATORS = (
    "iter([1, 2]), iter((1,)), iter({1: 2}), iter({1: 2}.items()), iter({1, 2}), iter('ab'), iter(b'ab'), iter(range(9)),"
    "iter(range(2**70)), reversed([1, 2]), reversed({1: 2}), iter(int, 1), enumerate([1]), zip([1], 'a'), map(abs, [1]),"
    "filter(None, [1]), (i for i in [1]), iter(jnp.ones(3)), iter(np.ones(3)), iter(memoryview(b'ab')),"
    "itertools.count(1.5), itertools.cycle([1]), itertools.repeat([]), itertools.chain([1], [2]), itertools.islice([1], 1),"
    "itertools.accumulate([1]), itertools.product([1], repeat=2), itertools.permutations([1]), itertools.tee([1])[0],"
    "itertools.groupby([1, 2]), itertools.pairwise([1]), itertools.starmap(pow, []), itertools.zip_longest([1], []),"
)


@pytest.mark.parametrize("steps", [0, 1])
def test_an_iterator_that_nobody_moves_on_is_left_in_peace(write: Write, steps: int) -> None:
    code = f"import itertools\nits = [{ITERATORS}]\n[next(it, 0) for it in its * {steps}]\ndef f(x):\n    return 2 * x"
    assert_pure(write(code).f, X, returns=2 * X)


ANSWERS_ALL = {
    "with an exception": "class C(dict):\n    def __getattr__(self, name):\n        return self[name]",
    "with nothing": "class C(dict):\n    __getattr__ = dict.get",
    "with a method called as one of JAX's": "class C(dict):\n    k = 2\n    def clear_cache(self):\n        self.k = 3",
}


@pytest.mark.parametrize("code", ["def f(x):\n    return C(k=2).k * ODD.k / 2 * x", "f = jax.jit(lambda x: ODD.k * x)"])
@pytest.mark.parametrize("case", ANSWERS_ALL)
def test_an_object_that_answers_to_every_name_is_left_in_peace(write: Write, case: str, code: str) -> None:
    assert_pure(write(f"{ANSWERS_ALL[case]}\nODD = C(k=2)\n{code}").f, X, returns=2 * X)


ODD = {
    "a number too long to print": "ODD = 10 ** 5000",
    "a chain of 3,000 links": "ODD = None\nfor _ in range(3_000):\n    ODD = (ODD, 1)",
    "a chain of objects": "class C:\n    below = None\nODD = C()\nfor _ in range(3_000):\n    new = C()\n    new.below, ODD = ODD, new",
    "keys whose text raises": "class C:\n    def __repr__(self):\n        return self.name\nODD = {C(): 1}",
    "an array of objects whose text raises": "class C:\n    def __repr__(self):\n        return self.name\nODD = np.array([C()])",
    "a list without a length": "class C(list):\n    def __len__(self):\n        raise ValueError\nODD = C()",
    "a mapping whose values raise": "import collections\nclass C(collections.UserDict):\n    def __getitem__(self, key):\n        raise ValueError\nODD = C(a=1)",
    "an object without a class": "class C:\n    @property\n    def __class__(self):\n        raise ValueError\nODD = C()",
    "an array whose bytes raise": "class C(np.ndarray):\n    def tobytes(self):\n        raise ValueError\nODD = np.zeros(3).view(C)",
}


@pytest.mark.parametrize("case", ODD)
def test_what_cannot_be_looked_at_is_left_in_peace(write: Write, case: str) -> None:
    assert_pure(write(f"{ODD[case]}\ndef f(x):\n    return 2 * x").f, X, returns=2 * X)


@pytest.mark.parametrize("case", PURE)
def test_what_is_pure_seen_from_outside_passes(write: Write, case: str) -> None:
    assert_pure(write(PURE[case]).f, X, returns=2 * X)


def test_the_argument_itself_may_come_back_where_it_is_a_jax_array(write: Write) -> None:
    assert_pure(write("def f(x):\n    return jnp.asarray(x)").f, X, returns=X)


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


SEVERAL = {
    "a log and a default value": (
        "log = []\ndef f(x, seen=[]):\n    log.append(1)\n    seen.append(2)\n    return 2 * x",
        "`seen`, a default value of f, had 0 entries; after it, 1 entry. Line 4 of work.py did it: `seen.append(2)`.",
    ),
    "a counter and a random state": (
        "n = [0]\ndef f(x):\n    n[0] += 1\n    np.random.rand()\n    return 2 * x",
        "the random state `np.random` was another one. Line 4 of work.py did it: `np.random.rand()`.",
    ),
    "two entries": (
        "s = {'a': 0, 'b': 0}\ndef f(x):\n    s['b'] += 1\n    s['a'] += 1\n    return 2 * x",
        "`s['b']` was 0; after it, 1. Line 3 of work.py did it: `s['b'] += 1`.",
    ),
    "two places of an array": (
        "def f(x):\n    x[3] = 9\n    x[0] = 9\n    return 2 * x",
        "`x[0]` was 1; after it, 9. Line 2 of work.py did it: `x[3] = 9`.",
    ),
    "what is new the first time and what changes each time": (
        "n = 0\ndef f(x):\n    global n, a\n    a = 1\n    n += 1\n    return 2 * x",
        "`n` was 0; after it, 1. Line 5 of work.py did it: `n += 1`.",
    ),
}


@pytest.mark.parametrize("case", SEVERAL)
def test_of_several_changes_the_message_is_about_what_its_line_did(write: Write, case: str) -> None:
    code, said = SEVERAL[case]
    assert said in impurity(write(code), X, returns=2 * X).message


def test_of_two_arguments_that_changed_the_message_is_about_the_one_its_line_changed(write: Write) -> None:
    failure = impurity(write("def f(x, y):\n    y[0] = 9\n    x[0] = 9\n    return 0"), X, X, returns=0)
    assert "`y[0]` was 1; after it, 9. Line 2 of work.py did it: `y[0] = 9`." in failure.message


WORDS = {
    "a tracer": (
        "kept = []\n@jax.jit\ndef f(x):\n    kept.append(x)\n    return 2 * x",
        "After the call of `f`, `kept[0]` holds a tracer.",
    ),
    "a random generator": (
        "def f(x, rng=np.random.default_rng(0)):\n    return 2 * x + 0 * rng.normal()",
        "After the call of `f` the random state `rng`, a default value of f, was another one.",
    ),
    "a table of functions with closures": (
        "table = {}\ndef make(k):\n    return jax.grad(lambda x: k * x)\ndef f(x):\n    table.setdefault('f', make(3.0))\n    return 2 * x",
        "Before the call of `f`, `table` had 0 entries; after it, 1 entry.",
    ),
    "a table of objects": (
        "table = {}\nclass C:\n    def __init__(self):\n        self.n = 1\ndef f(x):\n    table.setdefault('c', C())\n    return 2 * x",
        "Before the call of `f`, `table` had 0 entries; after it, 1 entry.",
    ),
    "an iterator": (
        "it = iter([1, 2, 3, 4, 5])\ndef f(x):\n    return 2 * x + 0 * next(it)",
        "After the call of `f`, the iterator `it` no longer stood where it had.",
    ),
    "one entry": (
        "def f(x, seen=[]):\n    seen.append(1)\n    return 2 * x",
        "Before the call of `f`, `seen`, a default value of f, had 0 entries; after it, 1 entry.",
    ),
    "an array": (
        "total = np.zeros(2)\ndef f(x):\n    total[:] += 1\n    return 2 * x",
        "Before the call of `f`, `total` was [0., 0.]; after it, [1., 1.].",
    ),
    "a large array": (
        "total = np.zeros(2000)\ndef f(x):\n    total[:] += 1\n    return 2 * x",
        "Before the call of `f`, `total` was [0., 0., 0. ..., 0., 0., 0.]; after it, [1., 1., 1. ..., 1., 1., 1.].",
    ),
    "an array whose memory was given away": (
        "w = jnp.zeros(2)\ng = jax.jit(lambda w: w + 1, donate_argnums=0)\ndef f(x):\n    g(w)\n    return 2 * x",
        "Before the call of `f`, `w` was an array; after it, a deleted array.",
    ),
    "something new": (
        "def f(x):\n    f.last = 3\n    return 2 * x",
        "The call of `f` made `f.last`: 3.",
    ),
}


@pytest.mark.parametrize("case", WORDS)
def test_what_changed_is_said_in_words(write: Write, case: str) -> None:
    code, said = WORDS[case]
    assert said in impurity(write(code), X, returns=2 * X).message


def test_what_was_given_away_is_no_matter_of_at(write: Write) -> None:
    code = "@functools.partial(jax.jit, donate_argnums=0)\ndef f(x):\n    return 2 * x"
    failure = impurity(write(code), X, returns=2 * X)
    assert failure.message.startswith("Your function gave away the array it was given: ")
    assert "its memory was given away" in failure.message
    assert "donate_argnums" in failure.hint


def test_advice_on_a_dict_of_arrays_keeps_the_dict(write: Write) -> None:
    in_place = "def f(p):\n    for k in p:\n        p[k] *= 2\n    return p"
    hint = impurity(write(in_place), {"w": np.array(1.0)}, returns={"w": np.array(2.0)}).hint
    assert "`p = {**p, k: p[k] * 2}`" in hint
    hint = impurity(write(in_place), {"w": X}, returns={"w": 2 * X}).hint
    assert ".at[k]" not in hint  # `k` is a key, and no place in an array


def test_no_advice_where_a_line_changes_two_things(write: Write) -> None:
    code = "def f(x):\n    new = []\n    while x:\n        new.append(x.pop(0))\n    return new"
    assert "append" not in impurity(write(code), [1.0, 2.0], returns=[1.0, 2.0]).hint
