"""What `assert_pure` leaves in peace: all that is pure seen from outside, and all that cannot be looked at."""

from __future__ import annotations

import pytest

from autograder.checking import assert_pure
from tests.checking.conftest import Write, X, impurity

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


@pytest.mark.parametrize("case", PURE)
def test_what_is_pure_seen_from_outside_passes(write: Write, case: str) -> None:
    assert_pure(write(PURE[case]).f, X, returns=2 * X)


def test_the_argument_itself_may_come_back_where_it_is_a_jax_array(write: Write) -> None:
    assert_pure(write("def f(x):\n    return jnp.asarray(x)").f, X, returns=X)


@pytest.mark.parametrize(
    "answer",
    ["x > 0", "jnp.array([jnp.nan, 1.0])", "1j * x", "np.inf", "(np.sin, 1)", "{'f': len}", "object()", "None", "'a'"],
)
def test_two_equal_answers_of_any_kind_are_equal(write: Write, answer: str) -> None:
    assert_pure(write(f"def f(x):\n    return {answer}").f, X)


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


def test_a_callable_object_that_answers_to_every_name_with_an_exception_can_be_judged(write: Write) -> None:
    code = "class C:\n    def __getattr__(self, name):\n        return self.table[name]\n"
    code += "    def __call__(self, x):\n        {}\n        return 2 * x\nf = C()"
    assert_pure(write(code.format("pass")).f, X, returns=2 * X)
    assert impurity(write(code.format("x[0] = 9")), X, returns=2 * X).line == 5
