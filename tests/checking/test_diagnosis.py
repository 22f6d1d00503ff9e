"""From an exception to a sentence: what is said of it, what is not, and of which call."""

from __future__ import annotations

import re
import time
from typing import Any

import numpy as np
import pytest

from autograder.checking import CheckFailure, Submission, as_jax, assert_close, exceptions, source
from autograder.sandbox.protocol import MAX_TEXT
from tests.checking.conftest import Write

X = np.array([1.0, -2.0, 3.0])
TABLE = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])


def stop(submission: Submission, *args: Any, **options: Any) -> CheckFailure:
    with pytest.raises(CheckFailure) as caught:
        submission.f(*args, **options)
    return caught.value


SAID = {
    "shapes": (
        "return x + jnp.ones(4)", X,
        "whose shapes do not fit together: (3,) and (4,)", "a[:, None]",
    ),
    "shapes of NumPy": ("return x + np.ones((2, 2))", X, "do not fit together: (3,) and (2, 2)", "a[:, None]"),
    "rows by columns": ("x = jnp.asarray(x)\n    return x @ x", TABLE, "`@` and `dot` multiply rows", "jnp.sum(a * b)"),
    "rows by columns in NumPy": ("return x @ np.ones(2)", X, "`@` and `dot` multiply rows", "jnp.sum(a * b)"),
    "dot in NumPy": ("return np.dot(x, np.ones(2))", X, "`@` and `dot` multiply rows", "jnp.sum(a * b)"),
    "a value and a gradient": (
        "return x - 0.1 * jax.value_and_grad(jnp.sum)(x)", X, "gives a pair", "`value, gradient = ",
    ),
    "a method of a place": ("return x[0].set(1)", as_jax(X), "belongs to a place in an array", "`x = x.at[i].set("),
    "an older name": ("return jax.tree_map(jnp.sin, x)", X, "of the name `tree_map` in `jax`", "`jax.tree.map`"),
    "an array as a dict": ("return x['w']", X, "as if it were a dict", "one of its arrays?"),
    "a JAX array as a dict": ("return x['w']", as_jax(X), "as if it were a dict", "one of its arrays?"),
    "pyplot's name for a method": (
        "import matplotlib.pyplot as plt\n    plt.subplots()[1].xlabel('x')", X,
        "`plt.xlabel` is a function", "`ax.set_xlabel(…)`",
    ),
    "an array as a condition": ("return max(x, 0)", X, "an array has one for each entry", "jnp.where"),
    "floats into integers": (
        "x -= 0.5\n    return x", np.array([1, 2, 3]), "an array of integers takes no floats", "`y = x - m`",
    ),
    "an index": ("return x[3]", X, "The index 3 is out of range: that axis has 3 entries", "JAX would read"),
    "a number is no array": ("return x.astype(float)", 2.5, "`.astype` belongs to arrays", "jnp.asarray"),
    "a number has no entries": ("return [v for v in x]", 2.5, "a single number", "is given"),
    "too few names": ("rows, columns = x.shape\n    return x", X, "more or fewer names", "axes"),
    "three names for any array": ("a, b = x", X[:1], "more or fewer names", "axes"),
    "names for the entries of one example": ("a, b, c, d = x\n    return a", X, "more or fewer names", "as a whole"),
    "their own raise": ("raise ValueError('label out of range')", X, "ValueError: label out of range", "of your own"),
    "a key": ("return {'w': x}['b']", X, "The dict has no key 'b'.", "list("),
    "a zero": ("return 1 / x", 0, "divided by zero", "is given"),
    "a set": ("return {'w', jnp.ones(3)}", X, "An array can be no key of a dict", "with commas alone"),
    "too few arguments": ("return jax.grad(lambda a, b: a * b)(1.0)", X, "fewer or more arguments", "same arguments"),
    "a list and an item": ("return [1] + 2", X, "`+` joins a list to another list only", "`[item]`"),
    "one thing to extend a list by": (
        "new = [1]\n    new.extend(x)\n    return new", 2.5, "`extend` and `+=` add the items", "`[item]`",
    ),
    "no array at all": ("return jnp.sin(print)", X, "were given something else", "arrays"),
    "a name": ("return xs + x", X, "Nothing has the name `xs`.", "typing mistake"),
    "nothing": ("return print() + 1", X, "`None` here", "without `return`"),
    "argnums too late": ("return jax.grad(jnp.sum)(x, argnums=0)", X, "`argnums` went to the function", "first paren"),
    "arguments by name": (
        "return jax.grad(lambda v, w: v.sum(), argnums=1)(x, w=x)", X, "one was given by its name", "without names",
    ),
    "a typing mistake": ("return jax.grad(jnp.sum, argnum=0)(x)", X, "`grad` has no argument", "typing mistake"),
    "a scan without a pair": (
        "return jax.lax.scan(lambda c, v: c + v, 0.0, x)", X, "returns two things", "`return carry, None`",
    ),
    "a carry of another kind": (
        "return jax.lax.scan(lambda c, v: (c + v, None), 0.0, x)", TABLE, "keeps its shape and dtype", "`0.0` instead",
    ),
    "backwards through a loop": (
        "return jax.grad(lambda v: jax.lax.while_loop(lambda c: c < 9, lambda c: 2 * c, v))(1.0)", X,
        "goes backwards through a loop", "`lax.scan`",
    ),
    "argnums by name": ("return jax.grad(jnp.sum, argnums=('w',))(x)", X, "by its number", "`argnums=0`"),
    "jit and a condition": (
        "return jax.jit(lambda v: v if v.sum() > 0 else -v)(x)", X,
        "the condition of an `if`", "no task needs it",
    ),
    "jit and a number": ("return jax.jit(lambda n: jnp.arange(n))(3)", X, "needs the number itself", "static_argnames"),
    "NumPy inside": ("return jax.grad(lambda v: np.dot(v, v))(x)", X, "(tracers)", "`jnp.dot`"),
    "float inside": ("return jax.grad(lambda v: float(v.sum()))(x)", X, "(a tracer)", "leave `float(…)`"),
    "float inside, NumPy outside": (
        "return jax.grad(lambda v: np.mean(float(v.sum())))(x)", X, "wants a number of it", "leave `float(…)`",
    ),
    "has_aux and no number": (
        "return jax.grad(lambda v: (v**2, v), has_aux=True)(x)", X, "first of the two things", "as one number",
    ),
    "at on NumPy": ("t = np.zeros(3)\n    return t.at[0].set(1)", X, "`.at` belongs", "`t = jnp.asarray(t)`"),
    "NumPy in place": ("np.put(x, 0, 1)\n    return x", as_jax(X), "changes an array in place", "jnp.asarray(x)"),
    "a shape set": ("x.shape = (3, 1)\n    return x", as_jax(X), "its `shape` cannot be set", "reshape"),
}  # fmt: skip


