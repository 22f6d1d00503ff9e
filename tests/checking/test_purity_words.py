"""What is said of an impure function: of several changes the one that its line made, and what to write instead."""

from __future__ import annotations

import numpy as np
import pytest

from tests.checking.conftest import Write, X, impurity

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
