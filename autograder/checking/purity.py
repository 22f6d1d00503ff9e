"""Purity by evidence: call the function, look at everything it could have changed, call it again.

The evidence comes from the worker's observer; the value must be right as well, or there is nothing to reward.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from autograder.checking import advice, misconceptions
from autograder.checking.compare import Rules, assert_close, find_difference
from autograder.checking.failure import CheckFailure
from autograder.checking.submission import Function
from autograder.checking.values import SeenAxes, as_jax, describe, has_arrays
from autograder.sandbox.protocol import Change

_UNSET: Any = object()
_REPEAT = Rules(rtol=1e-5, dtype="number")


def assert_pure(
    function: Function,
    *args: Any,
    returns: Any = _UNSET,
    may_share: bool = False,
    through: Callable[[Any], Any] | None = None,
    confusions: Mapping[str, Any] | None = None,
    jax_inputs: bool = True,
    rtol: float = 1e-4,
    scale: float | None = None,
    dtype: str = "same",
    **kwargs: Any,
) -> None:
    """Fail when the call changes an argument, a global, a default, a closure, random state, or its own next answer.

    Called with NumPy arrays, then (with `jax_inputs`) with JAX arrays, then once more with the first ones.

    `returns`: the right answer, or a function that looks at the answer and raises; left out, the course's solution is
    asked where it is at hand.  `through` maps the answer to what is compared (for a returned function: a call of it).
    `may_share`: a NumPy result may share memory with an argument.  The rest as in `assert_close`.
    """
    kept: list[Any] = []

    def judge(form: tuple[Any, ...]) -> None:
        answer, changes = function.watched(*form, **kwargs)
        refuse(function, [change for change in changes if change.what != "shared"])
        answer = through(answer) if through else answer
        expected = _expected(function, form, kwargs, through) if returns is _UNSET else returns
        if callable(expected):
            expected(answer)
        elif expected is not _UNSET:
            assert_close(answer, expected, confusions=confusions, rtol=rtol, scale=scale, dtype=dtype)
        if not may_share:  # after the value: who returns the argument itself should hear first that nothing was done
            refuse(function, list(changes))
        kept.append(answer)

    judge(args)
    if jax_inputs and has_arrays(list(args)):
        judge(as_jax(args))
    again = function(*args, **kwargs)
    _same_again(kept[0], through(again) if through else again)


def refuse(function: Function, changes: list[Change]) -> None:
    """Raise for the first thing a call changed that a pure function leaves alone."""
    if not changes:
        return
    change = min(changes, key=lambda change: _ORDER.index(change.what))
    misconception = misconception_of(change)
    line = change.frame.line if change.frame else None
    code = function.line_of_code(change.frame.cell, change.frame.line) if change.frame else ""
    place = f" Line {line} of {change.frame.cell} did it: `{code}`." if change.frame and code else ""
    raise CheckFailure(
        f"{misconceptions.says(misconception)} {_what_changed(function, change)}{place}",
        hint=_hint(misconception, change, code),
        misconception=misconception,
        line=line,
    )


_ORDER = ("argument", "tracer", "default", "random", "closure", "attribute", "global", "config", "shared")


def misconception_of(change: Change) -> str:
    """What a change is a sign of."""
    if change.what == "argument":
        return "mutates-container" if change.container else "mutates-argument"
    return {
        "tracer": "leaked-tracer",
        "default": "mutable-default",
        "random": "global-random",
        "shared": "shares-memory",
    }.get(change.what, "hidden-state")


def _what_changed(function: Function, change: Change) -> str:
    if change.what == "shared":
        return f"`{function.name}` returned a view of its argument."
    if change.what == "random":
        return f"After the call of `{function.name}` the random state `{change.path}` was another one."
    verb = "had" if change.before.endswith((" items", " entries")) else "was"
    return f"Before the call of `{function.name}`, `{change.path}` {verb} {change.before}; after it, {change.after}."


def _hint(misconception: str, change: Change, code: str) -> str:
    general = misconceptions.hint(misconception)
    if change.what != "argument" or not code:
        return general
    better = advice.rewrite(code, container=_container(change))
    if not better:
        return general
    kind = _container(change) or "array"
    # What could be changed in place was NumPy's, and that has no `.at`.
    first = " (`.at` belongs to JAX arrays: `jnp.asarray` makes one.)" if ".at[" in better else ""
    return f"Instead of `{code}`, build a new {kind}: `{better}`, and return that.{first}"


def _container(change: Change) -> advice.Container:
    if not change.container:
        return ""
    inside_list = re.search(r"\[\d+\]$", change.path) is not None
    return "list" if inside_list or change.before.endswith(" items") else "dict"


def _expected(
    function: Function, form: tuple[Any, ...], kwargs: Mapping[str, Any], through: Callable[[Any], Any] | None
) -> Any:
    reference = function.submission._reference
    if reference is None:
        return _UNSET
    answer = getattr(reference, function.name)(*form, **kwargs)
    return through(answer) if through else answer


def _same_again(first: Any, second: Any) -> None:
    if callable(first) or isinstance(first, SeenAxes):
        return  # no value of its own: `through` says what to compare
    difference = find_difference(second, first, _REPEAT)
    if difference is None:
        return
    raise CheckFailure(
        f"Two equal calls gave two answers: first {describe(first)}, then {describe(second)}.",
        hint=misconceptions.hint("hidden-state"),
        misconception="hidden-state",
    )