@pytest.mark.parametrize("case", SAID)
def test_an_exception_is_told_in_a_sentence(write: Write, case: str) -> None:
    body, argument, said, hint = SAID[case]
    failure = stop(write(f"def f(x):\n    {body}\n"), argument)
    assert said in failure.message
    assert hint in failure.hint
    assert "cell of its own" not in failure.hint


def test_the_exceptions_own_words_are_left_out_where_ours_stand(write: Write) -> None:
    failure = stop(write("def f(x):\n    return jax.grad(lambda v: np.dot(v, v))(x)"), X)
    assert failure.misconception == "numpy-on-tracer"
    assert "`f` stopped with TracerArrayConversionError (line 2 of work.py: `" in failure.message
    assert "__array__" not in failure.message


def test_an_exception_that_nobody_knows_speaks_for_itself(write: Write) -> None:
    failure = stop(write("def f(x):\n    return b'a'.decode('klingon')"), X)
    assert failure.message.startswith("`f` stopped with LookupError: unknown encoding: klingon (line 2 of work.py")
    assert "cell of its own" in failure.hint


def test_no_address_of_memory_is_told(write: Write) -> None:
    message = stop(write("def f(x):\n    return {}[f]"), X).message
    assert "<function f>" in message
    assert "0x" not in message


def test_other_parameters_than_the_pages_are_no_matter_of_a_line(write: Write) -> None:
    failure = stop(write("def f(x, epochs=1):\n    return x"), X, steps=2)
    assert "no parameter `steps`" in failure.message
    assert "the same parameters" in failure.hint


def test_a_call_is_written_as_the_student_would(write: Write) -> None:
    submission = write("def f(*args):\n    return None")
    for args, call in (
        ((X, 2.0), "`f(np.array([1., -2., 3.]), 2.0)`"),
        ((as_jax(X), "w"), "`f(jnp.array([1., -2., 3.]), 'w')`"),
        (({"w": np.array(0.5)}, [1, 2]), "`f({'w': np.array(0.5)}, [1, 2])`"),
        ((np.zeros(20),), "`f(a NumPy array of shape (20,))`"),
        (
            tuple(np.full(10, 0.123456) for _ in range(3)),
            "`f(a NumPy array of shape (10,), a NumPy array of shape (10,), a NumPy array of shape (10,))`",
        ),
    ):
        with pytest.raises(CheckFailure) as caught:
            assert_close(submission.f(*args), X)
        assert caught.value.message.endswith(f"The call was {call}.")


def test_a_wrong_answer_comes_with_the_call_that_gave_it(write: Write) -> None:
    submission = write("def f(x):\n    return x, 2 * x")
    first, second = submission.f(X)
    submission.f(2 * X)
    for part in (first, second):
        with pytest.raises(CheckFailure, match=r"The call was `f\(np.array\(\[1., -2., 3.\]\)\)`\.$"):
            assert_close(part, 3 * X)


def test_no_call_is_told_where_it_is_not_certain(write: Write) -> None:
    submission = write("def f(x):\n    return 7")
    first = submission.f(X)
    assert submission.f(2 * X) is first  # Python has one 7 for both
    with pytest.raises(CheckFailure) as caught:
        assert_close(np.array(1.0), 2.0)
    assert caught.value.message == "The result should be 2, but is 1."


def test_a_function_that_was_returned_is_called_by_its_maker(write: Write) -> None:
    slope = write("def f(g):\n    return lambda t: g(t) + missing").f(source("lambda t: 2 * t"))
    with pytest.raises(CheckFailure) as caught:
        slope(0.5)
    assert "`f(…)` stopped with NameError" in caught.value.message
    assert caught.value.message.endswith("The call was `f(…)(0.5)`.")


@pytest.mark.parametrize("pattern", sorted({row.text for row in exceptions.TABLE}))
def test_no_text_of_an_exception_takes_long_to_read(pattern: str) -> None:
    words = [word for word in re.split(r"\.\*|\\w\*|[|()\[\]?*+^$\\]", pattern) if len(word) > 3] or ["x"]
    for shares in ([1] * len(words), range(1, len(words) + 1), range(len(words), 0, -1)):
        room = MAX_TEXT / sum(shares)
        text = "".join(word * max(1, int(share * room / len(word))) for word, share in zip(words, shares, strict=True))
        started = time.process_time()
        re.search(pattern, text[:MAX_TEXT], re.DOTALL)
        assert time.process_time() - started < 0.5
