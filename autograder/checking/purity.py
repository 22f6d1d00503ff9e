"""Purity by evidence: call the function, look at everything it could have changed, call it again.

The evidence comes from the worker's observer; the value must be right as well, or there is nothing to reward.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.checking import advice, misconceptions
from autograder.checking.calls import call_of
from autograder.checking.compare import Rules, assert_close, close_entries
from autograder.checking.failure import CheckFailure
from autograder.checking.submission import Function
from autograder.checking.values import UnknownObject, as_jax, describe, has_arrays
from autograder.sandbox.changes import BY_WEIGHT
from autograder.sandbox.protocol import Change

_UNSET: Any = object()
_REPEAT = Rules(rtol=1e-5)
_NUMBERS = (bool, int, float, complex, np.ndarray)


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
    change = min(changes, key=lambda change: BY_WEIGHT.index(change.what))
    misconception = misconception_of(change)
    line = change.frame.line if change.frame else None
    code = function.line_of_code(change.frame.cell, change.frame.line) if change.frame else ""
    place = f"Line {line} of {change.frame.cell} did it: `{code}`." if change.frame and code else ""
    says = _GIVEN_AWAY if change.after == _DELETED else misconceptions.says(misconception)
    said = (says, _what_changed(function, change), place)
    raise CheckFailure(
        " ".join(part for part in said if part),
        hint=_hint(misconception, change, code),
        general=_hint(misconception, change, ""),
        misconception=misconception,
        line=line,
        exhibit=function.changed_argument(change.path) if change.what == "argument" else None,
    )


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
    owned = _OWNED.fullmatch(change.path)
    path = f"`{owned[1]}{owned[3]}`, {owned[2]}," if owned else f"`{change.path}`"
    if change.what == "shared":
        return ""
    if change.what == "random":
        return f"After the call of `{function.name}` the random state {path} was another one."
    if change.what == "tracer":
        return f"After the call of `{function.name}`, {path} holds a tracer."
    if change.after == _DELETED:
        return f"After the call of `{function.name}`, {path} cannot be read any more: its memory was given away."
    if change.before == change.after == _ITERATOR:
        return f"After the call of `{function.name}`, the iterator {path} no longer stood where it had."
    if change.before == "nothing":
        return f"The call of `{function.name}` made {path.rstrip(',')}: {_tidy(change.after)}."
    if change.before == change.after:
        return f"The call of `{function.name}` put something else in the place of {path.rstrip(',')}."
    verb = "had" if change.before.endswith((" items", " entries")) or change.before.startswith("keys ") else "was"
    return (
        f"Before the call of `{function.name}`, {path} {verb} {_tidy(change.before)}; after it, {_tidy(change.after)}."
    )


_OWNED = re.compile(r"(\w+) \(((?:a default value of|remembered by) .*?)\)(.*)")  # `cache (a default value of f)['w']`
_DELETED = "deleted"
_ITERATOR = "an iterator"
_GIVEN_AWAY = "Your function gave away the array it was given: whoever called it cannot use it any more."


def _tidy(text: str) -> str:
    text = re.sub(r"^1 (item|entrie)s$", lambda found: f"1 {found[1]}".replace("entrie", "entry"), text)
    text = re.sub(r"^keys (\[.*\])$", r"the keys \1", text)
    text = re.sub(r"(?<=\[) +| +(?=[\],])", "", re.sub(r" {2,}", " ", text))
    return re.sub(r"(?<=[\d.\]]) (?=[-\d\[])", ", ", text)  # an array as NumPy prints it


def _hint(misconception: str, change: Change, code: str) -> str:
    general = misconceptions.hint(misconception)
    if change.after == _DELETED:
        return "Leave `donate_argnums` or `donate_argnames` out: they let JAX use the argument's memory for the result."
    if change.what != "argument" or not code:
        return general
    container = _container(change)
    if not container and "['" in change.path:  # an array in a dict: is the line's index a key, or a place in the array?
        if not change.path.endswith("']"):
            return general
        container = "dict" if "[" in code.partition("=")[0] else ""
    better = advice.rewrite(code, container=container)
    if not better:
        return general
    # What could be changed in place was NumPy's, and that has no `.at`.
    first = " (`.at` belongs to JAX arrays: `jnp.asarray` makes one.)" if ".at[" in better else ""
    return f"Instead of `{code}`, make a new {container or 'array'} and go on with that: `{better}`.{first}"


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
    if _alike(first, second):
        return
    call = call_of(second)
    raise CheckFailure(
        f"Two equal calls{f' of {call}' * bool(call)} gave two answers: first {describe(first)}, "
        f"then {describe(second)}.",
        hint=misconceptions.hint("hidden-state"),
        misconception="hidden-state",
    )


def _alike(first: Any, second: Any) -> bool:
    """Whether nothing tells the two apart; a NaN is like another, and what has no value here like any of its type."""
    if isinstance(first, _NUMBERS) and isinstance(second, _NUMBERS):
        return _alike_in_numbers(np.asarray(first), np.asarray(second))
    if type(first) is not type(second):
        return False
    match first:
        case dict():
            return first.keys() == second.keys() and all(_alike(first[key], second[key]) for key in first)
        case tuple() | list():
            return len(first) == len(second) and all(map(_alike, first, second))
        case None | str():
            return bool(first == second)
        case UnknownObject():
            return bool(first.type_name == second.type_name)
    return True  # a function, or an `Axes`: `through` says what to compare


def _alike_in_numbers(first: NDArray[Any], second: NDArray[Any]) -> bool:
    if first.shape != second.shape:
        return False
    lost = first != first  # NaN
    close = close_entries(np.where(lost, 0, second), np.where(lost, 0, first), _REPEAT)
    return bool(np.all(np.where(lost, second != second, close)))
